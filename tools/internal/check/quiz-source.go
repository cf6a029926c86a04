package check

import (
	"slices"

	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Warning, Rule{
	ID:    "quiz-source",
	Title: "a question in a quiz that leads to a page which cites none of its sources",
	Why:   "Who wants to know why an answer is right is sent to a page that does not say so.",
	Wrong: "page: fietsen.md\nsources: [{source: autorapport}]   # which fietsen.md does not cite",
	Right: "page: autos.md\nsources: [{source: autorapport}]",
	Mend:  "lead to the section where it stands, or cite the sources of that section. One that cites nothing, on a page that cites one of the sources, is right where it has two words of the question, its options or its explanation that not most of the page has: it says so itself.",
	Source: func(p *Pass) {
		stop := p.wordSets("stop_words")
		for _, page := range p.Pages {
			for _, quiz := range page.Quizzes() {
				for _, q := range quiz {
					target := p.Resolve(page, q.Page)
					if target.Page != nil && len(q.Sources) > 0 && !citesUnknown(p, target.Page) && !citesOne(target, q) && !answers(target, q, stop[page.Lang]) {
						p.Report(q.Doc.Position(q.Pointer+"/page"), "lead to where it stands", "%q cites none of the sources of this question", q.Page)
					}
				}
			}
		}
	},
})

// citesUnknown reports whether a page cites what is not there:
// reference-unknown says so.
func citesUnknown(p *Pass, page *site.Page) bool {
	return slices.ContainsFunc(page.Refs, func(r site.Ref) bool { return r.Kind == "source" && p.Source(r.ID) == nil })
}

// citesOne reports whether a page cites a source of a question, below the
// heading that a link names where it names one.
func citesOne(target site.Target, q site.Question) bool {
	section := sectionOf(target)
	return slices.ContainsFunc(target.Page.Refs, func(r site.Ref) bool {
		at := r.HeadingIndex()
		within := section == everywhere || at >= 0 && target.Page.Doc.Section(at) == section
		return within && r.Kind == "source" && slices.ContainsFunc(q.Sources, func(s site.Basis) bool { return s.Source == r.ID })
	})
}

// everywhere is the section of a link that names none.
const everywhere = -2

// sectionOf returns the heading of the section that a link leads to.
func sectionOf(target site.Target) int {
	for i, h := range target.Page.Doc.Headings {
		if h.ID == target.Fragment {
			return target.Page.Doc.Section(i)
		}
	}
	return everywhere
}

// answers reports whether a section that cites nothing speaks of a question
// in its own words, two that not most of the page has, on a page that cites
// a source of it.
func answers(target site.Target, q site.Question, stop map[string]bool) bool {
	doc, section := target.Page.Doc, sectionOf(target)
	within := func(r site.Ref) bool {
		return r.Kind == "source" && r.HeadingIndex() >= 0 && doc.Section(r.HeadingIndex()) == section
	}
	if !citesOne(site.Target{Page: target.Page}, q) || slices.ContainsFunc(target.Page.Refs, within) {
		return false
	}
	rights, wrongs := optionsOf(q)
	asked := beginnings(q.Question + "\n" + rights + wrongs + q.Why)
	sections, having := map[int]bool{}, map[string]map[int]bool{}
	for t := range target.Page.Passages() {
		at := doc.Section(t.Heading)
		sections[at] = true
		for _, word := range beginnings(t.Text) {
			if !stop[word] && slices.Contains(asked, word) {
				inner(having, word)[at] = true
			}
		}
	}
	shared := 0
	for _, in := range having {
		if in[section] && 2*len(in) <= len(sections) {
			shared++
		}
	}
	return shared > 1
}
