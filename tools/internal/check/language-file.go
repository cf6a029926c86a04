package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Warning, Rule{
	ID:    "language-file",
	Title: "a language that lacks its interface texts, or words that another language has",
	Why:   "Pages then carry texts in another language, and rules about words say nothing, without a word about it.",
	Wrong: "a language without its file in i18n/",
	Right: "a file in i18n/ and one in data/lexicon/ for each language",
	Mend:  "add the file or the list; a list that says nothing in a language is written as `[]`. `wijzer check --rules` says which rules are off for want of words.",
	Source: func(p *Pass) {
		withTexts := slices.ContainsFunc(p.Languages, func(lang string) bool { return p.HasFile(site.InterfaceFile(lang)) })
		missing := p.MissingWords()
		for _, lang := range p.Languages {
			if withTexts && !p.HasFile(site.InterfaceFile(lang)) {
				p.As(Error).Report(diag.Position{File: site.InterfaceFile(lang)}, "translate that of another language", "no interface texts in %q", lang)
			}
			reportLists(p, lang, missing[lang])
		}
	},
})

// few are so many lists that each is worth a line of its own.
const few = 5

func reportLists(p *Pass, lang string, missing []string) {
	x := p.Lexicon(lang)
	if x == nil && len(missing) > 0 {
		p.Report(diag.Position{File: site.LexiconFile(lang)}, "translate that of another language", "no words in %q", lang)
		return
	}
	if len(missing) > few {
		p.Report(diag.Position{File: x.File}, "translate them, or write []", "%d lists that other languages have are not in %q: %s, …", len(missing), lang, strings.Join(missing[:few], ", "))
		return
	}
	for _, name := range missing {
		p.Report(diag.Position{File: x.File}, fmt.Sprintf("add it, or write %s: []", name), "no list %q in %q, as other languages have", name, lang)
	}
}
