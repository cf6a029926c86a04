package check

import (
	"maps"
	"regexp"
	"slices"

	"comwijzer/tools/internal/diag"
)

// What keeps something in the browser that goes along with requests, or sends
// something by itself.
var tracking = regexp.MustCompile(`document\s*\.\s*cookie\b|\bcookieStore\b|\.sendBeacon\b`)

var _ = register(RenderedRules, Error, Rule{
	ID:     "built-cookie",
	Title:  "a script that sets cookies or reports what a reader does",
	Why:    "Whoever reads here must leave no trace with us (ESP-31).",
	Wrong:  "document.cookie = …",
	Right:  "a setting that lasts as long as the page",
	Mend:   "do without; a choice that should last can stand in the address.",
	Safety: true,
	Built: func(p *BuiltPass) {
		for _, file := range slices.Sorted(maps.Keys(p.JS)) {
			if found := tracking.FindStringIndex(p.JS[file]); found != nil {
				at := diag.NewLines(file, []byte(p.JS[file])).Position(found[0])
				p.Report(at, "do without", "script uses %q", p.JS[file][found[0]:found[1]])
			}
		}
	},
})
