package md

import "bytes"

// FrontMatter finds the YAML between the --- lines at the head of src. It
// returns the YAML, the line it starts on and the byte offset of the body;
// ok is false when the opening or the closing line is missing.
func FrontMatter(src []byte) (yaml []byte, line, body int, ok bool) {
	first, rest, found := bytes.Cut(src, []byte("\n"))
	if !found || !isFence(first) {
		return nil, 1, 0, false
	}
	from := len(first) + 1
	for at := from; at <= len(src)-3; {
		line, _, _ := bytes.Cut(src[at:], []byte("\n"))
		if isFence(line) {
			return src[from:at], 2, min(at+len(line)+1, len(src)), true
		}
		at += len(line) + 1
	}
	return rest, 2, 0, false
}

func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t\r")) == "---" }
