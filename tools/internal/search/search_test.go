package search

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const example = `<html><head></head><body><nav data-index-ignore>menu</nav>
<main><article data-index="/a/" data-type="explainer" data-section="netwerk" data-under="Het &amp; netwerk" data-audience="ouders politie"
  data-names="appel|appels" data-crisis>
<h1>Over <em>appels</em></h1><p data-index-summary>Kort.</p>
<p>Een appel. <a class="cite" data-index-ignore>1</a> Rood<a class="cite" data-index-ignore>1</a>, en <a data-index-ignore>3</a> rond<a class="cite" data-index-ignore>2</a>. Twee (of drie&nbsp;<a data-index-ignore>1</a>)<br>appels.</p>
<h2 id="leeg">Leeg</h2>
<h2 id="meer">Meer <b>peren</b></h2><p>Peren.</p><script>nee</script>
<ul><li id="peer-1" data-index-kind="fruit"><p data-index-name>Een peer</p><div data-index-fact><p data-index-label>Van<span data-index-ignore>◇</span></p><ul><li>2 kilo</li><li>groen</li></ul></div><p data-index-fact="Smaak">Zoet.</p></li></ul><p hidden>weg</p><p>Einde.</p>
<aside data-index-ignore>Zie: wat er nog meer over staat</aside><h2 id="tabel">Tabel</h2><table data-index-places="Hier|Daar"><tr><td data-label="Niet">Wissen.</td><td data-label="Wel">Bewaren<a data-index-ignore>1</a>, wat er nog meer is.</td></tr></table>
<h2 id="stand" data-index-ignore>Stand</h2><p>Nog niet nagekeken.</p>
<h2 id="alle">Alle</h2><ul><li id="peer-2" data-index-kind="fruit"><span data-index-name>Die</span>:
  nog
  een.</li><li data-index-kind="fruit">zonder anker</li></ul>
</article><p>buiten</p></main></body></html>`

func TestReadAPage(t *testing.T) {
	got, err := read(strings.NewReader(example))
	if err != nil {
		t.Fatal(err)
	}
	want := &page{
		URL: "/a/", Title: "Over appels", Summary: "Kort.", Type: "explainer", Section: "netwerk", Under: "Het & netwerk",
		Audience: []string{"ouders", "politie"}, Names: []string{"appel", "appels"}, Crisis: true,
		Passages: []*passage{
			{Text: "Kort.\nEen appel. Rood||, en|| rond||. Twee (of drie||)\nappels."},
			{ID: "meer", Heading: "Meer peren", Text: "Peren.\nEinde."},
			{ID: "peer-1", Heading: "Een peer", Kind: "fruit", Text: "Van|:| 2 kilo\ngroen\nZoet.", Facts: []string{"Van: 2 kilo; groen", "Smaak: Zoet."}},
			{ID: "tabel", Heading: "Tabel", Text: "|Niet:| Wissen.| · Wel:| Bewaren||, wat er nog meer is.", twice: []string{"wat er nog meer"}, Places: []string{"Hier", "Daar"}},
			{ID: "alle", Heading: "Alle", Text: "zonder anker"},
			{ID: "peer-2", Heading: "Die", Kind: "fruit", Text: "nog een."},
		},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b *passage) bool {
		return a.ID == b.ID && slices.Equal(a.twice, b.twice) && a.Heading == b.Heading && a.Kind == b.Kind && strings.ReplaceAll(a.Text, "|", seam) == strings.ReplaceAll(b.Text, "|", seam) && slices.Equal(a.Facts, b.Facts) && slices.Equal(a.Places, b.Places)
	})); diff != "" {
		t.Error(diff)
	}
	if p, err := read(strings.NewReader("<main><h1>niet</h1></main>")); p != nil || err != nil {
		t.Errorf("%v, %v", p, err)
	}
}

// What people type stands beside the section or record that they want, else with the first passage.
func TestAskedStandsBesideItsPassage(t *testing.T) {
	p, err := read(strings.NewReader(example))
	if err != nil {
		t.Fatal(err)
	}
	p.ask(map[string][]string{"": {"fruit"}, "meer": {"zoete peren"}, "1": {"deze peer"}, "weg": {"iets anders"}})
	got := map[string]string{}
	for _, passage := range p.Passages {
		if len(passage.Asked) > 0 {
			got[passage.ID] = strings.Join(passage.Asked, "|")
		}
	}
	if want := map[string]string{"": "fruit|iets anders", "meer": "zoete peren", "peer-1": "deze peer"}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestPlaces(t *testing.T) {
	pages := []*page{
		{Passages: []*passage{{Text: "de appels, de appel appel"}, {Text: "Één ding, êtes", Asked: []string{"het ding", "ding appel"}}}},
		{Passages: []*passage{{Text: "appel"}}},
	}
	var found places
	for _, p := range pages {
		p.count(map[string]bool{"de": true})
		found.add(p)
	}
	words := slices.Sorted(maps.Keys(found.of))
	if got := fronts(words); got != "0appel 5s 0ding 0het 0één 0êtes" {
		t.Errorf("%q", got)
	}
	if diff := cmp.Diff(map[string][]int{"appel": {0, 2}, "appels": {0}, "ding": {1}, "het": nil, "één": {1}, "êtes": {1}}, found.of); diff != "" {
		t.Error(diff)
	}
}

// What is packed is opened in a browser as it was.
func TestPackedIsOpened(t *testing.T) {
	var pages []*page
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		p := &page{URL: fmt.Sprint("/", n)}
		for range random.IntN(40) {
			p.Title += string([]rune("ab ,\"1éß€😀")[random.IntN(10)])
		}
		for range 1 + random.IntN(5) {
			passage := &passage{words: map[string]bool{}}
			for range random.IntN(80) {
				passage.words[fmt.Sprint("w", random.IntN(1+random.IntN(3000)))] = true
			}
			for range random.IntN(6) {
				passage.Asked = append(passage.Asked, fmt.Sprintf("w%d é%d", random.IntN(50), random.IntN(900)))
			}
			p.Passages = append(p.Passages, passage)
		}
		pages = append(pages, p)
	}
	files, _, err := parts(pages, nil, []byte(`{"stops":["één"]}`))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	got := openedIn(t, files)[0]
	if stops := got.Lexicon["stops"]; !slices.Equal(stops, []string{"één"}) {
		t.Errorf("stop words %q", stops)
	}
	var want places
	for n, p := range pages {
		want.add(p)
		if got := got.Pages[n].Title; got != p.Title {
			t.Errorf("%q, want %q", got, p.Title)
		}
	}
	if diff := cmp.Diff(want.of, got.Words, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want.asked, got.Asked, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

// inBrowser is what a browser reads in a part.
type inBrowser struct {
	Lexicon map[string][]string
	Pages   []*page
	More    int
	Asked   [][]string
	Words   map[string][]int
}

// openedIn opens the parts of an index as a browser does.
func openedIn(t *testing.T, files [][]byte) (parts []inBrowser) {
	t.Helper()
	dir, args := t.TempDir(), []string{"testdata/opened.mjs"}
	for n, text := range files {
		args = append(args, filepath.Join(dir, fmt.Sprint(n)))
		if err := os.WriteFile(args[n+1], text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("node", args...).CombinedOutput()
	if err == nil {
		err = json.Unmarshal(out, &parts)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return parts
}

// Two builds are alike, byte for byte, in whichever order the files were made.
func TestIndex(t *testing.T) {
	names := []string{"index.html", "404.html", "netwerk/index.html", "en/index.html", "en/a{b/index.html", "entree/index.html", "netwerk/x.svg"}
	first := indexOf(t, names)
	slices.Reverse(names)
	if diff := cmp.Diff(first, indexOf(t, names)); diff != "" {
		t.Error(diff)
	}
	for language, want := range map[string][]string{
		"nl": {"404.html", "entree/index.html", "index.html", "netwerk/index.html"}, "en": {"en/a{b/index.html", "en/index.html"},
	} {
		found := openedIn(t, [][]byte{[]byte(first[Folder(language)+"/"+IndexFile])})[0]
		var got []string
		for _, p := range found.Pages {
			got = append(got, p.URL)
			if text := first[Folder(language)+"/text/"+p.URL+"texts.json"]; !strings.Contains(text, p.URL) {
				t.Errorf("%s has the text %s", p.URL, text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q", language, got)
		}
		if _, typed := found.Words["kopen"]; typed != (language == "en") {
			t.Errorf("words that people type in %s: %v", language, found.Words)
		}
	}
	if _, _, err := Index(context.Background(), t.TempDir(), t.TempDir(), Known{Languages: []string{"nl"}}); err == nil || !strings.Contains(err.Error(), "no pages") {
		t.Errorf("nothing to index: %v", err)
	}
}

// indexOf makes pages in this order, and returns the files of their index.
func indexOf(t *testing.T, names []string) map[string]string {
	dir := t.TempDir()
	for _, name := range names {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		html := `<main data-index="` + name + `"><h1>x</h1><p>Over ` + name + `.</p></main>`
		if err := os.WriteFile(file, []byte(html), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	known := Known{Languages: []string{"nl", "en"}, Asked: map[string]map[string][]string{"en/index.html": {"": {"peren kopen", "appels"}}}}
	if n, large, err := Index(context.Background(), dir, dir, known); err != nil || n != len(names)-1 || len(large) > 0 {
		t.Fatalf("%d pages: %v", n, err)
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".json" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// However large a site, no part of its index is larger than the first search of a small one may cost; the pages that
// count most are in the first.
func TestALargeIndexIsCut(t *testing.T) {
	var pages []*page
	for n := range 2000 {
		p := &page{URL: fmt.Sprint("/", n), Type: []string{"source", "explainer"}[n%2], Passages: []*passage{{words: map[string]bool{}}}}
		for word := range 120 {
			p.Passages[0].words[fmt.Sprint("w", (n*word*7919)%(n+word+300))] = true
		}
		pages = append(pages, p)
	}
	weights := map[string]float64{"source": 0.4}
	files, whole, err := parts(slices.Clone(pages), weights, []byte(`{}`))
	if err != nil || len(files) < 2 || whole < Part {
		t.Fatalf("%d parts of %d bytes: %v", len(files), whole, err)
	}
	for _, c := range []struct {
		pages int
		says  string
	}{{len(pages), fmt.Sprintf("has %d bytes with gzip, where %d can be searched at once: it is cut into %d parts", whole, Part, len(files))}, {100, ""}} {
		i := indexer{language: "nl", dir: filepath.Join(t.TempDir(), Folder("nl")), known: Known{Weights: weights, Lexicons: map[string][]byte{"nl": []byte(`{}`)}}, pages: slices.Clone(pages[:c.pages])}
		if err := i.finish(); err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, one := range i.large {
			got += one.Message
		}
		if (c.says == "") != (got == "") || !strings.Contains(got, c.says) {
			t.Errorf("%d pages: %q, want %q", c.pages, got, c.says)
		}
	}
	var seen []string
	for n, part := range openedIn(t, files) {
		if size := packed(files[n]); size > Part || size < Part*3/4 && n < len(files)-1 {
			t.Errorf("part %d has %d bytes", n, size)
		}
		if (part.Lexicon != nil) != (n == 0) {
			t.Errorf("part %d has the lexicon %v", n, part.Lexicon)
		}
		if n == 0 && (part.More != len(files)-1 || part.Pages[0].Type != "explainer") {
			t.Errorf("the first part: %d more, %s first", part.More, part.Pages[0].Type)
		}
		for _, p := range part.Pages {
			seen = append(seen, p.URL)
		}
	}
	if len(seen) != len(pages) {
		t.Errorf("%d of %d pages", len(seen), len(pages))
	}
}
