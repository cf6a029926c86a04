package check

import (
	"slices"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:    "signal-call",
	Title: "a contact that the words of a signal or a gap name, and its list of whom to call lacks",
	Why:   "The buttons stand under the words: who reads a name there and finds no button looks for a number in the middle of a crisis.",
	Wrong: "next_step: Bel de Fietslijn.\ncall: [wacht]",
	Right: "next_step: Bel de Fietslijn.\ncall: [wacht, fietslijn]",
	Mend:  "add the contact under `call`, of a gap under `refer`, or leave its name out of the words. Of a gap it is a warning.",
	Source: func(p *Pass) {
		for _, signal := range p.Signals() {
			for t := range signal.Passages() {
				reportUncalled(p, signal, t)
			}
		}
		for _, gap := range p.Gaps() {
			for t := range gap.Passages() {
				if t.Kind == "text" {
					reportUnreferred(p, gap, t)
				}
			}
		}
	},
})

func reportUncalled(p *Pass, signal *site.Signal, t *site.Passage) {
	if len(signal.Call) == 0 {
		return // its page has no buttons
	}
	for _, c := range contactsIn(p, t, text.Range{To: len(t.Text)}) {
		if !slices.Contains(signal.Call, c.ID) {
			p.Report(t.At(0), "add it under call, or leave its name out", "contact %q is named, and signal %q does not list it", c.ID, signal.ID)
		}
	}
}

// reportUnreferred reports a gap that lists none of the contacts that its
// words name: a warning, as a name can be a word ("what it may share with
// the police").
func reportUnreferred(p *Pass, gap *site.Gap, t *site.Passage) {
	named := contactsIn(p, t, text.Range{To: len(t.Text)})
	listed := func(c *site.Contact) bool { return slices.Contains(gap.Refer, c.ID) }
	if len(gap.Refer) > 0 && len(named) > 0 && !slices.ContainsFunc(named, listed) {
		p.As(Warning).Report(t.At(0), "list it under refer, or name who is listed", "contact %q is named, and gap %q refers to others", named[0].ID, gap.ID)
	}
}
