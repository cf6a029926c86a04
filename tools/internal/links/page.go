package links

import (
	"hash/maphash"
	"mime"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// A page is what a verdict needs of an HTML page.
type page struct {
	titles  []string // the title and the headings of the first level
	refresh string   // where the page sends its reader on its own, "" for nowhere
	delay   time.Duration
	paid    bool // it says that reading takes a subscription
	length  int  // of the text, in bytes
	words   map[uint64]bool
}

// isHTML tells by the declared type, or by the first bytes when there is none.
func isHTML(contentType string, body []byte) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	if contentType == "" || err != nil && kind == "" {
		kind, _, _ = mime.ParseMediaType(http.DetectContentType(body))
	}
	return kind == "text/html" || kind == "application/xhtml+xml"
}

func readPage(body []byte, contentType string) *page {
	p := &page{words: map[uint64]bool{}}
	r := pageReader{page: p, z: html.NewTokenizer(decoded(body, contentType))}
	for r.next() {
	}
	return p
}

type pageReader struct {
	*page
	z    *html.Tokenizer
	in   string // "title" or "h1", while in one
	skip string // the element whose content is no text of the page
}

var seed = maphash.MakeSeed()

// Bounds on what is kept of one page.
const (
	longestTitle = 300 // bytes, of one title or heading
	mostTitles   = 10
	mostWords    = 20_000
)

// next takes in one token; false at the end.
func (r *pageReader) next() bool {
	switch kind := r.z.Next(); kind {
	case html.ErrorToken:
		return false
	case html.TextToken:
		r.text(string(r.z.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		if name, more := r.z.TagName(); r.skip == "" {
			r.start(string(name), more, kind == html.SelfClosingTagToken)
		}
	case html.EndTagToken:
		r.end(r.z.TagName())
	}
	return true
}

func (r *pageReader) start(name string, attributes, closed bool) {
	switch name {
	case "title", "h1":
		if len(r.titles) < mostTitles {
			r.in = name
			r.titles = append(r.titles, "")
		}
	case "script", "style", "noscript", "template", "svg":
		if !closed || name != "svg" {
			r.skip = name
		}
	case "meta":
		r.meta(r.attributes(attributes))
	}
}

func (r *pageReader) end(name []byte, _ bool) {
	switch string(name) {
	case r.skip:
		r.skip = ""
	case r.in:
		r.in = ""
	}
}

func (r *pageReader) attributes(more bool) map[string]string {
	out := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = r.z.TagAttr()
		if _, known := out[string(key)]; !known {
			out[string(key)] = string(value)
		}
	}
	return out
}

func (r *pageReader) meta(attr map[string]string) {
	if strings.EqualFold(attr["http-equiv"], "refresh") && r.refresh == "" {
		r.refresh, r.delay = parseRefresh(attr["content"])
	}
	if attr["property"] == "article:content_tier" && attr["content"] == "locked" {
		r.paid = true
	}
}

// notFree is how schema.org says that an article is for subscribers.
var notFree = regexp.MustCompile(`(?i)"isAccessibleForFree"\s*:\s*"?(false|https?://schema.org/false)\b`)

func (r *pageReader) text(text string) {
	if r.skip != "" {
		r.paid = r.paid || r.skip == "script" && notFree.MatchString(text)
		return
	}
	if r.in != "" {
		last := &r.titles[len(r.titles)-1]
		if len(*last) < longestTitle {
			*last = strings.Join(strings.Fields(*last+" "+text[:min(len(text), longestTitle)]), " ")
		}
	}
	for word := range strings.FieldsSeq(text) {
		r.length += len(word) + 1
		if len(r.words) < mostWords {
			r.words[maphash.String(seed, word)] = true
		}
	}
}

// enough is the text that a page must have to be told from another one.
// Less is the shell of a page that a script fills in the browser.
const enough = 200

// fewWords may differ on any page: the address asked for, a date, a number.
const fewWords = 4

// same reports whether two pages are alike but for what changes on each visit.
func (p *page) same(other *page) bool {
	if p.length < enough || other.length < enough || len(p.titles) == 0 || len(other.titles) == 0 || p.titles[0] != other.titles[0] {
		return false
	}
	common := 0
	for w := range p.words {
		if other.words[w] {
			common++
		}
	}
	all := len(p.words) + len(other.words) - common
	return all-common <= max(all/10, fewWords)
}

var refreshContent = regexp.MustCompile(`(?i)^\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?\s*([^"']+)`)

// parseRefresh reads the content of <meta http-equiv="refresh">.
func parseRefresh(content string) (to string, delay time.Duration) {
	m := refreshContent.FindStringSubmatch(content)
	if m == nil {
		return "", 0
	}
	n, _ := strconv.Atoi(m[1])
	return strings.TrimSpace(m[2]), time.Duration(n) * time.Second
}

// parseRetryAfter reads the header of that name: a number of seconds or a time.
func parseRetryAfter(value string, now time.Time) time.Duration {
	value = strings.TrimSpace(value)
	if n, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(n) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}
