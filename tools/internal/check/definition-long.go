package check

import (
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// The lengths, in words, that a definition may have: it is shown whole in
// lists, and a caution term has nothing but its definition.
const (
	maxDefinition = 60
	maxCaution    = 40
)

var _ = register(GlossaryRules, Warning, Rule{
	ID:     "definition-long",
	Title:  "a definition of more than 60 words, or a caution term of more than 40",
	Why:    "A definition is read in passing, in a list or a search result. Of a caution term more than one sentence is more than anyone needs to recognise it.",
	Wrong:  "Het rijden op een voertuig, dat meestal begint met … (70 woorden)",
	Right:  "Rijden op een voertuig met trappers.",
	Mend:   "keep what it is, and move use and limits to a second paragraph; of a caution term, leave the rest out.",
	Safety: true,
	Source: func(p *Pass) {
		for e := range p.Entries() {
			first := e.First()
			switch {
			case first == nil:
			case e.Term.Status == glossary.Caution:
				if n := pageWords(e.Doc); n > maxCaution {
					p.Report(first.Position, "say what it is in one sentence, and no more", "caution term %q has %d words, may have %d", e.Term.ID, n, maxCaution)
				}
			default:
				if n := text.CountWords(first.Text); n > maxDefinition {
					p.Report(first.Position, "keep what it is, and move the rest to a second paragraph", "definition of %q has %d words, may have %d", e.Term.ID, n, maxDefinition)
				}
			}
		}
	},
})

func pageWords(doc *md.Doc) int {
	n := 0
	for i := range doc.Paragraphs {
		n += text.CountWords(doc.Paragraphs[i].Text)
	}
	return n
}
