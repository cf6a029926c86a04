package check

import (
	"bytes"
	"io/fs"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "table-cell",
	Title:    "a row of a table with a cell more or less than the header, or an empty one",
	Why:      "What stands behind the missing cell moves into the wrong column: what to do comes under what not to do.",
	Wrong:    "| Wel | Niet |\n|---|---|\n| Luister |",
	Right:    "| Wel | Niet |\n|---|---|\n| Luister | Uitvragen |",
	Mend:     "give each row as many cells as the header; write a dash where there is nothing to say.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			if len(page.Doc.Tables) > 0 {
				src, _ := fs.ReadFile(p.FS, page.File)
				lines := bytes.Split(src, []byte("\n"))
				for _, table := range page.Doc.Tables {
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
