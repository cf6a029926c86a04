package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "help-line",
	Title:    "a page with a word of the list `crisis` that is not marked sensitive",
	Why:      "Somebody who reads about it may be thinking of it. The mark puts the help line beside the text, and the choice to skip it (ESP-05, ESP-25).",
	Wrong:    "title: Controle\ntype: uitleg\n---\n… [word of the list] …",
	Right:    "title: Controle\ntype: uitleg\nsensitive: true\nnote: Deze pagina gaat over …\n---\n… [word of the list] …",
	Mend:     "set sensitive: true, and write a note of one sentence. A term with status caution needs neither. The words are the list `crisis` in data/lexicon/<lang>.yaml; names of organisations that hold one are the list `crisis_names`.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		words := crisisWords(p.Site)
		for _, page := range p.Pages {
			if words[page.Lang].words.Empty() || isSensitive(p.Site, page) || slices.Contains(p.Config.Params.Colophon, page.Section) {
				continue
			}
			found := false
			eachPageText(page, func(t *runningText) {
				if m, ok := words[t.lang].first(t.text); ok && !found && !t.code(m.From) {
					found = true
					p.Report(t.at(m.From), "set sensitive: true, with a note", "%q on a page that is not marked sensitive", t.text[m.From:m.To])
				}
			})
		}
	},
})

// isSensitive reports whether a page is marked to show the help line.
func isSensitive(s *site.Site, page *site.Page) bool {
	if t := s.Term(pageTerm(page)); t != nil && t.Status(s) != "publish" {
		return true
	}
	return page.Front.Map()["sensitive"] == true
}

// crisis finds the words of one language that ask for the help line.
type crisis struct{ words, names *text.Phrases }

func crisisWords(s *site.Site) map[string]crisis {
	by := map[string]crisis{}
	for _, lang := range s.Languages {
		x := s.Lexicon(lang)
		c := crisis{text.NewPhrases(x.Phrases("crisis")), text.NewPhrases(x.Phrases("crisis_names"))}
		c.words.Hyphens = true
		by[lang] = c
	}
	return by
}

// first gives the first of those words in a text that is no part of a name.
func (c crisis) first(s string) (m text.Mention, ok bool) {
	found := c.words.Find(s)
	if len(found) == 0 {
		return m, false
	}
	names := c.names.Find(s)
	i := slices.IndexFunc(found, func(m text.Mention) bool {
		return !slices.ContainsFunc(names, func(n text.Mention) bool { return n.From <= m.From && m.To <= n.To })
	})
	if i < 0 {
		return m, false
	}
	return found[i], true
}
