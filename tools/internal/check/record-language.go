package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/yaml"
)

var _ = register(Rule{
	ID:       "record-language",
	Title:    "a text in a record is missing in a language of the site",
	Why:      "The page in that language would show an empty place.",
	Wrong:    "title: {xx: Betrokken Nederlanders}",
	Right:    "title: {xx: Betrokken Nederlanders, yy: Dutch people involved}",
	Mend:     "write the text in the other language too.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, r := range p.Records {
			for key, value := range r.Map() {
				languagesOf(p, r.Doc, yaml.Pointer(key), value)
			}
		}
	},
})

// languagesOf reports the languages that a text, or a text deeper in value,
// lacks. A text is a mapping with a language of the site among its keys.
func languagesOf(p *Pass, doc *yaml.Doc, pointer string, value any) {
	m, ok := value.(map[string]any)
	if !ok {
		return
	}
	isText := slices.ContainsFunc(p.Languages, func(lang string) bool { return m[lang] != nil })
	for _, lang := range p.Languages {
		if isText && m[lang] == nil {
			p.Report(doc.KeyPosition(pointer), "add "+lang+": …", "%q has no text in language %q", pointer[1:], lang)
		}
	}
	for key, v := range m {
		if !isText {
			languagesOf(p, doc, pointer+yaml.Pointer(key), v)
		}
	}
}
