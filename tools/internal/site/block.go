package site

import (
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// Block is a fenced block of a page that has a schema and could be read.
type Block struct {
	*yaml.Doc
	Schema *schema.Schema
	Fence  *md.Block // as it stands in the page
}

// isWhole reports whether all blocks of a page could be read.
func (p *Page) isWhole() bool {
	for i, doc := range p.Blocks {
		if _, ok := schema.Get("block-" + p.Doc.Blocks[i].Kind); ok && doc == nil {
			return false
		}
	}
	return true
}

// ReadBlocks lists the blocks of a page that have a schema and could be read.
func (p *Page) ReadBlocks() (out []Block) {
	for i, doc := range p.Blocks {
		fence := &p.Doc.Blocks[i]
		if s, ok := schema.Get("block-" + fence.Kind); ok && doc != nil {
			out = append(out, Block{doc, s, fence})
		}
	}
	return out
}
