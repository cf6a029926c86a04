// Package md reads Markdown: bytes in, links, headings, blocks and prose
// out, all with positions. It is the only importer of goldmark, set up with
// the same extensions as Hugo's, so that both see the same tree.
package md

import (
	"bytes"
	"iter"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"comwijzer/tools/internal/diag"
	visible "comwijzer/tools/internal/text"
)

// Doc is what a page says, in reading order.
type Doc struct {
	Headings   []Heading
	Links      []Link
	Images     []Image
	Blocks     []Block
	Paragraphs []Paragraph
	Tables     []Table
	Anchors    []string        // the ids that attributes give to other blocks than headings: {#id}
	Checkboxes []diag.Position // boxes to tick: - [ ]
	Raw        []diag.Position // raw HTML, which Hugo leaves out of the page
	Comments   []diag.Position // other than allowances
	Struck     []diag.Position // text that is struck out

	lines   *diag.Lines
	ids     map[string]int  // of headings: where in Headings
	anchors map[string]bool // the same as Anchors
}

// Heading is one heading. Duplicate says that an earlier heading asks for the
// same id; ID is what Hugo makes of it, numbered where it is a duplicate.
type Heading struct {
	diag.Position
	Level      int
	Text       string
	ID         string
	Explicit   bool // the author gave the id: {#id}
	Underlined bool // made by the line below it, not by # before it
	Duplicate  bool
}

// Link is one link. Heading and Paragraph are indexes in the Doc, -1 for none.
type Link struct {
	diag.Position
	Dest      string
	Title     string // in quotation marks behind the address, which no page shows
	Text      string
	Heading   int // the heading it stands under
	Paragraph int // the paragraph it stands in
	Offset    int // bytes into the paragraph's text
}

// Image is one image.
type Image struct {
	diag.Position
	Dest  string
	Title string // as that of a link
	Alt   string
}

// Block is one fenced code block. BodyLine is the line its body starts on.
type Block struct {
	diag.Position
	Kind     string // the first word after the fence
	Body     []byte
	BodyLine int
	Heading  int
}

// Paragraph is a run of prose. The texts of marks are no prose and are left
// out of Text; Links still say where in Text they stand.
type Paragraph struct {
	diag.Position
	Text    string
	Kind    string // "paragraph", "item" of a list, or "cell" of a table
	Heading int
	Column  string // of a cell: what heads its column
	Quoted  bool   // in a block quotation, an alert included
	Alert   bool   // in an alert: a block quotation in form, but the site's own words
	Links   []int  // indexes in Doc.Links

	spans []span
	code  []span // code spans: what is literal and no prose
	shown []int  // of Links those with a text in Text, in its order
}

// span says where a piece of a paragraph's text stands in the file.
type span struct {
	text, src, length int
	exact             bool // it stands there as it is; else it is one character, made from others
}

// Table is one table: the texts of its header cells.
type Table struct {
	diag.Position
	Header []string
}

// At returns the position in the file of a byte offset in a paragraph's text.
func (d *Doc) At(p *Paragraph, offset int) diag.Position {
	s, ok := last(p.spans, offset)
	switch {
	case !ok:
		return p.Position
	case !s.exact:
		return d.lines.Position(s.src)
	}
	return d.lines.Position(s.src + min(offset-s.text, s.length))
}

// add adds the next span, to the last one where the file goes on from it: a
// text full of marks has many nodes.
func (p *Paragraph) add(s span) {
	if n := len(p.spans); n > 0 {
		last := &p.spans[n-1]
		if last.exact && s.exact && last.text+last.length == s.text && last.src+last.length == s.src {
			last.length += s.length
			return
		}
	}
	p.spans = append(p.spans, s)
}

// last returns the last span that begins at or before an offset of the text.
func last(spans []span, offset int) (s span, ok bool) {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].text > offset })
	if i == 0 {
		return s, false
	}
	return spans[i-1], true
}

// Literal reports whether a byte offset of the text stands in a code span.
func (p *Paragraph) Literal(offset int) bool {
	s, ok := last(p.code, offset)
	return ok && offset < s.text+s.length
}

// Verbatim reports whether the text from..to stands in the file just so, in
// one piece, and not in a code span: then it can be replaced there.
func (p *Paragraph) Verbatim(from, to int) bool {
	s, ok := last(p.spans, from)
	return ok && s.exact && to <= s.text+s.length && !p.Literal(from)
}

// Prose visits a page's own prose: no quotations, but alerts.
func (d *Doc) Prose() iter.Seq[*Paragraph] {
	return func(yield func(*Paragraph) bool) {
		for i := range d.Paragraphs {
			if p := &d.Paragraphs[i]; (!p.Quoted || p.Alert) && !yield(p) {
				return
			}
		}
	}
}

// LinkAt returns the link whose text covers an offset of a paragraph, nil
// for none. The texts of marks are no part of the paragraph's.
func (d *Doc) LinkAt(p *Paragraph, offset int) *Link {
	i := sort.Search(len(p.shown), func(i int) bool { return d.Links[p.shown[i]].Offset > offset })
	if i == 0 {
		return nil
	}
	if link := &d.Links[p.shown[i-1]]; offset < link.end() {
		return link
	}
	return nil
}

// end returns where in the text of its paragraph the link ends.
func (l *Link) end() int { return l.Offset + len(l.Text) }

// IsTo reports whether the link has a scheme.
func (l *Link) IsTo(scheme string) bool {
	if scheme != "" { // which is nearly always asked
		n := len(scheme)
		return len(l.Dest) > n && l.Dest[n] == ':' && strings.EqualFold(l.Dest[:n], scheme)
	}
	found, _ := SplitDest(l.Dest)
	return found == ""
}

// Leads reports whether a paragraph has a link with one of the schemes.
func (d *Doc) Leads(p *Paragraph, schemes ...string) bool {
	return slices.ContainsFunc(p.Links, func(i int) bool { return slices.ContainsFunc(schemes, d.Links[i].IsTo) })
}

// IsMark reports whether the link stands beside the text and is no part of
// it: a citation, or the mark of advice that is the site's own.
func (l *Link) IsMark() bool { return l.IsTo("cite") || l.IsTo("own") }

// Section returns the index of the second-level heading that a heading
// stands under, or is; -1 above the first.
func (d *Doc) Section(heading int) int {
	for heading >= 0 && d.Headings[heading].Level > 2 {
		heading--
	}
	return heading
}

// markdown mirrors Hugo's defaults (markup/goldmark/convert.go) for the
// extensions that shape the tree; config.toml turns the others off.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify,
		extension.TaskList, extension.DefinitionList, extension.Footnote),
	goldmark.WithParserOptions(parser.WithAttribute(), parser.WithBlockParsers(util.Prioritized(attributesParser{}, 100))),
)

// Parse reads src from byte offset start on; lines positions the whole of src.
func Parse(src []byte, start int, lines *diag.Lines) *Doc {
	body := src[start:]
	root := markdown.Parser().Parse(text.NewReader(body))
	r := reader{doc: &Doc{lines: lines}, src: body, start: start, lines: lines, ids: ids{map[string]bool{}, map[string]int{}}, heading: -1, paragraph: -1}
	r.blocks(root)
	r.doc.index()
	r.doc.Paragraphs, r.doc.Links = slices.Clone(r.doc.Paragraphs), slices.Clone(r.doc.Links) // without room for more
	return r.doc
}

// Heading returns the heading with that id, nil when there is none.
func (d *Doc) Heading(id string) *Heading {
	if i, ok := d.ids[id]; ok {
		return &d.Headings[i]
	}
	return nil
}

// HasAnchor reports whether attributes give a block that id.
func (d *Doc) HasAnchor(id string) bool { return d.anchors[id] }

// index makes ids ready to be looked up: a page can have thousands, and as
// many links to them.
func (d *Doc) index() {
	d.ids, d.anchors = make(map[string]int, len(d.Headings)), make(map[string]bool, len(d.Anchors))
	for i, h := range d.Headings {
		if _, known := d.ids[h.ID]; !known {
			d.ids[h.ID] = i
		}
	}
	for _, id := range d.Anchors {
		d.anchors[id] = true
	}
}

type reader struct {
	doc       *Doc
	src       []byte
	start     int
	lines     *diag.Lines
	ids       ids
	heading   int
	paragraph int
	quoted    bool
	alert     bool
	aside     bool         // in a citation or image, whose text is no prose
	alt       bool         // in an image: links and images there are rendered as their text
	text      bytes.Buffer // of the paragraph that is being read
	markEnd   int          // in src: where the last mark [!KIND] or [!KIND]- of an alert ends
}

func (r *reader) at(n ast.Node) diag.Position { return r.lines.Position(r.start + n.Pos()) }

func (r *reader) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			r.addHeading(n)
		case *ast.FencedCodeBlock:
			r.addBlock(n)
		case *east.TableHeader:
			r.addTable(n)
		case *attributes:
			if id := attributeID(n); id != "" && n.belongs() {
				r.doc.Anchors = append(r.doc.Anchors, id)
			}
		case *ast.HTMLBlock:
			src := n.Lines().Value(r.src)
			if n.HasClosure() {
				src = append(src, n.ClosureLine.Value(r.src)...)
			}
			r.addRaw(n, src)
		case *ast.Blockquote:
			quoted, alert := r.quoted, r.alert
			end, isAlert := r.alertMark(n)
			if isAlert {
				r.markEnd = end
			}
			r.quoted, r.alert = true, alert || isAlert
			r.blocks(n)
			r.quoted, r.alert = quoted, alert
		default:
			if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
				r.addParagraph(n)
			} else {
				r.blocks(n)
			}
		}
	}
}

// alertKind is what makes a block quotation an alert, and with a sign one
// that folds, as Hugo reads it: what follows on the line is its title.
var alertKind = regexp.MustCompile(`^\s*\[![a-zA-Z]+\][-+]?\s*`)

// alertMark returns where the mark [!KIND] of a block quotation ends that is an alert.
func (r *reader) alertMark(n *ast.Blockquote) (end int, ok bool) {
	first := n.FirstChild()
	if first == nil || first.Kind() != ast.KindParagraph || first.Lines().Len() == 0 {
		return 0, false
	}
	line := first.Lines().At(0)
	mark := alertKind.Find(line.Value(r.src))
	return line.Start + len(mark), mark != nil
}

func (r *reader) addHeading(n *ast.Heading) {
	r.heading = len(r.doc.Headings)
	r.paragraph = -1
	h := Heading{Position: r.at(n), Level: n.Level, Text: r.inline(n, nil), Underlined: r.src[n.Pos()] != '#'}
	explicit := attributeID(n)
	h.Explicit = explicit != ""
	h.ID, h.Duplicate = r.ids.add(idText(n, r.src), explicit)
	r.doc.Headings = append(r.doc.Headings, h)
}

func (r *reader) addBlock(n *ast.FencedCodeBlock) {
	b := Block{Position: r.at(n), Kind: string(n.Language(r.src)), Heading: r.heading}
	b.BodyLine = b.Line + 1
	b.Body = r.inARow(n.Lines())
	if n.Lines().Len() > 0 {
		b.BodyLine = r.lines.Position(r.start + n.Lines().At(0).Start).Line
	}
	r.doc.Blocks = append(r.doc.Blocks, b)
}

// inARow returns lines: a piece of the file where they stand there so, which takes no memory.
func (r *reader) inARow(lines *text.Segments) []byte {
	end := 0
	for i := range lines.Len() {
		line := lines.At(i)
		if line.Padding > 0 || line.Stop == 0 || r.src[line.Stop-1] != '\n' || i > 0 && line.Start != end {
			return lines.Value(r.src)
		}
		end = line.Stop
	}
	if end == 0 {
		return nil
	}
	return slices.Clip(r.src[lines.At(0).Start:end])
}

func (r *reader) addParagraph(n ast.Node) {
	r.paragraph = len(r.doc.Paragraphs)
	r.doc.Paragraphs = append(r.doc.Paragraphs, Paragraph{
		Position: r.at(n), Kind: paragraphKind(n), Heading: r.heading, Column: r.columnOf(n), Quoted: r.quoted, Alert: r.alert,
	})
	r.text.Reset()
	r.inline(n, &r.text)
	p := &r.doc.Paragraphs[r.paragraph]
	p.Text = r.text.String()
	end := 0
	for _, i := range p.Links {
		if link := &r.doc.Links[i]; link.Text != "" && !link.IsMark() && link.Offset >= end { // none in another
			p.shown, end = append(p.shown, i), link.end()
		}
	}
	r.paragraph = -1
}

func paragraphKind(n ast.Node) string {
	if _, ok := n.(*east.TableCell); ok {
		return "cell"
	}
	for up := n.Parent(); up != nil; up = up.Parent() {
		if _, ok := up.(*ast.ListItem); ok {
			return "item"
		}
	}
	return "paragraph"
}

// columnOf returns what heads the column of a cell; "" for a header, and for what is no cell.
func (r *reader) columnOf(n ast.Node) string {
	if _, ok := n.Parent().(*east.TableRow); !ok || len(r.doc.Tables) == 0 {
		return ""
	}
	header, i := r.doc.Tables[len(r.doc.Tables)-1].Header, 0
	for before := n.PreviousSibling(); before != nil; before = before.PreviousSibling() {
		i++
	}
	if i >= len(header) {
		return ""
	}
	return header[i]
}

func (r *reader) addTable(n *east.TableHeader) {
	t := Table{Position: r.at(n)}
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		text := ""
		if cell.HasChildren() {
			r.addParagraph(cell)
			text = r.doc.Paragraphs[len(r.doc.Paragraphs)-1].Text
		}
		t.Header = append(t.Header, text)
	}
	r.doc.Tables = append(r.doc.Tables, t)
}

// addRaw notes raw HTML, but for comments, which are the editors' own
// notes. What follows one on its line is HTML too, and all the rest when it
// does not end.
func (r *reader) addRaw(n ast.Node, src []byte) {
	for len(bytes.TrimSpace(src)) > 0 {
		before, after, ended := bytes.Cut(src, []byte("-->"))
		said, isComment := bytes.CutPrefix(bytes.TrimSpace(before), []byte("<!--"))
		if !isComment || !ended {
			r.doc.Raw = append(r.doc.Raw, r.at(n))
			return
		}
		if !bytes.HasPrefix(bytes.TrimSpace(said), []byte("allow")) {
			r.doc.Comments = append(r.doc.Comments, r.at(n))
		}
		src = after
	}
}

// inline collects the links and images below n and returns its plain text,
// which it also writes to b when that is given.
func (r *reader) inline(n ast.Node, b *bytes.Buffer) string {
	if b == nil {
		b = &bytes.Buffer{}
	}
	from := b.Len()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if c.Segment.Stop <= r.markEnd {
				continue // the kind of an alert is no word of it
			}
			c.Segment.Start = max(c.Segment.Start, r.markEnd)
			r.write(b, c)
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.CodeSpan:
			at := b.Len()
			r.inline(c, b)
			if p := r.prose(); p != nil && !r.aside {
				p.code = append(p.code, span{text: at, length: b.Len() - at})
			}
		case *ast.Link:
			r.addLink(c, b)
		case *ast.AutoLink:
			r.addAutoLink(c, b)
		case *ast.Image:
			r.addImage(c, b)
		case *ast.RawHTML:
			r.addRaw(c, c.Segments.Value(r.src))
		case *east.TaskCheckBox:
			r.doc.Checkboxes = append(r.doc.Checkboxes, r.at(c))
		case *east.Strikethrough:
			r.doc.Struck = append(r.doc.Struck, r.at(c))
			r.inline(c, b)
		case *east.FootnoteLink, *east.FootnoteBacklink:
		default:
			r.inline(c, b)
		}
	}
	return b.String()[from:]
}

// prose returns the paragraph that is being read, nil in a heading.
func (r *reader) prose() *Paragraph {
	if r.paragraph < 0 {
		return nil
	}
	return &r.doc.Paragraphs[r.paragraph]
}

// write adds the text of a node as a reader sees it, and remembers where
// its runs come from.
func (r *reader) write(b *bytes.Buffer, n *ast.Text) {
	notation := markdownText
	if n.IsRaw() {
		notation = visible.Plain
	}
	start, src := n.Segment.Start, n.Segment.Value(r.src)
	visible.Runs(src, notation, func(seen string, from, to int) {
		if p := r.prose(); p != nil && !r.aside {
			p.add(span{b.Len(), r.start + start + from, len(seen), seen == string(src[from:to])})
		}
		b.WriteString(seen)
	})
}

// addImage notes an image. The text of one in another's is part of that.
func (r *reader) addImage(n *ast.Image, b *bytes.Buffer) {
	if r.alt {
		r.inline(n, b)
		return
	}
	aside := r.aside
	r.aside, r.alt = true, true
	r.doc.Images = append(r.doc.Images, Image{r.at(n), decode(n.Destination), decode(n.Title), r.inline(n, nil)})
	r.aside, r.alt = aside, false
}

func (r *reader) addLink(n *ast.Link, b *bytes.Buffer) {
	if r.alt {
		r.inline(n, b)
		return
	}
	link := Link{Position: r.at(n), Dest: decode(n.Destination), Title: decode(n.Title)}
	i := r.noteLink(link, b.Len())
	if link.IsMark() {
		r.aside = true
		r.doc.Links[i].Text = r.inline(n, nil)
		r.aside = false
		return
	}
	r.doc.Links[i].Text = r.inline(n, b)
}

func (r *reader) addAutoLink(n *ast.AutoLink, b *bytes.Buffer) {
	label := n.Label(r.src)
	if r.alt {
		b.Write(label)
		return
	}
	dest := string(n.URL(r.src))
	if n.AutoLinkType == ast.AutoLinkEmail {
		dest = "mailto:" + dest
	}
	r.noteLink(Link{Position: r.at(n), Dest: dest, Text: string(label)}, b.Len())
	b.Write(label)
}

// noteLink notes a link whose text begins at an offset of its paragraph's, and returns its index.
func (r *reader) noteLink(link Link, offset int) int {
	link.Heading, link.Paragraph, link.Offset = r.heading, r.paragraph, offset
	r.doc.Links = append(r.doc.Links, link)
	if p := r.prose(); p != nil {
		p.Links = append(p.Links, len(r.doc.Links)-1)
	}
	return len(r.doc.Links) - 1
}

// ParseTree parses src and drops the result: what reading Markdown costs at
// least, for benchmarks.
func ParseTree(src []byte) { markdown.Parser().Parse(text.NewReader(src)) }
