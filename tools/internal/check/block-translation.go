package check

import (
	"strconv"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "block-translation",
	Title: "a block that shows or joins other things than in another language, or a quiz that is not the same there",
	Why:   "An arrow that starts elsewhere, or another contact in the list, sends the readers of one language another way. Both must call the same answer right, on the ground of the same page; a class works with one test in two languages.",
	Wrong: "```network\nlinks:\n  - {from: stop, to: rijden, label: als het veilig is}   # in the other language: from: kijk",
	Right: "```network\nlinks:\n  - {from: kijk, to: rijden, label: als het veilig is}",
	Mend:  "give both the same ids and dates in the same order; words may differ. Give a quiz the same questions and options in the same order, and the same pages.",
	Source: func(p *Pass) {
		for lead, page := range p.Translations() {
			leads, mine := lead.Quizzes(), page.Quizzes()
			for i := range min(len(leads), len(mine)) {
				compareQuizzes(p, leads[i], mine[i], lead)
			}
			theirs, ours := blocksByKind(lead), blocksByKind(page)
			for kind, blocks := range ours {
				for i := range min(len(blocks), len(theirs[kind])) {
					compareBlocks(p, theirs[kind][i], blocks[i], lead)
				}
			}
		}
	},
})

func blocksByKind(page *site.Page) map[string][]site.Block {
	by := map[string][]site.Block{}
	for _, b := range page.ReadBlocks() {
		by[b.Fence.Kind] = append(by[b.Fence.Kind], b)
	}
	return by
}

// compareBlocks reports the first thing in a block that is another in the
// language that leads: what follows may follow from it.
func compareBlocks(p *Pass, theirs, ours site.Block, lead *site.Page) {
	leads, marks := same(theirs), same(ours)
	for i := range min(len(leads), len(marks)) {
		switch l, m := leads[i], marks[i]; {
		case l.Pointer != m.Pointer:
			p.Report(ours.Position(m.Pointer), "compare the block in "+lead.File, "%q stands here, and elsewhere in language %q", m.Text, lead.Lang)
			return
		case l.Text != m.Text:
			p.Report(ours.Position(m.Pointer), "compare the block in "+lead.File, "%q is %q in language %q", m.Text, l.Text, lead.Lang)
			return
		}
	}
	if len(leads) != len(marks) {
		p.Report(ours.Position(""), "compare the block in "+lead.File, "%d ids and dates in the block, %d in language %q", len(marks), len(leads), lead.Lang)
	}
}

// same lists what of a block is the same in every language.
func same(b site.Block) []schema.Mark { return b.Schema.Marked("same", b.At("")) }

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
		}
	}
}
