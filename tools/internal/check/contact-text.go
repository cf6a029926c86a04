package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "contact-text",
	Title:  "a link to a contact whose text names another, or has a number that is not the contact's; a gap that names a contact and refers to others",
	Why:    "Who clicks or dials expects what the words say; in need nobody looks twice.",
	Wrong:  `Bel de [gemeente](contact:fietspunt).`,
	Right:  `Bel het [Fietspunt](contact:fietspunt).`,
	Mend:   "write a name or number of the record, or a part of the name; what stands in brackets there counts too. Other words may stand around the name, but no other number. A term with the id of a contact leads to that contact, when it leads to any. What the text of a gap names by number or a name of several words, but for the emergency number (params.emergency), stands under refer, where anything does.",
	Safety: true,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			reportNamesake(p, page)
		}
		reportLeftOut(p)
		for use := range p.Uses("contact") {
			if c := p.Contact(use.ID); use.Link != nil && c != nil {
				reportContactText(p, use, c)
			}
		}
	},
})

// reportNamesake reports a term with the id of a contact that leads to
// others only, none of which is for the emergency or says that it belongs
// to the contact.
func reportNamesake(p *Pass, page *site.Page) {
	if page.Entry == nil || p.Contact(page.Entry.Term.ID) == nil {
		return
	}
	own, others := p.Contact(page.Entry.Term.ID), []string{}
	name, _, _ := strings.Cut(own.Name.In(page.Lang), "(")
	for _, ref := range page.Refs {
		c := p.Contact(ref.ID)
		switch {
		case ref.Kind != "contact" || c == nil || c.ID == p.Config.Params.Emergency:
		case c.ID == own.ID || text.HoldsAny(c.Purpose.In(page.Lang), []string{text.Normal(name)}):
			return
		default:
			others = append(others, c.ID)
		}
	}
	if len(others) > 0 {
		p.Report(page.Front.Doc.Position("/title"), "link to contact:"+own.ID, "the term of contact %q leads to %q", own.ID, others[0])
	}
}

// reportLeftOut reports the contacts that a gap names and does not refer
// to: its card leads to others.
func reportLeftOut(p *Pass) {
	for _, gap := range p.Gaps() {
		var said site.Text
		_ = gap.Decode("/text", &said)
		for _, c := range p.Contacts() {
			names := func(lang string) bool {
				words, _, _ := strings.Cut(c.Name.In(lang), "(")
				ways := slices.Collect(maps.Values(c.Phones()))
				if name := text.Normal(words); strings.Contains(name, " ") { // else it may be a word like others
					ways = append(ways, name)
				}
				return text.HoldsAny(said.In(lang), ways)
			}
			if len(gap.Refer) > 0 && c.ID != p.Config.Params.Emergency && !slices.Contains(gap.Refer, c.ID) && slices.ContainsFunc(p.Languages, names) {
				p.Report(gap.Position("/refer"), "add "+c.ID+", or do not name it", "the text names contact %q, and refers to others", c.ID)
			}
		}
	}
}

func reportContactText(p *Pass, use site.Use, c *site.Contact) {
	name := c.Name.In(use.Page.Lang)
	if name != "" && text.Normal(use.Text) != "" && !namesContact(p, c, use.Text) {
		p.Report(use.Position, "write "+name+", or link to the contact that is meant", "%q is no name or number of contact %q", use.Text, c.ID)
	}
}

// namesContact reports whether words hold a contact's name in any language
// or its number, or are a part of its name; other digits than its own tell
// of another.
func namesContact(p *Pass, c *site.Contact, words string) bool {
	digits := text.Digits(words)
	if hasNumber(p, c, digits) {
		return true
	}
	for _, name := range c.Name {
		short, _, _ := strings.Cut(name, "(")
		part := text.HoldsAny(name, []string{text.Normal(words)}) || text.HoldsAny(words, []string{text.Normal(short)})
		if part && (digits == "" || digits == text.Digits(name)) {
			return true
		}
	}
	return false
}

// hasNumber reports whether digits are one of a contact's numbers, as it is
// dialled from anywhere or within its country.
func hasNumber(p *Pass, c *site.Contact, digits string) bool {
	region := cmp.Or(c.Country, p.Config.Params.Region)
	for _, number := range c.Phones() {
		if digits == text.Digits(number) || digits == text.Digits(text.ReadPhone(number, region, region).Shown) {
			return true
		}
	}
	return false
}
