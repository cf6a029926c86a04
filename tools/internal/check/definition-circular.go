package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "definition-circular",
	Title:    "a definition that uses the word it defines",
	Why:      "Who does not know the word learns nothing from a sentence that needs it.",
	Wrong:    "fietsen: wanneer iemand fietst.",
	Right:    "fietsen: rijden op een voertuig met trappers.",
	Mend:     "say it in other words; what the word is short for may be quoted between quotation marks.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachDefinition(p, func(t *site.Term, page *site.Page, first *md.Paragraph) {
			if first == nil {
				return
			}
			if m, ok := ownWord(page, first); ok {
				p.Report(page.Doc.At(first, m.From), "say it in other words", "definition of %q uses %q", t.ID, first.Text[m.From:m.To])
			}
		})
	},
})

// ownWord finds a form of the term in its definition: not quoted, and not in a
// link, which leads to another term. The forms of one term are few: they are
// searched for one by one.
func ownWord(page *site.Page, first *md.Paragraph) (text.Mention, bool) {
	quoted := text.Quotations(first.Text)
	for _, form := range page.Forms() {
		for _, word := range []string{form, text.Capitalised(form)} {
			for at := 0; ; {
				i := strings.Index(first.Text[at:], word)
				if i < 0 {
					break
				}
				from, to := at+i, at+i+len(word)
				if text.StandsAlone(first.Text, text.Range{From: from, To: to}) && !text.Within(quoted, from) && !first.Literal(from) && page.Doc.LinkAt(first, from) == nil {
					return text.Mention{Range: text.Range{From: from, To: to}}, true
				}
				at = to
			}
		}
	}
	return text.Mention{}, false
}
