package site

import (
	"path"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// Citation is a place that rests on a source, and where in the source.
type Citation struct {
	diag.Position
	Source  *Source
	Locator string
	Lang    string // of the locator
	Link    bool   // else it stands in a block or record
}

// Citations lists the citations of the site: in links, and in blocks and
// records whose schema has a place for a locator.
func (s *Site) Citations() (out []Citation) {
	for _, page := range s.Pages {
		citing := map[*md.Block]bool{}
		for _, ref := range page.Refs {
			source := s.Source(ref.ID)
			switch {
			case ref.Kind != "source" || source == nil:
			case ref.Link != nil:
				out = append(out, Citation{ref.Position, source, ref.Text, page.Lang, true})
			default:
				citing[ref.Block] = true
			}
		}
		for i, doc := range page.Blocks {
			if b := &page.Doc.Blocks[i]; citing[b] {
				shape, _ := schema.Get("block-" + b.Kind)
				out = append(out, s.citationsIn(shape, doc, page.Lang)...)
			}
		}
	}
	for _, r := range s.Records {
		if shape, ok := schema.Get(r.Kind); ok && len(r.Refs) > 0 {
			out = append(out, s.citationsIn(shape, r.Doc, s.DefaultLanguage())...)
		}
	}
	return out
}

// citationsIn lists the citations in a document: each source with the
// locator beside it, in each of its languages; lang is that of a plain one.
func (s *Site) citationsIn(shape *schema.Schema, doc *yaml.Doc, lang string) (out []Citation) {
	for _, ref := range shape.Refs(doc.Value) {
		beside := strings.TrimSuffix(path.Dir(ref.Pointer), "/") + "/locator"
		source := s.Source(ref.ID)
		if ref.Kind != "source" || source == nil || !shape.Has(beside) {
			continue
		}
		if doc.At(beside) == nil {
			out = append(out, Citation{doc.Position(ref.Pointer), source, "", lang, false})
			continue
		}
		var locator Text
		_ = doc.Decode(beside, &locator)
		if one, ok := locator[""]; ok {
			out = append(out, Citation{doc.Position(beside), source, one, lang, false})
		}
		for _, lang := range s.Languages {
			if text, ok := locator[lang]; ok {
				out = append(out, Citation{doc.Position(beside + "/" + lang), source, text, lang, false})
			}
		}
	}
	return out
}
