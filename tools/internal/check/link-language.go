package check

import (
	"fmt"
	"path"
	"strings"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "link-language",
	Title: "a link into the other language where the page exists in this one",
	Why:   "A reader who presses a link should not change language unawares.",
	Wrong: `[organisatie](organisatie.yy.md)`,
	Right: `[organisatie](organisatie.md)`,
	Mend:  "leave the language out of the path; it follows the page.",
	Source: func(p *Pass) {
		for link := range p.PageLinks() {
			own := link.From.Lang
			if link.Target.Lang == "" || link.Target.Lang == own || p.Page(own, link.Path) == nil {
				continue
			}
			right := strings.Replace(path.Base(link.Dest), "."+link.Target.Lang+".", ".", 1)
			p.Report(link.Position, fmt.Sprintf("write %q", path.Join(path.Dir(link.Dest), right)), "link %q leads to language %q", link.Dest, link.Target.Lang)
		}
	},
})
