package check

import "comwijzer/tools/internal/site"

var _ = register(ReferencesRules, Warning, Rule{
	ID:      "source-uncited",
	Title:   "a source that nothing cites",
	Why:     "The list of sources would claim more ground than the site stands on.",
	Wrong:   "data/sources/fietsatlas.yaml, which no page, block or record names",
	Right:   "[hfst. 2](cite:fietsatlas)",
	Mend:    "cite it where it is used, or remove the record. Works that are known only through another one (kind_of_use: cited-in) are not looked at, nor is any while something names a source that is not there: it may be the one.",
	Absence: true,
	Source: func(p *Pass) {
		cited := map[string]bool{}
		for use := range p.Uses("source") {
			cited[use.ID] = true
			if !p.Exists("source", use.ID) && p.Retired("source", use.ID) == nil {
				return // it may be one of those that nothing cites, under another name
			}
		}
		for _, source := range p.Sources() {
			if !cited[source.ID] && source.Use != site.CitedIn { // those are there for the work that cites them
				p.Report(source.Position(""), "cite it, or remove the record", "nothing cites source %q", source.ID)
			}
		}
	},
})
