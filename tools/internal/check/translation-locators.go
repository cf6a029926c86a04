package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "translation-locators",
	Title:    "a citation that names another place than its translation does",
	Why:      "One of the two sends the reader to a page that does not say it.",
	Wrong:    "xx: … [hfst. 2](cite:boek)\nyy: … [ch. 3](cite:boek)",
	Right:    "xx: … [hfst. 2](cite:boek)\nyy: … [ch. 2](cite:boek)",
	Mend:     "look it up in the source and correct the one that is wrong. Only the numbers are compared.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		eachTranslation(p, func(lead, page *site.Page) {
			leads := usesOf(lead, page)
			for section, uses := range usesOf(page, lead) {
				compareLocators(p, cites(uses), cites(leads[section]), lead)
			}
		})
	},
})

// cites gives the citations among uses, by source.
func cites(uses []use) map[usedIn][]use {
	bySource := map[usedIn][]use{}
	for _, u := range uses {
		if u.kind == "source" && u.locator != "" {
			bySource[u.usedIn] = append(bySource[u.usedIn], u)
		}
	}
	return bySource
}

// compareLocators reports the citations that have no counterpart with the same
// numbers. Their order may differ: sentences change places in translation.
// Where one language cites more often, that is another rule's finding.
func compareLocators(p *Pass, mine, leads map[usedIn][]use, lead *site.Page) {
	for in, uses := range mine {
		theirs := leads[in]
		if len(uses) != len(theirs) {
			continue
		}
		odd, theirOdd := unmatched(uses, theirs), unmatched(theirs, uses)
		for i, u := range odd {
			p.Report(u.Position, "look it up in the source", "locator %q of source %q is %q in language %q",
				u.locator, u.id, theirOdd[i].locator, lead.Lang)
		}
	}
}

// unmatched gives the uses whose locator has numbers that others lack.
func unmatched(uses, others []use) []use {
	counts := map[string]int{}
	for _, u := range others {
		counts[digits(u.locator)]++
	}
	var out []use
	for _, u := range uses {
		if counts[digits(u.locator)]--; counts[digits(u.locator)] < 0 {
			out = append(out, u)
		}
	}
	return out
}
