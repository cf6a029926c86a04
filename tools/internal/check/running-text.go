package check

import (
	"bytes"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// runningText is a piece of the site's own words in one language: a paragraph,
// or a text that stands at one place.
type runningText struct {
	lang  string
	text  string
	place diag.Position
	doc   *md.Doc // nil when it is no paragraph
	para  *md.Paragraph

	colophon bool // on a page about the site itself
}

// at gives the place of a byte offset in the text.
func (t *runningText) at(offset int) diag.Position {
	if t.doc == nil {
		return t.place
	}
	return t.doc.At(t.para, offset)
}

// open reports whether what stands from..to can be replaced there.
func (t *runningText) open(from, to int) bool {
	return t.doc != nil && t.para.Verbatim(from, to) && linkAt(t.doc, t.para, from) == nil
}

// code reports whether a byte offset stands in a code span.
func (t *runningText) code(offset int) bool { return t.doc != nil && t.para.Literal(offset) }

// eachOwnText visits the site's own words: titles, headings, prose and alerts,
// the texts of blocks, and the texts of records that are written per language.
// Titles of sources, quotations in block form and code are others' words.
func eachOwnText(p *Pass, visit func(*runningText)) {
	for _, page := range p.Pages {
		colophon := slices.Contains(p.Config.Params.Colophon, page.Section)
		eachPageText(page, func(t *runningText) {
			t.colophon = colophon
			visit(t)
		})
	}
	for _, record := range p.Records {
		eachRecordText(p.Site, record, visit)
	}
}

// eachPageText visits the own words of a page.
func eachPageText(page *site.Page, visit func(*runningText)) {
	for _, key := range []string{"title", "summary", "note", "goal"} {
		if text := page.Text(key); text != "" {
			visit(plainText(page.Lang, text, page.Front.Position(yaml.Pointer(key))))
		}
	}
	for _, h := range page.Doc.Headings {
		visit(plainText(page.Lang, h.Text, h.Position))
	}
	eachParagraphText(page, visit)
	eachBlockText(page, visit)
}

func plainText(lang, text string, at diag.Position) *runningText {
	return &runningText{lang: lang, text: text, place: at}
}

func eachParagraphText(page *site.Page, visit func(*runningText)) {
	t := runningText{lang: page.Lang, doc: page.Doc}
	for para := range page.Doc.Prose() {
		t.text, t.para = para.Text, para
		visit(&t)
	}
}

// eachBlockText visits the lines of blocks that hold text, such as the events
// of a timeline. Other code is nobody's prose.
func eachBlockText(page *site.Page, visit func(*runningText)) {
	for _, b := range page.Doc.Blocks {
		if _, ok := schema.Get("block-" + b.Kind); !ok {
			continue
		}
		for i, line := range bytes.Split(b.Body, []byte("\n")) {
			visit(plainText(page.Lang, string(line), diag.Position{File: page.File, Line: b.BodyLine + i, Column: 1}))
		}
	}
}

// eachRecordText visits the texts of a record that stand under a language.
func eachRecordText(s *site.Site, r *site.Record, visit func(*runningText)) {
	eachText(r.Value, "", func(pointer, text string) {
		for _, lang := range s.Languages {
			if strings.HasSuffix(pointer, "/"+lang) || strings.Contains(pointer, "/"+lang+"/") {
				visit(plainText(lang, text, r.Position(pointer)))
			}
		}
	})
}
