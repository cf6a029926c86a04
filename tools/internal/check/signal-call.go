package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "signal-call",
	Title:    "a contact that the words of a signal name, and its list of whom to call lacks",
	Why:      "The buttons stand under the words: who reads a name there and finds no button looks for a number in the middle of a crisis.",
	Wrong:    "next_step: Bel de Fietslijn.\ncall: [wacht]",
	Right:    "next_step: Bel de Fietslijn.\ncall: [wacht, fietslijn]",
	Mend:     "add the contact under `call`, or leave its name out of the words.",
	Set:      SafetyRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, signal := range p.Signals() {
			for t := range signal.Passages() {
				reportUncalled(p, signal, t)
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
