package check

import "strings"

var _ = register(ReferencesRules, Warning, Rule{
	ID:     "locator-missing",
	Title:  "a citation that does not say where in the source",
	Why:    "Nobody finds one sentence again in a report of a hundred pages.",
	Wrong:  `… in drie delen. [z.p.](cite:fietsatlas)`,
	Right:  `… in drie delen. [hfst. 2](cite:fietsatlas)`,
	Mend:   "name the chapter, section, paragraph, note or heading. Where the claim is about the work as a whole, write that. A source without parts gets one of the words under none in `locators` in data/lexicon/<lang>.yaml.",
	Safety: true,
	Source: func(p *Pass) {
		locators := p.Locators()
		for _, c := range p.citations() {
			switch {
			case len(c.Source.Parts) > 0 && locators[c.Lang].IsNone(c.Locator):
				p.Report(c.Position, "the source has "+c.Source.Division(), "citation of %q without place in it", c.Source.ID)
			case c.Link && strings.TrimSpace(c.Locator) == "":
				p.Report(c.Position, "write the place, or that it has none: locators, none in data/lexicon/"+c.Lang+".yaml", "citation of %q without text", c.Source.ID)
			}
		}
	},
})
