package check

import (
	"fmt"
	"slices"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Error, Rule{
	ID:     "part-missing",
	Title:  "a page that lacks a part which its type must have",
	Why:    "Readers in need find what to do in the same place on every page: acute danger first where it is about acting, what they can do at the end of what explains.",
	Wrong:  "type: explainer\n---\n## Leiders\n\n…",
	Right:  "type: explainer\n---\n## Leiders\n\n…\n\n## Wat kunt u doen {#what-now}\n\n…\n\n```contacts\nids: [noodnummer]\n```",
	Mend:   "add the part with the id that the hint gives, equal in all languages; the schemas of page types list the parts.",
	Safety: true,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, part := range p.Parts(page) {
				reportPart(p, page, part)
			}
		}
	},
})

func reportPart(p *Pass, page *site.Page, part schema.Part) {
	if part.Heading == "" {
		if !hasBlock(page, part.Block, -1, len(page.Doc.Headings)) {
			p.Report(page.Front.Position("/type"), "add a block ```"+part.Block, "a page of type %q without block %q", page.Type, part.Block)
		}
		return
	}
	from, to, ok := partOf(page, part.Heading)
	if !ok {
		p.Report(page.Front.Position("/type"), fmt.Sprintf("add a heading {#%s} %s", part.Heading, part.Place),
			"a page of type %q without part %q", page.Type, part.Heading)
		return
	}
	heading := page.Doc.Headings[from]
	if part.Place == "first" && from != 0 || part.Place == "last" && to != len(page.Doc.Headings) {
		p.Report(heading.Position, "let it be the "+part.Place+" part of the page", "part %q is not the %s", part.Heading, part.Place)
	}
	if part.Block != "" && !hasBlock(page, part.Block, from, to) {
		p.Report(heading.Position, "add a block ```"+part.Block, "part %q holds no block %q", part.Heading, part.Block)
	}
	if part.Place == "first" {
		reportBefore(p, page, part)
	}
}

// reportBefore reports what stands before the first part and belongs in its
// block or after it.
func reportBefore(p *Pass, page *site.Page, part schema.Part) {
	for _, ref := range page.Refs {
		if ref.Kind+"s" == part.Block && (ref.Link != nil || ref.Block != nil) && ref.HeadingIndex() < 0 {
			p.Report(ref.Position, "move it below the heading", "%s %q stands before part %q", ref.Kind, ref.ID, part.Heading)
		}
	}
}

// hasBlock reports whether a block stands under one of the headings
// from..to.
func hasBlock(page *site.Page, kind string, from, to int) bool {
	return slices.ContainsFunc(page.Doc.Blocks, func(b md.Block) bool { return b.Kind == kind && b.Heading >= from && b.Heading < to })
}
