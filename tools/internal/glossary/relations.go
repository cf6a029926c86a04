package glossary

import "slices"

// Relations are the ids of the terms that an entry relates to, sorted:
// those that readers of its language can follow, and that are not retired.
type Relations struct {
	Broader  []string `json:"broader"`
	Narrower []string `json:"narrower"`
	See      []string `json:"see"` // both ways: what it names and what names it
}

// relate completes the relations between the entries of one language:
// narrower from broader, see both ways.
func relate(entries []*Entry) {
	byID := map[string]*Entry{}
	for _, e := range entries {
		byID[e.Term.ID] = e
	}
	for _, e := range entries {
		for _, other := range e.others(byID, e.Term.Broader) {
			add(&e.Broader, other)
			add(&other.Narrower, e)
		}
		for _, other := range e.others(byID, e.Term.See) {
			add(&e.See, other)
			add(&other.See, e)
		}
		if byID[e.Term.Retired.Successor] != nil {
			e.Successor = e.Term.Retired.Successor
		}
	}
	for _, e := range entries {
		e.Relations = Relations{unique(e.Broader), unique(e.Narrower), unique(e.See)}
	}
}

// Above returns the ids of the terms broader than one, over any number of
// steps; broader returns those of one step.
func Above(id string, broader func(id string) []string) map[string]bool {
	found := map[string]bool{}
	for todo := []string{id}; len(todo) > 0; {
		next := broader(todo[0])
		todo = todo[1:]
		for _, id := range next {
			if !found[id] {
				found[id] = true
				todo = append(todo, id)
			}
		}
	}
	return found
}

// others returns the entries that have those ids, but for e itself.
func (e *Entry) others(byID map[string]*Entry, ids []string) (out []*Entry) {
	for _, id := range ids {
		if other := byID[id]; other != nil && other != e {
			out = append(out, other)
		}
	}
	return out
}

func add(ids *[]string, e *Entry) {
	if e.Term.Status != Retired {
		*ids = append(*ids, e.Term.ID)
	}
}

// unique returns ids sorted and once each, an empty list for none.
func unique(ids []string) []string {
	slices.Sort(ids)
	return append([]string{}, slices.Compact(ids)...)
}
