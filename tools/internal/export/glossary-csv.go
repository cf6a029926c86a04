package export

import (
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path:   "static/downloads/glossary.csv",
	Doc:    "the glossary as a table: a row per term and language",
	Format: "download_csv",
	Make: func(s *site.Site) ([]byte, error) {
		var header []string
		for _, c := range columns {
			header = append(header, c.name)
		}
		rows := [][]string{header}
		for _, lang := range s.Languages {
			rows = append(rows, csvRows(s, lang)...)
		}
		return table(rows)
	},
})

// A column of the table; names are those of the JSON download where both
// have it.
type column struct {
	name string
	cell func(csvRow) string
}

type csvRow struct {
	*glossary.Entry
	s       *site.Site
	domains map[string]string
}

var columns = []column{
	{"id", func(r csvRow) string { return r.Term.ID }},
	{"language", func(r csvRow) string { return r.Lang }},
	{"term", func(r csvRow) string { return r.Title }},
	{"part_of_speech", func(r csvRow) string { return r.PartOfSpeech }},
	{"article", func(r csvRow) string { return r.Article }},
	{"abbreviation", func(r csvRow) string { return r.Abbreviation }},
	{"admitted", func(r csvRow) string { return strings.Join(r.Admitted, csvJoin) }},
	{"forms", func(r csvRow) string { return strings.Join(r.Forms, csvJoin) }},
	{"avoid", csvRow.avoided},
	{"definition", func(r csvRow) string { return r.Definition }},
	{"help", func(r csvRow) string { return helpFor(r.s, r.Entry) }},
	{"sources", func(r csvRow) string { return strings.Join(sourceTexts(r.s, r.Entry), csvJoin) }},
	{"domain", func(r csvRow) string { return r.domains[r.Term.Domain] }},
	{"origin", func(r csvRow) string { return r.Term.Origin }},
	{"status", func(r csvRow) string { return string(r.Term.Status) }},
	{"broader", func(r csvRow) string { return r.named(r.Broader) }},
	{"narrower", func(r csvRow) string { return r.named(r.Narrower) }},
	{"see", func(r csvRow) string { return r.named(r.See) }},
	{"reason", func(r csvRow) string { return r.Reason }},
	{"successor", func(r csvRow) string { return r.named([]string{r.Successor}) }},
	{"translations", csvRow.translations},
	{"address", func(r csvRow) string { return r.Address }},
	{"modified", func(r csvRow) string { return r.Modified }},
	{"licence", func(r csvRow) string { return r.s.Config.Params.Licence.Name }}, // rows are copied out of tables
}

// csvRows returns the terms of one language in the order of its alphabet.
func csvRows(s *site.Site, lang string) (rows [][]string) {
	domains := domainNames(s, lang)
	for _, e := range alphabet(s, lang) {
		var cells []string
		for _, c := range columns {
			cells = append(cells, c.cell(csvRow{e, s, domains}))
		}
		rows = append(rows, cells)
	}
	return rows
}

func (r csvRow) avoided() string {
	var words []string
	for _, a := range r.Avoid {
		words = append(words, a.Term+" ("+a.Reason+")")
	}
	return strings.Join(words, csvJoin)
}

// named returns the terms instead of their ids: a table is for people.
func (r csvRow) named(ids []string) string {
	var names []string
	for _, id := range ids {
		if id != "" {
			names = append(names, r.s.Term(id).In(r.Lang).Title)
		}
	}
	return strings.Join(names, csvJoin)
}

func (r csvRow) translations() string {
	var words []string
	for _, o := range others(r.Entry) {
		words = append(words, o.Lang+": "+o.Term)
	}
	return strings.Join(words, csvJoin)
}
