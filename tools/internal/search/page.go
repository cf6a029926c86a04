package search

import (
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"comwijzer/tools/internal/text"
)

// A page is what the index knows of a built page.
type page struct {
	URL      string     `json:"url"`
	Title    string     `json:"title"`
	Summary  string     `json:"-"` // its first passage begins with it
	Type     string     `json:"type,omitempty"`
	Section  string     `json:"section,omitempty"`
	Under    string     `json:"under,omitempty"` // the section's name
	Audience []string   `json:"audience,omitempty"`
	Names    []string   `json:"names,omitzero"`   // typed exactly, the page comes first; its title is left out, where it is the first of them
	Crisis   bool       `json:"crisis,omitempty"` // the help line stands beside it
	Passages []*passage `json:"passages"`
}

// A passage is the text under a heading, or a record: a figure, a contact.
type passage struct {
	ID      string          `json:"id,omitempty"`
	Heading string          `json:"heading,omitempty"`
	Kind    string          `json:"kind,omitempty"`   // of a record
	Places  []string        `json:"places,omitempty"` // of all that is counted there
	Asked   []string        `json:"-"`                // what people type who look for it
	Text    string          `json:"-"`
	Facts   []string        `json:"-"` // what the result itself shows of a record
	holds   bool            // records stand under its heading
	ignored bool            // its heading says that nobody looks for it
	words   map[string]bool // that it has
	label   string          // what the next line is about
	above   int             // how much was left out before its last word
	twice   []string        // how sentences of it begin, as far as what was left out above says the same
	read    strings.Builder // its text, as it is met
}

// seam is a mark that nobody sees, put in pairs where a text differs from what its page shows there: around what is ours, and
// around nothing where something is left out. assets/js/search/snippet.js knows by it which words to look for on the page.
const seam = "\u2063"

// shown is a passage in the file of its page. By its id it is found in an index that was made before the file too.
type shown struct {
	ID    string   `json:"id,omitempty"`
	Text  string   `json:"text"`
	Facts []string `json:"facts,omitempty"`
	Twice []string `json:"twice,omitempty"`
}

func (p *page) texts() []shown {
	var out []shown
	for _, passage := range p.Passages {
		out = append(out, shown{passage.ID, passage.Text, passage.Facts, passage.twice})
	}
	return out
}

// ask puts what people type beside the passages that they want: by the id
// of a section, by that of a record, with which its own ends, or with the
// first one.
func (p *page) ask(sections map[string][]string) {
	for _, id := range slices.Sorted(maps.Keys(sections)) {
		at := max(0, slices.IndexFunc(p.Passages, func(passage *passage) bool {
			return passage.ID == id || passage.Kind != "" && strings.HasSuffix(passage.ID, "-"+id)
		}))
		p.Passages[at].Asked = append(p.Passages[at].Asked, sections[id]...)
	}
}

// forget lets go of the texts, once they are written and their words counted.
func (p *page) forget() {
	for _, passage := range p.Passages {
		passage.Text, passage.Facts = "", nil
	}
}

// read returns a page that asks to be indexed, by the attribute data-index with its address; else nil.
func read(src io.Reader) (*page, error) {
	doc, err := html.Parse(src)
	if err != nil {
		return nil, err
	}
	r := reader{page: &page{Passages: []*passage{{}}}}
	r.open = r.page.Passages[0]
	for n := range doc.Descendants() {
		if has(n, "data-index") {
			r.about(n)
			r.children(n)
			return r.finish(), nil
		}
	}
	return nil, nil
}

type reader struct {
	page *page
	open *passage
	left strings.Builder // what the page shows and is left out
}

// about reads what an element with data-index says of its page.
func (r *reader) about(n *html.Node) {
	p := r.page
	p.URL = value(n, "data-index")
	p.Type, p.Section, p.Under = value(n, "data-type"), value(n, "data-section"), value(n, "data-under")
	p.Audience = strings.Fields(value(n, "data-audience"))
	p.Crisis = has(n, "data-crisis")
	if names := value(n, "data-names"); names != "" {
		p.Names = strings.Split(names, "|")
	}
}

func (r *reader) children(n *html.Node) {
	for c := range n.ChildNodes() {
		r.node(c)
	}
}

var (
	headings = []atom.Atom{atom.H2, atom.H3, atom.H4}
	unread   = []atom.Atom{atom.Script, atom.Style, atom.Template, atom.Svg, atom.Button, atom.Noscript, atom.Nav}
	inline   = []atom.Atom{atom.A, atom.Abbr, atom.B, atom.Cite, atom.Code, atom.Em, atom.I, atom.Q, atom.Small, atom.Span, atom.Strong, atom.Time}
)

// node reads an element or a piece of text into the passage that is open.
func (r *reader) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.text(n.Data)
	case slices.Contains(headings, n.DataAtom) && value(n, "id") != "":
		r.begin(&passage{ID: value(n, "id"), Heading: textOf(n), ignored: has(n, "data-index-ignore")})
	case has(n, "data-index-ignore") && slices.Contains(inline, n.DataAtom):
		r.open.read.WriteString(seam + seam)
	case has(n, "data-index-ignore"), n.DataAtom == atom.Svg:
		r.leave(n)
	case n.Type != html.ElementNode || slices.Contains(unread, n.DataAtom) || has(n, "data-index-ignore") || has(n, "hidden"):
	case n.DataAtom == atom.H1:
		r.page.Title = textOf(n)
	case has(n, "data-index-summary"):
		r.page.Summary = textOf(n)
	case has(n, "data-index-kind") && value(n, "id") != "":
		r.record(n)
	case n.DataAtom == atom.Tr && r.open.Kind == "":
		r.row(n)
	default:
		r.element(n)
	}
}

// leave notes the text of what is left out.
func (r *reader) leave(n *html.Node) {
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			r.left.WriteString(c.Data + " ")
		}
	}
}

// text reads a piece of text, after the label that stands above it.
func (r *reader) text(piece string) {
	if r.open.label != "" && strings.TrimSpace(piece) != "" {
		r.open.read.WriteString(r.open.label + seam + ":" + seam + " ")
		r.open.label = ""
	}
	r.open.read.WriteString(strings.ReplaceAll(piece, "\n", " "))
	r.open.above = r.left.Len()
}

// row reads a row of a table as one line: what was counted says nothing without its number.
func (r *reader) row(n *html.Node) {
	table, cells := r.open, []string{}
	for c := range n.ChildNodes() {
		r.open = &passage{}
		r.node(c)
		if cell := strings.Join(strings.Fields(r.open.read.String()), " "); cell != "" {
			cells = append(cells, cell)
		}
		table.Facts = append(table.Facts, r.open.Facts...)
	}
	r.open = table
	line := strings.Join(cells, seam+" · "+seam)
	table.read.WriteString("\n" + strings.ReplaceAll(line, " · "+seam+seam, " · ") + "\n")
}

func (r *reader) begin(p *passage) {
	r.open = p
	r.page.Passages = append(r.page.Passages, p)
}

// record reads an element that is a passage of its own, amid another.
func (r *reader) record(n *html.Node) {
	around := r.open
	around.holds = true
	r.begin(&passage{ID: value(n, "id"), Kind: value(n, "data-index-kind")})
	r.children(n)
	r.open = around
}

// element reads all other elements: what is no part of a line ends it.
func (r *reader) element(n *html.Node) {
	if has(n, "data-index-name") {
		r.open.Heading = textOf(n)
		return
	}
	if has(n, "data-index-fact") {
		r.open.Facts = append(r.open.Facts, strings.TrimPrefix(value(n, "data-index-fact")+": "+textOf(n), ": "))
	}
	if has(n, "data-index-label") {
		r.open.label = textOf(n)
		return
	}
	if slices.Contains(inline, n.DataAtom) {
		r.children(n)
		return
	}
	if places := value(n, "data-index-places"); places != "" {
		r.open.Places = strings.Split(places, "|")
	}
	r.open.read.WriteByte('\n')
	if column := value(n, "data-label"); column != "" && r.open.Kind == "" { // what stands under "not to do" is no advice
		r.open.read.WriteString(seam + column + ":" + seam + " ")
	}
	r.children(n)
	r.open.read.WriteByte('\n')
}

var (
	// apart is a mark that stands apart, since a citation before it is no text.
	apart = regexp.MustCompile(` ([),.;:]( |$))`)
	// left are the seams of what is left out.
	left = regexp.MustCompile(`(?: *\x{2063}\x{2063})+`)
	// over is a sentence that is over, but for what is left out.
	over = regexp.MustCompile(`([.!?…]['’”)]?)\x{2063}\x{2063}( |$)`)
)

// tidy returns a line with single spaces, and with seams only inside of sentences.
func tidy(line string) string {
	line = left.ReplaceAllString(strings.TrimPrefix(strings.Join(strings.Fields(line), " "), ": "), seam+seam) // a name before it is no text
	line = over.ReplaceAllString(apart.ReplaceAllString(line, "$1"), "$1$2")
	return strings.TrimSuffix(line, seam+seam)
}

// finish tidies the white space, and leaves passages out that say nothing.
func (r *reader) finish() *page {
	for _, p := range r.page.Passages {
		var lines []string
		for line := range strings.SplitSeq(p.read.String(), "\n") {
			if line = tidy(line); line != "" {
				lines = append(lines, line)
			}
		}
		p.Text = strings.Join(lines, "\n")
		p.read = strings.Builder{}
		p.twice = twice(r.left.String()[:p.above], p.Text)
	}
	first := r.page.Passages[0]
	first.Text = strings.TrimSpace(r.page.Summary + "\n" + first.Text)
	r.page.Passages = slices.DeleteFunc(r.page.Passages, func(p *passage) bool { return p != first && (p.ignored || p.Text == "" && !p.holds) })
	return r.page
}

// sentence is one, a cell, or what follows on a citation.
var sentence = regexp.MustCompile(`(?:^|[\n\x{2063}.!?])[^\pL\pN\n]*([\pL\pN][^\n\x{2063}.!?]*)`)

// twice returns how sentences of a text begin, as far as another has it too: browsers take the first place that fits.
func twice(other, said string) (all []string) {
	other = " " + strings.Join(text.QueryWords(other), " ") + " "
	for _, m := range sentence.FindAllStringSubmatch(said, -1) {
		words, n := strings.Fields(m[1]), 0
		for n < len(words) && strings.Contains(other, " "+strings.Join(text.QueryWords(strings.Join(words[:n+1], " ")), " ")+" ") {
			n++
		}
		if n >= 4 {
			all = append(all, strings.Join(words[:n], " "))
		}
	}
	return all
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func value(n *html.Node, key string) string {
	if i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key }); i >= 0 {
		return n.Attr[i].Val
	}
	return ""
}

// textOf returns the text of an element, without what is not to be indexed.
func textOf(n *html.Node) string {
	var out strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			if c.Type == html.TextNode {
				out.WriteString(c.Data)
			} else if has(c, "data-index-label") {
				out.WriteString(textOf(c) + ": ")
			} else if !slices.Contains(unread, c.DataAtom) && !has(c, "data-index-ignore") {
				walk(c)
				switch {
				case c.DataAtom == atom.Li && beforeItem(c):
					out.WriteString("; ")
				case !slices.Contains(inline, c.DataAtom):
					out.WriteByte(' ')
				}
			}
		}
	}
	walk(n)
	return strings.ReplaceAll(strings.Join(strings.Fields(out.String()), " "), ".; ", "; ")
}

// beforeItem reports whether another item of its list follows.
func beforeItem(n *html.Node) bool {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if s.DataAtom == atom.Li {
			return true
		}
	}
	return false
}
