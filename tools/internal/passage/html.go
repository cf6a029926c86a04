package passage

import (
	"cmp"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	silent = set(atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Select, atom.Textarea, atom.Object)
	beside = set(atom.Nav, atom.Aside, atom.Footer)
	inline = set(atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font,
		atom.I, atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup,
		atom.Time, atom.U, atom.Var, atom.Wbr)
	levels = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}
)

func set(atoms ...atom.Atom) map[atom.Atom]bool {
	out := map[atom.Atom]bool{}
	for _, a := range atoms {
		out[a] = true
	}
	return out
}

// readHTML returns the blocks of a page. The text proper is its main
// element, or its first article, or else all but navigation.
func readHTML(src io.Reader) []block {
	root, err := html.Parse(src)
	if err != nil {
		return nil
	}
	r := htmlReader{proper: find(root, func(n *html.Node) bool { return n.DataAtom == atom.Main || attribute(n, "role") == "main" })}
	if r.proper == nil {
		r.proper = find(root, func(n *html.Node) bool { return n.DataAtom == atom.Article })
	}
	r.walk(root, block{aside: r.proper != nil})
	r.flush(block{})
	return r.blocks
}

func find(root *html.Node, is func(*html.Node) bool) *html.Node {
	for n := range root.Descendants() {
		if is(n) {
			return n
		}
	}
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

type htmlReader struct {
	proper *html.Node
	text   strings.Builder
	blocks []block
}

// walk reads a node; in is what a block there would be.
func (r *htmlReader) walk(n *html.Node, in block) {
	switch {
	case n.Type == html.TextNode:
		r.text.WriteString(n.Data)
		return
	case n.DataAtom == atom.Br:
		r.text.WriteByte(' ')
		return
	case n.Type == html.ElementNode && silent[n.DataAtom]:
		return
	}
	if n.Type == html.ElementNode && !inline[n.DataAtom] {
		r.flush(in)
		in.level, in.paragraph = cmp.Or(levels[n.DataAtom], in.level), n.DataAtom == atom.P
		in.aside = in.aside && n != r.proper || beside[n.DataAtom]
		defer func() { r.flush(in) }()
	}
	for child := range n.ChildNodes() {
		r.walk(child, in)
	}
}

func (r *htmlReader) flush(b block) {
	if b.text = strings.Join(strings.Fields(r.text.String()), " "); b.text != "" {
		r.blocks = append(r.blocks, b)
	}
	r.text.Reset()
}
