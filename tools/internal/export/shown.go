package export

import "comwijzer/tools/internal/site"

var _ = register(Export{
	Path: "data/shown.json",
	Doc:  "per figure and case the page that shows it, for links to it",
	Make: byLanguage(showing),
})

// showing returns the page that shows each figure and case in one language, by
// kind and id: "figure:members". Of several pages it is the one with the most
// blocks of that kind, which is about them.
func showing(s *site.Site, lang string) map[string]string {
	pages, most := map[string]string{}, map[string]int{}
	for _, p := range s.Pages {
		if p.Lang != lang || !p.Published() {
			continue
		}
		blocks := blocksByKind(p)
		for _, ref := range withSelections(p) {
			if ref.Block == nil || blocks[ref.Block.Kind] == 0 {
				continue
			}
			for _, r := range shown(s, p, ref) {
				key := r.Kind + ":" + r.ID
				if n := blocks[r.Kind+"s"]; n > most[key] {
					pages[key], most[key] = p.Path, n
				}
			}
		}
	}
	return pages
}

// blocksByKind counts the blocks of a page that show figures or cases.
func blocksByKind(p *site.Page) map[string]int {
	count := map[string]int{}
	for _, b := range p.Doc.Blocks {
		if b.Kind == "figures" || b.Kind == "cases" {
			count[b.Kind]++
		}
	}
	return count
}
