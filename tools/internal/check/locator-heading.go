package check

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Warning, Rule{
	ID:    "locator-heading",
	Title: "a heading in a citation that other citations spell otherwise, or have in another chapter",
	Why:   "A reader who looks up a heading that is not there stops believing the rest. What most citations of a source say is learned from them.",
	Wrong: `… [hfst. 5, Wat er speelt](cite:fietsatlas)   # elsewhere, often: hfst. 6, Wat er speelt`,
	Right: `… [hfst. 6, Wat er speelt](cite:fietsatlas)`,
	Mend:  "look the place up in the source. Where the many are wrong, mend those.",
	Source: func(p *Pass) {
		seen, by := placed(p)
		for _, place := range seen {
			reportPlace(p, place, by[place.source()])
		}
	},
})

// place is one chapter and heading in one citation.
type place struct {
	site.Citation
	chapter int
	heading string // folded
	words   string // as written
}

func (a place) source() string { return a.Source.ID }

// placed lists the headings with a chapter that citations name, and how
// often each source has which, by heading and chapter.
func placed(p *Pass) (seen []place, by map[string]map[string]map[int]int) {
	locators := p.Locators()
	by = map[string]map[string]map[int]int{}
	for _, c := range p.citations() {
		for piece := range strings.SplitSeq(c.Locator, ";") {
			before, words, named := strings.Cut(piece, ",")
			if !named {
				continue
			}
			parts := locators[c.Lang].Parse(before)
			words = strings.TrimSpace(words)
			if len(parts) != 1 || parts[0].Kind != "chapter" || words == "" || len(locators[c.Lang].Parse(words)) > 0 {
				continue
			}
			a := place{c, parts[0].First, text.Fold(words), words}
			seen = append(seen, a)
			inner(inner(by, a.source()), a.heading)[a.chapter]++
		}
	}
	return seen, by
}

func reportPlace(p *Pass, a place, known map[string]map[int]int) {
	own := known[a.heading][a.chapter]
	for chapter, n := range known[a.heading] {
		if n >= often*own {
			p.Report(a.Position, "look it up in the source", "%q stands in chapter %d in %d other citations of source %q", a.words, chapter, n, a.Source.ID)
			return
		}
	}
	for heading, chapters := range known {
		n := 0
		for _, times := range chapters {
			n += times
		}
		if heading != a.heading && n >= often*own && isNear(heading, a.heading) {
			p.Report(a.Position, "look it up in the source", "%q is nearly a heading in %d other citations of source %q: %q", a.words, n, a.Source.ID, heading)
			return
		}
	}
}

// isNear reports whether two texts differ by a typing error.
func isNear(a, b string) bool {
	const least = 8 // letters: shorter words differ by little
	return min(len(a), len(b)) >= least && levenshtein.ComputeDistance(a, b) <= 2
}
