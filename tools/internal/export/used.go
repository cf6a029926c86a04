package export

import (
	"maps"
	"slices"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var (
	_ = register(Export{
		Path: "data/used.json",
		Doc:  "per term where it is used, with the first sentence of each section that does",
		Make: byLanguage(func(s *site.Site, lang string) map[string]*places {
			used := uses(s, lang)
			for _, u := range used {
				u.cut()
			}
			return used
		}),
	})
	_ = register(Export{
		Path: "static/tables/used.csv",
		Doc:  "every section that uses a term, as a table: what the pages of terms show the first of",
		Make: func(s *site.Site) ([]byte, error) {
			rows := [][]string{{"term", "language", "page", "heading", "address"}}
			for _, lang := range s.Languages {
				used, guard := uses(s, lang), newGuard(s, lang)
				for _, term := range slices.Sorted(maps.Keys(used)) {
					if t := s.Term(term); t != nil && t.Status != glossary.Caution {
						rows = append(rows, used[term].rows(s, lang, term, guard)...)
					}
				}
			}
			return table(rows)
		},
	})
)

// uses returns the sections of pages that link to each term in one
// language, by its id. A term's own page is no use of it.
func uses(s *site.Site, lang string) map[string]*places {
	out := map[string]*places{}
	for _, e := range s.Glossary(lang) {
		out[e.Term.ID] = &places{Pages: []*place{}}
	}
	for _, p := range s.Pages {
		if p.Lang == lang && p.Published() {
			addUses(out, p)
		}
	}
	return out
}

func addUses(out map[string]*places, p *site.Page) {
	for _, ref := range p.Refs {
		used := out[ref.ID]
		if ref.Kind != "term" || ref.Link == nil || used == nil || p.Entry != nil && p.Entry.Term.ID == ref.ID {
			continue
		}
		spot, added := used.spot(p, ref.HeadingIndex())
		if added && ref.Link.Paragraph >= 0 {
			spot.Sentence = text.Tidy(text.Sentence(p.Doc.Paragraphs[ref.Link.Paragraph].Text, ref.Link.Offset))
		}
	}
}
