package check

import (
	"fmt"
	"time"

	"comwijzer/tools/internal/site"
)

// What a page was compared with changes: after so many months an editor
// looks again, sooner where a mistake hurts most.
const (
	monthsOrdinary  = 12
	monthsSensitive = 6
	monthsAhead     = 15 // that a day may be set ahead
)

var _ = register(StructureRules, Warning, Rule{
	ID:     "review-overdue",
	Title:  "a page, signal, figure or legal case that is due to be looked at again, or due in so many years that nobody will",
	Why:    "The subject moves fast: what was right when an editor compared it with its sources may no longer be (ESP-32). A number that was right last year is quoted on as if it were right now; a suspect may have been acquitted since, and an old status does wrong to people.",
	Wrong:  "checked: 2025-11-20   # more than a year ago",
	Right:  "checked: 2026-11-20",
	Mend:   "compare every claim with its source again, see whether there is a newer one, and only then write today under checked or reviewed_on, or a new day under review_by. A page that is marked sensitive, a signal, or a term that needs caution, is due after six months, any other after twelve; the page shows that day. For a legal case it is an error. A day under review_by lies at most fifteen months ahead.",
	Safety: true,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			if by, ok := CheckBy(page); ok && p.isPast(by.Format(time.DateOnly)) {
				p.Report(page.Front.Position("/checked"), "compare the page with its sources again", "page %q was to be checked by %s", page.Title, by.Format(time.DateOnly))
			}
		}
		for _, s := range p.Signals() {
			if by, ok := SignalBy(s); ok && p.isPast(by.Format(time.DateOnly)) {
				p.Report(s.Position("/checked"), "compare the signal with its sources again", "signal %q was to be checked by %s", s.ID, by.Format(time.DateOnly))
			}
		}
		for _, f := range p.Figures() {
			p.reportFar(f.Record, f.ReviewBy)
			if p.isPast(f.ReviewBy) {
				p.Report(f.Position("/review_by"), "look for a newer value at its source and set the next date", "figure %q was to be reviewed by %s", f.ID, f.ReviewBy)
			}
		}
		for _, c := range p.Cases() {
			p.reportFar(c.Record, c.ReviewBy)
			if p.isPast(c.ReviewBy) {
				p.As(Error).Report(c.Position("/review_by"), "look the case up, then set a new day", "review of case %q was due on %s", c.ID, c.ReviewBy)
			}
		}
	},
})

// reportFar reports a day of review that is set too far ahead.
func (p *Pass) reportFar(r *site.Record, by string) {
	day, err := time.Parse(time.DateOnly, by)
	if err == nil && day.After(p.Today.AddDate(0, monthsAhead, 0)) {
		p.Report(r.Position("/review_by"), fmt.Sprintf("set a day within %d months", monthsAhead), "%s %q is to be reviewed as late as %s", r.Kind, r.ID, by)
	}
}

// CheckBy returns the day by which a page is to be compared with its
// sources again; layouts/_partials/parts/review.html shows the same.
func CheckBy(page *site.Page) (due time.Time, ok bool) {
	return monthsAfter(page.Checked, MonthsOf(page))
}

// SignalBy returns the day by which a signal is to be compared with its
// sources again: people act on it.
func SignalBy(signal *site.Signal) (due time.Time, ok bool) {
	return monthsAfter(signal.Checked, monthsSensitive)
}

func monthsAfter(day string, months int) (due time.Time, ok bool) {
	checked, err := time.Parse(time.DateOnly, day)
	return checked.AddDate(0, months, 0), err == nil
}

// MonthsOf returns for how many months a look at a page is good.
func MonthsOf(page *site.Page) int {
	if page.Sensitive || page.Entry != nil && page.Entry.NeedsHelp {
		return monthsSensitive
	}
	return monthsOrdinary
}
