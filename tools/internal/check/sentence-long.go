package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "sentence-long",
	Title:    "a sentence with more words than a page of its type may have",
	Why:      "At the end of a long sentence its beginning is forgotten (ESP-30).",
	Wrong:    "Bel bij direct gevaar 112, en als er geen direct gevaar is maar u zich toch zorgen maakt, dan kunt u, ook als u niet zeker bent, de Fietslijn om advies vragen.",
	Right:    "Bel bij direct gevaar 112. Maakt u zich zorgen? Vraag de Fietslijn om advies, ook als u niet zeker bent.",
	Mend:     "make it two. The limit stands under `reading` in the schema of the page's type: 25 words on pages for practice, 30 on others.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		for _, r := range p.readings() {
			for _, s := range r.Long {
				p.Report(r.Page.Doc.At(s.para, s.from), "make it two sentences",
					"sentence of %d words, where %d are the most: %q", s.Words, r.Limits.Sentence, text.Head(s.Text))
			}
		}
	},
})
