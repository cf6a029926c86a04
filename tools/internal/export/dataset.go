package export

import (
	"cmp"
	"embed"
	"encoding/json"
	"slices"
	"strconv"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// A dataset is what the site knows of one kind of thing, as a table for
// others: as CSV with its description (CSVW), and as JSON with its schema.
// They are made from the same columns, which stand in data-<name>.json, a row
// per thing and language.
type dataset struct {
	name    string
	doc     string
	columns []field
	kind    string                                                   // of the records that are its rows
	below   func(*site.Site, *site.Record) []*site.Record            // others, below each of these; nil for none
	cells   func(*site.Site, string, *site.Record) map[string]string // in a language, by the names of columns
	isHelp  bool                                                     // its rows are whom to call: nothing is kept back
}

// A field is a column: its datatype is one of XML Schema, as CSVW names them.
type field struct{ name, doc, datatype string }

// Columns that every dataset begins and ends with.
var (
	firstFields = []field{
		{"id", "the id of the record, which does not change", "string"},
		{"language", "the language of the row's texts", "language"},
	}
	lastFields = []field{
		{"help", "whom to call, where the row asks for it", "string"},
		{"address", "the page of the site that shows it, with what this file leaves out", "anyURI"},
		{"licence", "of this file; not of the sources that it names", "string"},
	}
)

var datasets []*dataset

// columnFiles hold the columns of each dataset: name, datatype and what it is.
//
//go:embed data-*.json
var columnFiles embed.FS

// offer registers the files of a dataset.
func offer(d dataset) struct{} {
	src, err := columnFiles.ReadFile("data-" + d.name + ".json")
	var own [][3]string
	if err = cmp.Or(err, json.Unmarshal(src, &own)); err != nil {
		panic(err) // part of the program
	}
	d.columns = slices.Clone(firstFields)
	for _, c := range own {
		d.columns = append(d.columns, field{c[0], c[2], c[1]})
	}
	d.columns = append(d.columns, lastFields...)
	datasets = append(datasets, &d)
	file := "static/data/" + d.name
	register(Export{Path: file + ".csv", Doc: d.doc + ", as a table", Make: d.csv})
	register(Export{Path: file + ".csv-metadata.json", Doc: "the columns of " + d.name + ".csv, as CSVW", Make: d.csvw})
	register(Export{Path: file + ".json", Doc: d.doc + ", for programs", Make: d.json})
	return register(Export{Path: file + ".schema.json", Doc: "the shape of " + d.name + ".json, as JSON Schema", Make: d.schema})
}

// rows returns the cells of each record in each language, in the columns' order.
func (d *dataset) rows(s *site.Site) (rows [][]string) {
	for _, lang := range s.Languages {
		guard := newGuard(s, lang)
		for _, r := range s.RecordsOf(d.kind) {
			rows = append(rows, d.row(s, lang, guard, r))
			if d.below != nil {
				for _, r := range d.below(s, r) {
					rows = append(rows, d.row(s, lang, guard, r))
				}
			}
		}
	}
	return rows
}

func (d *dataset) row(s *site.Site, lang string, guard guard, r *site.Record) (row []string) {
	cells := guard.hold(d.cells(s, lang, r), d.isHelp)
	cells["id"], cells["language"], cells["licence"] = r.ID, lang, s.Config.Params.Licence.Name
	if at := s.RecordURL(lang, r.Kind, r.ID); at != "" {
		cells["address"] = base(s) + at
	}
	for _, c := range d.columns {
		row = append(row, cells[c.name])
	}
	return row
}

// guard keeps files from saying what only pages may, which have help beside it.
type guard struct {
	caution *text.Phrases // words of terms that need caution
	crisis  *text.Phrases
	help    string
}

func newGuard(s *site.Site, lang string) guard {
	var words []string
	for _, e := range s.Glossary(lang) {
		if e.Term.Status == glossary.Caution {
			words = append(words, e.Names()...)
			words = append(words, e.Authored.Forms...)
		}
	}
	return guard{text.NewPhrases(words), text.NewPhrases(s.Lexicon(lang).Phrases("crisis")), helpLines(s, lang)}
}

// hold returns the cells that may leave the site: none of what names a term
// that needs caution, and whom to call with what tells of a crisis.
func (g guard) hold(cells map[string]string, isHelp bool) map[string]string {
	if g.caution.Has(cells["reference"]) { // a title that others gave costs no more than itself
		delete(cells, "reference")
	}
	told := ""
	for _, cell := range cells {
		told += cell + ". "
	}
	switch {
	case g.caution.Has(told) && !isHelp:
		return map[string]string{"help": g.help}
	case g.crisis.Has(told):
		cells["help"] = g.help
	}
	return cells
}

func (d *dataset) csv(s *site.Site) ([]byte, error) {
	var header []string
	for _, c := range d.columns {
		header = append(header, c.name)
	}
	return table(append([][]string{header}, d.rows(s)...))
}

// csvw describes the table. https://www.w3.org/TR/tabular-metadata/
func (d *dataset) csvw(s *site.Site) ([]byte, error) {
	var columns []map[string]any
	for _, c := range d.columns {
		columns = append(columns, map[string]any{"name": c.name, "titles": c.name, "dc:description": c.doc, "datatype": c.datatype})
	}
	return encode(map[string]any{
		"@context": "http://www.w3.org/ns/csvw", "url": d.name + ".csv", "dc:title": d.doc,
		"dc:license":  map[string]string{"@id": s.Config.Params.Licence.URL},
		"dialect":     map[string]any{"delimiter": string(csvSeparator), "header": true, "encoding": "utf-8", "lineTerminators": []string{"\r\n"}},
		"tableSchema": map[string]any{"columns": columns, "primaryKey": []string{"id", "language"}},
	})
}

func (d *dataset) json(s *site.Site) ([]byte, error) {
	records := []map[string]any{}
	for _, row := range d.rows(s) {
		record := map[string]any{}
		for i, cell := range row {
			if cell != "" {
				record[d.columns[i].name] = d.columns[i].value(cell)
			}
		}
		records = append(records, record)
	}
	return encode(map[string]any{
		"$schema": base(s) + "/data/" + d.name + ".schema.json", "licence": licence(s.Config.Params.Licence), "records": records,
	})
}

// value returns a cell as JSON has it.
func (c field) value(cell string) any {
	switch c.datatype {
	case "decimal":
		n, _ := strconv.ParseFloat(cell, 64)
		return n
	case "boolean":
		return cell == "true"
	}
	return cell
}

func (d *dataset) schema(s *site.Site) ([]byte, error) {
	types := map[string]string{"decimal": "number", "boolean": "boolean"}
	properties := map[string]any{}
	for _, c := range d.columns {
		properties[c.name] = map[string]string{"description": c.doc, "type": cmp.Or(types[c.datatype], "string")}
	}
	return encode(map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": base(s) + "/data/" + d.name + ".schema.json",
		"title": d.doc, "type": "object", "required": []string{"licence", "records"},
		"properties": map[string]any{
			"licence": map[string]any{"type": "object", "required": []string{"name", "url"}},
			"records": map[string]any{"type": "array", "items": map[string]any{
				"type": "object", "additionalProperties": false, "required": []string{"id", "language"}, "properties": properties,
			}},
		},
	})
}
