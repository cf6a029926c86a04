package md

import (
	"strconv"
	"strings"
	"unicode"
)

// ids gives headings the ids that Hugo gives them (autoIDType "github"):
// markup/goldmark/autoid.go in Hugo. The built checks see the real ones.
type ids map[string]bool

// add gives the id for a heading's text, or the explicit one where that is
// not empty, and whether it was asked for before on this page.
func (seen ids) add(text, explicit string) (id string, duplicate bool) {
	id = explicit
	if id == "" {
		id = HeadingID(text)
	}
	if !seen[id] {
		seen[id] = true
		return id, false
	}
	if explicit == "" {
		for i := 1; seen[id]; i++ {
			id = HeadingID(text) + "-" + strconv.Itoa(i)
		}
		seen[id] = true
	}
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
