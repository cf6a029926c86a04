package check

import (
	"path"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// What a page was compared with changes: after so many months an editor looks
// again, sooner where a mistake hurts most.
const (
	monthsOrdinary  = 12
	monthsSensitive = 6
)

var _ = register(Rule{
	ID:       "check-overdue",
	Title:    "a page whose next check is due",
	Why:      "The subject moves fast: what was right when an editor compared it with its sources may no longer be (ESP-32).",
	Wrong:    "checked: 2025-11-20   # more than a year ago",
	Right:    "checked: 2026-11-20",
	Mend:     "compare every claim on the page with its source again, see whether there is a newer one, and only then write today. A page that is marked sensitive, or a term that needs caution, is due after six months, any other after twelve; the page shows that day.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			due, ok := nextCheck(p, page)
			if !ok {
				continue
			}
			if days, _ := p.daysSince(due); days > 0 {
				p.Report(page.Front.Position("/checked"), "compare the page with its sources again", "page %q was to be checked by %s", page.Title, due)
			}
		}
	},
})

// nextCheck gives the day by which a page is to be compared with its sources
// again; layouts/_partials/page/review.html shows the same.
func nextCheck(p *Pass, page *site.Page) (due string, ok bool) {
	checked, err := time.Parse(time.DateOnly, page.Text("checked"))
	if err != nil {
		return "", false
	}
	months := monthsOrdinary
	term := p.Term(path.Base(page.Path))
	if page.Front.Map()["sensitive"] == true || page.Type == "begrip" && term != nil && term.Status(p.Site) == "caution" {
		months = monthsSensitive
	}
	return checked.AddDate(0, months, 0).Format(time.DateOnly), true
}
