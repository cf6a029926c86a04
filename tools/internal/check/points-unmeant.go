package check

var _ = register(LanguageRules, Error, Rule{
	ID:    "points-unmeant",
	Title: "percentage points where nothing changes",
	Why:   "Points tell the difference between two percentages; a share in points is ten times wrong or means nothing.",
	Wrong: "value: {xx: 8 procentpunt}\ncounts: {xx: Jongeren die fietsen}",
	Right: "value: {xx: 8%}\ncounts: {xx: Jongeren die fietsen}",
	Mend:  "write per cent, or say between what the difference is. The words are the lists `points` and `change` in data/lexicon/<lang>.yaml.",
	Source: func(p *Pass) {
		points, change := p.Words("points"), p.Words("change")
		for t := range p.Passages() {
			m := points[t.Lang].Find(t.Text)
			if len(m) == 0 || t.IsCode(m[0].From) {
				continue
			}
			about := t.Text
			if t.Record != nil {
				about += " " + t.Record.Text("/counts/"+t.Lang)
			}
			if !change[t.Lang].Has(about) {
				p.Report(t.At(m[0].From), "write per cent, or say what changed", "%q, and nothing changes", m[0].Of(t.Text))
			}
		}
	},
})
