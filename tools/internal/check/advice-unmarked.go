package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Warning, Rule{
	ID:    "advice-unmarked",
	Title: "advice with neither a source nor the mark of our own",
	Why:   "A citation that got lost makes somebody's advice look like ours; a reader is to see whose it is.",
	Wrong: "Blijf rustig en luister.",
	Right: "Blijf rustig en luister. [p. 2](cite:fietsatlas)   # or, where it is our own: [eigen](own:)",
	Mend: "cite whose advice it is, or mark it as the site's own with a link to own:, whatever its text. Looked at are the paragraphs and items of pages of the type guidance. " +
		"What names a contact, a figure or a case rests on that, and a sentence that leads to a page on the page; what a paragraph that introduces a list, and ends with a colon, rests on also covers the list; the mark of our own does so without a colon too. What ends with a colon, a question, and a sentence that says that something is not known (`not_known` in data/lexicon/<lang>.yaml) or no proof (`no_proof`), or speaks of the page (`itself`), and names no `condition` and instructs nobody, are not advice by themselves.",
	Source: func(p *Pass) {
		plain, condition := p.Words("not_known", "no_proof", "itself"), p.Words("condition")
		claims := p.Claims()
		for t := range p.Prose() {
			isPlain := func(said string) bool {
				return plain[t.Lang].Has(said) && !condition[t.Lang].Has(said) && !claims[t.Lang].Instructs(said)
			}
			if t.Page.Type == "guidance" && t.Kind != "cell" && !isBacked(t.Page.Doc, t.Para, isPlain) {
				p.Report(t.At(0), "cite a source after it, or add a link to own:, as in "+ownMark(p, t.Lang), "neither a source nor the mark of our own: %q", text.Head(t.Text))
			}
		}
	},
})

// isBacked reports whether something shows what a paragraph rests on: in
// itself, or before the list that it is an item of.
func isBacked(doc *md.Doc, para *md.Paragraph, isPlain func(string) bool) bool {
	if cite.IsSourced(doc, para) || doc.Leads(para, "own", "contact") || advisesNothing(doc, para, isPlain) || strings.HasSuffix(para.Text, ":") {
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
	introduces := strings.HasSuffix(strings.TrimSpace(lead.Text), ":") && doc.Leads(lead, "cite") || doc.Leads(lead, "own")
	return lead.Kind == "paragraph" && lead.Heading == para.Heading && introduces
}

// advisesNothing reports whether every sentence of a paragraph leads to a
// page, asks something, or has plain words that are no advice.
func advisesNothing(doc *md.Doc, para *md.Paragraph, isPlain func(string) bool) bool {
	for _, sentence := range text.Sentences(para.Text) {
		leads := slices.ContainsFunc(para.Links, func(i int) bool {
			return doc.Links[i].IsTo("") && sentence.Holds(doc.Links[i].Offset)
		})
		said := sentence.Of(para.Text)
		if !leads && !strings.HasSuffix(strings.TrimSpace(said), "?") && !isPlain(said) {
			return false
		}
	}
	return true
}

// ownMark returns the mark of our own as the pages of a language write it.
func ownMark(p *Pass, lang string) string {
	for _, page := range p.Pages {
		for _, link := range page.Doc.Links {
			if page.Lang == lang && link.IsTo("own") {
				return fmt.Sprintf("[%s](%s)", link.Text, link.Dest)
			}
		}
	}
	return "[…](own:)"
}
