package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/fix"
	"comwijzer/tools/internal/site"
)

// What is wrong for sure is mended by --fix; what may be meant otherwise is not.
func TestCertainRemediesAreApplied(t *testing.T) {
	for wrong, right := range map[string]string{
		"Zie [p. 1](cite:beok).":                            "Zie [p. 1](cite:boek).",
		"Een [woord](term:wood).":                           "Een [woord](term:woord).",
		"Een [woord](trem:woord).":                          "Een [woord](term:woord).",
		"Zie [de weg](wegg.md).":                            "Zie [de weg](weg.md).",
		"Zie [de weg](wegg.md#eind).":                       "Zie [de weg](weg.md#eind).",
		"Zie [de weg](begrippen/../weeg.md).":               "Zie [de weg](begrippen/../weg.md).",
		"Zie [het eind](weg.md#eid).":                       "Zie [het eind](weg.md#eind).",
		"Bel 0800-2000 nu.":                                 "Bel [0800-2000](contact:lijn) nu.",
		"Bel 0800 2000 nu.":                                 "Bel [0800 2000](contact:lijn) nu.",
		"Bel 020-7654321 nu.":                               "Bel 020-7654321 nu.", // nobody's
		"Bel 020-1234567 nu.":                               "Bel 020-1234567 nu.", // of two
		"Zie [p. 1](cite:geheel-anders).":                   "Zie [p. 1](cite:geheel-anders).",
		"Zie [hier](heel-anders.md).":                       "Zie [hier](heel-anders.md).",
		"Zie [hier](weg.md#iets-anders).":                   "Zie [hier](weg.md#iets-anders).",
		"Bel 0800&#8209;2000 nu.":                           "Bel 0800&#8209;2000 nu.", // seen, and not there as it is seen
		"Bel 08\u200B00-2000 nu.":                           "Bel 08\u200B00-2000 nu.",
		"Zie [de weg](Weg.md).":                             "Zie [de weg](weg.md).",
		"Dat is de de weg.":                                 "Dat is de weg.",
		"Wacht ... op iets.":                                "Wacht … op iets.",
		"Een [oud](term:oud).":                              "Een [oud](term:woord).",
		"Een woord\u00ADen hier.":                           "Een woord\u00ADen hier.", // another word
		"Een [woord](term:woord). Een [woord](term:woord).": "Een [woord](term:woord). Een woord.",
		"Een lelijk huis.":                                  "Een mooi huis.",
		"Lelijk is dat.":                                    "Mooi is dat.",
		"Een le&shy;lijk huis.":                             "Een le&shy;lijk huis.",
	} {
		files := whole()
		files["data/contacts/lijn.yaml"] = "name: Lijn\nphone: 0800-2000\n"
		files["data/contacts/een.yaml"] = "name: Een\nphone: 020-1234567\n"
		files["data/contacts/twee.yaml"] = "name: Twee\nphone: 020-1234567\n"
		files["data/lexicon/nl.yaml"] = "avoid:\n  - {word: lelijk, use: mooi, fix: mooi}\n"
		files["content/begrippen/oud.nl.md"] = "---\ntitle: oud\ntype: term\nstatus: retired\nretired: {successor: woord}\n---\nIets.\n"
		files["content/proef.nl.md"] = "---\ntitle: Proef\ntype: explainer\n---\n" + wrong + "\n"
		if got := mended(t, files, "content/proef.nl.md"); !strings.HasSuffix(got, "\n"+right+"\n") {
			t.Errorf("%q became %q, want %q", wrong, got, right)
		}
	}
}

// So is an audience or a theme that is one of the list but for a slip, and the first
// mention of a term in a section gets its link.
func TestCertainRemediesOfWordsAreApplied(t *testing.T) {
	const front, gap = "---\ntitle: Proef\ntype: explainer\n", "title: {nl: Iets}\ntext: {nl: Iets.}\nrefer: []\nfor:\n  "
	term := "---\ntitle: klank\ntype: term\nstatus: publish\nforms: [klanken]\n---\nIets.\n"
	for _, c := range []struct{ file, wrong, right string }{
		{"content/proef.nl.md", front + "audience:\n  - politei\n---\n", front + "audience:\n  - politie\n---\n"},
		{"content/proef.nl.md", front + "audience: [politei, vissers]\n---\n", front + "audience: [politie, vissers]\n---\n"},
		{"content/begrippen/b.nl.md", "---\ntitle: b\ntype: term\ndomain: netwerken\n---\nIets.\n", "---\ntitle: b\ntype: term\ndomain: netwerk\n---\nIets.\n"},
		{"data/gaps/g.yaml", gap + "politei: {text: {nl: Iets.}}\n", gap + "politie: {text: {nl: Iets.}}\n"},
		{"content/proef.nl.md", front + "---\nEen klank, en nog een klank.\n\n## Kop\n\nTwee klanken.\n", front + "---\nEen [klank](term:klank), en nog een klank.\n\n## Kop\n\nTwee [klanken](term:klank).\n"},
		{"content/proef.nl.md", front + "---\nEen kl&shy;ank.\n", front + "---\nEen kl&shy;ank.\n"},
	} {
		files := whole()
		files["content/begrippen/klank.nl.md"], files[c.file] = term, c.wrong
		if got := mended(t, files, c.file); got != c.right {
			t.Errorf("%q became %q, want %q", c.wrong, got, c.right)
		}
	}
}

// mended returns a file after check --fix.
func mended(t *testing.T, files map[string]string, name string) string {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys[site.ConfigFile] = &fstest.MapFile{Data: []byte(strings.Replace(defaultConfig, "[params]", "[params]\nregion = \"NL\"", 1))}
	s, found := site.Load(fsys)
	changed, err := fix.Apply(fsys, diag.Sort(append(found, Source(s, today)...)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range changed {
		if f.Name == name {
			return string(f.New)
		}
	}
	return files[name]
}
