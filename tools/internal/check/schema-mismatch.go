package check

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "schema-mismatch",
	Title:    "front matter, a block, a record or a list that does not fit its schema, or a block of a kind that has none",
	Why:      "Pages are made from them. A misspelt key or a missing value would leave something out without a word, on every page that uses it, or switch off the rule that needs a list. Of a block of a kind that does not exist the page would show the YAML.",
	Wrong:    "value: {xx: minstens 70}\ncount: {xx: actieven}",
	Right:    "value: {xx: minstens 70}\ncounts: {xx: actieven}",
	Mend:     "follow the hint; a fence around literal text has the kind text. The schemas stand in tools/internal/schema/, and an editor with a YAML plug-in completes from them.",
	Set:      StructureRules,
	Severity: Error,
	Safety:   true,
	Source: func(p *Pass) {
		reportBlocks(p)
		for doc := range p.Documents() {
			for _, fault := range doc.Schema.Validate(doc.Written) {
				at := doc.Position(fault.Pointer)
				if fault.Key {
					at = doc.KeyPosition(fault.Pointer)
				}
				p.Report(at, fault.Hint, "%s", fault.Message)
			}
		}
		types := slices.DeleteFunc(schema.Names("page-"), func(name string) bool { return strings.HasSuffix(name, "-translation") })
		for _, page := range p.Pages {
			if page.Type == "" {
				reportUntyped(p, page)
			} else if !slices.Contains(types, page.Type) {
				p.Report(page.Front.Position("/type"), text.DidYouMean(page.Type, types, "types: "+strings.Join(types, ", ")), "unknown page type %q", page.Type)
			}
		}
	},
})

// reportUntyped reports a page without type, at the key that may be meant for it.
func reportUntyped(p *Pass, page *site.Page) {
	keys, _ := page.Front.Value.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if _, meant := text.Nearest(key, []string{"type"}); meant {
			p.Report(page.Front.KeyPosition("/"+key), text.DidYouMean(key, []string{"type"}, ""), "unknown key %q", key)
			return
		}
	}
	p.Report(page.Front.Position(""), "add type", "missing key %q", "type")
}

// reportBlocks reports blocks of a kind that does not exist.
func reportBlocks(p *Pass) {
	known := append(schema.Names("block-"), "text")
	for _, page := range p.Pages {
		for _, b := range page.Doc.Blocks {
			if _, ok := schema.Get("block-" + b.Kind); !ok && b.Kind != "text" {
				p.Report(b.Position, text.DidYouMean(b.Kind, known, "use text for literal text"), "unknown block kind %q", b.Kind)
			}
		}
	}
}
