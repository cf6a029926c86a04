package check

import (
	"strings"

	"comwijzer/tools/internal/text"
)

// maxNote is how many words the note of a sensitive page may have.
const maxNote = 25

var _ = register(LanguageRules, Error, Rule{
	ID:     "note-long",
	Title:  "a content note of more than one short sentence",
	Why:    "A warning that dwells on what is to come makes people more anxious, not less; one neutral sentence lets them choose (ESP-25).",
	Wrong:  "note: Let op. Deze pagina bevat schokkende beschrijvingen van …",
	Right:  "note: Deze pagina gaat over ongelukken.",
	Mend:   "say in one sentence of at most 25 words what the page is about.",
	Safety: true,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			note := strings.TrimSpace(page.Note)
			at := page.Front.Position("/note")
			if n := text.CountWords(note); n > maxNote {
				p.Report(at, "say only what the page is about", "the note has %d words, more than %d", n, maxNote)
			}
			if n := len(text.Sentences(note)); n > 1 {
				p.Report(at, "leave one: what the page is about", "the note has %d sentences", n)
			}
		}
	},
})
