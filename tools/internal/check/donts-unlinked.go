package check

import "slices"

var _ = register(SafetyRules, Warning, Rule{
	ID:     "donts-unlinked",
	Title:  "a page for practice that does not lead to what not to do",
	Why:    "Who means well and starts searching, asking or storing does harm; the page they read must say so, or say where that is said (ESP-20).",
	Wrong:  "type: guidance   # and no link to params.donts_page",
	Right:  "Lees ook [wat u beter niet doet](niet-doen.md).",
	Mend:   "link to the page that params.donts_page in config.toml names. Pages of the types guidance and signal are looked at.",
	Safety: true,
	Source: func(p *Pass) {
		donts := p.Config.Params.DontsPage
		for _, page := range p.Pages {
			if donts != "" && page.Path != donts && slices.Contains(practiceTypes, page.Type) && !p.LeadsTo(page, donts) {
				p.Report(page.Front.Position("/type"), "link to "+donts, "a page for practice without a link to %q", donts)
			}
		}
	},
})
