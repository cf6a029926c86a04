package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "built-help-order",
	Title:    "a rendered page whose help strip is missing, elsewhere, or in another order",
	Why:      "Help that always stands in the same place, in the same order, is found under stress (ESP-21, WCAG 3.2.6).",
	Wrong:    `<main>…</main><aside data-region="help"><a href="tel:0800-2000">…<a href="tel:112">`,
	Right:    `<aside data-region="help"><a href="tel:112">…<a href="tel:113">…</aside><main>`,
	Mend:     "let every layout begin with site/help-strip.html. What it lists, and in which order, the contacts with strip: true say.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		want := stripNumbers(p.Source)
		if len(want) == 0 {
			return
		}
		for _, page := range p.Pages {
			if len(page.Links) == 0 || redirects(page) {
				continue
			}
			strip := callsIn(page, "help")
			switch {
			case len(strip) == 0:
				p.Report(page.Lang.Position, "show the help strip on every page", "no help strip: no element with data-region=\"help\" that has telephone links")
			case !slices.Equal(strip, want):
				p.Report(page.Lang.Position, "show the same contacts in the same order on every page", "the help strip has %s, not %s", strings.Join(strip, ", "), strings.Join(want, ", "))
			case len(page.Passages) > 0 && stripAt(page) > page.Passages[0].Line:
				p.Report(page.Lang.Position, "let it come before <main>", "the help strip comes after the text")
			}
		}
	},
})

// callsIn lists the telephone numbers that a region of a page links to.
func callsIn(page *built.Page, region string) []string {
	var calls []string
	for _, link := range page.Links {
		if number, ok := strings.CutPrefix(link.Dest, "tel:"); ok && link.Region == region {
			calls = append(calls, number)
		}
	}
	return calls
}

// stripAt gives the line of the help strip's first link.
func stripAt(page *built.Page) int {
	i := slices.IndexFunc(page.Links, func(l built.Link) bool { return l.Region == "help" })
	return page.Links[i].Line
}
