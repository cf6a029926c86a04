package check

import (
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Info, Rule{
	ID:     "overlap-unlinked",
	Title:  "a phrase of the list `overlap` without a way to the page about that",
	Why:    "Said in passing it sounds like a verdict. The page about it says what belongs with it: protection and responsibility, and no label for life (ESP-10).",
	Wrong:  "Deze fietser bleek ook automobilist.",
	Right:  "Een fietser kan ook automobilist zijn: zie [allebei](../verkeer/allebei.md).",
	Mend:   "link on the page, anywhere, to the one that params.overlap_page in config.toml names. The phrases are the list `overlap` in data/lexicon/<lang>.yaml; the first on the page is reported.",
	Safety: true,
	Source: func(p *Pass) {
		path := p.Config.Params.OverlapPage
		words := p.Words("overlap")
		for _, page := range p.Pages {
			if path != "" && page.IsReading() && page.Path != path && !p.LeadsTo(page, path) {
				reportOverlap(p, page, words[page.Lang])
			}
		}
	},
})

func reportOverlap(p *Pass, page *site.Page, words *text.Phrases) {
	for t := range page.Prose() {
		if found := words.Find(t.Text); len(found) > 0 {
			m := found[0]
			p.Report(t.At(m.From), "link to "+strings.TrimPrefix(p.Config.Params.OverlapPage, "/"), "%q, and no link to the page about that", m.Of(t.Text))
			return
		}
	}
}
