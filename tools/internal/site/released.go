package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/schema"
)

// ReleasedFile lists what the last release held, for the rule id-vanished.
const ReleasedFile = "data/released.yaml"

// Released returns the text of ReleasedFile for the site as it is: the paths of
// its pages and the ids of its terms and records. What an earlier release held
// and a tombstone remembers stays listed: its address must go on to exist.
func (s *Site) Released() []byte {
	lists := map[string]map[string]bool{}
	add := func(kind, id string) {
		if lists[kind] == nil {
			lists[kind] = map[string]bool{}
		}
		lists[kind][id] = true
	}
	for _, p := range s.Pages {
		if p.Entry == nil { // those are listed as terms
			add("page", p.Path)
		}
	}
	for _, t := range s.Terms {
		add("term", t.ID)
	}
	for _, r := range s.Records {
		if r.Kind != "tombstone" {
			add(r.Kind, r.ID)
		}
	}
	for _, t := range s.Tombstones() {
		add(t.Of, t.Was)
	}
	return listing(lists)
}

func listing(lists map[string]map[string]bool) []byte {
	var b strings.Builder
	b.WriteString("# What stood on the site at its last release. Written by wijzer release.\n")
	for _, kind := range append([]string{"page", "term"}, schema.Names("")...) {
		if len(lists[kind]) == 0 {
			continue
		}
		fmt.Fprintf(&b, "%ss:\n", kind)
		for _, id := range slices.Sorted(maps.Keys(lists[kind])) {
			fmt.Fprintf(&b, "  - %q\n", id)
		}
	}
	return []byte(b.String())
}
