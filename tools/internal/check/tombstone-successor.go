package check

import "comwijzer/tools/internal/text"

var _ = register(Rule{
	ID:       "tombstone-successor",
	Title:    "a tombstone whose successor does not exist, or whose subject does",
	Why:      "A tombstone leads readers on; a dead lead, or a tombstone on a living page, misleads them.",
	Wrong:    "kind: figure\nwas: nl-oud\nsuccessor: nl-nieuwe   # there is no such figure",
	Right:    "kind: figure\nwas: nl-oud\nsuccessor: nl-nieuw",
	Mend:     "name something that exists, of the same kind, or leave successor out; remove the tombstone of what came back.",
	Set:      ReferencesRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, t := range p.Tombstones() {
			if t.Successor != "" && !p.Exists(t.Of, t.Successor) {
				p.Report(t.Position("/successor"), text.DidYouMean(t.Successor, p.IDs(t.Of), "name one that exists, or leave it out"),
					"successor: unknown %s %q", t.Of, t.Successor)
			}
			if t.Was != "" && p.Exists(t.Of, t.Was) {
				p.Report(t.Position("/was"), "remove the tombstone", "%s %q is not gone", t.Of, t.Was)
			}
		}
	},
})
