package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:    "advice-unmarked",
	Title: "advice with neither a source nor the mark of our own",
	Why:   "A citation that got lost makes somebody's advice look like ours; a reader is to see whose it is.",
	Wrong: "Blijf rustig en luister.",
	Right: "Blijf rustig en luister. [p. 2](cite:fietsatlas)   # or, where it is our own: [eigen](own:)",
	Mend: "cite whose advice it is, or mark it as the site's own with a link to own:, whatever its text. Looked at are the paragraphs and items of pages of the type guidance. " +
		"What names a contact, a figure or a case rests on that, and a sentence that leads to a page on the page; what a paragraph that introduces a list rests on also covers the list. What ends with a colon, and a question, is not advice by itself.",
	Set:      SafetyRules,
	Severity: Warning,
	Source: func(p *Pass) {
		for t := range p.Prose() {
			if t.Page.Type == "guidance" && t.Kind != "cell" && !isBacked(t.Page.Doc, t.Para) {
				p.Report(t.At(0), "cite a source after it, or add [eigen](own:)", "neither a source nor the mark of our own: %q", text.Head(t.Text))
			}
		}
	},
})

// isBacked reports whether something shows what a paragraph rests on: in itself, or before the list that it is an item of.
func isBacked(doc *md.Doc, para *md.Paragraph) bool {
	if doc.Leads(para, "cite", "own", "figure", "case", "contact") || leadsOn(doc, para) || strings.HasSuffix(para.Text, ":") {
		return true
	}
	if para.Kind != "item" {
		return false
	}
	i := slices.IndexFunc(doc.Paragraphs, func(q md.Paragraph) bool { return q.Position == para.Position })
	for i > 0 && doc.Paragraphs[i].Kind == "item" {
		i--
	}
	lead := &doc.Paragraphs[i]
	return lead.Heading == para.Heading && strings.HasSuffix(strings.TrimSpace(lead.Text), ":") && doc.Leads(lead, "cite", "own")
}

// leadsOn reports whether every sentence of a paragraph leads to a page, or asks something.
func leadsOn(doc *md.Doc, para *md.Paragraph) bool {
	for _, sentence := range text.Sentences(para.Text) {
		leads := slices.ContainsFunc(para.Links, func(i int) bool {
			return doc.Links[i].IsTo("") && sentence.Holds(doc.Links[i].Offset)
		})
		if !leads && !strings.HasSuffix(strings.TrimSpace(sentence.Of(para.Text)), "?") {
			return false
		}
	}
	return true
}
