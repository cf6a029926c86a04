package check

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "link-fragment",
	Title: "a link to a heading that does not exist",
	Why:   "The reader lands at the top of a long page instead of at the answer.",
	Wrong: `[leiders](organisatie.md#lieders)`,
	Right: `[leiders](organisatie.md#leiders)`,
	Mend:  "use the heading's id; give a heading that others link to an id of its own: ## Leiders {#leiders}. Ids that a layout gives are good too: that the page has them is proven when it is built.",
	Source: func(p *Pass) {
		given := sync.OnceValue(func() *regexp.Regexp { return layoutIDs(p.Site) })
		dead := map[*site.Page]int{}
		for link := range p.PageLinks() {
			target := link.Page
			if target == nil || target.HasAnchor(link.Fragment) || given().MatchString(link.Fragment) {
				continue
			}
			var ids []string
			if dead[target]++; dead[target] <= maxSearched {
				ids = idsOf(target)
			}
			file, fragment, _ := strings.Cut(link.Dest, "#")
			fix := linkFix(file+"#", corrected(fragment, ids), "")
			if link.InBlock {
				fix = corrected(fragment, ids)
			}
			p.Fix(link.Position, fix, text.DidYouMean(link.Fragment, ids, "check the headings of "+target.File), "no heading %q in %s", link.Fragment, target.File)
		}
	},
})

// maxSearched bounds the dead links to one page for which the nearest id is
// looked for: each search goes through all ids of the page.
const maxSearched = 20

func idsOf(page *site.Page) []string {
	ids := slices.Clone(page.Doc.Anchors)
	for _, h := range page.Doc.Headings {
		ids = append(ids, h.ID)
	}
	return ids
}

// layoutIDs returns what finds the ids that layouts give to elements, such
// as the list of sources below a page; bron-{{ .n }} stands for any bron-….
func layoutIDs(s *site.Site) *regexp.Regexp {
	forms := []string{`^$`}
	for _, name := range s.Files() {
		if !strings.HasPrefix(name, "layouts/") {
			continue
		}
		src, _ := fs.ReadFile(s.FS, name) // what cannot be read has been reported
		for _, m := range layoutID.FindAllSubmatch(src, -1) {
			parts := templateAction.Split(string(m[1]), -1)
			for i := range parts {
				parts[i] = regexp.QuoteMeta(parts[i])
			}
			forms = append(forms, "^"+strings.Join(parts, ".+")+"$")
		}
	}
	return regexp.MustCompile(strings.Join(forms, "|"))
}

// An id in a layout, which begins with letters, and what stands for a value
// in it, after a hyphen: r{{ .on }} would be any id with an r.
var (
	layoutID       = regexp.MustCompile(`\sid="([^"\s{%](?:[^"{]|-\{\{[^}]*\}\})*)"`)
	templateAction = regexp.MustCompile(`\{\{[^}]*\}\}`)
)
