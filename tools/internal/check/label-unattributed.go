package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "label-unattributed",
	Title:    "a disputed label without who uses it",
	Why:      "Sources disagree about such words. Said in our own voice they take sides, frighten, and may call somebody guilty (ESP-27).",
	Wrong:    "De leden van deze bende zijn jong.",
	Right:    "De gemeente spreekt van een bende; de club vindt dat woord onjuist.",
	Mend:     "say in the sentence who uses the label, cite it there, and where known say who disagrees; or describe what the group does. Questions, quotations and headings are left alone. The words are the lists `labels` and `labelling` in data/lexicon/<lang>.yaml.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		lists, verbs := map[string]*wordList{}, map[string]*text.Phrases{}
		for _, lang := range p.Languages {
			lists[lang] = newWordList(p.Lexicon(lang).Entries("labels"))
			verbs[lang] = text.NewPhrases(p.Lexicon(lang).Phrases("labelling"))
		}
		eachClaimant(p, func(page *site.Page, c *claims) {
			if !slices.Contains(claimTypes, page.Type) {
				return
			}
			l := lists[page.Lang]
			eachParagraphText(page, func(t *runningText) {
				for _, m := range l.words.Find(t.text) {
					if e := l.entries[m.Phrase]; l.counts(e, t, m) && !c.attributed(t, m, verbs[page.Lang]) {
						p.Report(t.at(m.From), "tell "+e.Use, "label %q in our own voice", t.text[m.From:m.To])
					}
				}
			})
		})
	},
})

// attributed reports whether the sentence of a mention says whose words they
// are, brings its source with it, or asks.
func (c *claims) attributed(t *runningText, m text.Mention, verbs *text.Phrases) bool {
	around := text.SentenceAt(t.text, m.From)
	sentence := t.text[around.From:around.To]
	return c.isOwn(sentence) || len(c.attribution.Find(sentence)) > 0 || len(verbs.Find(sentence)) > 0 || c.namesSource(t.doc, t.para, around) ||
		citedIn(t.doc, t.para, around) || sourcedIn(t.doc, around, t.para)
}

// sourcedIn reports whether a figure or case stands in a sentence.
func sourcedIn(doc *md.Doc, sentence text.Range, para *md.Paragraph) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool {
		link := &doc.Links[i]
		return isSourced(link) && link.Offset >= sentence.From && link.Offset < sentence.To
	})
}
