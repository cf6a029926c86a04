package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "attribution-other",
	Title:    "words that name a publisher or a month of which no source in the paragraph, or of the record, is",
	Why:      "A reader who looks for what a newspaper wrote in October does not find it in another of August.",
	Wrong:    "Volgens de Fietskrant is het druk. [p. 2](cite:stadsblad-2020)",
	Right:    "Volgens het Stadsblad is het druk. [p. 2](cite:stadsblad-2020)",
	Mend:     "name the one whose source it is, or cite the other. Looked at are publishers of press sources directly after a word of `by_whom`, publishers directly before a word of `attribution`, and a month and year after a word of `attribution` and one of `in_time` (data/lexicon/<lang>.yaml). What a signal may be names publishers that its sources know of; the label of a source begins with no other publisher than its own.",
	Set:      LanguageRules,
	Severity: Warning,
	Source: func(p *Pass) {
		press, makers, byWhom, attribution, inTime := publishers(p, pressGrade), publishers(p, ""), p.Words("by_whom"), p.Words("attribution"), p.Words("in_time")
		for t := range p.RecordPassages("signal") {
			reportWork(p, t, makers)
		}
		reportLabels(p, makers)
		for _, page := range p.Pages {
			for t := range page.Prose() {
				if !byWhom[t.Lang].Has(t.Text) && !attribution[t.Lang].Has(t.Text) {
					continue
				}
				if cited := citedBy(p, t); len(cited) > 0 && !p.IsColophon(page) && !hasFigure(t) {
					reportPublisher(p, t, cited, byWhom[t.Lang], press)
					reportSpeaker(p, t, cited, attribution[t.Lang], makers)
					reportMonth(p, t, cited, attribution[t.Lang], inTime[t.Lang])
				}
			}
		}
	},
})

// hasFigure reports whether a paragraph links to a figure, which has a date of
// its own.
func hasFigure(t *site.Passage) bool {
	for range t.References("figure") {
		return true
	}
	return false
}

func reportPublisher(p *Pass, t *site.Passage, cited []*site.Source, byWhom, press *text.Phrases) {
	for _, m := range byWhom.Find(t.Text) {
		rest := strings.TrimLeft(t.Text[m.To:], " ")
		names := press.Find(rest)
		if len(names) == 0 || names[0].From > 0 {
			continue
		}
		name := names[0].Of(rest)
		if !slices.ContainsFunc(cited, func(s *site.Source) bool { return mentions(p, s, name) }) {
			p.Report(t.At(m.From), "name the one whose source it is, or cite the other", "%q is named, and no source of the paragraph is by it", name)
		}
	}
}

// reportSpeaker reports a publisher that is said to have said something, where
// no source of the paragraph is by it.
func reportSpeaker(p *Pass, t *site.Passage, cited []*site.Source, attribution, makers *text.Phrases) {
	for _, m := range makers.Find(t.Text) {
		rest := t.Text[m.To:]
		said, name := attribution.Find(rest), m.Of(t.Text)
		if len(said) == 0 || strings.TrimSpace(rest[:said[0].From]) != "" {
			continue
		}
		if !slices.ContainsFunc(cited, func(s *site.Source) bool { return mentions(p, s, name) }) {
			p.Report(t.At(m.From), "name the one whose source it is, or cite the other", "%q says so, and no source of the paragraph is by it", name)
		}
	}
}

// mentions reports whether a source is by somebody, or its record says so.
func mentions(p *Pass, s *site.Source, name string) bool {
	words := []string{s.Publisher, s.Container, s.Title}
	for pointer, own := range s.Texts() {
		if strings.HasPrefix(pointer, "/read_as") || strings.HasPrefix(pointer, "/about") || strings.HasPrefix(pointer, "/label") {
			words = append(words, own)
		}
	}
	return text.HoldsAny(strings.Join(words, "\n"), []string{strings.ToLower(name)})
}

func reportMonth(p *Pass, t *site.Passage, cited []*site.Source, attribution, inTime *text.Phrases) {
	for _, m := range attribution.Find(t.Text) {
		rest := t.Text[m.To:t.SentenceAt(m.From).To]
		at := inTime.Find(rest)
		if len(at) == 0 || strings.ContainsAny(rest[:at[0].From], ",.;:") || len(strings.Fields(rest[:at[0].From])) > 2 {
			continue
		}
		month, year := monthAfter(rest[at[0].To:], p.Lexicon(t.Lang).Phrases("months"))
		said := fmt.Sprintf("%s-%02d", year, month)
		issued := func(s *site.Source) bool {
			return s.Issued == "" || strings.HasPrefix(s.Issued, said) || strings.HasPrefix(said, s.Issued)
		}
		if month > 0 && !slices.ContainsFunc(cited, issued) {
			p.Report(t.At(m.From), "correct the month, or cite what was written then", "%q in %s, and no source of the paragraph is of then", m.Of(t.Text), said)
		}
	}
}

// reportWork reports a signal of which what it may be names publishers, none of whom its
// sources know of.
func reportWork(p *Pass, t *site.Passage, makers *text.Phrases) {
	named := makers.Find(t.Text)
	if len(named) == 0 || t.Kind != "may_be" {
		return
	}
	for _, basis := range t.Record.Basis.All() {
		s := p.Source(basis.Source)
		if s == nil {
			return // nobody knows what it says
		}
		if slices.ContainsFunc(named, func(m text.Mention) bool { return mentions(p, s, m.Of(t.Text)) }) {
			return
		}
	}
	p.Report(t.At(named[0].From), "name the one whose source it is, or cite the other", "%q is named, and no source of the record is by it", named[0].Of(t.Text))
}

// reportLabels reports a source whose label begins with another publisher.
func reportLabels(p *Pass, makers *text.Phrases) {
	for _, s := range p.Sources() {
		for _, lang := range p.Languages {
			label := s.Label.In(lang)
			own := strings.ToLower(strings.Join(append(s.Makers(), s.Publisher, s.Container, s.Title), "\n"))
			if m := makers.Find(label); len(m) > 0 && m[0].From == 0 && !strings.Contains(own, strings.ToLower(m[0].Of(label))) {
				p.Report(s.Position("/label"), "name the one whose work it is", "the label begins with %q, and the work is by %q", m[0].Of(label), s.Publisher)
				break
			}
		}
	}
}
