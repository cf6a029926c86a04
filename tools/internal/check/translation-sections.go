package check

import (
	"fmt"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "translation-sections",
	Title:    "a page whose sections are not those of its translation",
	Why:      "Who switches language keeps their place by the headings, and links to a heading must work in both.",
	Wrong:    "xx: ## Leiders {#leiders}\nyy: ## Leaders {#leaders}",
	Right:    "xx: ## Leiders {#leiders}\nyy: ## Leaders {#leiders}",
	Mend:     "give both the same sections in the same order, at the same level, with the same ids in braces.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for lead, page := range p.Translations() {
			found := reportSections(p, lead, page)
			if !reportSections(p, page, lead) && !found {
				reportOrder(p, lead, page)
			}
		}
	},
})

// reportSections reports the headings of page with an id in braces that other
// does not have.
func reportSections(p *Pass, page, other *site.Page) (found bool) {
	for _, h := range page.Doc.Headings {
		if h.Explicit && other.Heading(h.ID) == nil {
			found = true
			p.Report(h.Position, fmt.Sprintf("add a heading {#%s} to %s, or remove it here", h.ID, other.File),
				"section %q is not there in language %q", h.ID, other.Lang)
		}
	}
	return found
}

// reportOrder reports the first heading that is not what it is in the
// language that leads.
func reportOrder(p *Pass, lead, page *site.Page) {
	want, got := lead.Doc.Headings, page.Doc.Headings
	for i := range min(len(want), len(got)) {
		if differ(want[i], got[i]) {
			p.Report(got[i].Position, "give both languages the same sections in the same order", "heading %q stands where language %q has %q, or at another level",
				got[i].Text, lead.Lang, want[i].Text)
			return
		}
	}
	switch {
	case len(got) > len(want):
		p.Report(got[len(want)].Position, "add it to "+lead.File+", or remove it here", "section %q is not there in language %q", got[len(want)].Text, lead.Lang)
	case len(want) > len(got):
		p.Report(want[len(got)].Position, "add it to "+page.File+", or remove it here", "section %q is not there in language %q", want[len(got)].Text, page.Lang)
	}
}

func differ(a, b md.Heading) bool {
	return a.Level != b.Level || (a.Explicit || b.Explicit) && a.ID != b.ID
}
