package check

var _ = register(SafetyRules, Error, Rule{
	ID:      "site-claim",
	Title:   "the site says of itself what it does not do, or promises what no site can",
	Why:     "Who is watched at home relies on what is said here about traces. The build proves that there are no cookies, forms and scripts of others: a sentence that says otherwise is wrong wherever it stands.",
	Wrong:   "Wij plaatsen alleen functionele cookies.",
	Right:   "Wij plaatsen geen cookies.",
	Mend:    "say what is so. Looked at are the sections in params.colophon, the texts in i18n/ and those in config.toml. The list `own` in data/lexicon/<lang>.yaml has the words, what they must stand with (with), and what makes them true (unless).",
	ByWords: true,
	Source: func(p *Pass) {
		claims := p.wordLists("own")
		for t := range p.Said() {
			if t.Record != nil || t.Page != nil && !p.IsColophon(t.Page) {
				continue
			}
			for entry, word := range claims[t.Lang].Find(t) {
				p.Report(t.At(word.From), entry.Use, "%q, said of this site", word.Of(t.Text))
			}
		}
	},
})
