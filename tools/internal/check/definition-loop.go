package check

import (
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/text"
)

var _ = register(GlossaryRules, Warning, Rule{
	ID:    "definition-loop",
	Title: "a definition that uses the word it defines, or definitions that need each other",
	Why:   "Who does not know the word learns nothing from a sentence that needs it. Who knows neither of two is sent from one to the other and back.",
	Wrong: "fietser: wie fietst.\nfietsen: wat een fietser doet.",
	Right: "fietser: wie fietst.\nfietsen: rijden op een voertuig met trappers.",
	Mend:  "say it, or one of them, in everyday words, without the other terms; what the word is short for may be quoted between quotation marks.",
	Source: func(p *Pass) {
		for e := range p.Entries() {
			if m, ok := ownWord(e); ok {
				p.Report(e.Doc.At(e.First(), m.From), "say it in other words", "definition of %q uses %q", e.Term.ID, m.Of(e.First().Text))
			}
		}
		for _, lang := range p.Languages {
			for ids, way := range loops(p.Terms, definingTerms(p, lang)) {
				p.Report(way[0].at, "say one of them in everyday words", "definitions need each other: %s", ids)
			}
		}
	},
})

// ownWord finds a name of the term in its definition: not quoted, and not
// in a link, which leads to another term.
func ownWord(e *glossary.Entry) (found text.Mention, ok bool) {
	first := e.First()
	if first == nil {
		return found, false
	}
	names, quoted := e.Names(), text.Quotations(first.Text)
	for _, name := range names {
		names = append(names, text.Capitalised(name))
	}
	for _, m := range text.NewPhrases(names).Find(first.Text) {
		if !text.Within(quoted, m.From) && !first.Literal(m.From) && e.Doc.LinkAt(first, m.From) == nil {
			return m, true
		}
	}
	return found, false
}

// definingTerms returns per term those that its definition names, by a link
// or in plain words.
func definingTerms(p *Pass, lang string) map[*glossary.Term][]defining {
	finder := p.Finder(lang, func(t *glossary.Term) bool { return t.Status != glossary.Internal })
	needs := map[*glossary.Term][]defining{}
	for e := range p.Entries(lang) {
		first := e.First()
		if first == nil {
			continue
		}
		for _, use := range finder.Uses(e.Doc, first) {
			if t := use.Term(); t != nil && t != e.Term {
				needs[e.Term] = append(needs[e.Term], defining{t, e.Doc.At(first, use.From)})
			}
		}
	}
	return needs
}
