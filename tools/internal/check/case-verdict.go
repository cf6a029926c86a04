package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "case-verdict",
	Title:    "words of a verdict about a case that has none, or none about a case that has one",
	Why:      "Who is a suspect is not guilty. A status that says other than its own words, or a sentence that goes further than the record it links, calls somebody guilty, or keeps from readers that a court decided.",
	Wrong:    "De man is [veroordeeld](case:nl-fiets).   # the record: status: charged",
	Right:    "De man is [aangeklaagd](case:nl-fiets).",
	Mend:     "word it as the record does, or correct the record from its source. The words are the lists `verdict`, `no_verdict` and `suspicion` in data/lexicon/<lang>.yaml; for `guilty` in a sentence and `culprit` in a paragraph it is a warning. A sentence with a word of `negation` or `open` says nothing of guilt. One with a word of `accused` and of `deeds` and none of `unproven` tells as a fact what nobody proved, in a record and on a page that shows cases.",
	Set:      SafetyRules,
	Severity: Error,
	Source: func(p *Pass) {
		verdict, guilty, culprit, none := p.Words("verdict"), p.Words("guilty"), p.Words("culprit"), p.Words("no_verdict")
		suspicion := p.Words("suspicion")
		negation, open, unsure := p.Words("negation"), p.Words("negation", "open"), p.Words("open")
		decided := map[string]bool{} // by case
		for _, c := range p.Cases() {
			decided[c.ID] = strings.HasPrefix(c.Status, "convicted")
			for t := range c.Passages() {
				if t.Kind == "status_text" {
					reportCharge(p, c, t)
					reportStatus(p, c, t, claims(t, verdict[t.Lang], negation[t.Lang]), claims(t, verdict[t.Lang], open[t.Lang]), none[t.Lang].Find(t.Text))
				}
			}
		}
		for t := range p.Prose() {
			reportVerdict(p.reporter, t, claims(t, verdict[t.Lang], open[t.Lang]), decided)
			reportVerdict(p.As(Warning), t, claims(t, guilty[t.Lang], open[t.Lang]), decided)
			reportSuspicion(p.As(Warning), t, claims(t, suspicion[t.Lang], verdict[t.Lang]), decided)
			reportCulprit(p.As(Warning), t, claims(t, culprit[t.Lang], unsure[t.Lang]), decided)
		}
		reportDeeds(p, decided)
	},
})

// reportDeeds reports what somebody did, told without a word of suspicion, in the
// records of cases that are not decided and on pages that show cases and link none
// that is.
func reportDeeds(p *Pass, decided map[string]bool) {
	told := map[string]*text.Cooccurrence{}
	for _, lang := range p.Languages {
		x := p.Lexicon(lang)
		told[lang] = &text.Cooccurrence{
			Lists:  []*text.Phrases{x.Words("accused"), x.Words("deeds")},
			Unless: x.Words("negation", "open", "unproven"),
		}
	}
	report := func(r reporter, t *site.Passage) {
		for words := range told[t.Lang].Find(t.Text, t.IsCode) {
			r.Report(t.At(words[0].From), "say who suspects it, as the record of the case does", "%q and %q, and no word of a suspicion", words[0].Of(t.Text), words[1].Of(t.Text))
		}
	}
	for _, c := range p.Cases() {
		for t := range c.Passages() {
			if !decided[c.ID] {
				report(p.reporter, t)
			}
		}
	}
	for _, page := range p.Pages {
		if !showsCases(page) {
			continue
		}
		for t := range page.Passages() {
			if !slices.ContainsFunc(casesIn(t, text.Range{To: len(t.Text)}), func(id string) bool { return decided[id] }) {
				report(p.As(Warning), t)
			}
		}
	}
}

func showsCases(page *site.Page) bool {
	return slices.ContainsFunc(page.Doc.Blocks, func(b md.Block) bool { return b.Kind == "cases" }) ||
		slices.ContainsFunc(page.Refs, func(ref site.Ref) bool { return ref.Kind == "case" })
}

// reportStatus compares the status of a case with its text: the words of a
// verdict there that are not denied, those that are not left open either, and
// the words that say that there is none.
func reportStatus(p *Pass, c *site.Case, t *site.Passage, undenied, certain, none []text.Mention) {
	const hint = "correct the status or its text, from the source"
	convicted := strings.HasPrefix(c.Status, "convicted")
	switch {
	case convicted && len(none) > 0:
		p.Report(t.At(0), hint, "%q where the status is %q", none[0].Of(t.Text), c.Status)
	case convicted && len(undenied) == 0 && p.Lexicon(t.Lang).Has("verdict"):
		p.Report(t.At(0), hint, "no word of a verdict where the status is %q", c.Status)
	case !convicted && len(certain) > 0:
		p.Report(t.At(0), hint, "%q where the status is %q", certain[0].Of(t.Text), c.Status)
	}
}

// reportCharge reports a case whose status is a charge, and whose text says that nobody
// knows of one.
func reportCharge(p *Pass, c *site.Case, t *site.Passage) {
	charged, unknown := text.NewPhrases(p.Lexicon(t.Lang).Alike()["status"][c.Status]), p.Lexicon(t.Lang).Phrases("unknown")
	for _, s := range text.Sentences(t.Text) {
		if said := s.Of(t.Text); c.Status == "charged" && charged.Has(said) && text.HoldsAny(said, unknown) {
			p.Report(t.At(s.From), "correct the status or its text, from the source", "%q, and the status is %q", text.Head(strings.TrimSpace(said)), c.Status)
		}
	}
}

// reportVerdict reports words of guilt in a sentence that links cases, none of
// which has been decided.
func reportVerdict(r reporter, t *site.Passage, words []text.Mention, decided map[string]bool) {
	for _, m := range words {
		cases := casesIn(t, t.SentenceAt(m.From))
		if len(cases) > 0 && !slices.ContainsFunc(cases, func(id string) bool { return decided[id] }) {
			r.Report(t.At(m.From), "word it as the record of the case does", "%q in a sentence about case %q, which knows no verdict", m.Of(t.Text), cases[0])
		}
	}
}

// reportSuspicion reports words of a suspicion in a sentence that links cases,
// all of which have been decided.
func reportSuspicion(r reporter, t *site.Passage, words []text.Mention, decided map[string]bool) {
	for _, m := range words {
		cases := casesIn(t, t.SentenceAt(m.From))
		if len(cases) > 0 && !slices.ContainsFunc(cases, func(id string) bool { return !decided[id] }) {
			r.Report(t.At(m.From), "link the case that is meant, or say what the court decided", "%q in a sentence about case %q, in which there is a verdict", m.Of(t.Text), cases[0])
			return
		}
	}
}

// reportCulprit reports who is called the one that did it in a paragraph on
// cases, none of which has been decided. Sentences with a case of their own are
// looked at by reportVerdict.
func reportCulprit(r reporter, t *site.Passage, words []text.Mention, decided map[string]bool) {
	about := ""
	for id := range t.References("case") {
		if decided[id] {
			return
		}
		about = id
	}
	for _, m := range words {
		if about != "" && len(casesIn(t, t.SentenceAt(m.From))) == 0 {
			r.Report(t.At(m.From), "word it as the record of the case does", "%q in a paragraph about case %q, which knows no verdict", m.Of(t.Text), about)
		}
	}
}

// casesIn lists the cases that a part of a text links.
func casesIn(t *site.Passage, sentence text.Range) (cases []string) {
	for id, link := range t.References("case") {
		if sentence.Holds(link.Offset) {
			cases = append(cases, id)
		}
	}
	return cases
}
