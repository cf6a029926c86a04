package built

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func page(t *testing.T, html string) *Page {
	p, err := parse("weg/index.html", []byte(html))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEveryRequestIsSeen(t *testing.T) {
	for _, html := range []string{
		`<img src="//meter/">`, `<noscript><img src="//meter/"></noscript>`, `<template><img src="//meter/"></template>`,
		`<noframes><img src="//meter/"></noframes>`, `<svg><image href="//meter/"/></svg>`, `<svg><use xlink:href="//meter/"/></svg>`,
		`<svg><feImage href="//meter/"/></svg>`, `<svg><script href="//meter/"></script></svg>`, `<rect fill="url(//meter/)"/>`,
		`<rect mask="url( '//meter/' )"/>`, `<a href="/" ping="//meter/">x</a>`, `<body background="//meter/">`, `<video poster="//meter/">`,
		`<object data="//meter/">`, `<button formaction="//meter/">`, `<img srcset="/a 1x, //meter/ 2x">`, `<link rel="preload" imagesrcset="//meter/ 2x" href="/">`,
		`<link rel="dns-prefetch" href="//meter/">`, `<link rel="alternate stylesheet" href="//meter/">`, `<link rel="prerender" href="//meter/">`,
		`<link rel="iets-nieuws" href="//meter/">`, `<meta http-equiv="refresh" content="0; URL='//meter/'">`, `<meta http-equiv="Refresh" content="0;//meter/">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src 'self'; report-uri //meter/">`, `<input type="image" src="//meter/">`,
		`<p style="background: image-set('//meter/' 1x)">`, `<iframe src="//meter/">`, `<embed src="//meter/">`, `<html manifest="//meter/">`,
		`<p style="background: image-set('/a' 1x, '//meter/' 2x)">`, `<p style="background: cross-fade(url(/a), &quot;//meter/&quot;, 50%)">`,
		`<rect fill="u\72l(\2f\2fmeter/)"/>`, `<svg><style>@import"//meter/";</style></svg>`, `<svg><style>a { mask: url(//meter/) }</style></svg>`,
		`<svg><style><![CDATA[@import '//meter/';]]></style></svg>`, `<style>@import url(//meter/)</style>`, `<template><style>@import '//meter/'</style></template>`,
		`<svg><title><img src="//meter/"></title></svg>`, `<svg><xmp><image href="//meter/"></xmp></svg>`, `<svg><style><image href="//meter/"></style></svg>`,
		`<math><textarea><img src="//meter/"></textarea></math>`, `<svg><![CDATA[> <!-- ]]></svg><img src="//meter/"> -->`, `<s:svg><style/><s:image x:href="//meter/"/></s:svg>`,
		`<svg><set attributeName="href" to="//meter/"/></svg>`, `<svg><animate attributeName="xlink:href" values="/a; //meter/"/></svg>`,
		`<link rel="search" href="//meter/">`, `<link rel="next" href="//meter/">`, `<?xml-stylesheet type="text/css" href="//meter/"?><svg/>`,
		`<picture><source srcset="//meter/ 2x"></picture>`, `<audio src="//meter/">`, `<track src="//meter/">`, `<form action="//meter/">`,
		`<link rel="modulepreload" href="//meter/">`, `<svg><foreignObject><img src="//meter/"></foreignObject></svg>`, `<object data="//meter/">`, `<meta name="msapplication-TileImage" content="//meter/">`,
	} {
		var found bool
		for _, r := range page(t, html).Resources {
			found = found || r.Value == "//meter/"
		}
		if !found {
			t.Errorf("not seen: %s", html)
		}
	}
}

func TestWhatIsNoRequest(t *testing.T) {
	p := page(t, `<link rel="canonical" href="/a/"><link rel="alternate" hreflang="en" href="/b/"><a href="/c/" title="f(x)">x</a><svg><a xlink:href="/d/">y</a></svg><base href="/e/"><meta http-equiv="refresh" content="5">`+
		`<meta name="description" content="lees (bij '//meter/')"><textarea><img src="/f"></textarea><!-- <img src="/g"> --><img title="x(y)" alt="'//h'">`)
	if len(p.Resources) != 0 || len(p.Related) != 2 || len(p.Links) != 2 || p.Base.Value != "/e/" {
		t.Errorf("%+v", p)
	}
}

// What comes along in an address or in the head of a drawing runs as well.
func TestWhatRuns(t *testing.T) {
	for html, want := range map[string]string{
		`<script src="data:text/javascript,x()"></script>`:            "data: address on <script>",
		`<link rel="stylesheet" href=" DATA:text/css,@import'//m/'">`: "data: address on <link>",
		`<iframe src="data:text/html,<img src=//meter/>">`:            "data: address on <iframe>",
		`<object data="data:image/svg+xml,<svg onload='x()'/>">`:      "data: address on <object>",
		`<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:script/>`:     "<script>",
		`<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg>&a;</svg>`:      "declarations in <!DOCTYPE>",
	} {
		if p := page(t, html); len(p.Active) == 0 || p.Active[0].Value != want {
			t.Errorf("%s: %v", html, p.Active)
		}
	}
	if p := page(t, `<!DOCTYPE html><img src="data:image/png;base64,AAAA"><svg><image href="data:image/png;base64,AAAA"/></svg>`); len(p.Active) > 0 {
		t.Errorf("%v", p.Active)
	}
}

func TestAddressesAreReadAsBrowsersDo(t *testing.T) {
	for address, want := range map[string]string{
		"x.html": "/site/weg/x.html", " /site/a/ ": "/site/a/", "/site/a\n/b": "/site/a/b", "": "/site/weg/", "#top": "/site/weg/#top",
		`\\host\a`: "//host/a", `/\\\host/a`: "//host/a", "https:///host/a": "https://host/a", "?q=a\\b": "/site/weg/?q=a%5Cb", "tel:112": "tel:112", "HTTPS://Host/a": "https://Host/a",
		"caf%C3%A9/": "/site/weg/caf%C3%A9/", "https://host./a": "https://host/a",
	} {
		u, err := page(t, "").Resolve("/site", address)
		if err != nil {
			t.Errorf("%q: %v", address, err)
			continue
		}
		if got := strings.ReplaceAll(u.String(), `\`, "%5C"); got != want {
			t.Errorf("%q leads to %q, want %q", address, got, want)
		}
	}
	for base, want := range map[string]string{
		`<base href="map/"><base href="/elders/">`: "/weg/map/x.html", `<base href="data:text/html,x">`: "/weg/x.html", `<base href="javascript:x">`: "/weg/x.html",
	} {
		if u, _ := page(t, base).Resolve("", "x.html"); u.String() != want {
			t.Errorf("with %s: %s, want %s", base, u, want)
		}
	}
}

// A drawing is read as one however its ending is spelt.
func TestEndingsInCapitals(t *testing.T) {
	s, err := Read(fstest.MapFS{"a.SVG": {Data: []byte(`<svg onload="x()"/>`)}, "b.Html": {Data: []byte(`<p id="een">`)}}, func(*Page) {})
	if err != nil || len(s.SVG) != 1 || len(s.SVG[0].Active) != 1 || len(s.Pages) != 1 {
		t.Errorf("%+v: %v", s, err)
	}
}

func TestAnchors(t *testing.T) {
	p := page(t, `<p id="een"><a name="twee">x</a><template><p id="drie"><template></template><p id="vier"></template><p id="vijf">`).kept()
	got := map[string]bool{}
	for _, fragment := range []string{"", "top", "TOP", "een", "twee", "een:~:text=x", ":~:text=x", "Een", "drie", "vier", "vijf"} {
		got[fragment] = p.HasAnchor(fragment)
	}
	want := map[string]bool{"": true, "top": true, "TOP": true, "een": true, "twee": true, "een:~:text=x": true, ":~:text=x": true, "Een": false, "drie": false, "vier": false, "vijf": true}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A rule sees all of a page, once; of all pages together only what leads to and from
// them stays in memory.
func TestPagesAreLetGo(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]int{}
	s, err := Read(fstest.MapFS{
		"index.html":   {Data: []byte(`<p id="a" data-x="1">Tekst <a href="/b/">b</a><img src="/c.png">`)},
		"b/index.html": {Data: []byte(`<p>Tekst`)},
	}, func(p *Page) {
		mu.Lock()
		defer mu.Unlock()
		seen[p.URL] += len(p.Texts)
	})
	if err != nil || seen["/"] == 0 || seen["/b/"] != 1 {
		t.Fatal(seen, err)
	}
	got := s.Page("/")
	want := &Page{File: "index.html", URL: "/", Lang: got.Lang, Anchors: map[string]bool{"a": true}, Leads: []Lead{{"/b/", 1, 28}, {"/c.png", 1, 47}}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Page{})); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{`<noscript><a href="/x">`, `<svg><a xlink:href="y">`, `<base href="%zz">`, `<meta http-equiv=refresh content=0;url=>`, "<main><h1 id=a>"} {
		f.Add(seed, " /x ")
	}
	f.Fuzz(func(t *testing.T, src, address string) {
		p, err := parse("x.html", []byte(src))
		if err == nil {
			p.Resolve("", address)
			p.kept().HasAnchor(address)
		}
	})
}

func TestTheFirstOfTwoAttributesCounts(t *testing.T) {
	if got := page(t, `<a href="/een/" href="/twee/">x</a>`).Links[0].Dest; got != "/een/" {
		t.Errorf("leads to %q", got)
	}
}
