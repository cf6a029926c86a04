package check

import (
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "source-duplicate",
	Title:    "two records of one work",
	Why:      "Readers would count two sources where there is one, and a correction would reach half of the citations.",
	Wrong:    "data/sources/atlas.yaml      URL: https://www.example.org/fiets/\ndata/sources/fietsatlas.yaml URL: https://example.org/fiets",
	Right:    "data/sources/fietsatlas.yaml URL: https://example.org/fiets",
	Mend:     "keep one of the records and let all citations name that one. Chapters of one book may share its ISBN.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		first := map[string]*site.Source{}
		for _, r := range p.Sources() {
			for key := range cite.Alike {
				sameWork(p, r, key, first)
			}
		}
	},
})

func sameWork(p *Pass, r *site.Source, key string, first map[string]*site.Source) {
	normal, err := cite.Alike[key](r.Text("/" + key))
	if err != nil || key == "ISBN" && r.Type == "chapter" {
		return
	}
	other := first[key+" "+normal]
	if other == nil {
		first[key+" "+normal] = r
		return
	}
	p.Report(r.Position("/"+key), "keep one of the two records", "%s %q is that of source %q too", key, r.Text("/"+key), other.ID)
}
