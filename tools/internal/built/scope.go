package built

import (
	"strings"

	"golang.org/x/net/html"

	"comwijzer/tools/internal/diag"
)

// scope follows one kind of element from its start tag to its end tag. A
// page keeps all end tags but those of void elements, which open none.
type scope struct {
	tag   string
	depth int
	value string // of the attribute that opened it
}

func (s *scope) in() bool { return s.depth > 0 }

// name returns the value that opened the scope, "" outside it.
func (s *scope) name() string {
	if s.in() {
		return s.value
	}
	return ""
}

// start notes a start tag, which opens the scope when opens is true.
func (s *scope) start(tag string, opens bool, value string) (opened bool) {
	switch {
	case s.depth > 0 && tag == s.tag:
		s.depth++
	case s.depth == 0 && opens:
		*s = scope{tag, 1, value}
		return true
	}
	return false
}

// end notes an end tag, and reports whether it closed the scope.
func (s *scope) end(tag string) bool {
	if s.depth == 0 || tag != s.tag {
		return false
	}
	s.depth--
	return s.depth == 0
}

// scopes are where in the page the tokenizer is; foreign is SVG and MathML,
// where no element holds raw text.
type scopes struct{ foreign, main, nav, template, literal, alone, region scope }

// passages gathers the parts of <main>.
type passages struct {
	out     []Passage
	section int
	from    int // in the texts of the page
}

// begin closes the passage before and starts one.
func (p *passages) begin(at diag.Position, alone bool, texts []Text) {
	p.close(texts)
	if !alone {
		p.section++
	}
	p.out = append(p.out, Passage{Position: at, Section: p.section, Alone: alone})
}

// resume goes on with the section after an element that stands alone.
func (p *passages) resume(at diag.Position, texts []Text) {
	p.close(texts)
	p.out = append(p.out, Passage{Position: at, Section: p.section})
}

// close returns the passage that is open its texts.
func (p *passages) close(texts []Text) {
	if n := len(p.out); n > 0 {
		last := &p.out[n-1]
		for _, text := range texts[p.from:] {
			if text.Shown && !text.aside {
				last.Texts = append(last.Texts, text)
			}
		}
	}
	p.from = len(texts)
}

// call notes a telephone link.
func (p *passages) call(dest string) {
	number, ok := strings.CutPrefix(dest, "tel:")
	if n := len(p.out); ok && n > 0 {
		p.out[n-1].Calls = append(p.out[n-1].Calls, number)
	}
}

// attributes are those of one element. Of two with one name the first
// counts (HTML standard, 13.2.5.33).
type attributes []html.Attribute

func (as attributes) get(key string) (value string, ok bool) {
	for _, a := range as {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// value returns an attribute's value, "" for none.
func (as attributes) value(key string) string {
	value, _ := as.get(key)
	return value
}
