package check

import (
	"fmt"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/yaml"
)

var _ = register(GlossaryRules, Error, Rule{
	ID:    "term-relation-clash",
	Title: "a term that is both related to and broader than another, broader than itself, or refers to itself",
	Why:   "Related terms stand beside each other, broader ones above, in a tree that readers climb and exports publish; in a circle nothing is the broader one. In SKOS the two exclude each other (reference S27), also over several steps, and a thesaurus that mixes them cannot be exchanged.",
	Wrong: "broader: [geweld]\nsee: [geweld]",
	Right: "broader: [geweld]",
	Mend:  "keep broader, which shows the relation on both pages, and leave the term out under see. Of a circle keep the direction that is true and name the other term under see, where two terms may refer to each other.",
	Source: func(p *Pass) {
		reportCircles(p)
		broader := func(id string) []string {
			if t := p.Term(id); t != nil {
				return t.Broader
			}
			return nil
		}
		for _, t := range p.Terms {
			for i, id := range t.See {
				other := p.Term(id)
				at := t.Lead.Front.Position(yaml.Pointer("see", fmt.Sprint(i)))
				if other == t {
					p.Report(at, "remove it", "term %q refers to itself under see", id)
				}
				if other == nil || other == t {
					continue
				}
				upper, lower := id, t.ID
				if glossary.Above(id, broader)[t.ID] {
					upper, lower = t.ID, id
				} else if !glossary.Above(t.ID, broader)[id] {
					continue
				}
				p.Report(at, "leave it out under see",
					"term %q is related, but %q is broader than %q", id, upper, lower)
			}
		}
	},
})

// reportCircles reports the terms that are broader than themselves.
func reportCircles(p *Pass) {
	above := map[*glossary.Term][]defining{}
	for _, t := range p.Terms {
		for i, id := range t.Broader {
			if next := p.Term(id); next != nil {
				above[t] = append(above[t], defining{next, t.Lead.Front.Position(yaml.Pointer("broader", fmt.Sprint(i)))})
			}
		}
	}
	for ids, way := range loops(p.Terms, above) {
		last := way[len(way)-1]
		p.Report(last.at, "remove one of these, or name it under see", "term %q is broader than itself: %s", last.term.ID, ids)
	}
}
