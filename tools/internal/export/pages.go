package export

import (
	"slices"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/pages.json",
	Doc:  "per page its numbered citations, its terms, its length, its words for search and how it is cited",
	Make: byLanguage(func(s *site.Site, lang string) map[string]pageData {
		pages := map[string]pageData{}
		for _, p := range s.Pages {
			if p.Lang == lang && p.Published() {
				pages[p.Path] = describe(s, p)
			}
		}
		for r := range pagedRecords(s, lang) {
			pages[s.PathOf(r.Kind, r.ID)] = pageData{Citing: citingRecord(s, lang, r)}
		}
		return pages
	}),
})

// Fresh returns what generated data say of some pages themselves, by the
// name of the file, language and key: all that must be new before these can
// be rendered again.
func Fresh(s *site.Site, pages []*site.Page) map[string]map[string]map[string]any {
	data, terms := map[string]map[string]any{}, map[string]map[string]any{}
	for _, lang := range s.Languages {
		data[lang], terms[lang] = map[string]any{}, map[string]any{}
	}
	for _, p := range pages {
		data[p.Lang][p.Path] = describe(s, p)
		if p.Entry != nil && p.Published() {
			terms[p.Lang][p.Entry.Term.ID] = forHugo(s, p.Lang)[p.Entry.Term.ID]
		}
	}
	return map[string]map[string]map[string]any{"pages": data, "glossary": terms}
}

type pageData struct {
	Citations []citation     `json:"citations"`
	Numbers   map[string]int `json:"numbers"` // the same by source
	Terms     []string       `json:"terms"`
	Names     []string       `json:"names"`
	Claims    *pageClaims    `json:"claims,omitempty"`
	Citing    *citing        `json:"citing"`  // nil for a page that is not cited
	Reviews   []review       `json:"reviews"` // that hold for the page as it is
}

// review is what readers see of one.
type review struct {
	Role         string   `json:"role"`
	Organisation string   `json:"organisation,omitempty"`
	On           string   `json:"on"`
	Until        string   `json:"until"`
	Scope        []string `json:"scope"`
	Outside      bool     `json:"outside"` // by somebody who does not make the site
}

type citation struct {
	N      int    `json:"n"`
	Source string `json:"source"`
}

func describe(s *site.Site, p *site.Page) pageData {
	d := pageData{Citations: []citation{}, Numbers: map[string]int{}, Terms: []string{}, Names: names(p),
		Claims: claimsFor(s, p, latestCheck(s)), Citing: citingOf(s, p), Reviews: reviews(s, p)}
	for _, ref := range p.Refs {
		if ref.Kind == "term" && !slices.Contains(d.Terms, ref.ID) && s.Exists("term", ref.ID) && (ref.Link != nil || ref.Block != nil) {
			d.Terms = append(d.Terms, ref.ID)
		}
	}
	eachCitation(s, p, func(source, _ string, _ site.Ref) {
		if d.Numbers[source] == 0 {
			d.Numbers[source] = len(d.Citations) + 1
			d.Citations = append(d.Citations, citation{d.Numbers[source], source})
		}
	})
	return d
}

func reviews(s *site.Site, p *site.Page) []review {
	hold := []review{}
	for _, r := range s.LatestReviews() {
		if r.Page == p.Path && r.Texts[p.Lang] == p.Fingerprint() {
			hold = append(hold, review{r.Role, r.Organisation, r.On, r.Until, r.Scope, r.IsOutside(s)})
		}
	}
	return hold
}

// names returns what a page is called, as search compares it with what a reader
// types: its title, and for a term that may be spread its other names.
func names(p *site.Page) []string {
	if e := p.Entry; e != nil && e.Term.Status == glossary.Publish {
		return normalAll(e.Names())
	}
	return normalAll([]string{p.Title})
}
