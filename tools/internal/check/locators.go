package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

// extent is how far a source's parts of one kind run.
type extent struct{ first, last int }

// division is what an editor recorded of the parts of a source.
type division struct {
	extents  map[string]extent
	headings []string
}

// divisions reads the parts of all sources that have any on record.
func divisions(p *Pass) map[*site.Record]*division {
	out := map[*site.Record]*division{}
	for _, r := range p.RecordsOf("source") {
		if parts, _ := r.Map()["parts"].(map[string]any); len(parts) > 0 {
			out[r] = newDivision(parts)
		}
	}
	return out
}

func newDivision(parts map[string]any) *division {
	d := &division{extents: map[string]extent{}}
	for kind, v := range parts {
		list, _ := v.([]any)
		last, single := v.(uint64)
		switch {
		case single:
			d.extents[kind] = extent{1, int(last)}
		case kind == "heading":
			for _, h := range list {
				if text, ok := h.(string); ok {
					d.headings = append(d.headings, text)
				}
			}
		case len(list) == 2:
			first, _ := list[0].(uint64)
			last, _ := list[1].(uint64)
			d.extents[kind] = extent{int(first), int(last)}
		}
	}
	return d
}

// String says it in words: chapter 1 to 7, note 1 to 28, 3 headings.
func (d *division) String() string {
	var words []string
	for _, kind := range slices.Sorted(maps.Keys(d.extents)) {
		words = append(words, fmt.Sprintf("%s %d to %d", kind, d.extents[kind].first, d.extents[kind].last))
	}
	if n := len(d.headings); n > 0 {
		words = append(words, fmt.Sprintf("%d headings", n))
	}
	return strings.Join(words, ", ")
}
