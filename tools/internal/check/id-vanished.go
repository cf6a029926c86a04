package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "id-vanished",
	Title: "a page, term or record that was released and is gone without a tombstone",
	Why:   "Others cite and link to what was published. Who follows such a link must at least learn what became of it.",
	Wrong: "data/figures/nl-oud.yaml removed, while data/released.yaml lists nl-oud",
	Right: "data/tombstones/nl-oud.yaml: kind, was, reason, on and, if there is one, successor",
	Mend:  "put it back under its old name, or write a tombstone that says why it is gone and what took its place.",
	Source: func(p *Pass) {
		for id, at := range vanished(p) {
			p.Missing(id.Kind, id.ID).Report(at, vanishedHint(p, id.Kind, id.ID), "%s %q was released and is gone", id.Kind, id.ID)
		}
	},
})

func vanishedHint(p *Pass, kind, id string) string {
	name := strings.ReplaceAll(strings.Trim(id, "/"), "/", "-")
	hint := fmt.Sprintf("put it back, or add data/tombstones/%s.yaml", name)
	if best, ok := text.Nearest(id, p.IDs(kind)); ok {
		hint += fmt.Sprintf(" (is its successor %q?)", best)
	}
	return hint
}
