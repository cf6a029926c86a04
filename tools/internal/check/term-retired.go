package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(GlossaryRules, Warning, Rule{
	ID:    "term-retired",
	Title: "a reference to a term that is retired",
	Why:   "A retired term keeps its page for old links. New text sends readers to what took its place.",
	Wrong: "Een [rijwiel](term:rijwiel) staat buiten.   # retired, successor: fiets",
	Right: "Een [fiets](term:fiets) staat buiten.",
	Mend:  "refer to its successor; wijzer check --fix does so for links, whose words stay as they are.",
	Source: func(p *Pass) {
		for use := range p.Uses("term") {
			t := p.Term(use.ID)
			if t != nil && t.Status == glossary.Retired && (use.Page == nil || use.Page.Published()) {
				reportRetired(p, use.Ref, t)
			}
		}
	},
})

func reportRetired(p *Pass, ref site.Ref, t *glossary.Term) {
	next := t.Retired.Successor
	if next == "" {
		p.Report(ref.Position, "leave it out: nothing took its place", "term %q is retired", t.ID)
		return
	}
	fix := diag.Fix{Old: t.ID, New: next}
	if ref.Link != nil {
		scheme, _ := md.SplitDest(ref.Link.Dest)
		fix = diag.Fix{Old: "](" + scheme + ":" + t.ID + ")", New: "](" + scheme + ":" + next + ")"}
	}
	p.Fix(ref.Position, fix, "refer to "+next, "term %q is retired", t.ID)
}
