package check

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "contact-phone",
	Title:  "a contact's telephone number that its country does not have, that a text has otherwise, or that is not written as it is dialled from anywhere",
	Why:    "Somebody in need dials it and gets nobody; from abroad, or with a telephone of another country, a number without its country leads elsewhere.",
	Wrong:  `phone: 058-215 70 84`,
	Right:  `phone: "+31 58 215 7084"`,
	Mend:   "compare it with the organisation's own page, and write it with + and the country's number. Readers see it as people write it there. Short numbers, and those that are free or cost extra, belong to their country and are written as there: that of the record, or params.region in config.toml; short numbers that the phone library does not know stand in params.short_numbers. In the texts of a contact, and beside a link to it, a number that lacks a digit of one of its own is found too.",
	Safety: true,
	Source: func(p *Pass) {
		for _, c := range p.Contacts() {
			for key, number := range c.Phones() {
				reportContactPhone(p, c, key, number)
			}
		}
		if !p.Incomplete() { // the number may be that of a contact that could not be read
			reportNear(p)
		}
	},
})

// typed is a telephone number in a text.
type typed struct {
	at     diag.Position
	number string
}

// reportNear reports the numbers in texts that are those of a contact but
// for one digit, or two exchanged: at the contact where several texts
// agree.
func reportNear(p *Pass) {
	owner, near, right := contactsByPhone(p), map[string][]typed{}, map[string]bool{}
	phones := text.NewPhoneFinder(p.Config.Params.Region, nil)
	beside := map[string][]typed{}
	for t := range p.Passages() {
		nearIn(phones, owner, near, right, t.Text, t.At)
		nearBeside(owner, beside, t)
	}
	for _, page := range p.Pages {
		for _, asked := range page.Asked() {
			for _, question := range asked {
				nearIn(phones, owner, near, right, question, func(int) diag.Position { return diag.Position{File: page.File} })
			}
		}
	}
	for t := range p.AllKeyed() {
		nearIn(phones, owner, near, right, t.Text, func(int) diag.Position { return t.At(0) })
	}
	for _, c := range p.Contacts() {
		mistaken := false
		for key, number := range c.Phones() {
			found := slices.DeleteFunc(slices.Clone(near[c.ID]), func(t typed) bool { return !almost(text.Digits(number), text.Digits(t.number)) })
			slices.SortFunc(found, func(a, b typed) int { return strings.Compare(a.at.String(), b.at.String()) })
			if len(found) > 1 && !right[text.Digits(number)] {
				p.Report(c.Position("/"+key), "compare both with the organisation's own page", "%s %q is %q in %s and elsewhere", key, number, found[0].number, found[0].at.File)
				mistaken = true
			}
		}
		said := beside[c.ID]
		if mistaken {
			said = nil
		}
		for _, t := range said {
			p.Report(t.at, "compare both with the organisation's own page", "telephone number %q is that of contact %q but for a digit", t.number, c.ID)
		}
		if len(near[c.ID]) == 1 && !slices.Contains(said, near[c.ID][0]) {
			at := near[c.ID][0].at
			if at.Line == 0 { // one that readers type, which nobody dials
				at = nearestOf(c, near[c.ID][0].number)
			}
			p.Report(at, "compare both with the organisation's own page", "telephone number %q is that of contact %q but for a digit", near[c.ID][0].number, c.ID)
		}
	}
}

// nearestOf returns where the number of a contact stands that another
// nearly is.
func nearestOf(c *site.Contact, number string) diag.Position {
	for key, own := range c.Phones() {
		if almost(text.Digits(own), text.Digits(number)) {
			return c.Position("/" + key)
		}
	}
	return c.Position("")
}

// nearIn adds the numbers in a text that are nearly those of a contact, and
// notes the numbers that stand there as they are.
func nearIn(phones text.PhoneFinder, owner map[string]string, near map[string][]typed, right map[string]bool, words string, at func(int) diag.Position) {
	for _, r := range phones.Find(words) {
		digits := text.Digits(r.Of(words))
		if _, known := owner[digits]; known {
			right[digits] = true
			continue
		}
		for number, contact := range owner {
			if contact != "" && almost(number, digits) {
				near[contact] = append(near[contact], typed{at(r.From), r.Of(words)})
			}
		}
	}
}

// grouped is digits in groups, as a telephone number has them: none may be
// valid any more.
var grouped = regexp.MustCompile(`\+?\b\d(?:[- ]?\d){6,}\b`)

// nearBeside adds the digits that are nearly a number of the contact that a
// text is about or leads to, or that number without one of its digits.
func nearBeside(owner map[string]string, beside map[string][]typed, t *site.Passage) {
	about := map[string]bool{}
	if t.Record != nil && t.Record.Kind == "contact" {
		about[t.Record.ID] = true
	}
	for id := range t.References("contact") {
		about[id] = true
	}
	if len(about) == 0 {
		return
	}
	for _, m := range grouped.FindAllStringIndex(t.Text, -1) {
		said := t.Text[m[0]:m[1]]
		digits := text.Digits(said)
		if _, known := owner[digits]; known || t.IsCode(m[0]) {
			continue
		}
		for _, number := range slices.Sorted(maps.Keys(owner)) {
			if about[owner[number]] && (almost(number, digits) || lacksOne(number, digits) || lacksOne(digits, number)) {
				beside[owner[number]] = append(beside[owner[number]], typed{t.At(m[0]), said})
				break
			}
		}
	}
}

// lacksOne reports whether b is a without one of its digits.
func lacksOne(a, b string) bool {
	if len(b) != len(a)-1 || len(b) <= maxShort {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	return a[i+1:] == b[i:]
}

// almost reports whether two numbers differ in one digit, or in two
// exchanged.
func almost(a, b string) bool {
	if len(a) != len(b) || len(a) <= maxShort {
		return false
	}
	var at []int
	for i := range a {
		if a[i] != b[i] {
			at = append(at, i)
		}
	}
	return len(at) == 1 || len(at) == 2 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
}

func reportContactPhone(p *Pass, c *site.Contact, key, number string) {
	region := cmp.Or(c.Country, p.Config.Params.Region)
	phone := text.ReadPhone(number, region, "")
	switch {
	case region == "":
	case !hasPhone(p, number, region):
		p.Report(c.Position("/"+key), "compare it with the organisation's own page", "%s %q is no number of %s", key, number, region)
	case phone.IsInternational() && !strings.HasPrefix(number, "+"):
		p.Report(c.Position("/"+key), fmt.Sprintf("write %q", phone.Shown), "%s %q lacks its country", key, number)
	case !phone.IsInternational() && strings.HasPrefix(number, "+"):
		p.Report(c.Position("/"+key), "write it as in its country", "%s %q is dialled in %s only", key, number, region)
	}
}

// hasPhone reports whether a region has a telephone number: one that the
// phone library knows, or a short one that config.toml lists.
func hasPhone(p *Pass, number, region string) bool {
	params := p.Config.Params
	return region == params.Region && slices.Contains(params.ShortNumbers, number) || text.IsPhone(number, region)
}
