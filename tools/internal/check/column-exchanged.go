package check

import (
	"bytes"
	"io/fs"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Error, Rule{
	ID:      "column-exchanged",
	Title:   "what not to say in the column of what to say",
	Why:     "Cells that changed places tell readers to ask what hurts.",
	Wrong:   "| Wel vragen | Niet vragen |\n|---|---|\n| Waarom deed je dat? | Wat heb je nodig? |",
	Right:   "| Wel vragen | Niet vragen |\n|---|---|\n| Wat heb je nodig? | Waarom deed je dat? |",
	Mend:    "put the cells back. Looked at are tables of which the header has a word of `negation` (data/lexicon/<lang>.yaml) in one column: in another stands nothing with a word of `blaming`, nothing with one of `unwise` and none of `negation`, `ruled_out` and `not_told`, and nothing that such a column holds in another table.",
	ByWords: true,
	Source: func(p *Pass) {
		negation, blaming, unwise := p.Words("negation"), p.Words("blaming"), p.Words("unwise")
		avoided := p.Words("negation", "ruled_out", "not_told")
		var rows []adviceRow
		donts := map[string]bool{} // by language and text
		for _, page := range p.Pages {
			if len(page.Doc.Tables) > 0 {
				rows = append(rows, adviceRows(p, page, negation[page.Lang])...)
			}
		}
		for _, r := range rows {
			if r.dont {
				donts[r.page.Lang+text.Normal(r.cell)] = true
			}
		}
		for _, r := range rows {
			if r.dont {
				continue
			}
			at := diag.Position{File: r.page.File, Line: r.line, Column: 1}
			words := blaming[r.page.Lang].Find(r.cell)
			if len(words) == 0 && !avoided[r.page.Lang].Has(r.cell) {
				words = unwise[r.page.Lang].Find(r.cell)
			}
			if len(words) > 0 {
				p.Report(at, "put the cells of the row back", "%q in the column %q", words[0].Of(r.cell), r.header)
			} else if donts[r.page.Lang+text.Normal(r.cell)] {
				p.Report(at, "put the cells of the row back", "%q in the column %q, and elsewhere in that of what not to do", r.cell, r.header)
			}
		}
	},
})

// adviceRow is a cell of a table with a column of what not to do.
type adviceRow struct {
	page         *site.Page
	line         int
	header, cell string
	dont         bool // it stands in that column
}

// adviceRows lists the cells of such tables on a page.
func adviceRows(p *Pass, page *site.Page, negation *text.Phrases) (rows []adviceRow) {
	src, _ := fs.ReadFile(p.FS, page.File)
	lines := bytes.Split(src, []byte("\n"))
	for _, table := range page.Doc.Tables {
		if !negation.Has(strings.Join(table.Header, "\n")) {
			continue
		}
		for n := table.Line + 1; n < len(lines) && bytes.HasPrefix(bytes.TrimSpace(lines[n]), []byte("|")); n++ {
			for i, cell := range cellsOf(strings.TrimSpace(string(lines[n]))) {
				if i < len(table.Header) {
					rows = append(rows, adviceRow{page, n + 1, table.Header[i], strings.TrimSpace(cell), negation.Has(table.Header[i])})
				}
			}
		}
	}
	return rows
}
