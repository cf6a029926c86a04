package check

import (
	"fmt"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

const (
	citing = "---\ntitle: A\ntype: explainer\n---\nEen bewering over [een weg](weg.md#eind), met een [woord](term:woord). [hfst. 1](cite:boek)\n"
	record = "type: book\ntitle: Een boek\nlabel: Boek (2020)\nread_as:\n  nl: helemaal\n  en: all of it\n"
)

func whole() map[string]string {
	return map[string]string{
		"content/a.nl.md": citing, "content/a.en.md": citing, "data/sources/boek.yaml": record,
		"content/weg.nl.md": "---\ntitle: Weg\ntype: explainer\n---\n## Eind\n", "content/weg.en.md": "---\ntitle: Way\ntype: explainer\n---\n## Eind\n",
		"content/begrippen/woord.nl.md": "---\ntitle: woord\ntype: term\n---\nIets.\n", "content/begrippen/woord.en.md": "---\ntitle: word\ntype: term\n---\nIets.\n",
	}
}

func findingsOf(files map[string]string) []diag.Diagnostic {
	fsys := fstest.MapFS{site.ConfigFile: {Data: []byte(defaultConfig)}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, found := site.Load(fsys)
	return diag.Sort(append(found, Source(s, today)...))
}

// everyKind is whole with a file of every kind that people write.
func everyKind() map[string]string {
	files := whole()
	for name, text := range map[string]string{
		"content/_index.nl.md": "---\ntitle: Thuis\ntype: overview\n---\n", "content/_index.en.md": "---\ntitle: Home\ntype: overview\n---\n",
		"data/contacts/lijn.yaml":        "name: Lijn\nphone: \"112\"\npurpose:\n  nl: Vragen.\n  en: Questions.\n",
		"data/topics/tal.yaml":           "title:\n  nl: Tal\n  en: Number\n",
		"data/figures/drie.yaml":         "topic: tal\nvalue: \"3\"\nsource: boek\nlocator: hfst. 1\n",
		"data/cases/zaak.yaml":           "title:\n  nl: Zaak in Zweden\n  en: Case in Sweden\ncountry: SE\nsource: boek\n",
		"data/gaps/g1.yaml":              "title:\n  nl: Iets\n  en: Something\nrefer:\n  - lijn\n",
		"data/signals/licht.yaml":        "area: weg\ntext:\n  nl: Geen licht.\n  en: No light.\nsource: boek\n",
		"data/tombstones/oud.yaml":       "kind: page\nwas: /oud\nreason:\n  nl: Weg.\n  en: Gone.\non: \"2026-11-01\"\n",
		"data/redirects.yaml":            "addresses:\n  - was: /eerst/\n    now: /weg\n",
		"data/domains.yaml":              "allow:\n  - example.org\n",
		"data/lexicon/nl.yaml":           "negation:\n  - geen\n  - niet\nstop_words:\n  - de\nalike:\n  negation:\n    no: [geen]\n",
		"data/lexicon/en.yaml":           "negation:\n  - no\n  - not\nstop_words:\n  - the\nalike:\n  negation:\n    no: [no]\n",
		"i18n/nl.toml":                   "country_SE = \"Zweden\"\nfree = \"niet duur\"\n",
		"i18n/en.toml":                   "country_SE = \"Sweden\"\nfree = \"not dear\"\n",
		"content/begrippen/_index.nl.md": "---\ntitle: Begrippen\ntype: overview\n---\n", "content/begrippen/_index.en.md": "---\ntitle: Terms\ntype: overview\n---\n",
	} {
		files[name] = text
	}
	files["content/a.nl.md"] += "\n```contacts\nids: [lijn]\n```\n\n```figures\ntopic: tal\n```\n\nDat zijn er [3](figure:drie), zie [de zaak](case:zaak) en [home](_index.md).\n"
	return files
}

// What makes a file unreadable, in any of its kinds; the text itself where it does not.
var unreadable = map[string]func(name, text string) string{
	"BOM":          func(_, s string) string { return "\uFEFF" + s },
	"nothing":      func(_, _ string) string { return "" },
	"Windows-1252": func(_, s string) string { return s + "caf\xe9\n" },
	"merge":        func(_, s string) string { return s + "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n" },
	"NUL":          func(_, s string) string { return s + "\x00" },
	"tab": func(name, s string) string {
		if strings.HasSuffix(name, ".md") {
			return strings.Replace(s, "\ntype:", "\nx:\n\ty: 1\ntype:", 1)
		}
		return strings.ReplaceAll(s, "\n  ", "\n\t")
	},
	"colon": func(name, s string) string {
		if strings.HasSuffix(name, ".toml") {
			return strings.Replace(s, " = ", ": ", 1)
		}
		return strings.Replace(s, ": ", ": een: twee: ", 1)
	},
	"quote": func(name, s string) string {
		if strings.HasSuffix(name, ".toml") {
			return strings.TrimSuffix(s, "\"\n")
		}
		return strings.Replace(s, ": ", ": \"", 1)
	},
	"merge in front matter": func(name, s string) string {
		return strings.Replace(s, "type:", "<<<<<<< HEAD\ntype:", 1)
	},
	"no front matter": func(name, s string) string { return strings.TrimPrefix(s, "---\n") },
}

// A file that cannot be read is one finding, the first, and what follows from
// it is silent.
func TestCauseBeforeConsequence(t *testing.T) {
	whole := everyKind()
	before := map[string]bool{}
	for _, d := range findingsOf(whole) {
		before[d.File+d.Message] = true
	}
	for file, text := range whole {
		for fault, broken := range unreadable {
			files := maps.Clone(whole)
			if files[file] = broken(file, text); files[file] == text {
				continue
			}
			found := findingsOf(files)
			if len(found) == 0 || found[0].File != file || !found[0].Cause {
				t.Errorf("%s, %s: the cause does not come first: %v", file, fault, found)
				continue
			}
			for _, d := range found[1:] {
				if !before[d.File+d.Message] {
					t.Errorf("%s, %s: consequence %s: %s (%s)", file, fault, d.Position, d.Message, d.Rule)
				}
			}
		}
	}
}

// So is a file whose name does not say what it holds.
func TestAWrongNameIsOneFinding(t *testing.T) {
	whole := everyKind()
	before := map[string]bool{}
	for _, d := range findingsOf(whole) {
		before[d.File+d.Message] = true
	}
	for was, is := range map[string]string{
		"content/weg.nl.md": "content/Weg.nl.md", "content/weg.en.md": "content/weg.EN.md", "content/begrippen/woord.nl.md": "content/begrippen/woord.md",
		"data/sources/boek.yaml": "data/sources/boek.yml", "data/contacts/lijn.yaml": "data/contacts/Lijn.yaml", "data/figures/drie.yaml": "data/figures/drie.yaml.yaml",
	} {
		files := maps.Clone(whole)
		files[is] = files[was]
		delete(files, was)
		found := findingsOf(files)
		if found[0].File != is || found[0].Rule != "file-name" {
			t.Errorf("%s: the name does not come first: %v", is, found[0])
		}
		for _, d := range found[1:] {
			if !before[d.File+d.Message] {
				t.Errorf("%s: consequence %s: %s (%s)", is, d.Position, d.Message, d.Rule)
			}
		}
	}
}

// Nor does a block that cannot be read say that its translation is missing.
func TestABlockThatCannotBeReadIsOneFinding(t *testing.T) {
	files := everyKind()
	files["content/a.en.md"] = files["content/a.nl.md"]
	before := map[string]bool{}
	for _, d := range findingsOf(files) {
		before[d.File+d.Message] = true
	}
	files["content/a.en.md"] = strings.Replace(files["content/a.en.md"], "topic: tal", "\ttopic: tal", 1)
	found := findingsOf(files)
	if !found[0].Cause || !strings.Contains(found[0].Message, "tab") {
		t.Errorf("the cause does not come first: %v", found)
	}
	for _, d := range found[1:] {
		if !before[d.File+d.Message] {
			t.Errorf("consequence %s: %s (%s)", d.Position, d.Message, d.Rule)
		}
	}
}

func TestATabIsCalledOne(t *testing.T) {
	files := whole()
	files["data/sources/boek.yaml"] = strings.ReplaceAll(record, "  ", "\t")
	found := findingsOf(files)
	if d := found[0]; d.Position.String() != "data/sources/boek.yaml:5:1" || !strings.Contains(d.Message, "tab") || !strings.Contains(d.Hint, "spaces") {
		t.Errorf("%s: %s | %s", d.Position, d.Message, d.Hint)
	}
}

// An id that very many places use is one mistake.
func TestAMistypedIDOfManyIsOneFinding(t *testing.T) {
	files := whole()
	files["data/sources/boek-2.yaml"] = record
	delete(files, "data/sources/boek.yaml")
	files["content/a.nl.md"] += strings.Repeat("\nNog een bewering. [hfst. 1](cite:boek)\n", 20)
	var found []diag.Diagnostic
	for _, d := range findingsOf(files) {
		if d.Rule == "reference-unknown" {
			found = append(found, d)
		}
	}
	if len(found) != 1 || !strings.Contains(found[0].Message, "in 21 other places") || !strings.Contains(found[0].Hint, `name the record "boek" again, or write "boek-2" in all of them: wijzer mv source:boek boek-2`) {
		t.Errorf("%v", found)
	}
}

// Of a site whose config.toml names no languages nothing else is said.
func TestNoLanguagesIsTheOnlyFinding(t *testing.T) {
	for _, config := range []string{"baseURL = \"https://example.org/\"\n[languages]\n", "x = [\n"} {
		s, found := site.Load(fstest.MapFS{
			"config.toml":   {Data: []byte(config)},
			"i18n/xx.toml":  {Data: []byte("a = \"b\"\n")},
			"content/a.txt": {Data: []byte("a")},
		})
		for _, d := range append(found, Source(s, time.Now())...) {
			if d.Rule != "config-invalid" {
				t.Errorf("%q: %s: %s (%s)", config, d.Position, d.Message, d.Rule)
			}
		}
		if len(found) == 0 {
			t.Errorf("%q: no finding", config)
		}
	}
}

// So is what stands in the place of a file and is none.
func TestWhatIsNoFileIsOneFinding(t *testing.T) {
	whole := fstest.MapFS{site.ConfigFile: {Data: []byte(defaultConfig)}}
	for name, text := range everyKind() {
		whole[name] = &fstest.MapFile{Data: []byte(text)}
	}
	find := func(files fstest.MapFS) []diag.Diagnostic {
		s, found := site.Load(files)
		return diag.Sort(append(found, Source(s, today)...))
	}
	before := map[string]bool{}
	for _, d := range find(whole) {
		before[d.File+d.Message] = true
	}
	for _, name := range []string{"content/weg.nl.md", "content/begrippen/woord.en.md", "data/sources/boek.yaml", "data/contacts/lijn.yaml"} {
		for _, mode := range []fs.FileMode{fs.ModeNamedPipe, fs.ModeDevice, fs.ModeSymlink, fs.ModeDir} {
			files := maps.Clone(whole)
			files[name] = &fstest.MapFile{Mode: mode, Data: []byte("nergens")}
			found := find(files)
			if found[0].File != name || !found[0].Cause {
				t.Errorf("%s as %v: %v does not come first", name, mode, found[0])
			}
			for _, d := range found[1:] {
				if !before[d.File+d.Message] {
					t.Errorf("%s as %v: consequence %s: %s (%s)", name, mode, d.Position, d.Message, d.Rule)
				}
			}
		}
	}
}

// Dates and numbers of a language whose words nobody has would be misread: that they are
// missing is told once.
func TestALanguageWithoutWordsIsComparedWithNone(t *testing.T) {
	page := func(said string) string { return "---\ntitle: A\ntype: overview\n---\n" + said + "\n" }
	files := map[string]string{
		"content/a.nl.md": page("Op 1 januari 2019 waren er twee."), "content/a.en.md": page("On 1 January 2019 there were two."),
		"data/lexicon/nl.yaml": "months: [januari]\nnumbers: {twee: 2}\nnegation: [niet]\n",
	}
	var told []string
	for _, d := range findingsOf(files) {
		if d.Rule == "translation-differs" || d.Rule == "language-file" || d.Rule == "interface-text" {
			told = append(told, d.Message)
		}
	}
	if len(told) != 1 || told[0] != `no words in "en"` {
		t.Error(told)
	}
}

// A record that was renamed by hand is not told as one that nothing cites, while what
// cites it names what is not there.
func TestARenamedSourceIsNotUncited(t *testing.T) {
	files := whole()
	files["data/sources/atlas-2020.yaml"] = record
	uncited := func() (n int) {
		for _, d := range findingsOf(files) {
			if d.Rule == "source-uncited" {
				n++
			}
		}
		return n
	}
	if n := uncited(); n != 1 {
		t.Errorf("%d uncited beside one that is cited", n)
	}
	delete(files, "data/sources/boek.yaml")
	if n := uncited(); n != 0 {
		t.Errorf("%d uncited, and one that is not there is cited", n)
	}
}

// What one rule tells of one file has an end, and says so; a warning counts against no error.
func TestManyFindingsInOneFileAreTold(t *testing.T) {
	var found []diag.Diagnostic
	r := newReporter(&Rule{ID: "x", Severity: diag.Warning}, &found)
	for range 3 * mostTold {
		r.Report(diag.Position{File: "a"}, "", "here")
	}
	r.Report(diag.Position{File: "b"}, "", "there")
	r.As(diag.Error).Report(diag.Position{File: "a"}, "", "wrong")
	if len(found) != mostTold+3 || found[mostTold].Message != "and more: of one file 100 are told" || found[mostTold+2].Message != "wrong" {
		t.Errorf("%d findings: %v", len(found), found[mostTold:])
	}
}

// That a language of a large site has no page is told first, and once.
func TestALanguageWithoutPagesIsOneFinding(t *testing.T) {
	files := everyKind()
	for i := range 30 {
		for _, lang := range []string{"nl", "en"} {
			files[fmt.Sprintf("content/p%d.%s.md", i, lang)] = fmt.Sprintf("---\ntitle: Weg %d\ntype: overview\n---\n", i)
		}
	}
	find := func(config string) []diag.Diagnostic {
		fsys := fstest.MapFS{site.ConfigFile: {Data: []byte(config)}}
		for name, text := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		s, found := site.Load(fsys)
		return diag.Sort(append(found, Source(s, today)...))
	}
	before := map[string]bool{}
	for _, d := range find(defaultConfig) {
		before[d.File+d.Message] = true
	}
	found := find(strings.Replace(defaultConfig, "[params]", "[languages.de]\nweight = 9\n[params]", 1))
	if !found[0].Cause || found[0].Message != `no page is in language "de": nothing else is told of it` {
		t.Errorf("the cause does not come first: %v", found[0])
	}
	for _, d := range found[1:] {
		if !before[d.File+d.Message] {
			t.Errorf("consequence %s: %s (%s)", d.Position, d.Message, d.Rule)
		}
	}
}

// A language that lacks words which another has is one finding for each list: what rules
// would say without them of its pages is a consequence, and so is an allowance for one.
func TestWordsThatALanguageLacksAreTheCause(t *testing.T) {
	others := func(from, to int) (lists string) {
		for n := from; n <= to; n++ {
			lists += fmt.Sprintf("list%d: []\n", n)
		}
		return lists
	}
	page := func(summary, text string) string {
		return "---\ntitle: A\ntype: overview\nsummary: " + summary + "\n---\n\n" + text + "\n"
	}
	allowed := "<!-- allow link-text-vague until 2027-01-01: that is how it is called -->\n\nThe next is [here](b.md)."
	files := map[string]string{
		"content/a.nl.md": page("Iets", "Dat dat is zo, zie [b](b.md)."), "content/b.nl.md": page("Meer", "Wat er staat, zie [a](a.md)."),
		"content/a.en.md": page("Something", allowed), "content/b.en.md": page("More", "They say that that is so, as [a](a.md) does."),
		"data/lexicon/nl.yaml": "vague_links: [hier]\ntwice: [dat]\n" + others(1, 9),
	}
	words := map[string]string{
		"none":         "",
		"without one":  "vague_links: [here]\n" + others(1, 9),
		"all":          "vague_links: [here]\ntwice: [that]\n" + others(1, 9),
		"without many": others(8, 9),
	}
	want := map[string]string{
		"none": `no words in "en"`, "without one": `no list "twice" in "en", as other languages have`, "all": "",
		"without many": `9 lists that other languages have are not in "en": list1, list2, list3, list4, list5, …`,
	}
	for name, text := range words {
		delete(files, "data/lexicon/en.yaml")
		if text != "" {
			files["data/lexicon/en.yaml"] = text
		}
		var told []string
		for _, d := range findingsOf(files) {
			if d.Severity != diag.Info && d.Message != "the site has no name" {
				told = append(told, d.Message)
			}
		}
		if strings.Join(told, "; ") != want[name] {
			t.Errorf("%s: %q", name, told)
		}
	}
}
