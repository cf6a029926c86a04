package built

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"comwijzer/tools/internal/diag"
)

// loading are the attributes whose address a browser asks for by itself, or
// sends something to, on any element.
var loading = map[string]bool{
	"src": true, "srcset": true, "imagesrcset": true, "poster": true, "data": true, "background": true, "action": true,
	"formaction": true, "ping": true, "manifest": true, "codebase": true, "archive": true, "lowsrc": true, "dynsrc": true,
	"attributionsrc": true,
}

// linking elements have an address to follow in href. On others, those of
// SVG, it is asked for.
var linking = map[string]bool{"a": true, "area": true, "base": true, "link": true}

// running elements take what they load for a document, a script or a style.
var running = map[string]bool{"script": true, "iframe": true, "frame": true, "object": true, "embed": true, "link": true}

// requests notes the addresses that an element makes a browser ask for.
func (p *Page) requests(t html.Token, at diag.Position) {
	element := local(t.Data)
	for _, a := range t.Attr {
		key := local(a.Key)
		switch {
		case key == "srcset" || key == "imagesrcset":
			for candidate := range strings.SplitSeq(a.Val, ",") {
				if fields := strings.Fields(candidate); len(fields) > 0 {
					p.request(element, fields[0], at)
				}
			}
		case key == "ping" || key == "attributionsrc" || key == "archive":
			for _, address := range strings.Fields(a.Val) {
				p.request(element, address, at)
			}
		case loading[key] || !linking[element] && key == "href":
			p.request(element, a.Val, at)
		case key == "srcdoc":
			p.Inline = append(p.Inline, Attr{at, "srcdoc attribute on <" + t.Data + ">"})
		case strings.Contains(a.Val, "("):
			p.style(a.Val, at)
		}
	}
	if name := attributes(t.Attr).value("attributename"); local(strings.ToLower(name)) == "href" {
		p.animated(attributes(t.Attr), at)
	}
}

// local returns a name without the prefix of its namespace, which in a
// drawing may be any.
func local(name string) string { return name[strings.LastIndexByte(name, ':')+1:] }

func (p *Page) request(element, address string, at diag.Position) {
	p.Resources = append(p.Resources, Attr{at, address})
	if running[element] && strings.HasPrefix(strings.ToLower(asBrowsersRead(address)), "data:") {
		p.inline("data: address on <"+element+">", at)
	}
}

// animated notes the addresses that an animation of SVG puts in the place
// of one.
func (p *Page) animated(attrs attributes, at diag.Position) {
	for _, key := range []string{"from", "to", "by", "values"} {
		for address := range strings.SplitSeq(attrs.value(key), ";") {
			if address = strings.TrimSpace(address); address != "" {
				p.request("", address, at)
			}
		}
	}
}

// style notes the addresses in a style, or in an attribute of SVG that may
// hold one.
func (p *Page) style(css string, at diag.Position) {
	css = ReadCSS(css)
	if !loadingStyle.MatchString(css) {
		return
	}
	for _, m := range styleAddress.FindAllStringSubmatch(css, -1) {
		p.request("", m[1]+m[2], at)
	}
}

// What makes a style ask for something, and what it asks for: the address
// that comes first there, and whatever else names a host in quotation
// marks.
var (
	loadingStyle = regexp.MustCompile(`(?i)\b(?:url|src|image|image-set|cross-fade)\(|@import\b`)
	styleAddress = regexp.MustCompile(`(?i)(?:\b(?:url|src)\(\s*|@import\s*(?:url\(\s*)?|\bimage-set\(\s*)["']?([^"')\s]+)|["']((?:https?:)?[\\/]{2}[^"'\s]+)`)
)

// ReadCSS writes a style as browsers read it (CSS Syntax, 4.3.7), without
// escapes.
func ReadCSS(css string) string {
	if !strings.Contains(css, `\`) {
		return css
	}
	return escapes.ReplaceAllStringFunc(css, func(s string) string {
		if code, err := strconv.ParseUint(strings.TrimSpace(s[1:]), 16, 32); err == nil {
			return string(rune(code))
		}
		return strings.TrimPrefix(s[1:], "\n") // a line break is none
	})
}

var escapes = regexp.MustCompile(`(?s)\\(?:[0-9a-fA-F]{1,6}\s?|.)`)

// linked returns where an a or area leads, in HTML or SVG.
func linked(attrs attributes) (dest string, ok bool) {
	if dest, ok = attrs.get("href"); !ok {
		dest, ok = attrs.get("xlink:href")
	}
	return dest, ok
}

// related are the rels of <link> that say where something is, and make no
// browser ask for it: some do for next and for search.
var related = []string{"canonical", "alternate", "prev", "author", "license", "help", "me", "bookmark"}

func (p *Page) link(attrs attributes, at diag.Position) {
	href, ok := attrs.get("href")
	if !ok {
		return
	}
	for _, rel := range strings.Fields(strings.ToLower(attrs.value("rel"))) {
		if !slices.Contains(related, rel) {
			p.request("link", href, at)
			return
		}
	}
	p.Related = append(p.Related, Attr{at, href})
}

// A refresh that leads elsewhere, a policy that has its violations
// reported, and what a drawing says before it begins.
var (
	refresh   = regexp.MustCompile(`(?i)^[\s\d.]*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)`)
	reporting = regexp.MustCompile(`(?i)\breport-uri\s+([^;]+)`)
	styled    = regexp.MustCompile(`(?i)^\?xml-stylesheet\b.*?\bhref\s*=\s*["']([^"']*)`)
)

func (p *Page) meta(attrs attributes, at diag.Position) {
	content := attrs.value("content")
	switch strings.ToLower(attrs.value("http-equiv")) {
	case "refresh":
		if m := refresh.FindStringSubmatch(content); m != nil && m[1] != "" {
			p.Resources = append(p.Resources, Attr{at, strings.TrimSpace(m[1])})
		}
	case "content-security-policy":
		p.Policy = content
		fallthrough
	case "content-security-policy-report-only":
		if m := reporting.FindStringSubmatch(content); m != nil {
			for _, address := range strings.Fields(m[1]) {
				p.Resources = append(p.Resources, Attr{at, address})
			}
		}
	case "":
		if strings.HasPrefix(strings.ToLower(attrs.value("name")), "msapplication-") && strings.Contains(content, "//") {
			p.request("meta", content, at)
			return
		}
		p.relate(content, at) // og:url, og:image and their like
	}
}

// relate notes a text that is a full address as one that says where
// something is.
func (p *Page) relate(text string, at diag.Position) {
	if fullAddress.MatchString(text) {
		p.Related = append(p.Related, Attr{at, text})
	}
}

var fullAddress = regexp.MustCompile(`^(?i:https?)://\S+$`)

// linkedData notes the addresses in a block of JSON-LD. What stands under
// @id names something, and need not be there to be read.
func (p *Page) linkedData(text string, at diag.Position) {
	var graph any
	if json.Unmarshal([]byte(text), &graph) != nil {
		return
	}
	var visit func(key string, value any)
	visit = func(key string, value any) {
		switch value := value.(type) {
		case string:
			if key != "@id" && key != "@context" && !strings.Contains(value, "{") {
				p.relate(value, at)
			}
		case []any:
			for _, item := range value {
				visit(key, item)
			}
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(value)) {
				visit(key, value[key])
			}
		}
	}
	visit("", graph)
}

// comment notes a comment, and an instruction to the browser, which is one
// to HTML.
func (p *Page) comment(text string, at diag.Position) {
	p.Comments = append(p.Comments, Text{Attr: Attr{at, strings.Join(strings.Fields(text), " ")}})
	if m := styled.FindStringSubmatch(text); m != nil {
		p.request("link", html.UnescapeString(m[1]), at)
	}
}

// doctype notes names for pieces of markup, which only a drawing can have.
func (p *Page) doctype(text string, at diag.Position) {
	if strings.Contains(text, "[") {
		p.Active = append(p.Active, Attr{at, "declarations in <!DOCTYPE>"})
	}
}
