package md

import (
	"testing"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

// Whatever the text, parsing ends without panic and positions lie inside it.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{page, "", "---\n---\n", "[a](cite:b", "```figures\n", "> > - [x](y)\n", "# a {#b}\n# a {#b}\n", "|a|\n|-|\n|[b](c)|"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		_, _, body, _ := FrontMatter(src)
		d := Parse(src, body, diag.NewLines("x", src))
		for _, l := range d.Links {
			if l.Line < 1 || l.Column < 1 || l.Paragraph >= len(d.Paragraphs) || l.Heading >= len(d.Headings) {
				t.Errorf("link out of place: %+v", l)
			}
			if l.Paragraph >= 0 {
				text.Sentence(d.Paragraphs[l.Paragraph].Text, l.Offset)
			}
		}
	})
}
