package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	words "comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "translation-numbers",
	Title:    "a number that stands in one language only",
	Why:      "An update reaches one language and not the other, and from then on the site says two things: another year, another age, another amount.",
	Wrong:    "xx: In 2019 telde de stad alles.\nyy: In 2021 the town counted everything.",
	Right:    "xx: In 2019 telde de stad alles.\nyy: In 2019 the town counted everything.",
	Mend:     "write the same numbers in both languages, section by section, in digits or in words alike. Points and commas in numbers may differ.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for lead, page := range p.Translations() {
			theirs, ours := numbersOf(lead, page), numbersOf(page, lead)
			for _, section := range sectionsBoth(theirs, ours) {
				reportNumbers(p, lead, page, surplusNumbers(theirs[section], ours[section]), surplusNumbers(ours[section], theirs[section]))
			}
		}
	},
})

// reportNumbers reports, once for a section, what one language has and the
// other has not, with both places where there are two.
func reportNumbers(p *Pass, lead, page *site.Page, theirs, ours []placed) {
	switch {
	case len(theirs) > 0 && len(ours) > 0:
		p.Report(ours[0].Position, "write the same number in both", "number %q, where %s has %q", ours[0].text, theirs[0].Position, theirs[0].text)
	case len(ours) > 0:
		p.Report(ours[0].Position, "write it in both, or in neither", "number %q, which this section of %s has not", ours[0].text, lead.File)
	case len(theirs) > 0:
		p.Report(theirs[0].Position, "write it in both, or in neither", "number %q, which this section of %s has not", theirs[0].text, page.File)
	}
}

// placed is a number as it is written, and where.
type placed struct {
	diag.Position
	text string
}

var dividers = strings.NewReplacer(".", "", ",", "", " ", "")

// key is what a number has in common with itself in another language: its
// digits, without the points and commas that group and divide them.
func (n placed) key() string { return dividers.Replace(n.text) }

// numbersOf lists the numbers that a page's own text has, by the section that
// it shares with other. What stands in code is no text.
func numbersOf(page, other *site.Page) map[string][]placed {
	sections := page.SharedSections(other)
	numbers := map[string][]placed{}
	add := func(heading int, text string, at func(offset int) diag.Position) {
		section := sections[heading+1]
		for _, n := range words.Numerals(text) {
			numbers[section] = append(numbers[section], placed{at(n.From), n.Of(text)})
		}
	}
	for i, h := range page.Doc.Headings {
		add(i, h.Text, func(int) diag.Position { return h.Position })
	}
	for i := range page.Doc.Paragraphs {
		para := &page.Doc.Paragraphs[i]
		add(para.Heading, para.Text, func(offset int) diag.Position { return page.Doc.At(para, offset) })
	}
	return numbers
}

func sectionsBoth(a, b map[string][]placed) []string {
	var sections []string
	for section := range a {
		sections = append(sections, section)
	}
	for section := range b {
		if _, ok := a[section]; !ok {
			sections = append(sections, section)
		}
	}
	slices.Sort(sections)
	return sections
}

// surplusNumbers returns what mine has more often than theirs.
func surplusNumbers(mine, theirs []placed) []placed {
	left := map[string]int{}
	for _, n := range theirs {
		left[n.key()]++
	}
	var out []placed
	for _, n := range mine {
		if left[n.key()]--; left[n.key()] < 0 {
			out = append(out, n)
		}
	}
	return out
}
