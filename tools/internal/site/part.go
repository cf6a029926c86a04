package site

import (
	"cmp"

	"comwijzer/tools/internal/schema"
)

// PartID returns the id of the heading of a part that pages must have, by
// its name in the schemas: the configuration may call it otherwise.
func (s *Site) PartID(name string) string { return cmp.Or(s.Config.Params.Parts[name], name) }

// Parts lists the parts that a page of its type must have, with the ids
// that their headings have on this site.
func (s *Site) Parts(p *Page) []schema.Part {
	kind, ok := schema.Get("page-" + p.Type)
	if !ok {
		return nil
	}
	parts := kind.Parts()
	for i := range parts {
		parts[i].Heading = s.PartID(parts[i].Heading)
	}
	return parts
}
