package built

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"

	"comwijzer/tools/internal/diag"
)

// parse reads one page tag by tag: the tokenizer keeps every byte, so that
// offsets, and with them positions, are exact.
func parse(name string, src []byte) (*Page, error) {
	p := &Page{File: name, URL: pageURL(name)}
	lines := diag.NewLines(name, src)
	p.Lang.Position = lines.Position(0)
	z := html.NewTokenizer(bytes.NewReader(src))
	offset := 0
	var open *Link // the link whose text is being read
	var read texts
	for {
		kind := z.Next()
		at := offset
		offset += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			read.end()
			p.Texts = read.out
			return p, nil
		case html.TextToken:
			text := string(z.Text())
			read.text(text, lines.Position(at))
			if open != nil {
				open.Text += text
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			read.tag(string(name), nil, diag.Position{})
			if string(name) == "a" {
				open = nil
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			read.tag(token.Data, token.Attr, lines.Position(at))
			if link := p.tag(token, lines.Position(at)); link != nil {
				open = link
			}
		}
	}
}

// attributes that a browser loads from by itself, per element.
var loads = map[string][]string{
	"script": {"src"}, "img": {"src", "srcset"}, "source": {"src", "srcset"}, "iframe": {"src"},
	"video": {"src", "poster"}, "audio": {"src"}, "track": {"src"}, "embed": {"src"}, "object": {"data"},
	"input": {"src"}, "image": {"href", "xlink:href"}, "use": {"href", "xlink:href"}, "form": {"action"},
}

// rels of <link> that make a browser ask for something.
var loadingRels = []string{"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch", "preconnect", "dns-prefetch", "apple-touch-icon", "mask-icon"}

// tag notes what one start tag holds, and gives the link that it opens.
func (p *Page) tag(t html.Token, at diag.Position) *Link {
	attrs := map[string]string{}
	for _, a := range t.Attr {
		attrs[a.Key] = a.Val
		p.attribute(t.Data, a, at)
	}
	for _, key := range loads[t.Data] {
		if v, ok := attrs[key]; ok {
			p.resource(key, v, at)
		}
	}
	switch t.Data {
	case "html":
		p.Lang = Attr{at, attrs["lang"]}
	case "script":
		if _, external := attrs["src"]; !external {
			p.Inline = append(p.Inline, Attr{at, "<script> without src"})
		}
	case "style":
		p.Inline = append(p.Inline, Attr{at, "<style>"})
	case "link":
		p.link(attrs, at)
	case "meta":
		if _, url, ok := strings.Cut(strings.ToLower(attrs["content"]), "url="); ok && strings.EqualFold(attrs["http-equiv"], "refresh") {
			p.Resources = append(p.Resources, Attr{at, strings.TrimSpace(url)})
		}
	case "a", "area":
		if dest, ok := attrs["href"]; ok {
			p.Links = append(p.Links, Link{Position: at, Dest: dest})
			return &p.Links[len(p.Links)-1]
		}
	}
	return nil
}

func (p *Page) attribute(element string, a html.Attribute, at diag.Position) {
	switch {
	case a.Key == "id":
		p.IDs = append(p.IDs, Attr{at, a.Val})
	case a.Key == "style":
		p.Inline = append(p.Inline, Attr{at, "style attribute on <" + element + ">"})
	case strings.HasPrefix(a.Key, "on"):
		p.Inline = append(p.Inline, Attr{at, a.Key + " attribute on <" + element + ">"})
	case strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"):
		p.Inline = append(p.Inline, Attr{at, "javascript: address on <" + element + ">"})
	}
}

func (p *Page) resource(key, value string, at diag.Position) {
	if key != "srcset" {
		p.Resources = append(p.Resources, Attr{at, value})
		return
	}
	for _, candidate := range strings.Split(value, ",") {
		if fields := strings.Fields(candidate); len(fields) > 0 {
			p.Resources = append(p.Resources, Attr{at, fields[0]})
		}
	}
}

func (p *Page) link(attrs map[string]string, at diag.Position) {
	for _, rel := range strings.Fields(strings.ToLower(attrs["rel"])) {
		for _, loading := range loadingRels {
			if rel == loading {
				p.Resources = append(p.Resources, Attr{at, attrs["href"]})
				return
			}
		}
	}
}
