package check

import (
	"cmp"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "steps-exchanged",
	Title:    "steps that are told in another order than they are taken",
	Why:      "Steps are in their order for a reason: who talks before consulting may warn the one who harms. In both languages alike, no comparison finds it.",
	Wrong:    "De stappen zijn: rijden, kijken en stoppen.",
	Right:    "De stappen zijn: kijken, rijden en stoppen.",
	Mend:     "put the steps in their order. The orders are the list `sequences` in data/lexicon/<lang>.yaml: for each, the words of every step. Looked at are sentences, lists and drawings that name all steps of one.",
	Set:      SafetyRules,
	Severity: Error,
	Source: func(p *Pass) {
		orders := map[string][]sequence{}
		for _, lang := range p.Languages {
			for _, steps := range p.Lexicon(lang).Sequences() {
				orders[lang] = append(orders[lang], newSequence(steps))
			}
		}
		for _, page := range p.Pages {
			for _, order := range orders[page.Lang] {
				order.reportIn(p, page)
			}
		}
	},
})

// reportIn reports the sentences, lists and drawings of a page that name every
// step, and a later one before an earlier one.
func (s sequence) reportIn(p *Pass, page *site.Page) {
	report := func(at diag.Position, said string) {
		if early := s.early(said); early != "" {
			p.Report(at, "put the steps in their order", "%q stands after a later step", early)
		}
	}
	var listed *site.Passage // the first item of a list
	var items strings.Builder
	for t := range page.Passages() {
		if listed != nil && (t.Kind != listed.Kind || t.Heading != listed.Heading) {
			report(listed.At(0), items.String())
			listed = nil
			items.Reset()
		}
		switch {
		case t.Kind == "item":
			listed = cmp.Or(listed, t)
			items.WriteString(t.Text + "\n")
		case t.Kind != "line" && s.words.Has(t.Text):
			for _, sentence := range text.Sentences(t.Text) {
				report(t.At(sentence.From), sentence.Of(t.Text))
			}
		}
	}
	for _, d := range drawingsOf(page) {
		labels := ""
		for _, node := range d.Nodes {
			labels += node.Label + "\n"
		}
		report(d.at.Position("/nodes"), labels)
	}
}
