package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "address-taken",
	Title:    "two pages at one address",
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
	},
})
