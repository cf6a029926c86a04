package check

var _ = register(StructureRules, Warning, Rule{
	ID:    "translation-drifted",
	Title: "a text that changed, in one language or in what it says, since somebody last looked",
	Why:   "Who reads the other language reads what was right once. And a slip that was made alike in both languages leaves no trace in the texts: a denial that went, a role that became another.",
	Wrong: "xx: Bel nu 112.\nyy: Call 112 when the office is closed.",
	Right: "xx: Bel nu 112.\nyy: Call 112 now.",
	Mend:  "`wijzer translations` shows what changed. Words are named for which the other language has none of those that they are translated with in nearly all other texts; where both say the same freely, none is missing. Bring the other language up to date, or find that it needs no change, and say so: `wijzer translations seen`. Formatting and addresses of links do not count, nor do references that were added, the same in both languages, to words that stood there. Where both languages changed it is a remark, and a warning where not only the wording did: another number, date, link, denial, role or state, or the same words in another order. Let a second person read that before you say that it was seen. Only sections of which somebody said once that they translate each other are looked at.",
	Source: func(p *Pass) {
		for _, d := range p.standings.Drifted() {
			report := p.Report
			if d.LeadChanged && d.OtherChanged && !d.Weighs {
				report = p.As(Info).Report
			}
			if d.Was != "" {
				report(d.At(), "see wijzer translations, and then: wijzer translations seen '"+d.Place+"'", "%s", d)
			}
		}
	},
})
