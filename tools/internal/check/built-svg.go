package check

import "comwijzer/tools/internal/diag"

var _ = register(RenderedRules, Error, Rule{
	ID:    "built-svg",
	Title: "a drawing that can run something or ask for something, or that cannot be read",
	Why:   "An SVG file opened by its own address is a page without the site's policy: a script in it runs, and what it refers to is asked for.",
	Wrong: "<svg><script>…</script></svg>",
	Right: "<svg><path d=\"M0 0h10\"/></svg>",
	Mend:  "save it as a plain drawing: without scripts, event handlers, foreign objects and addresses of other hosts.",
	Built: func(p *BuiltPass) {
		for _, drawing := range p.SVG {
			if drawing.Fault != "" {
				p.Report(diag.Position{File: drawing.File}, "save it as a plain drawing, in UTF-8", "a drawing that cannot be read: %s", drawing.Fault)
			}
			for _, active := range drawing.Active {
				p.Report(active.Position, "save it as a plain drawing", "active content in a drawing: %s", active.Value)
			}
			for _, r := range drawing.Resources {
				if full := drawing.Full(r.Value); full != "" && !p.Source.IsOwn(full) {
					p.Report(r.Position, "put it into the drawing itself", "request to another host: %q", r.Value)
				}
			}
		}
	},
})
