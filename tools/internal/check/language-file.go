package check

import (
	"fmt"
	"maps"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "language-file",
	Title:    "a language that lacks its interface texts, or words that another language has",
	Why:      "Pages then carry texts in another language, and rules about words say nothing, without a word about it.",
	Wrong:    "a language without its file in i18n/",
	Right:    "a file in i18n/ and one in data/lexicon/ for each language",
	Mend:     "add the file or the list; a list that says nothing in a language is written as `[]`. `wijzer check --rules` says which rules are off for want of words.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		withTexts := slices.ContainsFunc(p.Languages, func(lang string) bool { return p.HasFile(site.InterfaceFile(lang)) })
		lists := allLists(p.Site)
		for _, lang := range p.Languages {
			if withTexts && !p.HasFile(site.InterfaceFile(lang)) {
				p.As(Error).Report(diag.Position{File: site.InterfaceFile(lang)}, "translate that of another language", "no interface texts in %q", lang)
			}
			reportLists(p, lang, lists)
		}
	},
})

// allLists returns the names of the word lists that any language has.
func allLists(s *site.Site) []string {
	names := map[string]bool{}
	for _, lang := range s.Languages {
		if x := s.Lexicon(lang); x != nil {
			lists, _ := x.At("").(map[string]any)
			for name := range lists {
				names[name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

func reportLists(p *Pass, lang string, lists []string) {
	x, file := p.Lexicon(lang), site.LexiconFile(lang)
	switch {
	case p.Unread(file) || len(lists) == 0:
		return
	case x == nil:
		p.Report(diag.Position{File: file}, "translate that of another language", "no words in %q", lang)
		return
	}
	for _, name := range lists {
		if !x.Has(name) {
			p.Report(diag.Position{File: x.File}, fmt.Sprintf("add it, or write %s: []", name), "no list %q in %q, as other languages have", name, lang)
		}
	}
}
