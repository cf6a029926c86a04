package check

import (
	"strconv"

	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "quiz-translation",
	Title: "a quiz that is not the same in another language",
	Why:   "Both languages must call the same answer right, on the ground of the same page; a class works with one test in two languages.",
	Wrong: "xx: options: [{text: ja, right: true}, {text: nee}]\nyy: options: [{text: yes}, {text: no, right: true}]",
	Right: "xx: options: [{text: ja, right: true}, {text: nee}]\nyy: options: [{text: yes, right: true}, {text: no}]",
	Mend:  "give both the same questions in the same order, with the same options in the same order, and the same page.",
	Source: func(p *Pass) {
		for lead, page := range p.Translations() {
			leads, mine := lead.Quizzes(), page.Quizzes()
			for i := range min(len(leads), len(mine)) {
				compareQuizzes(p, leads[i], mine[i], lead)
			}
		}
	},
})

func compareQuizzes(p *Pass, leads, mine []site.Question, lead *site.Page) {
	if len(leads) != len(mine) {
		p.Report(mine[0].Doc.Position(""), "give both the same questions", "%d questions here, %d in %s", len(mine), len(leads), lead.File)
		return
	}
	for i, q := range mine {
		hint := "compare question " + strconv.Itoa(i+1) + " of " + lead.File
		switch l := leads[i]; {
		case len(q.Options) != len(l.Options):
			p.Report(q.Doc.Position(q.Pointer), hint, "%d options here, %d in language %q", len(q.Options), len(l.Options), lead.Lang)
		case q.Rights() != l.Rights():
			p.Report(q.Doc.Position(q.Pointer), hint, "another option is right than in language %q", lead.Lang)
		case q.Page != l.Page:
			p.Report(q.Doc.Position(q.Pointer+"/page"), hint, "page %q is %q in language %q", q.Page, l.Page, lead.Lang)
		}
	}
}
