package check

import (
	"bytes"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// runningText is a piece of the site's own words in one language.
type runningText struct {
	lang string
	text string
	at   func(offset int) diag.Position
	open func(from, to int) bool // whether from..to can be replaced there
	code func(offset int) bool
}

// eachOwnText visits the site's own words: titles, headings, prose and alerts,
// the texts of blocks, and the texts of records that are written per language.
// Titles of sources, quotations in block form and code are others' words.
func eachOwnText(p *Pass, visit func(runningText)) {
	for _, page := range p.Pages {
		for _, key := range []string{"title", "summary", "note"} {
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
	for _, r := range p.Records {
		eachRecordText(p, r, visit)
	}
}

func plainText(lang, text string, at diag.Position) runningText {
	return runningText{lang: lang, text: text,
		at:   func(int) diag.Position { return at },
		open: func(int, int) bool { return false },
		code: func(int) bool { return false },
	}
}

func eachParagraphText(page *site.Page, visit func(runningText)) {
	for i := range page.Doc.Paragraphs {
		para := &page.Doc.Paragraphs[i]
		if para.Quoted && !para.Alert {
			continue
		}
		visit(runningText{lang: page.Lang, text: para.Text,
			at:   func(offset int) diag.Position { return page.Doc.At(para, offset) },
			open: func(from, to int) bool { return para.Verbatim(from, to) && linkAt(page.Doc, para, from) == nil },
			code: para.Literal,
		})
	}
}

// eachBlockText visits the lines of blocks that hold text, such as the events
// of a timeline. Other code is nobody's prose.
func eachBlockText(page *site.Page, visit func(runningText)) {
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
func eachRecordText(p *Pass, r *site.Record, visit func(runningText)) {
	eachText(r.Value, "", func(pointer, text string) {
		for _, lang := range p.Languages {
			if strings.HasSuffix(pointer, "/"+lang) || strings.Contains(pointer, "/"+lang+"/") {
				visit(plainText(lang, text, r.Position(pointer)))
			}
		}
	})
}
