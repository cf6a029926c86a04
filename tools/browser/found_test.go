package browser

import (
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	linkedData = regexp.MustCompile(`<script type="application/ld\+json">(.*?)</script>`)
	canonical  = regexp.MustCompile(`<link rel="canonical" href="([^"]+)">`)
	alternate  = regexp.MustCompile(`<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">`)
	property   = regexp.MustCompile(`<meta property="(og:[a-z:_]+)" content="([^"]*)">`)
	noted      = regexp.MustCompile(`class="content-note" aria-label="(?:Over deze pagina|About this page)"`) // not the help after terms
)

// What search engines and chats are told of each page agrees with what it says of
// itself, and a page for who is under pressure tells nothing.
func TestFoundAndShown(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	listed := sitemap(t, "sitemap.xml")
	maps, _ := filepath.Glob(public + "/*/sitemap.xml")
	said, err := exec.Command("xmllint", append([]string{"--noout", "--schema", "testdata/sitemap-with-languages.xsd"}, maps...)...).CombinedOutput()
	if err != nil || len(maps) == 0 {
		t.Errorf("%v: %s", err, said)
	}
	kinds := map[string]int{}
	err = fs.WalkDir(os.DirFS(public), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, "index.html") {
			return err
		}
		text, err := os.ReadFile(public + "/" + name)
		if err == nil && !strings.Contains(string(text), `http-equiv="refresh"`) {
			found(t, name, string(text), listed, kinds)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"WebSite", "BreadcrumbList", "Article", "DefinedTerm", "Dataset", "LearningResource"} {
		if kinds[kind] == 0 {
			t.Errorf("no page says that it is of type %s", kind)
		}
	}
	for _, file := range []string{"share.png", "icon.png", "site.nl.webmanifest", "favicon.svg"} {
		if _, err := os.Stat(public + "/" + file); err != nil {
			t.Error(err)
		}
	}
	if robots, _ := os.ReadFile(public + "/robots.txt"); !strings.Contains(string(robots), "/sitemap.xml") {
		t.Errorf("robots.txt does not name the sitemap: %q", robots)
	}
}

func found(t *testing.T, name, text string, listed []string, kinds map[string]int) {
	t.Helper()
	at := canonical.FindStringSubmatch(text)
	hidden := strings.Contains(text, `<meta name="robots" content="noindex">`)
	if hidden != (at == nil) || at != nil && !slices.Contains(listed, at[1]) {
		t.Errorf("%s: noindex is %v, canonical %q, and the sitemap has it: %v", name, hidden, at, at != nil && slices.Contains(listed, at[1]))
	}
	languages := map[string]string{}
	for _, m := range alternate.FindAllStringSubmatch(text, -1) {
		languages[m[1]] = m[2]
	}
	if !hidden && (len(languages) != 3 || languages["x-default"] != languages["nl"]) {
		t.Errorf("%s: languages %v", name, languages)
	}
	card := map[string]string{}
	for _, m := range property.FindAllStringSubmatch(text, -1) {
		card[m[1]] = m[2]
	}
	if alt := card["og:image:alt"]; !hidden && (card["og:image:width"] != "1200" || !strings.HasSuffix(alt, " Comwijzer.")) {
		t.Errorf("%s: the picture for chats is described by %v", name, card)
	}
	data := linkedData.FindStringSubmatch(text)
	if !hidden && data == nil && (card["og:title"] != "Comwijzer" || card["og:description"] != "Comwijzer") {
		t.Errorf("%s: a page that shows nothing of itself has the card %v", name, card)
	}
	if young := strings.HasSuffix(name, "handelen/jongeren/index.html"); young && data != nil {
		t.Errorf("%s: a page for young people shows itself: %s", name, data[1])
	}
	if data != nil {
		count(t, name, data[1], kinds)
		if noted.MatchString(text) && (strings.Contains(data[1], `"description"`) || strings.Contains(data[1], `"citation"`)) {
			t.Errorf("%s: machines are told what hurts: %s", name, data[1])
		}
	}
}

// count adds up what pages say that they are.
func count(t *testing.T, name, text string, kinds map[string]int) {
	t.Helper()
	var data struct {
		Context string `json:"@context"`
		Graph   []struct {
			Type     string `json:"@type"`
			Headline string `json:"headline"`
			Items    []struct {
				Item struct {
					ID string `json:"@id"`
				} `json:"item"`
				Name string `json:"name"`
			} `json:"itemListElement"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(text), &data); err != nil || data.Context != "https://schema.org" {
		t.Errorf("%s: %v in %s", name, err, text)
	}
	var whole struct {
		Graph any `json:"@graph"`
	}
	json.Unmarshal([]byte(text), &whole)
	vocabulary(t).judge(t, name, whole.Graph)
	for _, thing := range data.Graph {
		kinds[thing.Type]++
		for _, step := range thing.Items {
			if step.Name == "" || !strings.HasPrefix(step.Item.ID, "https://") {
				t.Errorf("%s: a step without name or full address: %v", name, step)
			}
		}
	}
}

// sitemap returns the addresses in a sitemap and in those that it names.
func sitemap(t *testing.T, name string) (addresses []string) {
	t.Helper()
	text, err := os.ReadFile(public + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Maps []struct {
			Loc string `xml:"loc"`
		} `xml:"sitemap"`
		Pages []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	for _, m := range list.Maps {
		_, rest, _ := strings.Cut(strings.TrimPrefix(m.Loc, "https://"), "/")
		addresses = append(addresses, sitemap(t, rest)...)
	}
	for _, p := range list.Pages {
		addresses = append(addresses, p.Loc)
	}
	return addresses
}
