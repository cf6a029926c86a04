package check

import (
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "definition-circular",
	Title:    "a definition that uses the word it defines",
	Why:      "Who does not know the word learns nothing from a sentence that needs it.",
	Wrong:    "fietsen: wanneer iemand fietst.",
	Right:    "fietsen: rijden op een voertuig met trappers.",
	Mend:     "say it in other words; what the word is short for may be quoted between quotation marks.",
	Set:      GlossaryRules,
	Severity: Warning,
	Source: func(p *Pass) {
		for e := range p.Entries() {
			if m, ok := ownWord(e); ok {
				p.Report(e.Doc.At(e.First(), m.From), "say it in other words", "definition of %q uses %q", e.Term.ID, m.Of(e.First().Text))
			}
		}
	},
})

// ownWord finds a name of the term in its definition: not quoted, and not in a
// link, which leads to another term. The names of one term are few: they are
// searched for one by one.
func ownWord(e *glossary.Entry) (text.Range, bool) {
	first := e.First()
	if first == nil {
		return text.Range{}, false
	}
	quoted := text.Quotations(first.Text)
	for _, name := range e.Names() {
		for _, word := range []string{name, text.Capitalised(name)} {
			for at := 0; ; {
				i := strings.Index(first.Text[at:], word)
				if i < 0 {
					break
				}
				m := text.Range{From: at + i, To: at + i + len(word)}
				if text.StandsAlone(first.Text, m) && !text.Within(quoted, m.From) && !first.Literal(m.From) && e.Doc.LinkAt(first, m.From) == nil {
					return m, true
				}
				at = m.To
			}
		}
	}
	return text.Range{}, false
}
