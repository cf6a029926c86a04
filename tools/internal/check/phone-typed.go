package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "phone-typed",
	Title:    "a telephone number typed by hand",
	Why:      "A number in a record is checked, dated and corrected in one place; one in the text stays wrong unseen, where somebody needs help.",
	Wrong:    `Bel de Fietslijn op 088-0000000.`,
	Right:    `Bel de [Fietslijn](contact:fietslijn).`,
	Mend:     "link to the contact's record, which shows the number; record the organisation when it is not there.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		owner := contactsByPhone(p)
		var short []string
		for number := range owner {
			if len(number) <= maxShort {
				short = append(short, number)
			}
		}
		ordinary, all := text.NewPhoneFinder(p.Config.Params.Region, nil), text.NewPhoneFinder(p.Config.Params.Region, short)
		for _, page := range p.Pages {
			for _, h := range page.Doc.Headings {
				for _, r := range ordinary.Find(h.Text) {
					reportPhone(p, h.Position, h.Text[r.From:r.To], owner, false)
				}
			}
			for i := range page.Doc.Paragraphs {
				phonesIn(p, page, &page.Doc.Paragraphs[i], all, owner)
			}
		}
	},
})

// maxShort is the length of the longest short number; longer ones are found by
// their form.
const maxShort = 6

// contactsByPhone returns the contact that has a number, by its digits; "" where
// several have it.
func contactsByPhone(p *Pass) map[string]string {
	owner := map[string]string{}
	for _, c := range p.Contacts() {
		for _, number := range c.Phones() {
			read := p.ReadPhone(c, number)
			for _, form := range []string{number, read.Shown, read.Dialled} {
				id, known := owner[text.Digits(form)]
				if known && id != c.ID {
					owner[text.Digits(form)] = ""
				} else {
					owner[text.Digits(form)] = c.ID
				}
			}
		}
	}
	return owner
}

func phonesIn(p *Pass, page *site.Page, para *md.Paragraph, phones text.PhoneFinder, owner map[string]string) {
	for _, r := range phones.Find(para.Text) {
		number := para.Text[r.From:r.To]
		if !para.Literal(r.From) && page.Doc.LinkAt(para, r.From) == nil && !linksContact(page.Doc, para, owner[text.Digits(number)], len(number)) {
			reportPhone(p, page.Doc.At(para, r.From), number, owner, para.Verbatim(r.From, r.To))
		}
	}
}

// linksContact reports whether a paragraph links to the contact of a short
// number, which then may be named again: the number is the service's name too.
func linksContact(doc *md.Doc, para *md.Paragraph, contact string, length int) bool {
	return length <= maxShort && slices.ContainsFunc(para.Links, func(i int) bool {
		return doc.Links[i].Dest == "contact:"+contact
	})
}

// reportPhone reports a number; where it stands just so in the file, it can become
// a link to the contact that has it.
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
