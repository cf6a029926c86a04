package check

import (
	"path"
	"slices"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "language-record",
	Title:    "a text in a record in another language than its key says",
	Why:      "Pages in one language would show a text in the other.",
	Wrong:    "about: {nl: This report describes …, en: …}",
	Right:    "about: {nl: Dit rapport beschrijft …, en: …}",
	Mend:     "translate the text, or give it the key of its language. Only texts of 20 words and more are looked at.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		tongue := p.tongue()
		if tongue == nil {
			return
		}
		for _, r := range p.Records {
			eachText(r.Value, "", func(pointer, text string) {
				key := path.Base(pointer)
				if !slices.Contains(p.Languages, key) || !hasWords(text, 20) {
					return
				}
				if lang := tongue.of(text, key); lang != key {
					p.Report(r.Position(pointer), "translate it, or give it the key of its language", "a text in language %q under key %q", lang, key)
				}
			})
		}
	},
})
