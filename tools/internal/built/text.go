package built

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/net/html"

	"comwijzer/tools/internal/diag"
)

// inline elements stand within a sentence; all others end one.
var inline = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true, "del": true, "dfn": true,
	"em": true, "i": true, "ins": true, "kbd": true, "mark": true, "q": true, "s": true, "samp": true, "small": true, "span": true,
	"strong": true, "sub": true, "sup": true, "time": true, "tspan": true, "u": true, "var": true, "wbr": true,
}

// spoken are the attributes whose values reach readers or the search index.
var spoken = map[string]bool{
	"alt": true, "title": true, "aria-label": true, "aria-description": true, "placeholder": true, "content": true,
	"label": true, "value": true, "id": true, "href": true, "download": true,
}

// texts gathers the texts of a page: a run of text for each block, and the
// attribute values that reach a reader or a search engine. Those of data-
// attributes count: scripts and the search index read them.
type texts struct {
	out []Text
	run strings.Builder
	at  diag.Position // where the run starts

	prose bool // it holds more than a link
}

func (t *texts) text(s string, at diag.Position, inLink bool) {
	if t.run.Len() == 0 {
		t.at = at
	}
	t.run.WriteString(s)
	t.prose = t.prose || !inLink && strings.ContainsFunc(s, isLetter)
}

// end closes the run, which stood in those scopes.
func (t *texts) end(in *scopes) {
	if run := strings.Join(strings.Fields(t.run.String()), " "); run != "" {
		t.out = append(t.out, Text{Attr: Attr{t.at, run}, Shown: true, Literal: in.literal.in(), aside: in.nav.in() || !t.prose})
	}
	t.run.Reset()
	t.prose = false
}

func (t *texts) attributes(attrs []html.Attribute, at diag.Position) {
	for _, a := range attrs {
		if (spoken[a.Key] || strings.HasPrefix(a.Key, "data-")) && strings.ContainsFunc(a.Val, isLetter) {
			t.out = append(t.out, Text{Attr: Attr{at, a.Val}})
		}
	}
}

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0x80 }

// binary files hold no text that a reader or a search engine could find.
var binary = map[string]bool{
	".png": true, ".jpg": true, ".jpeg": true, ".webp": true, ".avif": true, ".gif": true, ".ico": true, ".woff2": true,
}

// ours are files of programs, not of the site.
func ours(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".map" || binary[ext]
}

// fileTexts returns the lines of a file that is no page: an export, a feed,
// the search index, and what is packed in an archive.
func fileTexts(name string, src []byte) ([]Text, error) {
	switch strings.ToLower(path.Ext(name)) {
	case ".zip", ".ods", ".xlsx":
		return archived(name, src)
	}
	return lines(name, src), nil
}

func lines(name string, src []byte) (out []Text) {
	n := 0
	for line := range bytes.Lines(src) {
		n++
		if text := strings.TrimSpace(unpacked(strings.ToValidUTF8(string(line), " "))); text != "" {
			out = append(out, Text{Attr: Attr{diag.Position{File: name, Line: n, Column: 1}, text}})
		}
	}
	return out
}

// bytesAsLetters is how long a run of them is at least, and no word or
// address.
const bytesAsLetters = 200

// unpacked leaves out bytes that are written as letters (base64), as the
// search index is: nobody reads a word there, and a short name stands in
// them by chance.
func unpacked(line string) string {
	for run := range strings.FieldsFuncSeq(line, func(r rune) bool { return !isBase64(r) }) {
		if len(run) >= bytesAsLetters {
			line = strings.Replace(line, run, " ", 1)
		}
	}
	return line
}

func isBase64(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '+' || r == '/'
}

func archived(name string, src []byte) ([]Text, error) {
	archive, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, err
	}
	var out []Text
	for _, f := range archive.File {
		text, err := fs.ReadFile(archive, f.Name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		for _, line := range lines(name, text) {
			out = append(out, Text{Attr: Attr{diag.Position{File: name}, line.Value}})
		}
	}
	return out, nil
}
