package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

var _ = register(StructureRules, Error, Rule{
	ID:     "schema-mismatch",
	Title:  "front matter, a block, a record or a list that does not fit its schema, a block of a kind that has none, or an audience or theme that config.toml does not list",
	Why:    "Pages are made from them. A misspelt key or a missing value would leave something out without a word, on every page that uses it, or switch off the rule that needs a list. Of a block of a kind that does not exist the page would show the YAML. Search filters and the glossary by theme offer what config.toml lists; anything else is never found by them.",
	Wrong:  "value: {xx: minstens 70}\ncount: {xx: actieven}",
	Right:  "value: {xx: minstens 70}\ncounts: {xx: actieven}",
	Mend:   "follow the hint; a fence around literal text has the kind text. Add an audience or theme to params.audiences or params.domains in config.toml and give it a name in i18n/. The schemas stand in tools/internal/schema/, and an editor with a YAML plug-in completes from them.",
	Safety: true,
	Source: func(p *Pass) {
		reportBlocks(p)
		reportVocabulary(p)
		for _, doc := range p.Documents() {
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

// reportUntyped reports a page without type, at the key that may be meant
// for it.
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

// reportVocabulary reports audiences and themes that the configuration does
// not list.
func reportVocabulary(p *Pass) {
	for _, page := range p.Pages {
		vocabulary(p, page.Front.Doc, "audience", page.Audience, p.Config.Params.Audiences)
	}
	for _, gap := range p.Gaps() {
		for _, who := range slices.Sorted(maps.Keys(gap.For)) {
			if known := p.Config.Params.Audiences; !slices.Contains(known, who) {
				hint := text.DidYouMean(who, known, oneOf(known))
				p.Fix(gap.KeyPosition(yaml.Pointer("for", who)), corrected(who, known), hint, "unknown audience %q", who)
			}
		}
	}
	for _, t := range p.Terms {
		if t.Domain != "" {
			vocabulary(p, t.Lead.Front, "domain", []string{t.Domain}, p.Config.Params.Domains)
		}
	}
}

func vocabulary(p *Pass, front *yaml.Doc, key string, values, known []string) {
	for i, v := range values {
		if !slices.Contains(known, v) {
			at := front.Position(yaml.Pointer(key, fmt.Sprint(i)))
			p.Fix(at, corrected(v, known), text.DidYouMean(v, known, oneOf(known)), "unknown %s %q", key, v)
		}
	}
}

// oneOf names what the configuration lists, or asks for the first.
func oneOf(known []string) string {
	if len(known) == 0 {
		return "list it under params in config.toml"
	}
	return "use one of " + strings.Join(known, ", ")
}
