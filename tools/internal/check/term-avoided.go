package check

import (
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(GlossaryRules, Warning, Rule{
	ID:    "term-avoided",
	Title: "a word that a term says not to use",
	Why:   "One thing has one name on this site, and some names hurt or mislead. The reason stands with the term.",
	Wrong: "Hij is een wegpiraat.   # avoid: [{term: wegpiraat, reason: …}] at hardrijder",
	Right: "Hij is een hardrijder.",
	Mend:  "write the term instead. Quotations and code may hold the word; so may the page of the term itself.",
	Source: func(p *Pass) {
		lists := site.ByLanguage(p.Site, func(lang string) *avoidedWords { return newAvoidedWords(p, lang) })
		for t := range p.Passages() {
			list := lists[t.Lang]
			mentions := list.words.Find(t.Text)
			if len(mentions) == 0 {
				continue // nearly every text
			}
			quoted := text.Quotations(t.Text)
			for _, m := range mentions {
				entry := list.owner[m.Phrase]
				if t.Page != nil && t.Page.Entry == entry || t.IsCode(m.From) || text.Within(quoted, m.From) {
					continue
				}
				p.Report(t.At(m.From), "write: "+entry.Title, "%q is to be avoided: %s", m.Of(t.Text), list.reason[m.Phrase])
			}
		}
	},
})

// avoidedWords are the words of one language that terms say to avoid.
type avoidedWords struct {
	words  *text.Phrases
	owner  []*glossary.Entry // by phrase
	reason []string
}

func newAvoidedWords(p *Pass, lang string) *avoidedWords {
	list := &avoidedWords{}
	var words []string
	for e := range p.Entries(lang) {
		if e.Term.Status == glossary.Internal {
			continue
		}
		for _, a := range e.Authored.Avoid {
			words = append(words, a.Term)
			list.owner = append(list.owner, e)
			list.reason = append(list.reason, a.Reason)
		}
	}
	list.words = text.NewPhrases(words)
	return list
}
