package check

import (
	"maps"
	"slices"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Warning, Rule{
	ID:     "review-stale",
	Title:  "a review that does not hold any more: the page changed since, its last day passed, or who reviewed is unknown",
	Why:    "A review says that somebody looked at these words. Other words, or the same ones years later, nobody looked at (ESP-32).",
	Wrong:  "{page: /weg/borden, role: lawyer, scope: [facts], on: 2024-03-01, until: 2025-03-01, texts: {…}}",
	Right:  "{page: /weg/borden, role: lawyer, scope: [facts], on: 2026-11-01, until: 2027-11-01, texts: {…}}",
	Mend:   "ask the reviewer to look at what changed, and record that with `wijzer review`; a later review of the same scope replaces the earlier one. Formatting does not count. The page tells readers only of reviews that hold.",
	Safety: true,
	Source: func(p *Pass) {
		for _, r := range p.LatestReviews() {
			const again = "have it reviewed again: wijzer help review"
			if p.isPast(r.Until) {
				p.Report(r.Position, again, "the review of %q by %q counted until %s", r.Page, r.Role, r.Until)
			}
			if roles := p.ReviewerRoles(); len(roles) > 0 && !slices.Contains(roles, r.Role) {
				p.Report(r.Position, text.DidYouMean(r.Role, roles, "i18n/"+p.DefaultLanguage()+".toml has the words of each role under role_…"), "the review of %q is by unknown role %q", r.Page, r.Role)
			}
			for _, lang := range slices.Sorted(maps.Keys(r.Texts)) {
				p.reportReview(r, lang, again)
			}
		}
	},
})

// reportReview reports a review of a text that is gone or has changed.
func (p *Pass) reportReview(r site.Review, lang, again string) {
	page := p.Page(lang, r.Page)
	switch {
	case page == nil && !p.PageLost(lang, r.Page):
		p.Report(r.Position, "remove it, or run wijzer mv when the page has another name", "a review of page %q in language %q, which is not there", r.Page, lang)
	case page != nil && page.Fingerprint() != r.Texts[lang]:
		p.Report(page.Front.Position("/title"), again, "page %q changed after the review by %q on %s", page.Title, r.Role, r.On)
	}
}
