package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// The lengths, in words, that a definition may have: it is shown whole in
// lists, and a caution term has nothing but its definition.
const (
	maxDefinition = 60
	maxCaution    = 40
)

var _ = register(Rule{
	ID:       "definition-long",
	Title:    "a definition of more than 60 words, or a caution term of more than 40",
	Why:      "A definition is read in passing, in a list or a search result. Of a caution term more than one sentence is more than anyone needs to recognise it.",
	Wrong:    "Het rijden op een voertuig, dat meestal begint met … (70 woorden)",
	Right:    "Rijden op een voertuig met trappers.",
	Mend:     "keep what it is, and move use and limits to a second paragraph; of a caution term, leave the rest out.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachDefinition(p, func(t *site.Term, page *site.Page, first *md.Paragraph) {
			switch {
			case first == nil:
			case t.Status(p.Site) == "caution":
				if n := pageWords(page); n > maxCaution {
					p.Report(first.Position, "say what it is in one sentence, and no more", "caution term %q has %d words, may have %d", t.ID, n, maxCaution)
				}
			default:
				if n := text.CountWords(first.Text); n > maxDefinition {
					p.Report(first.Position, "keep what it is, and move the rest to a second paragraph", "definition of %q has %d words, may have %d", t.ID, n, maxDefinition)
				}
			}
		})
	},
})

func pageWords(page *site.Page) int {
	n := 0
	for i := range page.Doc.Paragraphs {
		n += text.CountWords(page.Doc.Paragraphs[i].Text)
	}
	return n
}
