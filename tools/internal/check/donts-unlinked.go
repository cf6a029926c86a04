package check

import (
	"slices"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Warning, Rule{
	ID:     "donts-unlinked",
	Title:  "a page for practice that does not lead to what not to do",
	Why:    "Who means well and starts searching, asking or storing does harm; the page they read must say so, or say where that is said (ESP-20).",
	Wrong:  "type: guidance   # and no link to params.donts_page",
	Right:  "Lees ook [wat u beter niet doet](niet-doen.md).",
	Mend:   "link to the page that params.donts_page in config.toml names. Pages of the types guidance and signal are looked at, but for those that have a list of their own below a heading with a word of `donts` in data/lexicon/<lang>.yaml.",
	Safety: true,
	Source: func(p *Pass) {
		donts, words := p.Config.Params.DontsPage, p.Words("donts")
		for _, page := range p.Pages {
			if donts != "" && page.Path != donts && slices.Contains(practiceTypes, page.Type) && !p.LeadsTo(page, donts) && !listsDonts(page, words[page.Lang]) {
				p.Report(page.Front.Position("/type"), "link to "+donts, "a page for practice without a link to %q", donts)
			}
		}
	},
})

// listsDonts reports whether a page has a list below a heading that says
// what not to do.
func listsDonts(page *site.Page, words *text.Phrases) bool {
	items := 0
	for t := range page.Prose() {
		if t.Kind == "item" && t.Heading >= 0 && words.Has(page.Doc.Headings[t.Heading].Text) {
			items++
		}
	}
	return items > 1
}
