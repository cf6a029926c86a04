package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "link-case",
	Title:    "a link whose path differs from the file's in case",
	Why:      "It works on one computer and breaks on the server, where case counts.",
	Wrong:    `[organisatie](Organisatie.md)`,
	Right:    `[organisatie](organisatie.md)`,
	Mend:     "write the path as the file is called.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachPageLink(p, func(page *site.Page, link md.Link, target site.Target) {
			if target.Page != nil {
				return
			}
			if right := sameButCase(p, page.Lang, target.Path); right != "" {
				fix := diag.Fix{Old: "](" + link.Dest + ")", New: "](" + lowerPath(link.Dest) + ")"}
				if isBlockLink(link) {
					fix = diag.Fix{Old: link.Dest, New: lowerPath(link.Dest)}
				}
				p.Fix(link.Position, fix, fmt.Sprintf("the page is %q", right), "wrong case in link %q", link.Dest)
			}
		})
	},
})

// lowerPath lowers the path and leaves the fragment: files have names in lower
// case, as the rule file-name sees to.
func lowerPath(dest string) string {
	file, fragment, found := strings.Cut(dest, "#")
	if found {
		fragment = "#" + fragment
	}
	return strings.ToLower(file) + fragment
}
