package md

import (
	"strconv"
	"strings"
	"unicode"
)

// ids gives headings the ids that Hugo gives them (autoIDType "github"):
// markup/goldmark/autoid.go in Hugo. The built checks see the real ones.
type ids struct {
	taken map[string]bool
	last  map[string]int // by id: the number that its last duplicate got
}

// add gives the id for a heading's text, or the explicit one where that is
// not empty, and whether it was asked for before on this page.
func (s ids) add(text, explicit string) (id string, duplicate bool) {
	id = explicit
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

// HeadingID gives the id that Hugo makes of a heading's plain text.
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
