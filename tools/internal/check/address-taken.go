package check

import (
	"maps"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "address-taken",
	Title:    "two pages at one address, or two sections that make addresses by one pattern",
	Why:      "Only one of them is published, without a word; links to the other lead to the wrong page.",
	Wrong:    "slug: bremmen   # which another page of the section has",
	Right:    "slug: remmen",
	Mend:     "give the page a slug of its own. The address of a page is made of its section and its slug, or without one the name of its file.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		first := map[string]string{} // by address, the file
		for _, page := range p.Pages {
			url := p.URL(page)
			if file, taken := first[url]; taken {
				p.Report(page.Front.Position("/slug"), "give it a slug of its own", "%s is the address of %s too", url, file)
				continue
			}
			first[url] = page.File
		}
		for _, lang := range p.Languages {
			reportPatterns(p, p.Config.Languages[lang].Permalinks.Page)
			reportPatterns(p, p.Config.Languages[lang].Permalinks.Section)
		}
	},
})

// reportPatterns reports sections of which the addresses are made alike.
func reportPatterns(p *Pass, patterns map[string]string) {
	first := map[string]string{} // by pattern, the section
	for _, section := range slices.Sorted(maps.Keys(patterns)) {
		pattern := patterns[section]
		if other, taken := first[pattern]; taken {
			p.Report(textAt(p, site.ConfigFile, section, `"`+pattern+`"`), "give each section an address of its own", "the pages of %q have the addresses of %q: %q", section, other, pattern)
		}
		first[pattern] = section
	}
}
