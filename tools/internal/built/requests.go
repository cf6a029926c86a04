package built

import (
	"regexp"
	"slices"
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

// linking elements have an address to follow in href. On others, those of SVG,
// it is asked for.
var linking = map[string]bool{"a": true, "area": true, "base": true, "link": true}

// A url(…), image-set(…) or @import in a style, or in an attribute of SVG that
// may hold one.
var styleAddress = regexp.MustCompile(`(?i)(?:\b(?:url|src)\(\s*|@import\s+|\bimage-set\(\s*)["']?([^"')\s]+)`)

// requests notes the addresses that an element makes a browser ask for.
func (p *Page) requests(t html.Token, at diag.Position) {
	add := func(address string) { p.Resources = append(p.Resources, Attr{at, address}) }
	for _, a := range t.Attr {
		key := a.Key
		switch {
		case key == "srcset" || key == "imagesrcset":
			for candidate := range strings.SplitSeq(a.Val, ",") {
				if fields := strings.Fields(candidate); len(fields) > 0 {
					add(fields[0])
				}
			}
		case key == "ping" || key == "attributionsrc" || key == "archive":
			for _, address := range strings.Fields(a.Val) {
				add(address)
			}
		case loading[key] || !linking[t.Data] && (key == "href" || key == "xlink:href"):
			add(a.Val)
		case key == "srcdoc":
			p.Inline = append(p.Inline, Attr{at, "srcdoc attribute on <" + t.Data + ">"})
		case strings.Contains(a.Val, "("):
			for _, m := range styleAddress.FindAllStringSubmatch(a.Val, -1) {
				add(m[1])
			}
		}
	}
}

// linked returns where an a or area leads, in HTML or SVG.
func linked(attrs attributes) (dest string, ok bool) {
	if dest, ok = attrs.get("href"); !ok {
		dest, ok = attrs.get("xlink:href")
	}
	return dest, ok
}

// related are the rels of <link> that say where something is, and make a
// browser ask for nothing. All others may.
var related = []string{"canonical", "alternate", "prev", "next", "author", "license", "help", "search", "me", "bookmark"}

func (p *Page) link(attrs attributes, at diag.Position) {
	href, ok := attrs.get("href")
	if !ok {
		return
	}
	for _, rel := range strings.Fields(strings.ToLower(attrs.value("rel"))) {
		if !slices.Contains(related, rel) {
			p.Resources = append(p.Resources, Attr{at, href})
			return
		}
	}
	p.Related = append(p.Related, Attr{at, href})
}

// A refresh that leads elsewhere, and a policy that has its violations reported.
var (
	refresh   = regexp.MustCompile(`(?i)^[\s\d.]*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)`)
	reporting = regexp.MustCompile(`(?i)\breport-uri\s+([^;]+)`)
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
	}
}
