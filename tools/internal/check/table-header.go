package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "table-header",
	Title:    "a table with a header cell that is empty",
	Why:      "A screen reader says the header with every cell; without it the cell is a loose word (WCAG 1.3.1).",
	Wrong:    "| Vraag | |\n|---|---|\n| Is er een leider? | nee |",
	Right:    "| Vraag | Antwoord |\n|---|---|\n| Is er een leider? | nee |",
	Mend:     "give each column a header. Only the first may stay empty, above headers of rows, when all others are filled.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, table := range page.Doc.Tables {
				reportHeader(p, table.Position, table.Header)
			}
		}
	},
})

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
