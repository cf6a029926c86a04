package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
)

// A url(…) or @import in a style sheet that names a host.
var cssHost = regexp.MustCompile(`(?i)(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)`)

var _ = register(Rule{
	ID:       "built-external",
	Title:    "a rendered page or style sheet that asks another host for something",
	Why:      "Whoever reads here must not be seen by others: no third-party request, ever.",
	Wrong:    `<img src="https://example.org/pixel.png">`,
	Right:    `<img src="/beeld/schema.svg">`,
	Mend:     "keep a copy in the repository, or leave it out.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		for _, page := range p.Pages {
			for _, r := range page.Resources {
				scheme, _ := md.SplitDest(r.Value)
				if strings.HasPrefix(r.Value, "//") || p.leaves(r.Value) && scheme != "" && scheme != "data" {
					p.Report(r.Position, "serve it from the site itself", "request to another host: %q", r.Value)
				}
			}
		}
		for _, file := range slices.Sorted(maps.Keys(p.CSS)) {
			lines := diag.NewLines(file, []byte(p.CSS[file]))
			for _, m := range cssHost.FindAllStringSubmatchIndex(p.CSS[file], -1) {
				p.Report(lines.Position(m[0]), "serve it from the site itself", "request to another host: %q", p.CSS[file][m[2]:m[3]])
			}
		}
	},
})

// leaves reports whether an address is outside the site's own: a page that
// redirects names the full address of another page.
func (p *BuiltPass) leaves(address string) bool {
	own := strings.TrimSuffix(p.Source.Config.BaseURL, "/")
	return own == "" || !strings.HasPrefix(address, own+"/")
}
