package check

import (
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// ContactDays is how long a check of a contact's details is good for.
const ContactDays = 180

// checkedLongAgo is after how many days a number or opening hour is a
// guess.
const checkedLongAgo = 365

var _ = register(ReferencesRules, Warning, Rule{
	ID:     "contact-unchecked",
	Title:  "a contact that nobody has checked, or not for half a year, or that is said to be checked and says otherwise",
	Why:    "Numbers and opening hours of help organisations change; who calls should not find that out. After a year they are a guess, and a guess does not belong under a cry for help.",
	Wrong:  "phone: 0800-2000",
	Right:  "phone: 0800-2000\nchecked_on: 2026-11-20\nchecked_by: redactie",
	Mend:   "open the organisation's own page, compare everything, and write the day under checked_on. After a year it is an error. Where checked_on is filled in, no text of the record has a word of the list `unlooked` in data/lexicon/<lang>.yaml.",
	Safety: true,
	Source: func(p *Pass) {
		const hint = "compare it with the organisation's own page and write the day under checked_on"
		unlooked := p.Words("unlooked")
		for _, c := range p.Contacts() {
			at := c.Position("/checked_on")
			switch days, ok := p.DaysSince(c.CheckedOn); {
			case !ok:
				p.Report(at, hint, "contact %q has never been checked", c.ID)
			case days > checkedLongAgo:
				p.As(Error).Report(at, hint, "contact %q was checked %d days ago", c.ID, days)
			case days > ContactDays:
				p.Report(at, hint, "contact %q was checked %d days ago", c.ID, days)
			default:
				reportUnlooked(p, c, unlooked)
			}
		}
	},
})

// reportUnlooked reports a contact that somebody checked and whose own
// words say that nobody did.
func reportUnlooked(p *Pass, c *site.Contact, unlooked map[string]*text.Phrases) {
	for t := range c.Passages() {
		if words := unlooked[t.Lang].Find(t.Text); len(words) > 0 {
			p.As(Error).Report(t.At(words[0].From), "take out what was looked up, or checked_on", "%q, and checked_on says that somebody looked", words[0].Of(t.Text))
		}
	}
}
