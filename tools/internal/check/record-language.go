package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "record-language",
	Title:    "a text in a record is missing in a language of the site",
	Why:      "The page in that language would show an empty place.",
	Wrong:    "title: {xx: Betrokken Nederlanders}",
	Right:    "title: {xx: Betrokken Nederlanders, yy: Dutch people involved}",
	Mend:     "write the text in the other language too.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, r := range p.Records {
			for pointer, written := range languagesOf(r, p.Languages) {
				for _, lang := range p.Languages {
					if !slices.Contains(written, lang) {
						p.Report(r.KeyPosition(pointer), "add "+lang+": …", "%q has no text in language %q", strings.TrimPrefix(pointer, "/"), lang)
					}
				}
			}
		}
	},
})

// languagesOf returns in which languages each text of a record is written: by
// the place that holds a key per language.
func languagesOf(r *site.Record, languages []string) map[string][]string {
	written := map[string][]string{}
	for pointer := range r.Texts() {
		for _, lang := range languages {
			if at, _, found := strings.Cut(pointer+"/", "/"+lang+"/"); found {
				written[at] = append(written[at], lang)
			}
		}
	}
	return written
}
