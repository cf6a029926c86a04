package check

import (
	"fmt"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/yaml"
)

var _ = register(Rule{
	ID:       "term-relation-clash",
	Title:    "a term that is both related to and broader than another",
	Why:      "Related terms stand beside each other, broader ones above. In SKOS the two exclude each other (reference S27), also over several steps, and a thesaurus that mixes them cannot be exchanged.",
	Wrong:    "broader: [geweld]\nsee: [geweld]",
	Right:    "broader: [geweld]",
	Mend:     "keep broader, which shows the relation on both pages, and leave the term out under see.",
	Set:      GlossaryRules,
	Severity: Error,
	Source: func(p *Pass) {
		broader := func(id string) []string {
			if t := p.Term(id); t != nil {
				return t.Broader
			}
			return nil
		}
		for _, t := range p.Terms {
			for i, id := range t.See {
				other := p.Term(id)
				if other == nil || other == t {
					continue
				}
				upper, lower := id, t.ID
				if glossary.Above(id, broader)[t.ID] {
					upper, lower = t.ID, id
				} else if !glossary.Above(t.ID, broader)[id] {
					continue
				}
				p.Report(t.Lead.Front.Position(yaml.Pointer("see", fmt.Sprint(i))), "leave it out under see",
					"term %q is related, but %q is broader than %q", id, upper, lower)
			}
		}
	},
})
