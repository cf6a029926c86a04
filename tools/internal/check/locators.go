package check

import (
	"path"
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
		var read *md.Block
		for _, ref := range page.Refs {
			switch {
			case ref.Kind != "source" || p.Record("source", ref.ID) == nil:
			case ref.Link != nil:
				visit(located{ref.Position, p.Record("source", ref.ID), ref.Text, page.Lang, true})
			case ref.Block != nil && ref.Block != read:
				read = ref.Block
				doc, err := yaml.Parse(read.Body, diag.Position{File: page.File, Line: read.BodyLine})
				if s, ok := schema.Get("block-" + read.Kind); ok && err == nil {
					locatedIn(p, s, doc, page.Lang, visit)
				}
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
		if ref.Kind != "source" || source == nil || !s.Has(doc.Value, beside) {
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

// extents gives what an editor recorded of a source's parts, by kind.
func extents(source *site.Record) map[string]extent {
	out := map[string]extent{}
	parts, _ := source.Map()["parts"].(map[string]any)
	for kind, v := range parts {
		switch v := v.(type) {
		case uint64:
			out[kind] = extent{1, int(v)}
		case []any:
			if len(v) == 2 {
				first, _ := v[0].(uint64)
				last, _ := v[1].(uint64)
				out[kind] = extent{int(first), int(last)}
			}
		}
	}
	delete(out, "heading")
	return out
}

// headings gives the headings that an editor recorded of a source.
func headings(source *site.Record) []string {
	parts, _ := source.Map()["parts"].(map[string]any)
	list, _ := parts["heading"].([]any)
	var out []string
	for _, v := range list {
		if text, ok := v.(string); ok {
			out = append(out, text)
		}
	}
	return out
}
