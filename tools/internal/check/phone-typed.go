package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Error, Rule{
	ID:     "phone-typed",
	Title:  "a telephone number typed by hand",
	Why:    "A number in a record is checked, dated and corrected in one place; one in the text stays wrong unseen, where somebody needs help.",
	Wrong:  `Bel de Fietslijn op 088-0000000.`,
	Right:  `Bel de [Fietslijn](contact:fietslijn).`,
	Mend:   "link to the contact's record, which shows the number; record the organisation when it is not there. A short number before a word of the list `counted` in data/lexicon/<lang>.yaml is a count.",
	Safety: true,
	Source: func(p *Pass) {
		owner := contactsByPhone(p)
		var short []string
		for number := range owner {
			if len(number) <= maxShort {
				short = append(short, number)
			}
		}
		counted := site.ByLanguage(p.Site, func(lang string) *text.Phrases { return p.Lexicon(lang).Words("counted") })
		ordinary, all := text.NewPhoneFinder(p.Config.Params.Region, nil), text.NewPhoneFinder(p.Config.Params.Region, short)
		for t := range p.Passages() {
			switch {
			case t.Para != nil:
				phonesIn(p, t, all, counted[t.Lang], owner)
			case t.Record == nil || t.Record.Kind != "contact": // where numbers are at home
				phonesIn(p, t, ordinary, counted[t.Lang], owner)
			}
		}
		for t := range p.Quotations() {
			phonesIn(p, t, all, counted[t.Lang], owner)
		}
	},
})

func phonesIn(p *Pass, t *site.Passage, phones text.PhoneFinder, counted *text.Phrases, owner map[string]string) {
	for _, r := range phones.Find(t.Text) {
		number := r.Of(t.Text)
		if len(number) <= maxShort && counts(t.Text[r.To:], counted) {
			continue
		}
		if !t.IsCode(r.From) && isTyped(t, r.From) && !linksContact(t, owner[text.Digits(number)], len(number)) {
			reportPhone(p, t.At(r.From), number, owner, t.IsOpen(r))
		}
	}
}

// counts reports whether what stands after a number says what is counted:
// 113 children.
func counts(after string, counted *text.Phrases) bool {
	after, spaced := strings.CutPrefix(after, " ")
	found := counted.Find(after[:min(len(after), 60)])
	return spaced && len(found) > 0 && found[0].From == 0
}

// linksContact reports whether a paragraph links to the contact of a short
// number, which then may be named again: the number is the service's name
// too.
func linksContact(t *site.Passage, contact string, length int) bool {
	return length <= maxShort && t.IsTo("contact:"+contact)
}

// reportPhone reports a number; where it stands just so in the file, it can
// become a link to the contact that has it.
func reportPhone(p *Pass, at diag.Position, number string, owner map[string]string, verbatim bool) {
	hint, fix := "record the organisation in data/contacts/ and link to it", diag.Fix{}
	if id := owner[text.Digits(number)]; id != "" {
		hint = "link to contact:" + id
		if verbatim {
			fix = diag.Fix{Old: number, New: "[" + number + "](contact:" + id + ")"}
		}
	}
	p.Fix(at, fix, hint, "telephone number %q typed in the text", number)
}
