package check

import "comwijzer/tools/internal/built"

var _ = register(RenderedRules, Error, Rule{
	ID:     "built-inline",
	Title:  "inline script or style on a rendered page",
	Why:    "The content security policy refuses it, which is what keeps injected code out.",
	Wrong:  `<p style="color: red">`,
	Right:  `<p class="warning">`,
	Mend:   "move it to a file in assets/.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		return func(page *built.Page) {
			for _, inline := range page.Inline {
				p.Report(inline.Position, "move it to a file in assets/", "inline code: %s", inline.Value)
			}
		}
	},
})
