package md

import (
	"path"
	"strings"
)

// inScheme is what schemes are made of; they begin with a letter.
const inScheme = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

// SplitDest splits "cite:hcss-com" in scheme and rest; an address without
// scheme returns "" and itself.
func SplitDest(dest string) (scheme, rest string) {
	i := strings.IndexByte(dest, ':')
	if i < 1 {
		return "", dest
	}
	if bad := strings.TrimLeft(dest[:i], inScheme); bad != "" || strings.IndexByte("0123456789+-.", dest[0]) >= 0 {
		return "", dest
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
