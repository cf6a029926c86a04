package check

import (
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "built-help",
	Title:    "a rendered page whose first telephone link is not 112",
	Why:      "Acute danger comes first, on every page in the same place (ESP-21, WCAG 3.2.6).",
	Wrong:    `<a href="tel:0800-2000">…<a href="tel:112">`,
	Right:    `<a href="tel:112">…<a href="tel:0800-2000">`,
	Mend:     "let the help strip come before anything that holds a telephone number.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		for _, page := range p.Pages {
			if len(page.Links) == 0 || redirects(page) {
				continue
			}
			first := ""
			at := page.Lang.Position
			for _, link := range page.Links {
				if number, ok := strings.CutPrefix(link.Dest, "tel:"); ok {
					first, at = number, link.Position
					break
				}
			}
			switch first {
			case "112":
			case "":
				p.Report(at, "show the help strip on every page", "no telephone link to 112")
			default:
				p.Report(at, "put 112 before it", "first telephone link is %q, not 112", first)
			}
		}
	},
})

// redirects tells the stubs that Hugo makes for old addresses.
func redirects(page *built.Page) bool { return len(page.IDs) == 0 && len(page.Links) <= 1 }
