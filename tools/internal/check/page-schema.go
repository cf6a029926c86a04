package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "page-schema",
	Title:    "front matter does not fit the schema of the page's type",
	Why:      "Title, summary, audience and dates are what readers choose a page by.",
	Wrong:    "titel: Wat is een fiets?\ntype: uitleg",
	Right:    "title: Wat is een fiets?\ntype: uitleg",
	Mend:     "follow the hint; the schemas stand in tools/internal/schema/page-*.json.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			types := slices.DeleteFunc(schema.Names("page-"), func(n string) bool { return strings.Contains(n, "-translation") })
			if !slices.Contains(types, page.Type) {
				p.Report(page.Front.Position("/type"), text.DidYouMean(page.Type, types, "types: "+strings.Join(types, ", ")), "unknown page type %q", page.Type)
				continue
			}
			reportFaults(p, pageSchema(p, page.Type, page.Lang), page.Front.Doc)
		}
	},
})

// pageSchema gives the schema of a page type: for a language that does not
// lead the one for translations, where there is one, because what does not
// depend on language stands in one place only.
func pageSchema(p *Pass, typ, lang string) *schema.Schema {
	if s, ok := schema.Get("page-" + typ + "-translation"); ok && lang != p.DefaultLanguage() {
		return s
	}
	s, _ := schema.Get("page-" + typ)
	return s
}
