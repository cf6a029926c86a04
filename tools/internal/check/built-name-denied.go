package check

import (
	"slices"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/deny"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "built-name-denied",
	Title:  "a name, title or code word in what is published",
	Why:    "Names come in through layouts, exports and the search index too. What is published holds none, but in the literal title of a work inside its reference, where search does not see it (ESP-01, ESP-15).",
	Wrong:  `<p>[name] started the group.</p>`,
	Right:  `<p>The founder was convicted.</p>`,
	Mend:   "say who or what it is instead. A literal title belongs in an element with data-literal-title, inside one with data-index-ignore, and in no export. The list is `" + deny.File + "`.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		finder := deny.FinderOf(p.Source.List("denied").Decode)
		return func(page *built.Page) {
			for _, text := range slices.Concat(page.Texts, page.Comments) {
				p.denied(finder, text)
			}
		}
	},
	Built: func(p *BuiltPass) {
		finder := deny.FinderOf(p.Source.List("denied").Decode)
		p.EachText(func(text built.Text) { p.denied(finder, text) })
	},
})

func (p *BuiltPass) denied(finder *deny.Finder, text built.Text) {
	if text.Literal {
		return
	}
	for _, hit := range finder.Find(text.Value) {
		p.Report(text.Position, "say what it is instead", "a denied name is published here (%s)", hit.Kind)
	}
}
