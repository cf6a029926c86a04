package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Warning, Rule{
	ID:      "label-unattributed",
	Title:   "a disputed label without who uses it",
	Why:     "Sources disagree about such words. Said in our own voice they take sides, frighten, and may call somebody guilty (ESP-27).",
	Wrong:   "De leden van deze bende zijn jong.",
	Right:   "De gemeente spreekt van een bende; de club vindt dat woord onjuist.",
	Mend:    "say in the sentence who uses the label, cite it there, and where known say who disagrees; or describe what the group does. Questions, quotations and headings are left alone, and so is a cell or a sentence with nothing but the label, where the rest of the row or paragraph says whose word it is, and a cell in a row that links a case. The words are the lists `labels` and `labelling` in data/lexicon/<lang>.yaml.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		claims, verbs := p.Claims(), p.Words("labelling")
		labels := p.wordLists("labels")
		for t := range p.Prose() {
			if !t.Page.MakesClaims() {
				continue
			}
			for entry, m := range labels[t.Lang].Find(t) {
				if !isAttributed(t, m, claims[t.Lang], verbs[t.Lang]) && !isHead(t, m, claims[t.Lang], verbs[t.Lang]) {
					p.Report(t.At(m.From), "tell: "+entry.Use, "label %q in our own voice", m.Of(t.Text))
				}
			}
		}
	},
})

// isAttributed reports whether the sentence of a mention says whose words
// they are, brings its source with it, or asks.
func isAttributed(t *site.Passage, m text.Range, c *cite.Claims, verbs *text.Phrases) bool {
	around, doc := t.SentenceAt(m.From), t.Page.Doc
	sentence := around.Of(t.Text)
	return c.IsOwn(sentence) || c.IsAttributed(sentence) || verbs.Has(sentence) || c.NamesSource(doc, t.Para, around) ||
		cite.IsCited(doc, t.Para, around) || cite.IsSourcedIn(doc, t.Para, around)
}

// isHead reports whether a mention is all that a cell or sentence says, and
// the rest of the row or paragraph tells whose word it is: then that is
// what it is about.
func isHead(t *site.Passage, m text.Range, c *cite.Claims, verbs *text.Phrases) bool {
	doc := t.Page.Doc
	if strings.Trim(t.SentenceAt(m.From).Of(t.Text), " .:") != m.Of(t.Text) {
		ofCase := func(q md.Paragraph) bool { return q.Kind == "cell" && q.Line == t.Para.Line && doc.Leads(&q, "case") }
		return t.Kind == "cell" && slices.ContainsFunc(doc.Paragraphs, ofCase) // what somebody is accused of
	}
	tells := func(para *md.Paragraph) bool {
		whole := text.Range{To: len(para.Text)}
		return c.IsAttributed(para.Text) || verbs.Has(para.Text) || c.NamesSource(doc, para, whole) || cite.IsSourced(doc, para)
	}
	if t.Kind != "cell" {
		return tells(t.Para)
	}
	return slices.ContainsFunc(doc.Paragraphs, func(q md.Paragraph) bool { return q.Kind == "cell" && q.Line == t.Para.Line && tells(&q) })
}
