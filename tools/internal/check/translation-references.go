package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Warning, Rule{
	ID:    "translation-references",
	Title: "a reference or block that a page has in one language and not, or otherwise, in the other",
	Why:   "Both languages must make the same claims on the same grounds; what one leaves out, half of the readers never see. A citation that names another place in one of them sends readers to a page that does not say it.",
	Wrong: "xx: [minstens 70](figure:deelnemers) Nederlanders\nyy: dozens of Dutch people",
	Right: "xx: [minstens 70](figure:deelnemers) Nederlanders\nyy: [at least 70](figure:deelnemers) Dutch people",
	Mend:  "add it in the other language, in the same section, or remove it here; of a locator only the numbers are compared. Figures, cases, contacts, blocks and sources that one language lacks altogether are errors; one citation or term link more, or another locator, is a warning.",
	Source: func(p *Pass) {
		for lead, page := range p.Translations() {
			leads, mine := lead.UsesBySection(page), page.UsesBySection(lead)
			reportSurpluses(p, append(surpluses(leads, mine, page), surpluses(mine, leads, lead)...))
			for section, uses := range mine {
				compareLocators(p, citations(uses), citations(leads[section]), lead)
			}
		}
	},
})

// A target is what uses point at: two of one target are counted together.
type target struct{ section, kind, id string }

func targetOf(u site.SectionUse) target { return target{u.Section, u.Kind, u.ID} }

// surplus is a use that one page has more often in a section than the
// other.
type surplus struct {
	site.SectionUse
	count, otherCount int
	other             *site.Page
	gone              bool // the other page has it in no section
}

// surpluses lists what a page has more of than the other, whose uses are
// theirs.
func surpluses(mine, theirs map[string][]site.SectionUse, other *site.Page) (out []surplus) {
	there := map[target]bool{}
	for _, uses := range theirs {
		for _, u := range uses {
			there[target{"", u.Kind, u.ID}] = true
		}
	}
	for section, uses := range mine {
		for _, s := range more(uses, theirs[section]) {
			s.other, s.gone = other, !there[target{"", s.Kind, s.ID}]
			out = append(out, s)
		}
	}
	return out
}

// more lists what uses, of one section, has more of than theirs: each time
// the first that does not stand in the same place there.
func more(uses, theirs []site.SectionUse) (out []surplus) {
	counts, otherCounts := countUses(uses), countUses(theirs)
	same := samePrefix(uses, theirs)
	for _, u := range slices.Concat(uses[same:], uses[:same]) {
		to := targetOf(u)
		if n := counts[to]; n > otherCounts[to] {
			out = append(out, surplus{SectionUse: u, count: n, otherCount: otherCounts[to]})
			counts[to] = 0
		}
	}
	return out
}

func countUses(uses []site.SectionUse) map[target]int {
	counts := map[target]int{}
	for _, u := range uses {
		counts[targetOf(u)]++
	}
	return counts
}

// samePrefix counts the uses at the head that are the same in both.
func samePrefix(a, b []site.SectionUse) int {
	n := 0
	for n < len(a) && n < len(b) && targetOf(a[n]) == targetOf(b[n]) && numbersIn(a[n]) == numbersIn(b[n]) {
		n++
	}
	return n
}

// numbersIn returns the numbers in a locator, which are the same in any
// language.
func numbersIn(u site.SectionUse) string {
	return strings.Join(strings.FieldsFunc(u.Text, func(r rune) bool { return r < '0' || r > '9' }), " ")
}

// reportSurpluses reports what either of two pages has more of. Where one
// names something that does not exist, another rule says so, and until that
// is mended nothing can be said of its kind.
func reportSurpluses(p *Pass, all []surplus) {
	misspelt := map[string]bool{}
	for _, s := range all {
		misspelt[s.Kind] = misspelt[s.Kind] || s.Kind != "block" && !p.Exists(s.Kind, s.ID)
	}
	for _, s := range all {
		if misspelt[s.Kind] {
			continue
		}
		severity, where := Error, ""
		if s.Kind == "term" || s.Kind == "source" && !s.gone {
			severity = Warning
		}
		if s.Section != "" {
			where = fmt.Sprintf(" in section %q", s.Section)
		}
		p.As(severity).Report(s.Position, fmt.Sprintf("add it to %s, or remove it here", s.other.File),
			"%s %q%s: %d here, %d in language %q", s.Kind, s.ID, where, s.count, s.otherCount, s.other.Lang)
	}
}

// citations returns the citations with a locator among uses, by source.
func citations(uses []site.SectionUse) map[target][]site.SectionUse {
	bySource := map[target][]site.SectionUse{}
	for _, u := range uses {
		if u.Kind == "source" && u.Text != "" {
			bySource[targetOf(u)] = append(bySource[targetOf(u)], u)
		}
	}
	return bySource
}

// compareLocators reports the citations that have no counterpart with the
// same numbers. Their order may differ: sentences change places in
// translation. Where one language cites more often, that is a surplus.
func compareLocators(p *Pass, mine, leads map[target][]site.SectionUse, lead *site.Page) {
	for to, uses := range mine {
		theirs := leads[to]
		if len(uses) != len(theirs) {
			continue
		}
		odd, theirOdd := unmatched(uses, theirs), unmatched(theirs, uses)
		for i, u := range odd {
			p.Report(u.Position, "look it up in the source", "locator %q of source %q is %q in language %q", u.Text, u.ID, theirOdd[i].Text, lead.Lang)
		}
	}
}

// unmatched returns the uses whose locator has numbers that others lack.
func unmatched(uses, others []site.SectionUse) []site.SectionUse {
	counts := map[string]int{}
	for _, u := range others {
		counts[numbersIn(u)]++
	}
	return slices.DeleteFunc(slices.Clone(uses), func(u site.SectionUse) bool {
		counts[numbersIn(u)]--
		return counts[numbersIn(u)] >= 0
	})
}
