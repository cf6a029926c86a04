package md

import (
	"path"
	"strings"
)

// SplitDest splits "cite:hcss-com" in scheme and rest; an address without
// scheme returns "" and itself.
func SplitDest(dest string) (scheme, rest string) {
	i := strings.IndexByte(dest, ':')
	if i < 1 {
		return "", dest
	}
	for j, c := range []byte(dest[:i]) {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (j == 0 || !strings.ContainsRune("0123456789+-.", rune(c))) {
			return "", dest
		}
	}
	return strings.ToLower(dest[:i]), dest[i+1:]
}

// IsPageLink reports whether a destination is one between pages: no scheme,
// and no address of something else than a Markdown file.
func IsPageLink(dest string) bool {
	scheme, _ := SplitDest(dest)
	file, _, _ := strings.Cut(dest, "#")
	return scheme == "" && !strings.HasPrefix(dest, "//") && (file == "" || path.Ext(file) == ".md")
}
