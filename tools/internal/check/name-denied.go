package check

import (
	"bytes"
	"strings"

	"comwijzer/tools/internal/deny"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "name-denied",
	Title:  "a name, title or code word that is published nowhere",
	Why:    "Offenders look for fame, victims have a right to be left alone, and a title or code word is a key to search with (ESP-01, ESP-03, ESP-15, ESP-16).",
	Wrong:  "[name], better known as [name], started the group.",
	Right:  "The founder, a teenager at the time, was convicted.",
	Mend:   "say who somebody is by role, country and year, and what a text is by its kind. The list, `" + deny.File + "`, holds hashes only, so that the message cannot say the name: it stands where the finding points. The literal title and the authors of a source may hold it.",
	Safety: true,
	Source: func(p *Pass) {
		finder := deny.FinderOf(p.List("denied").Decode)
		eachWritten(p, func(at func(offset int) diag.Position, text string) {
			for _, hit := range finder.Find(text) {
				p.Report(at(hit.From), "say what it is instead", "a denied name stands here (%s)", hit.Kind)
			}
		})
	},
})

// eachWritten visits everything that an editor wrote, whatever it is for,
// with the place of an offset in it: names of files too, and what others
// said, but for the literal title and authors of a source.
func eachWritten(p *Pass, visit func(at func(int) diag.Position, text string)) {
	plain := func(at diag.Position, text string) { visit(func(int) diag.Position { return at }, text) }
	for _, name := range p.Files() {
		plain(diag.Position{File: name}, name)
	}
	for at, text := range p.FileTexts() {
		plain(at, text)
	}
	for _, page := range p.Pages {
		for pointer, text := range page.Front.Texts() {
			plain(page.Front.Position(pointer), text)
		}
		eachInPage(page, visit, plain)
	}
	for _, r := range p.Records {
		for pointer, text := range r.Texts() {
			if r.Kind != "source" || !isLiteral(pointer) {
				plain(r.Position(pointer), text)
			}
		}
	}
	for t := range p.AllKeyed() {
		plain(t.At(0), t.Text)
	}
	for _, lang := range p.Languages {
		if x := p.Lexicon(lang); x != nil {
			for pointer, text := range x.Texts() {
				plain(x.Position(pointer), text)
			}
		}
	}
}

func eachInPage(page *site.Page, visit func(at func(int) diag.Position, text string), plain func(diag.Position, string)) {
	doc := page.Doc
	for _, h := range doc.Headings {
		plain(h.Position, h.Text)
		plain(h.Position, h.ID)
	}
	for i := range doc.Paragraphs {
		para := &doc.Paragraphs[i]
		visit(func(offset int) diag.Position { return doc.At(para, offset) }, para.Text)
	}
	for _, link := range doc.Links {
		plain(link.Position, link.Dest)
		if link.IsMark() { // its text is in no paragraph
			plain(link.Position, link.Text)
		}
	}
	for _, image := range doc.Images {
		plain(image.Position, image.Alt)
		plain(image.Position, image.Dest)
	}
	for _, b := range doc.Blocks {
		line := b.BodyLine
		for text := range bytes.Lines(b.Body) {
			plain(diag.Position{File: page.File, Line: line, Column: 1}, string(text))
			line++
		}
	}
}

// isLiteral tells the parts of a source that stand in its reference as they
// are.
func isLiteral(pointer string) bool {
	key, _, _ := strings.Cut(strings.TrimPrefix(pointer, "/"), "/")
	return key == "title" || key == "author"
}
