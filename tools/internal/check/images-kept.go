package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "images-kept",
	Title:    "words that tell the reader to keep images or to look at them",
	Why:      "Having such images, copying or sending them is an offence, and looking at them harms who looks (ESP-20).",
	Wrong:    "Bewaar de beelden als bewijs.",
	Right:    "Bewaar geen beelden. Bel de politie.",
	Mend:     "say what not to do, and who to call. Lists and tables on the page on what not to do (params.donts_page), sentences with a word of the list `negation` and none of `except`, and pages about the site itself are left alone. The words are the lists `keep` and `images` in data/lexicon/<lang>.yaml.",
	Set:      SafetyRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		for t, words := range p.Together("negation", "keep", "images") {
			if t.Page == nil || t.Kind == "paragraph" || t.Page.Path != p.Config.Params.DontsPage {
				p.Report(t.At(words[0].From), "say what not to do, and who to call", "%q in a sentence with %q", words[0].Of(t.Text), words[1].Of(t.Text))
			}
		}
	},
})
