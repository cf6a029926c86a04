package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "record-contradicts",
	Title:    "a record of which one text says what another of its texts rules out",
	Why:      "A signal whose innocent explanation is the suspicion itself, an organisation that is what nobody found it to be, a gap that is an order: each half is read alone, and believed.",
	Wrong:    "purpose: {xx: Herstelpunt voor fietsen}\nverify: {xx: Wij vonden geen herstelpunt voor fietsen}",
	Right:    "purpose: {xx: Kennis over fietsen}\nverify: {xx: Wij vonden geen herstelpunt voor fietsen}",
	Mend:     "correct one of the two texts, from the source. Another explanation of a signal names none of its `terms`, unless it denies it or the signal itself names it; the purpose of a contact is nothing that its field verify denies; the text of a gap has a word of the list `unknown` in data/lexicon/<lang>.yaml.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		unknown, negation := p.phrases("unknown"), p.Words("negation")
		denied := site.ByLanguage(p.Site, func(lang string) *sayings { return newSayings(p.Lexicon(lang)) })
		for _, s := range p.Signals() {
			for t := range s.Passages() {
				if strings.HasPrefix(t.Kind, "other_explanations") {
					reportSameTerm(p, s, t, negation[t.Lang])
				}
			}
		}
		for t := range p.RecordPassages("gap") {
			if strings.HasSuffix(t.Kind, "text") && len(unknown[t.Lang]) > 0 && !text.HoldsAny(t.Text, unknown[t.Lang]) {
				p.Report(t.At(0), "say what is not known; what is, belongs on a page", "%q says nothing of what is not known", text.Head(t.Text))
			}
		}
		for t := range p.RecordPassages("contact") {
			if t.Kind != "verify" {
				continue
			}
			purpose := t.Record.Text("/purpose/" + t.Lang)
			for _, s := range denied[t.Lang].sentences(t) {
				if len(s.negated) > 1 && !slices.ContainsFunc(s.negated, lacking(purpose)) {
					p.Report(t.At(s.at), "correct the purpose, or what is still to be verified", "%q, and the purpose is %q", text.Head(s.said), text.Head(purpose))
				}
			}
		}
	},
})

// reportSameTerm reports another explanation of a signal that is a term of the signal.
func reportSameTerm(p *Pass, s *site.Signal, t *site.Passage, negation *text.Phrases) {
	for entry := range p.Entries(t.Lang) {
		named := func(said string) bool { return text.HoldsAny(said, entry.Names()) }
		if slices.Contains(s.Terms, entry.Term.ID) && named(t.Text) && !named(s.Text("/text/"+t.Lang)) && !negation.Has(t.Text) {
			p.Report(t.At(0), "name an explanation that is another one", "%q is term %q, which the signal is about", text.Head(t.Text), entry.Term.ID)
		}
	}
}

// lacking tells of a word whether a text has none that begins like it.
func lacking(said string) func(string) bool {
	has := text.Set(beginnings(said))
	return func(word string) bool { return !has[word] }
}
