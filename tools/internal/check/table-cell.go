package check

import (
	"bytes"
	"io/fs"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "table-cell",
	Title: "a header cell of a table that is empty, or a row with a cell more or less than the header, or an empty one",
	Why:   "What stands behind a missing cell moves into the wrong column: what to do comes under what not to do. A screen reader says the header with every cell; without it the cell is a loose word (WCAG 1.3.1).",
	Wrong: "| Wel | Niet |\n|---|---|\n| Luister |",
	Right: "| Wel | Niet |\n|---|---|\n| Luister | Uitvragen |",
	Mend:  "give each row as many cells as the header, and each column a header; write a dash where there is nothing to say. Only the first header may stay empty, above headers of rows, when all others are filled.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			if len(page.Doc.Tables) > 0 {
				src, _ := fs.ReadFile(p.FS, page.File)
				lines := bytes.Split(src, []byte("\n"))
				for _, table := range page.Doc.Tables {
					reportHeader(p, table.Position, table.Header)
					reportRows(p, page, lines, table.Line, len(table.Header))
				}
			}
		}
	},
})

// reportRows looks at the lines of a table, from that of its header on.
func reportRows(p *Pass, page *site.Page, lines [][]byte, first, columns int) {
	for n := first + 1; n < len(lines); n++ { // lines[n] is line n+1: the header and the dashes come before
		row := strings.TrimSpace(string(lines[n]))
		if !strings.HasPrefix(row, "|") {
			return
		}
		cells := cellsOf(row)
		at := diag.Position{File: page.File, Line: n + 1, Column: 1}
		if len(cells) != columns {
			p.Report(at, "give it as many as the header", "a row of %d cells, and the header has %d", len(cells), columns)
			continue
		}
		for i, cell := range cells {
			if strings.TrimSpace(cell) == "" {
				p.Report(at, "fill it in, or write a dash", "cell %d of the row is empty", i+1)
			}
		}
	}
}

func reportHeader(p *Pass, at diag.Position, header []string) {
	var empty []int
	for i, cell := range header {
		if strings.TrimSpace(cell) == "" {
			empty = append(empty, i+1)
		}
	}
	switch {
	case len(empty) == 0 || len(empty) == 1 && empty[0] == 1 && len(header) > 1:
	case len(empty) == len(header):
		p.Report(at, "write what each column holds in the first row", "table without header")
	default:
		p.Report(at, "write what the column holds", "column %d of the table has no header", empty[len(empty)-1])
	}
}
