package export

import (
	"cmp"
	"slices"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/decisions.json",
	Doc:  "what editors decided where a rule found something: on which page, why and until when",
	Make: byLanguage(decisions),
})

// decision is one allowance. Path is that of its page, "" for a data file.
type decision struct {
	Rule   string `json:"rule"`
	Path   string `json:"path"`
	Title  string `json:"title"` // of the page, or the id of the record
	By     string `json:"by"`
	Until  string `json:"until"`
	Reason string `json:"reason"`
}

// decisions lists those on the pages of a language, and those in data
// files, which are of no language.
func decisions(s *site.Site, lang string) []decision {
	pages := map[string]*site.Page{}
	for _, p := range s.Pages {
		pages[p.File] = p
	}
	records := map[string]string{}
	for _, r := range s.Records {
		records[r.File] = r.ID
	}
	out := []decision{}
	for _, a := range s.Allowances {
		d := decision{Rule: a.Rule, By: a.By, Until: a.Until, Reason: a.Reason}
		if p := pages[a.File]; p != nil {
			if p.Lang != lang || !p.Published() {
				continue
			}
			d.Path, d.Title = p.Path, p.Title
		} else {
			d.Title = cmp.Or(records[a.File], a.File)
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b decision) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Reason, b.Reason))
	})
	return out
}
