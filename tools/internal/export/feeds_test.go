package export

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"

	"comwijzer/tools/internal/site"
)

func madeFeeds(t *testing.T) map[string][]byte {
	t.Helper()
	i := slices.IndexFunc(Exports(), func(e Export) bool { return e.Path == "static/feeds" })
	files, err := Exports()[i].Files(loadFixture(t, "testdata/changes.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A reader of feeds that we did not write finds the same in both formats.
func TestFeedsAreRead(t *testing.T) {
	files := madeFeeds(t)
	if len(files) != 2*3*2 {
		t.Fatal(len(files), "files")
	}
	var told []string
	for _, name := range []string{"static/feeds/nl.atom", "static/feeds/nl-politie.atom", "static/feeds/en.atom"} {
		for _, file := range []string{name, strings.TrimSuffix(name, path.Ext(name)) + ".json"} {
			feed, err := gofeed.NewParser().Parse(bytes.NewReader(files[file]))
			if err != nil {
				t.Fatal(file, err)
			}
			lines := []string{fmt.Sprintf("%s (%s) of %s", feed.Title, feed.Language, feed.Link)}
			for _, item := range feed.Items {
				day := item.UpdatedParsed
				if day == nil {
					day = item.PublishedParsed
				}
				lines = append(lines, strings.Join([]string{day.Format(time.DateOnly), item.Title, item.Link, item.Description + item.Content, strings.Join(item.Categories, "+"), item.GUID}, " | "))
			}
			told = append(told, strings.Join(lines, "\n"))
		}
	}
	for i := 0; i < len(told); i += 2 {
		if diff := cmp.Diff(told[i], told[i+1]); diff != "" {
			t.Error("Atom and JSON differ:", diff)
		}
	}
	compare(t, "changes.txt", []byte(told[0]+"\n"+told[2]+"\n"+told[4]+"\n"))
}

// Before there is something to tell, a feed says so: it is not out of order.
func TestFeedsBeforeThereAreChanges(t *testing.T) {
	files := fstest.MapFS{
		"config.toml":            {Data: []byte("baseURL = \"https://example.org/\"\ntitle = \"F\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n")},
		"i18n/nl.toml":           {Data: []byte("changes_none = \"Nog niets.\"\nchanges_first = \"Net begonnen.\"\n")},
		"content/w.nl.md":        {Data: []byte("---\ntitle: W\ntype: explainer\ndate: 2026-01-01\n---\n```changes\nall: true\n```\n")},
		"data/sources/werk.yaml": {Data: []byte("title: W\n")},
	}
	for _, want := range []string{"Nog niets.", "Net begonnen."} {
		s, _ := site.Load(files)
		for _, f := range feedsOf(s, "nl") {
			told := f.told(s, "nl")
			if got := string(told.atom()); !strings.Contains(got, "<subtitle>"+want+"</subtitle>") {
				t.Errorf("Atom: %q", got)
			}
			if told.Description != want {
				t.Errorf("JSON: %q", told.Description)
			}
		}
		files["data/released.yaml"] = &fstest.MapFile{Data: []byte("sources: [werk]\n")}
	}
}

// RFC 4287 asks for these of a feed and of each entry, and for nothing twice.
func TestAtomHasWhatTheStandardRequires(t *testing.T) {
	for name, src := range madeFeeds(t) {
		if path.Ext(name) == ".json" {
			continue
		}
		feed, err := (&atom.Parser{}).Parse(bytes.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		if feed.ID == "" || feed.Title == "" || feed.UpdatedParsed == nil || len(feed.Authors) != 1 {
			t.Error(name, "lacks id, title, updated or author")
		}
		ids := map[string]bool{}
		for _, e := range feed.Entries {
			if e.ID == "" || e.Title == "" || e.UpdatedParsed == nil || len(e.Links) != 1 || ids[e.ID+e.Updated] {
				t.Errorf("%s: %+v", name, e)
			}
			ids[e.ID+e.Updated] = true
			for _, c := range e.Categories {
				if c.Term == "" {
					t.Error(name, "a category without term")
				}
			}
		}
		for dec := xml.NewDecoder(bytes.NewReader(src)); ; {
			token, err := dec.Token()
			if err == io.EOF {
				break
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Space != "http://www.w3.org/2005/Atom" {
				t.Error(name, start.Name)
			}
		}
	}
}

func TestJSONFeedHasWhatItRequires(t *testing.T) {
	for name, src := range madeFeeds(t) {
		var feed struct {
			Version, Title string
			Items          []struct{ ID, URL, Title, Content_text string }
		}
		if path.Ext(name) != ".json" {
			continue
		}
		if err := json.Unmarshal(src, &feed); err != nil || feed.Version != "https://jsonfeed.org/version/1.1" || feed.Title == "" {
			t.Error(name, err, feed.Version)
		}
		for _, i := range feed.Items {
			if i.ID == "" || i.URL == "" || i.Content_text == "" {
				t.Errorf("%s: %+v", name, i)
			}
		}
	}
}
