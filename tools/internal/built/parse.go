package built

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"

	"comwijzer/tools/internal/diag"
)

// parser reads one page tag by tag: the tokenizer keeps every byte, so that
// offsets, and with them positions, are exact.
type parser struct {
	page  *Page
	link  bool // in a link
	css   bool // the text that comes is a style
	graph bool // in a block of linked data
	read  texts
	in    scopes
	part  passages
}

func parse(name string, src []byte) (*Page, error) {
	p := &parser{page: &Page{File: name, URL: pageURL(name), Names: map[string]bool{}, ids: map[string]bool{}}}
	lines := diag.NewLines(name, src)
	p.page.Lang.Position = lines.Position(0)
	z := html.NewTokenizer(bytes.NewReader(src))
	offset := 0
	for {
		z.AllowCDATA(p.in.foreign.in())
		kind := z.Next()
		at := offset
		offset += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			return p.finish(), nil
		case html.TextToken:
			p.text(string(z.Text()), lines.Position(at))
		case html.EndTagToken:
			tag, _ := z.TagName()
			p.end(string(tag), lines.Position(at))
		case html.CommentToken:
			p.page.comment(string(z.Text()), lines.Position(at))
		case html.DoctypeToken:
			p.page.doctype(string(z.Text()), lines.Position(at))
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			p.start(t, lines.Position(at))
			if unscripted[t.Data] || p.in.foreign.in() {
				z.NextIsNotRawText()
			}
		}
	}
}

// unscripted elements hold markup for browsers that lack what others have.
var unscripted = map[string]bool{"noscript": true, "noembed": true, "noframes": true}

func (p *parser) finish() *Page {
	p.read.end(&p.in)
	p.part.close(p.read.out)
	p.page.Texts, p.page.Passages = p.read.out, p.part.out
	p.page.Redirect = len(p.page.IDs) == 0 && len(p.page.Links) <= 1
	return p.page
}

func (p *parser) text(text string, at diag.Position) {
	if p.css {
		p.page.style(text, at)
	}
	if p.graph {
		p.page.linkedData(text, at)
	}
	p.read.text(text, at, p.link)
}

func (p *parser) start(t html.Token, at diag.Position) {
	_, literal := attributes(t.Attr).get("data-literal-title")
	if !inline[t.Data] || literal {
		p.read.end(&p.in)
	}
	if t.Type == html.StartTagToken && !void[t.Data] {
		p.enter(t, at)
	}
	p.read.attributes(t.Attr, at)
	if p.page.tag(t, at, &p.in) {
		p.link = true
		if p.in.main.in() {
			p.part.call(p.page.Links[len(p.page.Links)-1].Dest)
		}
	}
}

// void elements have no end tag.
var void = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true,
	"link": true, "meta": true, "source": true, "track": true, "wbr": true,
}

// enter opens the scopes that an element starts.
func (p *parser) enter(t html.Token, at diag.Position) {
	has := func(key string) bool { _, ok := attributes(t.Attr).get(key); return ok }
	p.css = local(t.Data) == "style"
	p.graph = t.Data == "script" && attributes(t.Attr).value("type") == linkedData
	p.in.foreign.start(t.Data, local(t.Data) == "svg" || t.Data == "math", "")
	p.in.main.start(t.Data, t.Data == "main", "")
	p.in.nav.start(t.Data, t.Data == "nav", "")
	p.in.template.start(t.Data, t.Data == "template", "")
	p.in.literal.start(t.Data, has("data-literal-title"), "")
	region, isRegion := attributes(t.Attr).get("data-region")
	p.in.region.start(t.Data, isRegion, region)
	inMain := p.in.main.in() && !p.in.nav.in()
	heading := t.Data == "h1" || t.Data == "h2"
	switch {
	case p.in.alone.start(t.Data, inMain && has("data-alone"), ""):
		p.part.begin(at, true, p.read.out)
	case heading && inMain && !p.in.alone.in():
		p.part.begin(at, false, p.read.out)
	}
}

func (p *parser) end(tag string, at diag.Position) {
	if !inline[tag] || p.in.literal.depth == 1 && tag == p.in.literal.tag {
		p.read.end(&p.in)
	}
	if tag == "a" {
		p.link = false
	}
	p.css, p.graph = false, false
	for _, s := range []*scope{&p.in.foreign, &p.in.nav, &p.in.template, &p.in.literal, &p.in.region} {
		s.end(tag)
	}
	if p.in.alone.end(tag) {
		p.part.resume(at, p.read.out)
	}
	if p.in.main.end(tag) {
		p.part.close(p.read.out)
		p.part.from = len(p.read.out)
	}
}

// tag notes what one start tag holds, and reports whether it opens a link.
func (p *Page) tag(t html.Token, at diag.Position, in *scopes) (opensLink bool) {
	attrs := attributes(t.Attr)
	for _, a := range attrs {
		p.attribute(t.Data, a, at, in)
	}
	p.requests(t, at)
	if pictures[t.Data] && in.main.in() {
		p.Pictures = append(p.Pictures, Attr{at, t.Data})
	}
	element := local(t.Data)
	if element == "script" || element == "foreignobject" {
		p.Active = append(p.Active, Attr{at, "<" + element + ">"})
	}
	switch element {
	case "html":
		p.Lang = Attr{at, attrs.value("lang")}
	case "script":
		if _, external := attrs.get("src"); !external && attrs.value("type") != linkedData {
			p.Inline = append(p.Inline, Attr{at, "<script> without src"})
		}
	case "style":
		p.Inline = append(p.Inline, Attr{at, "<style>"})
	case "base":
		if href, ok := attrs.get("href"); ok && p.Base.Value == "" { // only the first counts
			p.Base = Attr{at, href}
		}
	case "link":
		p.link(attrs, at)
	case "meta":
		p.meta(attrs, at)
	case "form":
		p.Forms = append(p.Forms, Form{Position: at, Method: strings.ToLower(attrs.value("method"))})
	case "input", "textarea", "select":
		p.field(t.Data, attrs, at)
	case "a", "area":
		if name, ok := attrs.get("name"); ok {
			p.Names[name] = true
		}
		if dest, ok := linked(attrs); ok {
			p.Links = append(p.Links, Link{Position: at, Dest: dest, Rel: attrs.value("rel"), Region: in.region.name()})
			return true
		}
	}
	return false
}

// pictures are the elements that show something drawn or photographed.
var pictures = map[string]bool{"img": true, "svg": true, "picture": true, "video": true, "canvas": true, "object": true, "embed": true, "iframe": true}

// field adds a field to the last form: outside all forms to one of its own.
func (p *Page) field(element string, attrs attributes, at diag.Position) {
	if len(p.Forms) == 0 {
		p.Forms = append(p.Forms, Form{Position: at})
	}
	if element == "input" {
		element = strings.ToLower(cmp.Or(attrs.value("type"), "text"))
	}
	last := &p.Forms[len(p.Forms)-1]
	last.Fields = append(last.Fields, Attr{at, element})
}

func (p *Page) attribute(element string, a html.Attribute, at diag.Position, in *scopes) {
	switch {
	case a.Key == "id" && !in.template.in(): // what a template holds is not on the page
		p.IDs, p.ids[a.Val] = append(p.IDs, Attr{at, a.Val}), true
	case strings.HasPrefix(a.Key, "data-"):
		p.Data = append(p.Data, Data{Attr{at, a.Val}, a.Key})
	case a.Key == "style":
		p.Inline = append(p.Inline, Attr{at, "style attribute on <" + element + ">"})
	case strings.HasPrefix(a.Key, "on"):
		p.inline(a.Key+" attribute on <"+element+">", at)
	case strings.Contains(a.Val, ":") && strings.HasPrefix(strings.ToLower(asBrowsersRead(a.Val)), "javascript:"):
		p.inline("javascript: address on <"+element+">", at)
	}
}

// linkedData is the type of a block of data in a page, which no browser
// runs.
const linkedData = "application/ld+json"

// inline notes code that stands in the page itself and runs.
func (p *Page) inline(what string, at diag.Position) {
	p.Inline = append(p.Inline, Attr{at, what})
	p.Active = append(p.Active, Attr{at, what})
}
