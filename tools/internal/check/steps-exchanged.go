package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "steps-exchanged",
	Title:   "steps that are told in another order than they are taken, or a step without a sentence that it has on other pages",
	Why:     "Steps are in their order for a reason: who talks before consulting may warn the one who harms. In both languages alike, no comparison finds it; nor a sentence that fell out of a step.",
	Wrong:   "De stappen zijn: rijden, kijken en stoppen.",
	Right:   "De stappen zijn: kijken, rijden en stoppen.",
	Mend:    "put the steps in their order. The orders are the list `sequences` in data/lexicon/<lang>.yaml: for each, the words of every step. Looked at are sentences, lists and drawings that name all steps of one. Items of lists on pages of the type guidance that link the same contact, and share a sentence of four words or more, are the same step: what two other pages say there in nearly the same words (seven in ten), this one, or another step below its heading, says with four in ten of the words, or it is a warning: put it back, or word the step otherwise where it does not hold for these readers.",
	ByWords: true,
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
		for _, lang := range p.Languages {
			reportLacking(p.As(Warning), p, lang)
		}
	},
})

// reportIn reports the sentences, lists and drawings of a page that name
// every step, and a later one before an earlier one.
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

// reportLacking reports steps that lack a sentence.
func reportLacking(r reporter, p *Pass, lang string) {
	steps, byContact := stepsIn(p, lang), map[string][]*step{}
	for _, one := range steps {
		for _, id := range one.contacts {
			byContact[id] = append(byContact[id], one)
		}
	}
	for _, one := range steps {
		one.reportLacking(r, byContact)
	}
}

// stepsIn lists the items on pages on what to do that say whom to call.
func stepsIn(p *Pass, lang string) (steps []*step) {
	said := newSayings(p.Lexicon(lang))
	for _, page := range p.Pages {
		if page.Lang != lang || page.Type != "guidance" {
			continue
		}
		lists := map[int]*[]*saying{} // by heading
		for t := range page.Passages() {
			if t.Kind != "item" {
				continue
			}
			if lists[t.Heading] == nil {
				lists[t.Heading] = new([]*saying)
			}
			one := &step{Passage: t, sentences: said.sentences(t), list: lists[t.Heading]}
			*one.list = append(*one.list, one.sentences...)
			for id := range t.References("contact") {
				one.contacts = append(one.contacts, id)
			}
			if len(one.contacts) > 0 {
				steps = append(steps, one)
			}
		}
	}
	return steps
}

// step is an item of a list that says whom to call.
type step struct {
	*site.Passage
	contacts  []string
	sentences []*saying
	list      *[]*saying // of all steps below its heading
}

// shortStep is how many words a sentence is taken to have at least: two of
// the three of "call and ask" say nothing of another.
const shortStep = 6

// mostSteps bounds how many with a contact a step is compared with.
const mostSteps = 50

// reportLacking reports the sentences that two other pages have in this
// step.
func (one *step) reportLacking(r reporter, byContact map[string][]*step) {
	var others []*saying
	var seen []*step
	for _, id := range one.contacts {
		for _, other := range byContact[id][:min(mostSteps, len(byContact[id]))] {
			if other.Page != one.Page && !slices.Contains(seen, other) && other.shares(one) {
				seen, others = append(seen, other), append(others, other.sentences...)
			}
		}
	}
	var told []*saying
	for _, there := range others {
		again := func(other *saying) bool { return other.Page != there.Page && there.resembles(other) }
		known := func(own *saying) bool {
			return 10*there.shared(own) >= 4*min(len(there.words), max(shortStep, len(own.words)))
		}
		if len(there.words) >= fewestWords && slices.ContainsFunc(others, again) && !slices.ContainsFunc(*one.list, known) && !slices.ContainsFunc(told, there.resembles) {
			told = append(told, there)
			r.Report(one.At(0), "put it back, or word the step otherwise for these readers", "lacks what this step says at %s and elsewhere: %q", there.At(there.at), text.Head(there.said))
		}
	}
}

// shares reports whether two steps have a sentence in common, in nearly the
// same words.
func (one *step) shares(other *step) bool {
	return slices.ContainsFunc(one.sentences, func(s *saying) bool {
		return len(s.words) >= fewestWords && slices.ContainsFunc(other.sentences, s.resembles)
	})
}
