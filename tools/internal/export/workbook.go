package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"comwijzer/tools/internal/plot"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "static/data/data.xlsx",
	Doc:  "all data in one workbook, a sheet per table: numbers are numbers and texts are texts, whatever the reader's language",
	Make: func(s *site.Site) ([]byte, error) {
		var sheets []workSheet
		for _, d := range datasets {
			sheets = append(sheets, workSheet{d.name, d.columns, d.rows(s)})
		}
		return workbook(sheets)
	},
})

type workSheet struct {
	name    string
	columns []field
	rows    [][]string
}

// The parts of a workbook that are the same for all, and the least that programs ask: ECMA-376, part 1.
const (
	xmlHead     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	sheetTypes  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	mediaType   = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	rootParts   = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="w" Type="` + officeTypes + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`
)

// workbook writes sheets as SpreadsheetML, without styles or formulas.
func workbook(sheets []workSheet) ([]byte, error) {
	var types, names, parts strings.Builder
	files := [][2]string{}
	for i, s := range sheets {
		fmt.Fprintf(&types, `<Override PartName="/xl/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, mediaType)
		fmt.Fprintf(&names, `<sheet name="%s" sheetId="%d" r:id="s%d"/>`, plot.Escape(s.name), i+1, i+1)
		fmt.Fprintf(&parts, `<Relationship Id="s%d" Type="%s/worksheet" Target="sheet%d.xml"/>`, i+1, officeTypes, i+1)
		files = append(files, [2]string{fmt.Sprintf("xl/sheet%d.xml", i+1), s.xml()})
	}
	files = append([][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="` + mediaType + `sheet.main+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", rootParts},
		{"xl/workbook.xml", `<workbook xmlns="` + sheetTypes + `" xmlns:r="` + officeTypes + `"><sheets>` + names.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + parts.String() + `</Relationships>`},
	}, files...)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files { // without a time: the same content makes the same file
		w, err := z.CreateHeader(&zip.FileHeader{Name: f[0], Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(xmlHead + f[1]))
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// xml writes a sheet: names of columns, which stay in view, and a row per thing and language.
func (s workSheet) xml() string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="` + sheetTypes + `"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultColWidth="24" defaultRowHeight="15"/><sheetData><row>`)
	for _, c := range s.columns {
		b.WriteString(cellXML("string", c.name))
	}
	for _, row := range s.rows {
		b.WriteString("</row><row>")
		for i, cell := range row {
			b.WriteString(cellXML(s.columns[i].datatype, cell))
		}
	}
	b.WriteString("</row></sheetData></worksheet>")
	return b.String()
}

// cellXML writes a number as one, and all else as text that nobody reckons with: a text is never a formula here.
func cellXML(datatype, cell string) string {
	switch {
	case cell == "":
		return "<c/>"
	case datatype == "decimal":
		return "<c><v>" + cell + "</v></c>"
	case datatype == "boolean":
		return `<c t="b"><v>` + map[string]string{"true": "1", "false": "0"}[cell] + "</v></c>"
	}
	return `<c t="inlineStr"><is><t xml:space="preserve">` + plot.Escape(cell) + "</t></is></c>"
}
