// Package md reads Markdown: bytes in, links, headings, blocks and prose out,
// all with positions. It is the only importer of goldmark, set up with the
// same extensions as Hugo's, so that both see the same tree.
package md

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"comwijzer/tools/internal/diag"
)

// Doc is what a page says, in reading order.
type Doc struct {
	Headings   []Heading
	Links      []Link
	Images     []Image
	Blocks     []Block
	Paragraphs []Paragraph
	Raw        []diag.Position // raw HTML, which Hugo leaves out of the page
}

// Heading is one heading. Duplicate says that an earlier heading asks for the
// same id; ID is what Hugo makes of it, numbered where it is a duplicate.
type Heading struct {
	diag.Position
	Level     int
	Text      string
	ID        string
	Duplicate bool
}

// Link is one link. Heading and Paragraph are indexes in the Doc, -1 for none.
type Link struct {
	diag.Position
	Dest      string
	Text      string
	Heading   int // the heading it stands under
	Paragraph int // the paragraph it stands in
	Offset    int // bytes into the paragraph's text
}

// Image is one image.
type Image struct {
	diag.Position
	Dest string
	Alt  string
}

// Block is one fenced code block. BodyLine is the line its body starts on.
type Block struct {
	diag.Position
	Kind     string // the first word after the fence
	Body     []byte
	BodyLine int
	Heading  int
}

// Paragraph is a run of prose: a paragraph, list item, table cell or quotation
// line. Citations' locators are no prose and left out of Text.
type Paragraph struct {
	diag.Position
	Text    string
	Heading int
	Quoted  bool
}

// markdown mirrors Hugo's defaults (markup/goldmark/convert.go) for the
// extensions that shape the tree; config.toml turns the others off.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify,
		extension.TaskList, extension.DefinitionList, extension.Footnote),
	goldmark.WithParserOptions(parser.WithAttribute()),
)

// Parse reads src from byte offset start on; lines positions the whole of src.
func Parse(src []byte, start int, lines *diag.Lines) *Doc {
	body := src[start:]
	root := markdown.Parser().Parse(text.NewReader(body))
	r := reader{doc: &Doc{}, src: body, start: start, lines: lines, ids: ids{}, heading: -1, paragraph: -1}
	r.blocks(root)
	return r.doc
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
}

func (r *reader) at(n ast.Node) diag.Position { return r.lines.Position(r.start + n.Pos()) }

func (r *reader) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			r.addHeading(n)
		case *ast.FencedCodeBlock:
			r.addBlock(n)
		case *ast.HTMLBlock:
			r.addRaw(n, n.Lines().Value(r.src))
		case *ast.Blockquote:
			was := r.quoted
			r.quoted = true
			r.blocks(n)
			r.quoted = was
		default:
			if c := n.FirstChild(); c != nil && c.Type() == ast.TypeInline {
				r.addParagraph(n)
			} else {
				r.blocks(n)
			}
		}
	}
}

func (r *reader) addHeading(n *ast.Heading) {
	r.heading = len(r.doc.Headings)
	r.paragraph = -1
	h := Heading{Position: r.at(n), Level: n.Level, Text: r.inline(n, nil)}
	explicit, _ := n.AttributeString("id")
	id, _ := explicit.([]byte)
	h.ID, h.Duplicate = r.ids.add(h.Text, string(id))
	r.doc.Headings = append(r.doc.Headings, h)
}

func (r *reader) addBlock(n *ast.FencedCodeBlock) {
	b := Block{Position: r.at(n), Kind: string(n.Language(r.src)), Heading: r.heading}
	b.BodyLine = b.Line + 1
	b.Body = n.Lines().Value(r.src)
	if n.Lines().Len() > 0 {
		b.BodyLine = r.lines.Position(r.start + n.Lines().At(0).Start).Line
	}
	r.doc.Blocks = append(r.doc.Blocks, b)
}

func (r *reader) addParagraph(n ast.Node) {
	r.paragraph = len(r.doc.Paragraphs)
	r.doc.Paragraphs = append(r.doc.Paragraphs, Paragraph{Position: r.at(n), Heading: r.heading, Quoted: r.quoted})
	var b bytes.Buffer
	r.inline(n, &b)
	r.doc.Paragraphs[r.paragraph].Text = b.String()
	r.paragraph = -1
}

// addRaw notes raw HTML, but for comments, which are the editors' own notes.
func (r *reader) addRaw(n ast.Node, src []byte) {
	if !bytes.HasPrefix(bytes.TrimSpace(src), []byte("<!--")) {
		r.doc.Raw = append(r.doc.Raw, r.at(n))
	}
}

// inline collects the links and images below n and gives its plain text,
// which it also writes to b when that is given.
func (r *reader) inline(n ast.Node, b *bytes.Buffer) string {
	if b == nil {
		b = &bytes.Buffer{}
	}
	from := b.Len()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(r.src))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.Link:
			r.addLink(c, string(c.Destination), b)
		case *ast.AutoLink:
			r.addAutoLink(c, b)
		case *ast.Image:
			var alt bytes.Buffer
			r.inline(c, &alt)
			r.doc.Images = append(r.doc.Images, Image{r.at(c), string(c.Destination), alt.String()})
		case *ast.RawHTML:
			r.addRaw(c, c.Segments.Value(r.src))
		case *east.TaskCheckBox, *east.FootnoteLink, *east.FootnoteBacklink:
		default:
			r.inline(c, b)
		}
	}
	return b.String()[from:]
}

func (r *reader) addLink(n ast.Node, dest string, b *bytes.Buffer) {
	link := Link{Position: r.at(n), Dest: dest, Heading: r.heading, Paragraph: r.paragraph, Offset: b.Len()}
	i := len(r.doc.Links)
	r.doc.Links = append(r.doc.Links, link)
	if scheme, _ := SplitDest(dest); scheme == "cite" {
		r.doc.Links[i].Text = r.inline(n, nil)
		return
	}
	r.doc.Links[i].Text = r.inline(n, b)
}

func (r *reader) addAutoLink(n *ast.AutoLink, b *bytes.Buffer) {
	label := n.Label(r.src)
	dest := string(n.URL(r.src))
	if n.AutoLinkType == ast.AutoLinkEmail {
		dest = "mailto:" + dest
	}
	r.doc.Links = append(r.doc.Links, Link{
		Position: r.at(n), Dest: dest, Text: string(label),
		Heading: r.heading, Paragraph: r.paragraph, Offset: b.Len(),
	})
	b.Write(label)
}
