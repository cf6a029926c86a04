package export

import (
	"bytes"
	"encoding/csv"
	"regexp"
)

// The table is made to be opened with a double click: the mark tells
// spreadsheets that it is UTF-8, and they take the semicolon where the
// comma is for decimals (ADR 9). For the rest it is RFC 4180.
const (
	csvMark      = "\uFEFF"
	csvSeparator = ';'
	csvJoin      = " | " // between several values in a cell
)

// table writes rows of harmless cells.
func table(rows [][]string) ([]byte, error) {
	b := bytes.NewBufferString(csvMark)
	w := csv.NewWriter(b)
	w.Comma, w.UseCRLF = csvSeparator, true
	for _, row := range rows {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// harmless keeps spreadsheets from taking a cell for a formula, or a piece
// of one where they split the line at commas.
// https://owasp.org/www-community/attacks/CSV_Injection
func harmless(cell string) string {
	if formula.MatchString(cell) {
		cell = "'" + cell
	}
	return formulaPiece.ReplaceAllString(cell, "$1'$2")
}

// How a formula begins, with wide signs too.
var (
	formula      = regexp.MustCompile(`^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])`)
	formulaPiece = regexp.MustCompile(`([,;\t\r\n])(\s*[=+\-@＝＋－＠])`)
)
