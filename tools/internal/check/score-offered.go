package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "score-offered",
	Title:    "a tick box, or words of a score where signals are shown",
	Why:      "No source has a tested instrument. A list with an outcome gives a certainty that nobody has, and misses who does not fit (ESP-19).",
	Wrong:    "- [ ] Trekt zich terug\n\nBij drie kruisjes belt u de fietsenmaker.",
	Right:    "Schrijf op wat u ziet. Bespreek het met een collega of vraag advies.",
	Mend:     "say what to do with what is seen, without counting. The words are the list `score` in data/lexicon/<lang>.yaml, looked for on pages with signals and in signals; sentences with a word of the list `negation` are left alone.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		by := map[string]*together{}
		for _, lang := range p.Languages {
			by[lang] = newTogether(p.Lexicon(lang), "negation", []string{"score"})
		}
		report := func(t *runningText) {
			by[t.lang].each(t, func(words []text.Mention) {
				p.Report(t.at(words[0].From), "say what to do, without counting", "%q where signals are shown", t.word(words[0]))
			})
		}
		for _, page := range p.Pages {
			for _, at := range page.Doc.Checkboxes {
				p.Report(at, "write an ordinary list", "a tick box")
			}
			if showsSignals(page) {
				eachPageText(page, report)
			}
		}
		for _, r := range p.RecordsOf("signal") {
			eachRecordText(p.Site, r, report)
		}
	},
})

// showsSignals reports whether a page is about signals.
func showsSignals(page *site.Page) bool {
	return page.Type == "signaal" || slices.ContainsFunc(page.Refs, func(r site.Ref) bool { return r.Kind == "signal" }) ||
		hasBlock(page, "signals", -1, len(page.Doc.Headings))
}
