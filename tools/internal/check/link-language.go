package check

import (
	"fmt"
	"path"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "link-language",
	Title:    "a link into the other language where the page exists in this one",
	Why:      "A reader who presses a link should not change language unawares.",
	Wrong:    `[organisatie](organisatie.yy.md)`,
	Right:    `[organisatie](organisatie.md)`,
	Mend:     "leave the language out of the path; it follows the page.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachPageLink(p, func(page *site.Page, link md.Link, target site.Target) {
			if target.Lang == "" || target.Lang == page.Lang || p.Page(page.Lang, target.Path) == nil {
				return
			}
			right := strings.Replace(path.Base(link.Dest), "."+target.Lang+".", ".", 1)
			p.Report(link.Position, fmt.Sprintf("write %q", path.Join(path.Dir(link.Dest), right)), "link %q leads to language %q", link.Dest, target.Lang)
		})
	},
})
