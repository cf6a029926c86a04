package check

import (
	"path"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "language-record",
	Title:    "a text in a record in another language than its key says",
	Why:      "Pages in one language would show a text in the other.",
	Wrong:    "about: {xx: This report describes …, yy: …}",
	Right:    "about: {xx: Dit rapport beschrijft …, yy: …}",
	Mend:     "translate the text, or give it the key of its language. Only texts of 20 words and more are looked at.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		langs := p.langid()
		if langs == nil {
			return
		}
		for _, r := range p.Records {
			eachText(r.Value, "", func(pointer, words string) {
				key := path.Base(pointer)
				if !slices.Contains(p.Languages, key) || !text.HasFields(words, 20) {
					return
				}
				if lang := langs.Of(words, key); lang != key {
					p.Report(r.Position(pointer), "translate it, or give it the key of its language", "a text in language %q under key %q", lang, key)
				}
			})
		}
	},
})
