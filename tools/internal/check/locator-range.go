package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "locator-range",
	Title: "a citation of a place that the source does not have",
	Why:   "A reader who looks up chapter 9 of seven stops believing the rest.",
	Wrong: `… in drie delen. [hfst. 9](cite:fietsatlas)`,
	Right: `… in drie delen. [hfst. 2](cite:fietsatlas)`,
	Mend:  "look the place up; when the source does have it, correct parts in the source's record.",
	Source: func(p *Pass) {
		locators := p.Locators()
		read := map[[2]string][]cite.Part{} // by locator and language: most come back many times
		for _, c := range p.citations() {
			if len(c.Source.Parts) == 0 {
				continue
			}
			key := [2]string{c.Locator, c.Lang}
			if _, known := read[key]; !known {
				read[key] = locators[c.Lang].Parse(c.Locator)
			}
			for _, part := range read[key] {
				inSource(p, c, part)
			}
		}
	},
})

func inSource(p *Pass, c site.Citation, part cite.Part) {
	whole, known := c.Source.Parts[part.Kind]
	switch {
	case part.Kind == "heading":
		headingInSource(p, c, part.Title, whole.Headings)
	case !known:
		p.Report(c.Position, "its record has "+c.Source.Division(), "%q: source %q is not known to have a %s", c.Locator, c.Source.ID, part.Kind)
	case part.First > part.Last:
		p.Report(c.Position, "put the lower number first", "%q runs backwards", c.Locator)
	case part.First < whole.First || part.Last > whole.Last:
		p.Report(c.Position, "its record has "+c.Source.Division(), "%q: source %q has no such %s", c.Locator, c.Source.ID, part.Kind)
	}
}

func headingInSource(p *Pass, c site.Citation, title string, known []string) {
	same := func(h string) bool { return text.Fold(h) == text.Fold(title) }
	if len(known) > 0 && !slices.ContainsFunc(known, same) {
		p.Report(c.Position, text.DidYouMean(title, known, "its record has: "+strings.Join(known, "; ")),
			"%q: source %q has no such heading", c.Locator, c.Source.ID)
	}
}
