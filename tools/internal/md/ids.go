package md

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// ids makes the ids that Hugo gives headings (autoIDType "github"):
// markup/goldmark/autoid.go in Hugo. A link to one that the built page does
// not have is found by the rule built-link.
type ids struct {
	taken map[string]bool
	last  map[string]int // by id: the number that its last duplicate got
}

// add returns the id for a heading's text, or the explicit one where that
// is not empty, and whether it was asked for before on this page.
func (s ids) add(text, explicit string) (id string, duplicate bool) {
	id = explicit
	if id == "" && text == "" {
		return "", false // Hugo gives a heading without text no id
	}
	if id == "" {
		id = HeadingID(text)
	}
	if !s.taken[id] {
		s.taken[id] = true
		return id, false
	}
	for base := id; explicit == "" && s.taken[id]; { // counting on from the last: no page is slow to read
		s.last[base]++
		id = base + "-" + strconv.Itoa(s.last[base])
	}
	s.taken[id] = true
	return id, true
}

// HeadingID returns the id that Hugo makes of a heading's plain text.
func HeadingID(text string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case r == '-' || r == ' ':
			return '-'
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
	if id == "" {
		return "heading"
	}
	return id
}

// idText returns the text of which Hugo makes the id of a heading: as
// typed, with entity names resolved and nothing else, without what stands
// in an emphasis or link after the first part of it, and of several lines
// the last (render.TextPlain and attributes.textHeadingID in Hugo).
func idText(n *ast.Heading, src []byte) string {
	var b bytes.Buffer
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		writeIDText(&b, c, src)
	}
	text := string(util.ResolveEntityNames(b.Bytes()))
	if n.Lines().Len() > 1 {
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	return text
}

func writeIDText(b *bytes.Buffer, n ast.Node, src []byte) {
	for ; n != nil; n = n.FirstChild() {
		switch n := n.(type) {
		case *ast.RawHTML: // Hugo keeps what stands outside the tags, which is nothing
			return
		case *ast.String:
			b.Write(n.Value)
			return
		case *ast.Text:
			b.Write(n.Segment.Value(src))
			if n.HardLineBreak() || n.SoftLineBreak() {
				b.WriteByte('\n')
			}
			return
		}
	}
}
