package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "tombstone-successor",
	Title:    "a tombstone whose successor does not exist, or whose subject does",
	Why:      "A tombstone leads readers on; a dead lead, or a tombstone on a living page, misleads them.",
	Wrong:    "kind: figure\nwas: nl-oud\nsuccessor: nl-nieuwe   # there is no such figure",
	Right:    "kind: figure\nwas: nl-oud\nsuccessor: nl-nieuw",
	Mend:     "name something that exists, of the same kind, or leave successor out; remove the tombstone of what came back.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, t := range p.RecordsOf("tombstone") {
			kind, was, successor := t.Text("kind", ""), t.Text("was", ""), t.Text("successor", "")
			if successor != "" && !p.has(kind, successor) {
				p.Report(t.Position("/successor"), text.DidYouMean(successor, p.all(kind), "name one that exists, or leave it out"),
					"successor: unknown %s %q", kind, successor)
			}
			if was != "" && p.has(kind, was) {
				p.Report(t.Position("/was"), "remove the tombstone", "%s %q is not gone", kind, was)
			}
		}
	},
})
