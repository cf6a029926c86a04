package site

import (
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/yaml"
)

// Document is YAML that an editor wrote, with the schema that describes it.
type Document struct {
	*yaml.Doc
	Schema *schema.Schema
}

// Documents returns all YAML of the site that has a schema: front matter,
// blocks, records, lists and lexicons.
func (s *Site) Documents() (all []Document) {
	add := func(doc *yaml.Doc, name string) {
		if described, ok := schema.Get(name); ok {
			all = append(all, Document{doc, described})
		}
	}
	for _, page := range s.Pages {
		add(page.Front.Doc, s.schemaOf(page))
		for _, b := range page.ReadBlocks() {
			all = append(all, Document{b.Doc, b.Schema})
		}
	}
	for _, r := range s.Records {
		add(r.Doc, r.Kind)
	}
	for name, list := range s.lists {
		add(list, "list-"+name)
	}
	for _, x := range s.lexicons {
		add(x.Doc, "data-lexicon")
	}
	return all
}

// schemaOf returns the name of the schema of a page's type: for a language
// that does not lead the one for translations, where there is one, because
// what does not depend on language stands in one place only.
func (s *Site) schemaOf(p *Page) string {
	translation := "page-" + p.Type + "-translation"
	if _, ok := schema.Get(translation); ok && p.Lang != s.DefaultLanguage() {
		return translation
	}
	return "page-" + p.Type
}
