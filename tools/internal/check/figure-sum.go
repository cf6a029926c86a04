package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "figure-sum",
	Title: "a sum of figures that do not count the same",
	Why:   "Who adds up leaders and bystanders, or cases and people, counts some twice and others not at all. The sum is then quoted on as if somebody had counted it.",
	Wrong: "[25](figure:leiders) en [minstens 70](figure:actief): samen 95 jongeren",
	Right: "[25](figure:leiders) leiders; en in een andere telling [minstens 70](figure:actief) deelnemers",
	Mend:  "name the figures side by side, without a sum. Where two records say under addable that they do not overlap, a sum is no finding. Words for a sum are the list `totals` in data/lexicon/<lang>.yaml; a sentence that denies one (`negation`) is none.",
	Source: func(p *Pass) {
		totals, negation := p.Words("totals"), p.Words("negation")
		for _, page := range p.Pages {
			for i := range page.Doc.Paragraphs {
				reportSums(p, page, &page.Doc.Paragraphs[i], totals[page.Lang], negation[page.Lang])
			}
			reportSumsAround(p, page)
		}
		for passage := range p.RecordPassages("topic", "figure") {
			reportSumOf(p, passage)
		}
	},
})

// reportSums reports in a paragraph words for a sum in a sentence that
// names two figures, unless it denies one, and the number that is the sum
// of figures before it.
func reportSums(p *Pass, page *site.Page, para *md.Paragraph, totals, negation *text.Phrases) {
	if len(figuresIn(p, page.Doc, para, text.Range{From: 0, To: len(para.Text)})) < 2 {
		return // nearly every paragraph
	}
	for _, s := range text.Sentences(para.Text) {
		sentence := s.Of(para.Text)
		words, denied := totals.Find(sentence), negation.Has(sentence)
		if a, b := notAddable(figuresIn(p, page.Doc, para, s)); a != nil && len(words) > 0 && !denied {
			reportSum(p, page.Doc.At(para, s.From+words[0].From), words[0].Of(sentence), a, b)
			continue
		}
		before := figuresIn(p, page.Doc, para, text.Range{From: 0, To: s.To})
		for _, n := range text.Numerals(sentence) {
			at := s.From + n.From
			if page.Doc.LinkAt(para, at) != nil {
				continue
			}
			if a, b := summed(before, n.Of(sentence)); a != nil {
				reportSum(p, page.Doc.At(para, at), n.Of(sentence), a, b)
			}
		}
	}
}

func reportSum(p *Pass, at diag.Position, said string, a, b *site.Figure) {
	p.Report(at, "name them side by side, without a sum", "%q adds up figures %q and %q, which do not count the same", said, a.ID, b.ID)
}

// reportSumsAround reports in the title, summary and headings of a page the
// sum of figures that the page names.
func reportSumsAround(p *Pass, page *site.Page) {
	var figures []*site.Figure
	for _, ref := range page.Refs {
		if f := p.Figure(ref.ID); ref.Kind == "figure" && f != nil && !slices.Contains(figures, f) {
			figures = append(figures, f)
		}
	}
	for passage := range page.Passages() {
		if passage.Para == nil && len(figures) > 1 {
			reportSumIn(p, passage, figures)
		}
	}
}

// sumFields are the fields of a topic and a figure in which a sum may be
// told.
var sumFields = []string{"answer", "remark", "note"}

// reportSumOf reports in the text of a topic, or of a figure of it, the sum
// of two of its figures that is the value of none. What may be the day of a
// date is left alone.
func reportSumOf(p *Pass, passage *site.Passage) {
	if !slices.Contains(sumFields, passage.Kind) {
		return
	}
	topic := passage.Record.ID
	if passage.Record.Kind == "figure" {
		topic = p.Figure(topic).Topic
	}
	var figures []*site.Figure
	for _, f := range p.Figures() {
		if f.Topic == topic {
			figures = append(figures, f)
		}
	}
	reportSumIn(p, passage, figures)
}

// reportSumIn reports in a text a number that is the sum of figures and the
// value of none. What may be the day of a date is left alone.
func reportSumIn(p *Pass, passage *site.Passage, figures []*site.Figure) {
	values := map[string]bool{}
	for _, f := range figures {
		values[inDigits(atLeast(f))] = true
	}
	for _, n := range text.Numerals(passage.Text) {
		number := n.Of(passage.Text)
		value := text.PlainValue(number)
		if a, b := summed(figures, number); a != nil && !values[value] && (len(value) > 2 || value > "31") {
			reportSum(p, passage.At(n.From), number, a, b)
		}
	}
}

// figuresIn lists the figures that links in a part of a paragraph name.
func figuresIn(p *Pass, doc *md.Doc, para *md.Paragraph, part text.Range) (found []*site.Figure) {
	for _, i := range para.Links {
		link := &doc.Links[i]
		id, isFigure := strings.CutPrefix(link.Dest, "figure:")
		if f := p.Figure(id); isFigure && f != nil && part.Holds(link.Offset) && !slices.Contains(found, f) {
			found = append(found, f)
		}
	}
	return found
}

// notAddable returns two of the figures of which the records do not say
// that they may be added, nil when there are none.
func notAddable(figures []*site.Figure) (a, b *site.Figure) {
	for i, a := range figures {
		for _, b := range figures[i+1:] {
			if !slices.Contains(a.Addable, b.ID) {
				return a, b
			}
		}
	}
	return nil, nil
}

// summed returns two figures that are not to be added and of which, or of
// which with all others, a number is the sum.
func summed(figures []*site.Figure, number string) (a, b *site.Figure) {
	all, said := 0.0, text.PlainValue(number)
	for i, a := range figures {
		all += atLeast(a)
		for _, b := range figures[i+1:] {
			if atLeast(a) > 0 && atLeast(b) > 0 && !slices.Contains(a.Addable, b.ID) && said == inDigits(atLeast(a)+atLeast(b)) {
				return a, b
			}
		}
	}
	if len(figures) > 2 && said == inDigits(all) {
		return notAddable(figures)
	}
	return nil, nil
}

// atLeast returns the least that a figure can be, 0 when it has no number.
func atLeast(f *site.Figure) float64 {
	if f.Range == nil || f.Range.From == nil {
		return 0
	}
	return *f.Range.From
}
