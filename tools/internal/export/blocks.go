package export

import (
	"cmp"
	"slices"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// selected lists the records that a block of the page selects without
// naming them, in their order and then by id.
func selected(s *site.Site, p *site.Page, b *md.Block) []*site.Record {
	i := slices.IndexFunc(p.Doc.Blocks, func(other md.Block) bool { return other.Position == b.Position })
	var by struct {
		Area, Country string
		All           bool
	}
	if p.Blocks[i] == nil || p.Blocks[i].Decode("", &by) != nil {
		return nil
	}
	var out []*site.Record
	switch b.Kind {
	case "signals":
		for _, r := range s.Signals() {
			if by.Area != "" && r.Area == by.Area {
				out = append(out, r.Record)
			}
		}
	case "cases":
		for _, r := range s.Cases() {
			if by.All || by.Country != "" && r.Country == by.Country {
				out = append(out, r.Record)
			}
		}
	}
	return inOrder(out)
}

// figuresOf lists the figures of a topic, in their order and then by id.
func figuresOf(s *site.Site, topic string) []*site.Record {
	var out []*site.Record
	for _, f := range s.Figures() {
		if f.Topic == topic {
			out = append(out, f.Record)
		}
	}
	return inOrder(out)
}

// inOrder sorts records by the order that they ask for.
func inOrder(records []*site.Record) []*site.Record {
	slices.SortStableFunc(records, func(a, b *site.Record) int { return cmp.Compare(a.Order, b.Order) })
	return records
}
