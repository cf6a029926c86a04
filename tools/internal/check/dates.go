package check

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// dated is one date in front matter, a record or a block.
type dated struct {
	diag.Position
	key   string
	text  string
	ahead bool // it may lie in the future
}

// eachDate visits the dates of the whole site: what the schemas mark as such.
func eachDate(p *Pass, visit func(dated)) {
	for _, page := range p.Pages {
		datesIn(pageSchema(p, page.Type, page.Lang), page.Front.Doc, visit)
		for i, doc := range page.Blocks {
			if s, ok := schema.Get("block-" + page.Doc.Blocks[i].Kind); ok && doc != nil {
				datesIn(s, doc, visit)
			}
		}
	}
	for _, r := range p.Records {
		s, _ := schema.Get(r.Kind)
		datesIn(s, r.Doc, visit)
	}
}

func datesIn(s *schema.Schema, doc *yaml.Doc, visit func(dated)) {
	if s == nil {
		return
	}
	calendar := s.Marked("calendar", doc.Value)
	if len(calendar) == 0 {
		return
	}
	ahead := s.Marked("future", doc.Value)
	for _, m := range calendar {
		visit(dated{doc.Position(m.Pointer), lastKey(m.Pointer), m.Text, slices.Contains(ahead, m)})
	}
}

// lastKey gives the key that holds the value at a JSON pointer.
func lastKey(pointer string) string {
	parts := strings.Split(pointer, "/")
	for i := len(parts) - 1; i > 0; i-- {
		if _, err := strconv.Atoi(parts[i]); err != nil {
			return parts[i]
		}
	}
	return pointer
}

// earliestZone is how far the day is ahead where it begins first.
const earliestZone = 14 * time.Hour

// liesAhead reports whether a date has begun nowhere on earth yet.
func (p *Pass) liesAhead(d cite.Date) bool {
	return d.After(cite.Day(p.Today.UTC().Add(earliestZone)))
}

// daysSince counts the days from a date to today; ok is false for no date.
func (p *Pass) daysSince(text string) (days int, ok bool) {
	d, err := cite.ParseDate(text)
	if err != nil {
		return 0, false
	}
	return int(cite.Day(p.Today).Sub(d.First).Hours() / 24), true
}
