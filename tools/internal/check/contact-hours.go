package check

import (
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "contact-hours",
	Title:  "a contact with hours or costs that are not those of its record, or called open day and night although nobody checked its hours; a free number that is said to cost something",
	Why:    "Who calls at night and hears nothing may not call again.",
	Wrong:  "[Fietslijn](contact:fietslijn) is dag en nacht bereikbaar.   # its record: hours: op werkdagen",
	Right:  "[Fietslijn](contact:fietslijn) is op werkdagen bereikbaar.",
	Mend:   "say what the record of the contact says, or correct the record from its source. The words are the lists `around_the_clock`, `free_of_charge` and `charged` in data/lexicon/<lang>.yaml; a sentence with a word of `negation` is left alone. Times of day beside a contact stand in its record too. What the record says under `verify` of its hours (`opening`) is not promised before somebody looked; a sentence with a word of `limited` promises less.",
	Safety: true,
	Source: func(p *Pass) {
		free := p.Words("free_of_charge")
		for _, c := range p.Contacts() {
			reportPaid(p, c, free)
		}
		reportUnsure(p)
		reportTimes(p)
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

// reportUnsure reports contacts that are open day and night, or at times of
// day, by their own words, and whose hours are still to be verified.
func reportUnsure(p *Pass) {
	around, opening, limited := p.Words("around_the_clock"), p.Words("opening"), p.Words("limited")
	for _, c := range p.Contacts() {
		for t := range c.Passages() {
			said := claims(t, around[t.Lang], limited[t.Lang])
			if t.Kind != verify && len(said) > 0 && opening[t.Lang].Has(c.Verify.In(t.Lang)) {
				p.Report(t.At(said[0].From), unsureHours, "%q, and under verify its hours are still to be checked", said[0].Of(t.Text))
			}
			if at := timeForm.FindStringIndex(t.Text); t.Kind == "hours" && at != nil && opening[t.Lang].Has(c.Verify.In(t.Lang)) && !limited[t.Lang].Has(t.Text) {
				p.Report(t.At(at[0]), unsureHours, "%q, and under verify its hours are still to be checked", t.Text[at[0]:at[1]])
			}
		}
	}
}

const unsureHours = "say that the hours are not checked, or look them up and change verify"

// timeForm is a time of day.
var timeForm = regexp.MustCompile(`\b([01]?[0-9]|2[0-4])[.:][0-5][0-9]\b`)

// reportTimes reports times of day in sentences about contacts of whom no
// record has them.
func reportTimes(p *Pass) {
	for t := range p.Passages() {
		if t.Record != nil || !strings.ContainsAny(t.Text, "0123456789") {
			continue
		}
		for _, m := range timeForm.FindAllStringIndex(t.Text, -1) {
			sentence := t.SentenceAt(m[0])
			time := strings.ReplaceAll(t.Text[m[0]:m[1]], ":", ".")
			has := func(c *site.Contact) bool {
				return strings.Contains(strings.ReplaceAll(c.Hours.In(t.Lang), ":", "."), time)
			}
			if named := contactsIn(p, t, sentence); len(named) > 0 && !t.IsCode(m[0]) && !slices.ContainsFunc(named, has) {
				p.Report(t.At(m[0]), "say what its record says", "%q, which the record of contact %q does not say", t.Text[m[0]:m[1]], named[0].ID)
			}
		}
	}
}

// reportCharged reports what a call costs after a number that costs
// nothing.
func reportCharged(p *Pass) {
	charged := p.Words("charged")
	for t := range p.Passages() {
		for _, m := range charged[t.Lang].Find(t.Text) {
			before := t.Text[t.SentenceAt(m.From).From:m.From]
			numbers := phoneForm.FindAllString(before, -1)
			if len(numbers) == 0 {
				numbers = onlyPhones(p, t, m)
			}
			if n := len(numbers); n > 0 && text.IsTollFree(numbers[n-1], p.Config.Params.Region) && !t.IsCode(m.From) {
				p.Report(t.At(m.From), "say that it is free, or which number is meant", "%q after %q, which is free of charge", m.Of(t.Text), numbers[n-1])
			}
		}
	}
}

// onlyPhones returns the number of the contact that the sentence of a
// mention is about, or else the one before it, where it has one only.
func onlyPhones(p *Pass, t *site.Passage, m text.Mention) (numbers []string) {
	if t.Record != nil {
		return nil
	}
	sentence := t.SentenceAt(m.From)
	named := contactsIn(p, t, sentence)
	if len(named) == 0 && sentence.From > 0 {
		named = contactsIn(p, t, t.SentenceAt(sentence.From-1))
	}
	if len(named) != 1 || len(named[0].Phones()) != 1 {
		return nil
	}
	return []string{named[0].Phone}
}

// phoneForm is what may be a telephone number, a short one too.
var phoneForm = regexp.MustCompile(`\+?[0-9][0-9 -]*[0-9]`)

// reportOffer reports words about contacts of whom no record holds such
// words.
func reportOffer(p *Pass, t *site.Passage, m text.Mention, words map[string]*text.Phrases) {
	sentence := t.SentenceAt(m.From)
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

// reportPaid reports a contact that calls itself free, with numbers that
// cost money only.
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
