package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/built"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "built-help",
	Title:  "a rendered page whose help strip is missing, elsewhere or in another order, or whose first telephone link is not that of the emergency contact",
	Why:    "Acute danger comes first, and help that always stands in the same place, in the same order, is found under stress (ESP-21, WCAG 3.2.6).",
	Wrong:  `<main>…</main><aside data-region="help"><a href="tel:0800-2000">…<a href="tel:112">`,
	Right:  `<aside data-region="help"><a href="tel:112">…<a href="tel:113">…</aside><main>`,
	Mend:   "let every layout begin with site/help-strip.html, before anything that holds a telephone number. What it lists, and in which order, the contacts with strip: true say; params.emergency in config.toml names the emergency contact, which is otherwise the first of these. A site without either has no strip.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		want, first := p.Source.HelpStrip().Numbers(), p.Source.EmergencyNumber()
		return func(page *built.Page) {
			if len(page.Links) > 0 && !page.Redirect {
				if first != "" {
					reportFirstCall(p, page, first)
				}
				if len(want) > 0 {
					reportStrip(p, page, want)
				}
			}
		}
	},
})

func reportFirstCall(p *BuiltPass, page *built.Page, wanted string) {
	i := slices.IndexFunc(page.Links, func(l built.Link) bool { return strings.HasPrefix(l.Dest, "tel:") })
	if i < 0 {
		p.Report(page.Lang.Position, "show the help strip on every page", "no telephone link to %s", wanted)
	} else if first := strings.TrimPrefix(page.Links[i].Dest, "tel:"); first != wanted {
		p.Report(page.Links[i].Position, "put "+wanted+" before it", "first telephone link is %q, not %s", first, wanted)
	}
}

func reportStrip(p *BuiltPass, page *built.Page, want []string) {
	at := page.Lang.Position
	strip, line := callsIn(page, "help")
	switch {
	case len(strip) == 0:
		p.Report(at, "show the help strip on every page", "no help strip: no element with data-region=\"help\" that has telephone links")
	case !slices.Equal(strip, want):
		p.Report(at, "show the same contacts in the same order on every page", "the help strip has %s, not %s", strings.Join(strip, ", "), strings.Join(want, ", "))
	case len(page.Passages) > 0 && line > page.Passages[0].Line:
		p.Report(at, "let it come before <main>", "the help strip comes after the text")
	}
}

// callsIn lists the telephone numbers that a region of a page links to, and
// the line of its first link.
func callsIn(page *built.Page, region string) (calls []string, line int) {
	for _, link := range page.Links {
		if link.Region != region {
			continue
		}
		line = cmp.Or(line, link.Line)
		if number, ok := strings.CutPrefix(link.Dest, "tel:"); ok {
			calls = append(calls, number)
		}
	}
	return calls, line
}
