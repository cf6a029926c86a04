package export

import (
	"cmp"
	"slices"

	"comwijzer/tools/internal/site"
)

// SourcesOf returns the ids of the sources that a page rests on, in reading order.
func SourcesOf(s *site.Site, p *site.Page) (ids []string) {
	eachCitation(s, p, func(source, _ string, _ site.Ref) {
		if !slices.Contains(ids, source) {
			ids = append(ids, source)
		}
	})
	return ids
}

// eachCitation visits the sources that a page rests on, in reading order:
// those it cites and those of the records that it shows.
func eachCitation(s *site.Site, p *site.Page, visit func(source, locator string, ref site.Ref)) {
	for _, ref := range withSelections(p) {
		if ref.Kind == "source" && s.Exists("source", ref.ID) {
			visit(ref.ID, ref.Text, ref)
			continue
		}
		for _, r := range shown(s, p, ref) {
			for _, b := range r.All() {
				if s.Exists("source", b.Source) {
					visit(b.Source, b.Locator.In(p.Lang), ref)
				}
			}
		}
	}
}

// withSelections returns the page's references, and in their place among them
// one of kind "" for each block that selects records without naming them.
func withSelections(p *site.Page) []site.Ref {
	refs := slices.Clone(p.Refs)
	for i := range p.Doc.Blocks {
		b := &p.Doc.Blocks[i]
		refs = append(refs, site.Ref{Position: b.Position, Block: b})
	}
	slices.SortStableFunc(refs, func(a, b site.Ref) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	return refs
}

// shown returns the records with a source of their own that a reference shows.
func shown(s *site.Site, p *site.Page, ref site.Ref) []*site.Record {
	switch ref.Kind {
	case "topic":
		return figuresOf(s, ref.ID)
	case "figure", "case", "signal":
		if r := s.Record(ref.Kind, ref.ID); r != nil {
			return []*site.Record{r}
		}
	case "":
		return selected(s, p, ref.Block)
	}
	return nil
}

// showing returns the page that shows each figure and case in one language,
// by kind and id: "figure:members". Of several pages it is the one with the
// most blocks of that kind, which is about them.
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
