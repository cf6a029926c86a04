package check

import (
	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "built-internal",
	Title:  "a word of an internal term in what is published",
	Why:    "A term is internal because naming it helps those who search for harm. It may stand on no page, in no search index, export, feed or file name (ESP-28).",
	Wrong:  `<p>Zij noemen dit geheimwoord.</p>`,
	Right:  `<p>Zij hebben er een eigen woord voor.</p>`,
	Mend:   "say what it is instead of naming it. When the word comes from a layout or an export, mend that: the page of an internal term is never made.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		words := internalWords(p)
		if len(words) == 0 {
			return nil
		}
		finder := text.NewPhrases(words)
		return func(page *built.Page) {
			for _, t := range page.Texts {
				p.internal(finder, t)
			}
		}
	},
	Built: func(p *BuiltPass) {
		if words := internalWords(p); len(words) > 0 {
			finder := text.NewPhrases(words)
			p.EachText(func(t built.Text) { p.internal(finder, t) })
		}
	},
})

func (p *BuiltPass) internal(finder *text.Phrases, t built.Text) {
	folded := text.Fold(t.Value)
	for _, m := range finder.Find(folded) {
		p.Report(t.Position, "say what it is instead", "internal term %q is published here", folded[m.From:m.To])
	}
}

// internalWords returns every form of the internal terms in every language,
// folded, so that no capital, accent or hyphen hides one.
func internalWords(p *BuiltPass) (words []string) {
	for _, t := range p.Source.Terms {
		if t.Status != glossary.Internal {
			continue
		}
		words = append(words, text.Fold(t.ID))
		for _, e := range t.Entries {
			for _, form := range e.Names() {
				words = append(words, text.Fold(form))
			}
		}
	}
	return words
}
