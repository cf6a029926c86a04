package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "emergency-first",
	Title:    "a page on what to do whose first step does not lead to the emergency number",
	Why:      "Who is in danger reads one line.",
	Wrong:    "1. Praat met een collega.\n2. Is iemand in gevaar? Bel [112](contact:noodnummer).",
	Right:    "1. Is iemand in gevaar? Bel [112](contact:noodnummer).\n2. Praat met een collega.",
	Mend:     "begin with danger, and a link to the emergency contact: params.emergency in config.toml, or the first of the help strip. Looked at is the part what-now of pages of the type guidance.",
	Set:      SafetyRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		first, steps := p.Emergency(), p.PartID(whatNow)
		for _, page := range p.Pages {
			i := slices.IndexFunc(page.Doc.Headings, func(h md.Heading) bool { return h.ID == steps })
			if first == nil || page.Type != "guidance" || i < 0 {
				continue
			}
			for t := range page.Prose() {
				if t.Heading == i {
					if !leadsTo(t, "contact:"+first.ID) {
						p.Report(t.At(0), "begin with danger, and a link to contact:"+first.ID, "the first step does not lead to %q", first.ID)
					}
					break
				}
			}
		}
	},
})

func leadsTo(t *site.Passage, dest string) bool {
	return slices.ContainsFunc(t.Para.Links, func(i int) bool { return t.Page.Doc.Links[i].Dest == dest })
}
