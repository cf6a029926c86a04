package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/yaml"
)

var _ = register(Rule{
	ID:       "term-cycle",
	Title:    "a term that is broader than itself, or refers to itself",
	Why:      "Broader terms make a tree that readers climb and exports publish; in a circle nothing is the broader one. A see-also to itself leads nowhere.",
	Wrong:    "# in a.xx.md\nbroader: [b]\n# in b.xx.md\nbroader: [a]",
	Right:    "# in a.xx.md\nbroader: [b]\n# in b.xx.md\nsee: [a]",
	Mend:     "keep the direction that is true and name the other term under see, where two terms may refer to each other.",
	Set:      GlossaryRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, t := range p.Terms {
			reportSelf(p, t)
		}
		walk := broaderWalk{p: p, done: map[string]bool{}, on: map[string]int{}}
		for _, t := range p.Terms {
			walk.visit(t)
		}
	},
})

func reportSelf(p *Pass, t *glossary.Term) {
	for i, id := range t.See {
		if id == t.ID {
			p.Report(t.Lead.Front.Position(yaml.Pointer("see", fmt.Sprint(i))), "remove it", "term %q refers to itself under see", id)
		}
	}
}

// broaderWalk follows the broader terms of every term once.
type broaderWalk struct {
	p    *Pass
	done map[string]bool
	on   map[string]int // terms on the way here, with their place in path
	path []string
}

func (w *broaderWalk) visit(t *glossary.Term) {
	if w.done[t.ID] {
		return
	}
	w.on[t.ID] = len(w.path)
	w.path = append(w.path, t.ID)
	for i, id := range t.Broader {
		if at, circle := w.on[id]; circle {
			w.p.Report(t.Lead.Front.Position(yaml.Pointer("broader", fmt.Sprint(i))), "remove one of these, or name it under see",
				"term %q is broader than itself: %s", id, strings.Join(append(w.path[at:len(w.path):len(w.path)], id), " → "))
		} else if next := w.p.Term(id); next != nil {
			w.visit(next)
		}
	}
	delete(w.on, t.ID)
	w.path = w.path[:len(w.path)-1]
	w.done[t.ID] = true
}
