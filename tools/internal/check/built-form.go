package check

import (
	"slices"

	"comwijzer/tools/internal/built"
)

// askedFields are what a form may ask: what to look for.
var askedFields = []string{"search", "checkbox", "radio", "submit", "button", "reset", "select"}

var _ = register(RenderedRules, Error, Rule{
	ID:     "built-form",
	Title:  "a form on a rendered page that asks for a story or sends it",
	Why:    "Nobody tells a case to a site: what is never sent cannot leak (ESP-31).",
	Wrong:  `<form method="post"><textarea name="verhaal"></textarea>`,
	Right:  `<form method="get" role="search"><input type="search" name="q">`,
	Mend:   "refer to who can be called. Search and filters may ask what to look for.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		return func(page *built.Page) {
			for _, form := range page.Forms {
				if form.Method != "" && form.Method != "get" && form.Method != "dialog" {
					p.Report(form.Position, "leave it out, or let it search", "a form that sends what is filled in: method %q", form.Method)
				}
				for _, field := range form.Fields {
					if !slices.Contains(askedFields, field.Value) {
						p.Report(field.Position, "leave it out", "a field to tell something in: %q", field.Value)
					}
				}
			}
		}
	},
})
