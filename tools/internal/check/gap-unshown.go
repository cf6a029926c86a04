package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Warning, Rule{
	ID:      "gap-unshown",
	Title:   "a gap in the sources that is not shown where a reader would look",
	Why:     "Who finds no answer and no word about it thinks that there is one elsewhere, or fills it in (ESP-29).",
	Wrong:   "sections: [handelen]   # and no page there has a block that names the gap",
	Right:   "```gaps\nids: [g07]\n```",
	Mend:    "add a block gaps with its id to a page in the section that the hint names, in each language; a block with all gaps shows none in particular. A gap without `sections` may stand on any page.",
	Safety:  true,
	Absence: true,
	Source: func(p *Pass) {
		shown := gapsShown(p)
		for _, gap := range p.Gaps() {
			for _, lang := range p.Languages {
				reportUnshown(p, gap, lang, shown[lang][gap.ID])
			}
		}
	},
})

// gapsShown returns, by language and gap, the sections that show it by its
// id.
func gapsShown(p *Pass) map[string]map[string][]string {
	shown := site.ByLanguage(p.Site, func(string) map[string][]string { return map[string][]string{} })
	for use := range p.Uses("gap") {
		if page := use.Page; page != nil {
			shown[page.Lang][use.ID] = append(shown[page.Lang][use.ID], page.Section)
		}
	}
	return shown
}

func reportUnshown(p *Pass, gap *site.Gap, lang string, sections []string) {
	wanted := gap.Sections
	if len(wanted) == 0 && len(sections) == 0 {
		p.Report(diag.Position{File: gap.File}, "add it to a block gaps", "gap %q is shown nowhere in language %q", gap.ID, lang)
	}
	for _, section := range wanted {
		if !slices.Contains(sections, section) {
			p.Report(gap.Position("/sections"), "add it to a block gaps there", "gap %q is shown on no page of %q in language %q", gap.ID, section, lang)
		}
	}
}
