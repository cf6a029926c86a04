package check

import "comwijzer/tools/internal/between"

var _ = register(Rule{
	ID:       "translation-drifted",
	Title:    "a text that changed in one language after it was translated",
	Why:      "Who reads the other language reads what was right once. Nobody sees that from the two texts alone.",
	Wrong:    "xx: Bel nu 112.\nyy: Call 112 when the office is closed.",
	Right:    "xx: Bel nu 112.\nyy: Call 112 now.",
	Mend:     "`wijzer translations` shows what changed. Bring the other language up to date, or find that it needs no change, and say so: `wijzer translations seen`. Formatting and addresses of links do not count. Where both languages changed it is a remark. Only sections of which somebody said once that they translate each other are looked at.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		state := between.StateOf(p.Site)
		for d := range state.Drifted(between.Sections(p.Site)) {
			report := p.Report
			if d.LeadChanged && d.OtherChanged {
				report = p.As(Info).Report
			}
			if d.Was != "" {
				report(d.At(), "see wijzer translations, and then: wijzer translations seen '"+d.Place+"'", "%s", d)
			}
		}
	},
})
