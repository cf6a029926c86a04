package check

import (
	"regexp"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "contact-hours",
	Title:    "a contact called open day and night, or free of charge, that is not so in its record; a free number that is said to cost something",
	Why:      "Who calls at night and hears nothing may not call again.",
	Wrong:    "[Fietslijn](contact:fietslijn) is dag en nacht bereikbaar.   # its record: hours: op werkdagen",
	Right:    "[Fietslijn](contact:fietslijn) is op werkdagen bereikbaar.",
	Mend:     "say what the record of the contact says, or correct the record from its source. The words are the lists `around_the_clock`, `free_of_charge` and `charged` in data/lexicon/<lang>.yaml; a sentence with a word of `negation` is left alone.",
	Set:      ReferencesRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		free := p.Words("free_of_charge")
		for _, c := range p.Contacts() {
			reportPaid(p, c, free)
		}
		for _, list := range []string{"around_the_clock", "free_of_charge"} {
			words, negation := p.Words(list), p.Words("negation")
			for t := range p.Passages() {
				for _, m := range claims(t, words[t.Lang], negation[t.Lang]) {
					reportOffer(p, t, m, words)
				}
			}
		}
		reportCharged(p)
	},
})

// reportCharged reports what a call costs after a number that costs nothing.
func reportCharged(p *Pass) {
	charged := p.Words("charged")
	for t := range p.Passages() {
		for _, m := range charged[t.Lang].Find(t.Text) {
			before := t.Text[text.SentenceAt(t.Text, m.From).From:m.From]
			numbers := phoneForm.FindAllString(before, -1)
			if n := len(numbers); n > 0 && text.IsTollFree(numbers[n-1], p.Config.Params.Region) && !t.IsCode(m.From) {
				p.Report(t.At(m.From), "say that it is free, or which number is meant", "%q after %q, which is free of charge", m.Of(t.Text), numbers[n-1])
			}
		}
	}
}

// phoneForm is what may be a telephone number, a short one too.
var phoneForm = regexp.MustCompile(`\+?[0-9][0-9 -]*[0-9]`)

// reportOffer reports words about contacts of whom no record holds such words.
func reportOffer(p *Pass, t *site.Passage, m text.Mention, words map[string]*text.Phrases) {
	sentence := text.SentenceAt(t.Text, m.From)
	named := contactsIn(p, t, sentence)
	says := func(c *site.Contact) bool {
		for own := range c.Passages() {
			if words[own.Lang].Has(own.Text) {
				return true
			}
		}
		return false
	}
	if len(named) > 0 && !slices.ContainsFunc(named, says) {
		p.Report(t.At(m.From), "say what its record says", "%q, which the record of contact %q does not say", m.Of(t.Text), named[0].ID)
	}
}

// reportPaid reports a contact that calls itself free, with numbers that cost
// money only.
func reportPaid(p *Pass, c *site.Contact, free map[string]*text.Phrases) {
	for _, number := range c.Phones() {
		if !text.IsPaid(number, p.Config.Params.Region) {
			return
		}
	}
	for own := range c.Passages() {
		if m := free[own.Lang].Find(own.Text); len(m) > 0 && c.Phone != "" {
			p.Report(own.At(m[0].From), "say what a call costs, or correct the number", "%q, and its number %q is paid for", m[0].Of(own.Text), c.Phone)
		}
	}
}
