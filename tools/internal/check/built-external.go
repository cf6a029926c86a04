package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
)

// An address of another host, with or without its scheme, in a style sheet.
// Of comments and namespaces nothing is asked for.
var (
	cssHost  = regexp.MustCompile(`(?i)(?:https?:|wss?:)?[\\/]{2,}[a-z0-9[][^"')\s]*`)
	cssQuiet = regexp.MustCompile(`(?is)/\*.*?\*/|@namespace[^;]*;|url\(\s*["']?data:[^)]*\)`)
)

// An address of another host in a script, as a literal. The names of W3C's
// namespaces are none.
var (
	jsHost  = regexp.MustCompile("(?i)[\"'`]((?:https?:|wss?:)?(?:\\\\?/){2,}[a-z0-9[][^\"'`\\s]*)")
	jsQuiet = regexp.MustCompile(`^https?://www\.w3\.org/`)
)

// What keeps something in the browser that goes along with requests, or
// sends something by itself.
var tracking = regexp.MustCompile(`document\s*\.\s*cookie\b|\bcookieStore\b|\.sendBeacon\b`)

var _ = register(RenderedRules, Error, Rule{
	ID:     "built-external",
	Title:  "a rendered page, style sheet or script that asks another host for something, sets cookies or reports what a reader does",
	Why:    "Whoever reads here must not be seen by others: no third-party request, ever. They leave no trace with us either (ESP-31).",
	Wrong:  `<img src="https://example.org/pixel.png">`,
	Right:  `<img src="/beeld/schema.svg">`,
	Mend:   "keep a copy in the repository, or leave it out. Do without cookies; a choice that should last can stand in the address.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		return func(page *built.Page) {
			for _, r := range slices.Concat(page.Resources, []built.Attr{page.Base}) {
				if full := page.Full(r.Value); full != "" && !p.Source.IsOwn(full) {
					p.Report(r.Position, "serve it from the site itself", "request to another host: %q", r.Value)
				}
			}
		}
	},
	Built: func(p *BuiltPass) {
		for _, file := range slices.Sorted(maps.Keys(p.CSS)) {
			css := cssQuiet.ReplaceAllStringFunc(built.ReadCSS(p.CSS[file]), func(s string) string { return strings.Repeat(" ", len(s)) })
			p.hosts(file, css, cssHost.FindAllStringIndex(css, -1))
		}
		for _, file := range slices.Sorted(maps.Keys(p.JS)) {
			var found [][]int
			for _, m := range jsHost.FindAllStringSubmatchIndex(p.JS[file], -1) {
				if !jsQuiet.MatchString(p.JS[file][m[2]:m[3]]) {
					found = append(found, m[2:])
				}
			}
			p.hosts(file, p.JS[file], found)
			if m := tracking.FindStringIndex(p.JS[file]); m != nil {
				at := diag.NewLines(file, []byte(p.JS[file])).Position(m[0])
				p.Report(at, "do without", "script uses %q", p.JS[file][m[0]:m[1]])
			}
		}
	},
})

// hosts reports the addresses of other hosts in a file, from..to.
func (p *BuiltPass) hosts(file, src string, found [][]int) {
	lines := diag.NewLines(file, []byte(src))
	for _, m := range found {
		if address := strings.ReplaceAll(src[m[0]:m[1]], `\/`, "/"); !p.Source.IsOwn(address) {
			p.Report(lines.Position(m[0]), "serve it from the site itself", "request to another host: %q", address)
		}
	}
}
