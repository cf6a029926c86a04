package check

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// located is one citation: a source, and where in it.
type located struct {
	diag.Position
	source  *site.Record
	locator string
	lang    string
	link    bool
}

// eachLocated visits the citations of the site with their locators: in links,
// and in blocks and records whose schema has a place for one.
func eachLocated(p *Pass, visit func(located)) {
	for _, page := range p.Pages {
		citing := map[*md.Block]bool{}
		for _, ref := range page.Refs {
			source := p.Record("source", ref.ID)
			switch {
			case ref.Kind != "source" || source == nil:
			case ref.Link != nil:
				visit(located{ref.Position, source, ref.Text, page.Lang, true})
			default:
				citing[ref.Block] = true
			}
		}
		for i, doc := range page.Blocks {
			if b := &page.Doc.Blocks[i]; citing[b] {
				s, _ := schema.Get("block-" + b.Kind)
				locatedIn(p, s, doc, page.Lang, visit)
			}
		}
	}
	for _, r := range p.Records {
		if s, ok := schema.Get(r.Kind); ok && len(r.Refs) > 0 {
			locatedIn(p, s, r.Doc, p.DefaultLanguage(), visit)
		}
	}
}

// locatedIn visits the citations in a document: each source with the locator
// beside it, in each of its languages; lang is that of a plain one.
func locatedIn(p *Pass, s *schema.Schema, doc *yaml.Doc, lang string, visit func(located)) {
	for _, ref := range s.Refs(doc.Value) {
		beside := path.Dir(ref.Pointer)
		beside = strings.TrimSuffix(beside, "/") + "/locator"
		source := p.Record("source", ref.ID)
		if ref.Kind != "source" || source == nil || !s.Has(beside) {
			continue
		}
		switch locator := doc.At(beside).(type) {
		case nil:
			visit(located{doc.Position(ref.Pointer), source, "", lang, false})
		case string:
			visit(located{doc.Position(beside), source, locator, lang, false})
		case map[string]any:
			for lang, text := range locator {
				if text, ok := text.(string); ok {
					visit(located{doc.Position(beside + "/" + lang), source, text, lang, false})
				}
			}
		}
	}
}

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
