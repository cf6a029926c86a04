package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
)

var _ = register(Rule{
	ID:       "definition-loop",
	Title:    "definitions that need each other",
	Why:      "Who knows neither word is sent from one to the other and back, and learns nothing.",
	Wrong:    "fietser: wie fietst.\nfietsen: wat een fietser doet.",
	Right:    "fietser: wie fietst.\nfietsen: rijden op een voertuig met trappers.",
	Mend:     "say one of them in everyday words, without the other terms.",
	Set:      GlossaryRules,
	Severity: Warning,
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			loops(p, lang)
		}
	},
})

// defining is one term that the definition of another uses.
type defining struct {
	term *glossary.Term
	at   diag.Position
}

// loops reports, for every term from which definitions lead back to it, the
// shortest way round, at the term of it that comes first by id.
func loops(p *Pass, lang string) {
	needs := definingTerms(p, lang)
	for _, t := range p.Terms {
		way := shortestLoop(needs, t)
		first := !slices.ContainsFunc(way, func(d defining) bool { return d.term.ID < t.ID })
		if len(way) < 2 || !first {
			continue // one that uses its own word is another rule's
		}
		ids := []string{t.ID}
		for _, d := range way {
			ids = append(ids, d.term.ID)
		}
		p.Report(way[0].at, "say one of them in everyday words", "definitions need each other: %s", strings.Join(ids, " → "))
	}
}

// definingTerms returns per term those that its definition names, by a link or
// in plain words.
func definingTerms(p *Pass, lang string) map[*glossary.Term][]defining {
	finder := p.Finder(lang, func(t *glossary.Term) bool { return t.Status != glossary.Internal })
	needs := map[*glossary.Term][]defining{}
	for e := range p.Entries(lang) {
		first := e.First()
		if first == nil {
			continue
		}
		for _, use := range finder.Uses(e.Doc, first) {
			if t := use.Term(); t != nil && t != e.Term {
				needs[e.Term] = append(needs[e.Term], defining{t, e.Doc.At(first, use.From)})
			}
		}
	}
	return needs
}

// shortestLoop finds the shortest way from a term back to itself, breadth
// first, nil for none. Its last step is the term itself.
func shortestLoop(needs map[*glossary.Term][]defining, start *glossary.Term) []defining {
	type step struct {
		defining
		back int // the step before, -1 at the start
	}
	var steps []step
	met := map[*glossary.Term]bool{}
	expand := func(t *glossary.Term, back int) {
		for _, d := range needs[t] {
			if !met[d.term] {
				met[d.term] = true
				steps = append(steps, step{d, back})
			}
		}
	}
	expand(start, -1)
	for i := 0; i < len(steps); i++ {
		if steps[i].term == start {
			var way []defining
			for ; i >= 0; i = steps[i].back {
				way = append(way, steps[i].defining)
			}
			slices.Reverse(way)
			return way
		}
		expand(steps[i].term, i)
	}
	return nil
}
