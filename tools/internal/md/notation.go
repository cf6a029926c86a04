package md

import (
	"bytes"

	"github.com/yuin/goldmark/util"

	"comwijzer/tools/internal/text"
)

// markdownText is how Markdown writes characters: a backslash takes the
// meaning from a mark, and an entity names a character (CommonMark 0.31,
// 2.4 and 2.5).
var markdownText = text.Notation{Special: `\&`, Next: func(src []byte) (char string, size int) {
	switch {
	case src[0] == '\\' && len(src) > 1 && util.IsPunct(src[1]):
		return string(src[1:2]), 2
	case src[0] == '&':
		if size := entityLength(src); size > 0 {
			return entity(src[:size]), size
		}
	}
	return text.Plain.Next(src)
}}

// Character returns the character that src, which is not empty, begins with
// in Markdown, and how many bytes say so.
func Character(src []byte) (char string, size int) { return markdownText.Next(src) }

// longestEntity bounds how far one looks for the end of an entity: the
// longest name that HTML has is 33 bytes long, with its marks.
const longestEntity = 33

// entityLength returns how many bytes an entity at the start of src takes,
// 0 for none.
func entityLength(src []byte) int {
	end := bytes.IndexByte(src[:min(len(src), longestEntity)], ';')
	if end < 2 || entity(src[:end+1]) == string(src[:end+1]) {
		return 0
	}
	return end + 1
}

// entity returns the character that an entity names, as Hugo renders it.
func entity(src []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(src)))
}

// decode returns what a text written in Markdown stands for, such as the
// destination of a link: with every character, visible or not.
func decode(src []byte) string {
	if bytes.IndexAny(src, markdownText.Special) < 0 {
		return string(src)
	}
	var out []byte
	for at := 0; at < len(src); {
		char, size := markdownText.Next(src[at:])
		out, at = append(out, char...), at+size
	}
	return string(out)
}
