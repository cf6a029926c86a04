package site

import (
	"iter"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// Document is YAML that an editor wrote, with the schema that describes it.
type Document struct {
	*yaml.Doc
	Schema *schema.Schema
}

// Documents visits all YAML of the site that has a schema: front matter,
// blocks, records, lists and lexicons.
func (s *Site) Documents() iter.Seq[Document] {
	return func(yield func(Document) bool) {
		visit := func(doc *yaml.Doc, name string) bool {
			described, ok := schema.Get(name)
			return !ok || yield(Document{doc, described})
		}
		for _, page := range s.Pages {
			if !visit(page.Front.Doc, s.schemaOf(page)) {
				return
			}
			for _, b := range page.ReadBlocks() {
				if !yield(Document{b.Doc, b.Schema}) {
					return
				}
			}
		}
		for _, r := range s.Records {
			if !visit(r.Doc, r.Kind) {
				return
			}
		}
		for name, list := range s.lists {
			if !visit(list, "list-"+name) {
				return
			}
		}
		for _, x := range s.lexicons {
			if !visit(x.Doc, "data-lexicon") {
				return
			}
		}
	}
}

// schemaOf returns the name of the schema of a page's type: for a language that
// does not lead the one for translations, where there is one, because what does
// not depend on language stands in one place only.
func (s *Site) schemaOf(p *Page) string {
	translation := "page-" + p.Type + "-translation"
	if _, ok := schema.Get(translation); ok && p.Lang != s.DefaultLanguage() {
		return translation
	}
	return "page-" + p.Type
}
