package check

import (
	"regexp"
	"strings"

	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "scenario-detail",
	Title:  "a number, place or profession in an invented case",
	Why:    "Ages, years, dates, house numbers, towns and professions make an invented case look like a real one, and a real one recognisable. For practice they are not needed.",
	Wrong:  "Een leerling van 15 is sinds 3 maart stil.",
	Right:  "Een leerling is sinds een paar weken stil.",
	Mend:   "leave the detail out, or say it in general words. A telephone number is a link to a contact. Towns and professions are the list `telling` in data/lexicon/<lang>.yaml; where it is, a word with a capital within a sentence that no other text of the site has is a name too. The part that speaks to the reader (what-now) is left alone.",
	Safety: true,
	Source: func(p *Pass) {
		telling := p.Words("telling")
		elsewhere := once(func(lang string) map[string]bool {
			known := map[string]bool{}
			for t := range p.Passages() {
				if t.Lang != lang || t.Page != nil && t.Page.Type == "scenario" {
					continue
				}
				for word := range strings.FieldsFuncSeq(t.Text, func(c rune) bool { return !text.InWord(c) }) {
					known[word] = true
				}
			}
			return known
		})
		for _, page := range p.Pages {
			if page.Type != "scenario" {
				continue
			}
			from, to, _ := partOf(page, p.PartID(whatNow)) // where who reads is spoken to
			for i := range page.Doc.Paragraphs {
				para := &page.Doc.Paragraphs[i]
				if from <= para.Heading && para.Heading < to {
					continue
				}
				for _, m := range telling[page.Lang].Find(para.Text) {
					p.Report(page.Doc.At(para, m.From), "say it in general words", "%q in an invented case", m.Of(para.Text))
				}
				if p.Lexicon(page.Lang).Has("telling") {
					for _, m := range namely.FindAllStringSubmatchIndex(para.Text, -1) {
						if name := para.Text[m[2]:m[3]]; !elsewhere(page.Lang)[name] && !telling[page.Lang].Has(name) && page.Doc.LinkAt(para, m[2]) == nil {
							p.As(Warning).Report(page.Doc.At(para, m[2]), "say it in general words", "%q in an invented case", name)
						}
					}
				}
				for _, n := range text.Numbers(para.Text) {
					if page.Doc.LinkAt(para, n.From) == nil {
						p.Report(page.Doc.At(para, n.From), "leave it out", "number %q in an invented case", n.Of(para.Text))
					}
				}
			}
		}
	},
})

// namely is a word with a capital that no sentence begins with.
var namely = regexp.MustCompile(`[\pL\d,;] (\p{Lu}\p{Ll}+)`)
