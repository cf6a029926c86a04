package site

import (
	"io/fs"
	"iter"
	"path"
	"regexp"
	"strings"

	"comwijzer/tools/internal/diag"
)

// tags are what stands in a drawing beside its words.
var tags = regexp.MustCompile(`<[^>]*>`)

// FileTexts visits the lines of text of the files that are published as
// they are, drawings and plain texts, with the place of each.
func (s *Site) FileTexts() iter.Seq2[diag.Position, string] {
	return func(yield func(diag.Position, string) bool) {
		for _, name := range s.Files() {
			kind := strings.ToLower(path.Ext(name))
			if top, _, _ := strings.Cut(name, "/"); top != "content" && top != "static" || kind != ".svg" && kind != ".txt" {
				continue
			}
			src, _ := fs.ReadFile(s.FS, name) // loading tells of what cannot be read
			line := 0
			for text := range strings.Lines(string(src)) {
				line++
				if kind == ".svg" {
					text = tags.ReplaceAllString(text, " ")
				}
				if text = strings.TrimSpace(text); text != "" && !yield(diag.Position{File: name, Line: line, Column: 1}, text) {
					return
				}
			}
		}
	}
}
