package check

import (
	"io/fs"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/site"
)

// hostile are texts of which a rule that looks at all of a paragraph for each thing in
// it would look at too much.
var hostile = []string{
	"Wat! ", "0 ", "06-", "1.000 ", "5% ", "In 2019 ", "764 ", "‘a’ ", "onderzoeker Jan Jansen ", "slachtoffer ", "niet ", "Hij zei dat ", "alleen door ", "kinderporno ",
	"‘a’ suïcide ", "suïcide bracht tot ", "‘a’ wegpiraat ", "is is ", "- stap\n",
	"[3](figure:drie) ", "[com](term:com) ", "t.me/", "#a ",
}

// A rule does not need more than twice as much for each byte of a long paragraph as for
// each of a short one. Counted is what it allocates, which no clock changes.
func TestNoTextCostsMoreThanItsLength(t *testing.T) {
	files := fstest.MapFS{site.ConfigFile: {Data: []byte(strings.Replace(defaultConfig, "[params]", "[params]\nregion = \"NL\"", 1))}}
	for _, dir := range []string{"data/lexicon", "data/contacts"} {
		_ = fs.WalkDir(os.DirFS("../../.."), dir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				text, _ := os.ReadFile("../../../" + name)
				files[name] = &fstest.MapFile{Data: text}
			}
			return err
		})
	}
	for name, text := range whole() {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	avoid := "---\ntitle: woord\ntype: term\navoid:\n  - {term: wegpiraat, reason: zo.}\n---\nIets.\n"
	files["content/begrippen/woord.nl.md"] = &fstest.MapFile{Data: []byte(avoid)}
	files["data/figures/drie.yaml"] = &fstest.MapFile{Data: []byte("topic: tal\nvalue: \"3\"\nsource: boek\n")}
	cost := func(text string) map[string]uint64 {
		files["content/proef.nl.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Proef\ntype: explainer\n---\n" + text + "\n")}
		s, _ := site.Load(files)
		for _, lang := range s.Languages {
			between.NewReader(s.Lexicon(lang)) // which is kept for whoever asks next
		}
		costs := map[string]uint64{}
		for id, r := range registry {
			if r.Source != nil {
				var before, after runtime.MemStats
				common := newShared(s)
				common.missing = nil
				runtime.ReadMemStats(&before)
				withWords(r, s, common, today)
				runtime.ReadMemStats(&after)
				costs[id] = after.TotalAlloc - before.TotalAlloc
			}
		}
		return costs
	}
	const short, times = 1200, 6
	empty := cost("Tekst.")
	for _, text := range hostile {
		once, more := cost(strings.Repeat(text, short/len(text))), cost(strings.Repeat(text, times*short/len(text)))
		for id := range registry {
			if few, many := int(once[id]-empty[id]), int(more[id]-empty[id]); many > 2*times*max(few, 200<<10) {
				t.Errorf("%s: %d times as long a text of %q costs %d kB, not %d", id, times, text, many>>10, few>>10)
			}
		}
	}
}
