package check

import (
	"path"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

var _ = register(ReferencesRules, Warning, Rule{
	ID:    "block-uncited",
	Title: "a text in a block that states a fact and names no source",
	Why:   "An answer in a test is believed more readily than a paragraph; it rests on a source as much.",
	Wrong: "why: Volgens de Fietsatlas heeft de stad drie pompen.",
	Right: "why: Volgens de Fietsatlas heeft de stad drie pompen.\nsources: [{source: fietsatlas, locator: hfst. 1}]",
	Mend: "name sources beside it, or figures; where the block has no place for those, leave the fact to the page that it leads to. " +
		"What counts as a fact is what counts as one in a paragraph (see claim-uncited).",
	ByWords: true,
	Source: func(p *Pass) {
		claims := p.Claims()
		for _, page := range p.Pages {
			for _, b := range page.ReadBlocks() {
				for _, m := range b.Schema.Marked("claim", b.Value) {
					if isFact(claims[page.Lang], m.Text) && !sourcedBeside(b.Doc, m.Pointer) {
						p.Report(b.Position(m.Pointer), uncitedHint(b.Schema, m.Pointer), "fact without source: %q", text.Head(m.Text))
					}
				}
			}
		}
	},
})

// isFact reports whether a text states a fact and does not say of itself
// that it is general knowledge.
func isFact(c *cite.Claims, s string) bool {
	src := []byte(s)
	doc := md.Parse(src, 0, diag.NewLines("", src))
	for i := range doc.Paragraphs {
		if c.IsFactual(doc, &doc.Paragraphs[i]) {
			return !c.IsUnsourced(s)
		}
	}
	return false
}

func sourcedBeside(doc *yaml.Doc, pointer string) bool {
	around := path.Dir(pointer)
	return doc.At(around+"/sources") != nil || doc.At(around+"/figures") != nil
}

func uncitedHint(s *schema.Schema, pointer string) string {
	if s.Has(path.Dir(pointer) + "/sources") {
		return "add sources, or say that it is general knowledge"
	}
	return "leave the fact to the page that it leads to"
}
