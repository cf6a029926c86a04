package check

import (
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// eachBlock visits the blocks of a page that have a schema and could be read.
func eachBlock(page *site.Page, visit func(*md.Block, *schema.Schema, *yaml.Doc)) {
	for i, doc := range page.Blocks {
		b := &page.Doc.Blocks[i]
		if s, ok := schema.Get("block-" + b.Kind); ok && doc != nil {
			visit(b, s, doc)
		}
	}
}

// blockLinks lists the links to pages that stand in blocks: the texts that a
// schema marks with "page".
func blockLinks(page *site.Page) []md.Link {
	var links []md.Link
	eachBlock(page, func(b *md.Block, s *schema.Schema, doc *yaml.Doc) {
		for _, m := range s.Marked("page", doc.Value) {
			links = append(links, md.Link{Position: doc.Position(m.Pointer), Dest: m.Text, Heading: b.Heading, Paragraph: -1})
		}
	})
	return links
}

// isBlockLink reports whether a link stands in a block, where its address is
// all there is of it.
func isBlockLink(link md.Link) bool { return link.Text == "" && link.Paragraph < 0 }

// items gives a list of mappings in a block, nil when it is something else.
func items(value any, key string) []map[string]any {
	m, _ := value.(map[string]any)
	list, _ := m[key].([]any)
	var out []map[string]any
	for _, item := range list {
		m, _ := item.(map[string]any)
		out = append(out, m)
	}
	return out
}
