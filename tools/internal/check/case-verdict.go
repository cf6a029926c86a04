package check

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "case-verdict",
	Title:   "words of a verdict about a case that has none, or none about a case that has one",
	Why:     "Who is a suspect is not guilty. A status that says other than its own words, or a sentence that goes further than the record it links, calls somebody guilty, or keeps from readers that a court decided.",
	Wrong:   "De man is [veroordeeld](case:nl-fiets).   # the record: status: charged",
	Right:   "De man is [aangeklaagd](case:nl-fiets).",
	Mend:    "word it as the record does, or correct the record from its source. The words are the lists `verdict` (in titles of cases and events of a timeline `verdict_titles` too), `no_verdict` and `suspicion` in data/lexicon/<lang>.yaml; for `guilty` in a sentence and `culprit` in a paragraph it is a warning. A sentence with a word of `negation`, `open` or `at_most` says nothing of guilt. One with a word of `accused` and of `deeds` and none of `unproven` tells as a fact what nobody proved, in a record and on a page that shows cases; so does a cell without citation in a row of which the first cell has a word of `unproven`, and none of these. In a table without citation a row about a suspicion has no word of `appeal`, and one about a verdict none of `presumed`; nor has the status of a case without a verdict one of `appeal`; one of `offenders` or `judged` in its text is a warning. A status of a case that nobody brought to court has no word of `plea`; a verdict in a sentence without a case that says `of_whom`, in a paragraph on cases without one, is a warning. A text that knows of a charge goes further than a status without one.",
	ByWords: true,
	Source: func(p *Pass) {
		verdict, guilty, culprit, none := p.Words("verdict"), p.Words("guilty"), p.Words("culprit"), p.Words("no_verdict")
		suspicion, appeal := p.Words("suspicion"), p.Words("appeal")
		titles, plea, them, offenders := p.Words("verdict", "verdict_titles"), p.Words("plea"), p.Words("of_whom"), p.Words("offenders", "judged")
		negation, open, unsure := p.Words("negation"), p.Words("negation", "open", "at_most"), p.Words("open")
		decided := map[string]bool{} // by case
		for _, c := range p.Cases() {
			decided[c.ID] = strings.HasPrefix(c.Status, "convicted")
			for t := range c.Passages() {
				words := append(claims(t, guilty[t.Lang], open[t.Lang]), claims(t, titles[t.Lang], open[t.Lang])...)
				if t.Kind == "title" && !decided[c.ID] && len(words) > 0 {
					p.Report(t.At(words[0].From), "correct the status or its text, from the source", "%q where the status is %q", words[0].Of(t.Text), c.Status)
				}
				if appeals := claims(t, appeal[t.Lang], open[t.Lang]); t.Kind == "status_text" && !decided[c.ID] && len(appeals) > 0 {
					p.Report(t.At(appeals[0].From), "correct the status or its text, from the source", "%q where the status is %q", appeals[0].Of(t.Text), c.Status)
				}
				if pleas := claims(t, plea[t.Lang], open[t.Lang]); len(pleas) > 0 && slices.Contains(uncharged, c.Status) {
					p.Report(t.At(pleas[0].From), "correct the status or its text, from the source", "%q where the status is %q", pleas[0].Of(t.Text), c.Status)
				}
				if t.Kind == "status_text" && !decided[c.ID] {
					for _, m := range claims(t, offenders[t.Lang], unsure[t.Lang]) {
						p.As(Warning).Report(t.At(m.From), "correct the status or its text, from the source", "%q where the status is %q", m.Of(t.Text), c.Status)
					}
				}
				if t.Kind == "status_text" {
					reportCharge(p, c, t, open[t.Lang])
					reportStatus(p, c, t, claims(t, verdict[t.Lang], negation[t.Lang]), claims(t, verdict[t.Lang], open[t.Lang]), none[t.Lang].Find(t.Text))
				}
			}
		}
		for t := range p.Prose() {
			reportVerdict(p.reporter, t, claims(t, verdict[t.Lang], open[t.Lang]), decided)
			reportVerdict(p.As(Warning), t, claims(t, guilty[t.Lang], open[t.Lang]), decided)
			reportSuspicion(p.As(Warning), t, claims(t, suspicion[t.Lang], verdict[t.Lang]), decided)
			reportCulprit(p.As(Warning), t, claims(t, culprit[t.Lang], unsure[t.Lang]), decided)
			if them[t.Lang].Has(t.Text) {
				reportCulprit(p.As(Warning), t, ofThem(t, claims(t, verdict[t.Lang], open[t.Lang]), them[t.Lang]), decided)
			}
		}
		for _, page := range p.Pages {
			reportEvents(p, page, titles[page.Lang], open[page.Lang], decided)
		}
		reportDeeds(p, decided)
	},
})

// reportDeeds reports what somebody did, told without a word of suspicion,
// in the records of cases that are not decided and on pages that show cases
// and link none that is.
func reportDeeds(p *Pass, decided map[string]bool) {
	told := site.ByLanguage(p.Site, func(lang string) *text.Cooccurrence {
		return cooccurrence(p.Lexicon(lang), "negation open unproven", "accused", "deeds")
	})
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
	readers := site.ByLanguage(p.Site, func(lang string) *between.Reader { return between.NewReader(p.Lexicon(lang)) })
	for _, page := range p.Pages {
		if !showsCases(page) {
			continue
		}
		reportSettled(p, page, readers[page.Lang])
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
// verdict there that are not denied, those that are not left open either,
// and the words that say that there is none.
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

// reportCharge reports a case whose status is a charge, and whose text says
// that nobody knows of one; or one whose status is less, and whose text
// knows of a charge.
func reportCharge(p *Pass, c *site.Case, t *site.Passage, open *text.Phrases) {
	x := p.Lexicon(t.Lang)
	charged, unknown := text.NewPhrases(x.Alike()["status"]["charged"]), x.Phrases("unknown")
	for _, s := range text.Sentences(t.Text) {
		for _, clause := range text.ClausesIn(t.Text, s, x.Phrases("joints")) {
			said := clause.Of(t.Text)
			isUnknown, isOpen := text.HoldsAny(said, unknown), open.Has(said)
			if charged.Has(said) && (c.Status == "charged" && isUnknown || slices.Contains(uncharged, c.Status) && !isUnknown && !isOpen) {
				p.Report(t.At(clause.From), "correct the status or its text, from the source", "%q, and the status is %q", text.Head(strings.Trim(said, " ;,")), c.Status)
			}
		}
	}
}

// uncharged are the statuses of a case that no prosecutor brought to court.
var uncharged = []string{"investigated", "suspected"}

// reportSettled reports the cells of a row about a suspicion, in a table on
// a page that shows cases, that cite nothing and have no word of it: what
// the site itself holds.
func reportSettled(p *Pass, page *site.Page, reader *between.Reader) {
	unproven, open := p.Lexicon(page.Lang).Words("unproven"), p.Lexicon(page.Lang).Words("negation", "open")
	src, _ := fs.ReadFile(p.FS, page.File)
	lines := strings.Split(string(src), "\n")
	for _, table := range page.Doc.Tables {
		for n := table.Line + 1; n < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[n]), "|"); n++ {
			cells := cellsOf(strings.TrimSpace(lines[n]))
			if !strings.Contains(lines[n], "](cite:") { // it explains a word
				reportExplained(p, page, reader, n+1, cells)
				continue
			}
			for i, cell := range cells {
				if i > 0 && unproven.Has(cells[0]) && !strings.Contains(cell, "](") && !unproven.Has(cell) && !open.Has(cell) {
					p.Report(diag.Position{File: page.File, Line: n + 1, Column: 1}, "say who suspects it, or cite who says it", "%q, in a row about %q", strings.TrimSpace(cell), strings.TrimSpace(cells[0]))
				}
			}
		}
	}
}

// reportExplained reports a row that explains what a suspicion is with
// words of what comes after a verdict, or a verdict with those of what ends
// with it: cells of two rows exchanged.
func reportExplained(p *Pass, page *site.Page, reader *between.Reader, line int, cells []string) {
	x := p.Lexicon(page.Lang)
	status := reader.Named("status", strings.ToLower(cells[0]))
	_, suspected := status["suspected"]
	_, charged := status["charged"]
	_, verdict := status["convicted"]
	unproven := suspected || charged
	if unproven == verdict {
		return
	}
	words := x.Words("presumed")
	if unproven {
		words = x.Words("appeal")
	}
	for _, cell := range cells[1:] {
		if found := words.Find(cell); len(found) > 0 {
			p.Report(diag.Position{File: page.File, Line: line, Column: 1}, "put the cells of the row back", "%q, in a row about %q", found[0].Of(cell), strings.TrimSpace(cells[0]))
			return
		}
	}
}

// reportVerdict reports words of guilt in a sentence that links cases, none
// of which has been decided.
func reportVerdict(r reporter, t *site.Passage, words []text.Mention, decided map[string]bool) {
	for _, m := range words {
		cases := casesIn(t, t.SentenceAt(m.From))
		if len(cases) > 0 && !slices.ContainsFunc(cases, func(id string) bool { return decided[id] }) {
			r.Report(t.At(m.From), "word it as the record of the case does", "%q in a sentence about case %q, which knows no verdict", m.Of(t.Text), cases[0])
		}
	}
}

// reportSuspicion reports words of a suspicion in a sentence that links
// cases, all of which have been decided.
func reportSuspicion(r reporter, t *site.Passage, words []text.Mention, decided map[string]bool) {
	for _, m := range words {
		cases := casesIn(t, t.SentenceAt(m.From))
		if len(cases) > 0 && !slices.ContainsFunc(cases, func(id string) bool { return !decided[id] }) {
			r.Report(t.At(m.From), "link the case that is meant, or say what the court decided", "%q in a sentence about case %q, in which there is a verdict", m.Of(t.Text), cases[0])
			return
		}
	}
}

// ofThem keeps the words of sentences that are about somebody named before:
// "that the court found him guilty", with the case in the sentence before.
func ofThem(t *site.Passage, words []text.Mention, them *text.Phrases) []text.Mention {
	return slices.DeleteFunc(words, func(m text.Mention) bool { return !them.Has(t.SentenceAt(m.From).Of(t.Text)) })
}

// reportEvents reports words of a verdict in the events of a timeline about
// a case that knows none.
func reportEvents(p *Pass, page *site.Page, verdict, open *text.Phrases, decided map[string]bool) {
	for _, b := range page.ReadBlocks() {
		line := struct{ Events []struct{ Text, Case string } }{}
		if b.Fence.Kind != "timeline" || b.Decode("", &line) != nil {
			continue
		}
		for i, event := range line.Events {
			if words := verdict.Find(event.Text); len(words) > 0 && event.Case != "" && !decided[event.Case] && !open.Has(event.Text) {
				p.Report(b.Position(fmt.Sprintf("/events/%d/text", i)), "word it as the record of the case does", "%q in an event of case %q, which knows no verdict", words[0].Of(event.Text), event.Case)
			}
		}
	}
}

// reportCulprit reports who is called the one that did it in a paragraph on
// cases, none of which has been decided. Sentences with a case of their own
// are looked at by reportVerdict.
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
