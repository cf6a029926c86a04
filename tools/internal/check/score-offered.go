package check

import (
	"slices"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(SafetyRules, Warning, Rule{
	ID:     "score-offered",
	Title:  "a tick box, or words of a score where signals are shown",
	Why:    "No source has a tested instrument. A list with an outcome gives a certainty that nobody has, and misses who does not fit (ESP-19).",
	Wrong:  "- [ ] Trekt zich terug\n\nBij drie kruisjes belt u de fietsenmaker.",
	Right:  "Schrijf op wat u ziet. Bespreek het met een collega of vraag advies.",
	Mend:   "say what to do with what is seen, without counting. The words are the list `score` in data/lexicon/<lang>.yaml, looked for on pages with signals and in signals; sentences with a word of the list `negation` are left alone.",
	Safety: true,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, at := range page.Doc.Checkboxes {
				p.Report(at, "write an ordinary list", "a tick box")
			}
		}
		for t, words := range p.Together("negation", "score") {
			if t.Page != nil && showsSignals(t.Page) || t.Record != nil && t.Record.Kind == "signal" {
				p.Report(t.At(words[0].From), "say what to do, without counting", "%q where signals are shown", words[0].Of(t.Text))
			}
		}
	},
})

func showsSignals(page *site.Page) bool {
	return page.Type == "signal" || slices.ContainsFunc(page.Refs, func(r site.Ref) bool { return r.Kind == "signal" }) ||
		slices.ContainsFunc(page.Doc.Blocks, func(b md.Block) bool { return b.Kind == "signals" })
}
