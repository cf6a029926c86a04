package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:    "attribution-other",
	Title: "words that name a publisher or a month of which no source in the paragraph, or of the record, is",
	Why:   "A reader who looks for what a newspaper wrote in October does not find it in another of August.",
	Wrong: "Volgens de Fietskrant is het druk. [p. 2](cite:stadsblad-2020)",
	Right: "Volgens het Stadsblad is het druk. [p. 2](cite:stadsblad-2020)",
	Mend:  "name the one whose source it is, or cite the other. Looked at are publishers of press sources directly after a word of `by_whom`, publishers directly before a word of `attribution`, and a month and year after a word of `attribution` and one of `in_time` (data/lexicon/<lang>.yaml), and a date beside a publisher whose works are of others, with a word of `attribution` or `issuing` and between them nothing but words of `dating`. What a signal may be names publishers that its sources know of; the label of a source begins with no other publisher than its own.",
	Source: func(p *Pass) {
		press, makers, byWhom, attribution, inTime := publishers(p, pressGrade), publishers(p, ""), p.Words("by_whom"), p.Words("attribution"), p.Words("in_time")
		issuing, joining := p.Words("attribution", "issuing"), p.wordSets("dating")
		issuers := site.ByLanguage(p.Site, func(lang string) *text.Phrases {
			var names []string
			for _, s := range p.Sources() {
				names = append(names, calledIn(s, lang)...)
			}
			return text.NewPhrases(names)
		})
		for t := range p.RecordPassages("signal") {
			reportWork(p, t, makers)
		}
		reportLabels(p, makers)
		for _, page := range p.Pages {
			for t := range page.Prose() {
				if !byWhom[t.Lang].Has(t.Text) && !issuing[t.Lang].Has(t.Text) {
					continue
				}
				if cited := citedBy(p, t); len(cited) > 0 && !p.IsColophon(page) && !hasFigure(t) {
					reportPublisher(p, t, cited, byWhom[t.Lang], press)
					reportSpeaker(p, t, cited, attribution[t.Lang], makers)
					if !reportMonth(p, t, cited, attribution[t.Lang], inTime[t.Lang]) {
						reportIssue(p, t, cited, issuers[t.Lang], issuing[t.Lang], joining[t.Lang])
					}
				}
			}
		}
	},
})

// hasFigure reports whether a paragraph links to a figure, which has a date
// of its own.
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

// reportSpeaker reports a publisher that is said to have said something,
// where no source of the paragraph is by it.
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

func reportMonth(p *Pass, t *site.Passage, cited []*site.Source, attribution, inTime *text.Phrases) (reported bool) {
	for _, m := range attribution.Find(t.Text) {
		rest := t.Text[m.To:t.SentenceAt(m.From).To]
		at := inTime.Find(rest)
		if len(at) == 0 || strings.ContainsAny(rest[:at[0].From], ",.;:") || len(strings.Fields(rest[:at[0].From])) > 2 {
			continue
		}
		said := monthAfter(rest[at[0].To:], p.Lexicon(t.Lang).Phrases("months"))
		issued := func(s *site.Source) bool { return agree(s.Issued, said) }
		if said != "" && !slices.ContainsFunc(cited, issued) {
			p.Report(t.At(m.From), "correct the month, or cite what was written then", "%q in %s, and no source of the paragraph is of then", m.Of(t.Text), said)
			reported = true
		}
	}
	return reported
}

// reportIssue reports a publisher with the day of a work ("in May 2024 X
// wrote", "the report of X of 2024"), where the works of it that the
// paragraph cites are of other days.
func reportIssue(p *Pass, t *site.Passage, cited []*site.Source, issuers, issuing *text.Phrases, joining map[string]bool) {
	days := issueDays(t.Text, p.Lexicon(t.Lang).Phrases("months"))
	if len(days) == 0 {
		return
	}
	issues := issuing.Find(t.Text)
	for _, m := range issuers.Find(t.Text) {
		own := slices.DeleteFunc(slices.Clone(cited), func(s *site.Source) bool { return !slices.Contains(calledIn(s, t.Lang), m.Of(t.Text)) })
		for _, d := range days {
			if apart := max(d.From-m.To, m.From-d.To); len(own) == 0 || apart > farthest || !isIssued(t.Text, m.Range, d.Range, issues, joining) {
				continue
			}
			issued := func(s *site.Source) bool { return agree(s.Issued, d.said) || reportsOn(s, d.said) }
			if !slices.ContainsFunc(own, issued) {
				p.Report(t.At(d.From), "correct the date, or cite what was written then", "%q of %s, and no work of it that the paragraph cites is of then", m.Of(t.Text), d.Of(t.Text))
				return
			}
		}
	}
}

// reportsOn reports whether a source may be the report of a year, which
// comes out in the next.
func reportsOn(s *site.Source, year string) bool {
	of, err := strconv.Atoi(year)
	return err == nil && strings.HasPrefix(s.Issued, strconv.Itoa(of+1))
}

// farthest is how many bytes may stand between a publisher and the date of
// its work.
const farthest = 80

// isIssued reports whether a publisher and a date belong to one work:
// between them and beside them stands a word for writing or for a work, and
// between them nothing else but words that join.
func isIssued(s string, maker, day text.Range, issues []text.Mention, joining map[string]bool) bool {
	first, last := maker, day
	if day.From < maker.From {
		first, last = day, maker
	}
	between, near := s[first.To:max(first.To, last.From)], false
	for _, m := range issues {
		within := m.From >= first.To && m.To <= last.From
		if within {
			between = strings.Replace(between, m.Of(s), "", 1)
		}
		near = near || within || m.To <= first.From && isJoined(s[m.To:first.From], joining) || m.From >= last.To && strings.TrimSpace(s[last.To:m.From]) == ""
	}
	return near && isJoined(between, joining)
}

// isJoined reports whether a text is nothing but a few words that join.
func isJoined(s string, joining map[string]bool) bool {
	words := strings.Fields(s)
	return len(words) <= 3 && !slices.ContainsFunc(words, func(word string) bool { return !joining[strings.ToLower(word)] })
}

// issueDay is a month and year, or a year, in a text.
type issueDay struct {
	text.Range
	said string // 2024-05, or 2024
}

func issueDays(s string, months []string) (days []issueDay) {
	for _, n := range text.Numerals(s) {
		if year := n.Of(s); isYear(year) {
			day := issueDay{n, year}
			before := strings.TrimRight(s[:n.From], " ")
			for i, month := range months {
				if strings.HasSuffix(before, month) && !text.EndsInWord(before[:len(before)-len(month)]) {
					day = issueDay{text.Range{From: len(before) - len(month), To: n.To}, fmt.Sprintf("%s-%02d", year, i+1)}
				}
			}
			days = append(days, day)
		}
	}
	return days
}

// reportWork reports a signal of which what it may be names publishers,
// none of whom its sources know of.
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
