package links

import (
	"hash/maphash"
	"mime"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
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

// readPage reads a page: nothing, where elements stand in more others than
// the library can follow.
func readPage(body []byte, contentType string) *page {
	p := &page{words: map[uint64]bool{}}
	if doc, err := html.Parse(decoded(body, contentType)); err == nil {
		p.read(doc, nil)
	}
	return p
}

var seed = maphash.MakeSeed()

// Bounds on what is kept of one page.
const (
	longestTitle = 300 // bytes, of one title or heading
	mostTitles   = 10
	mostWords    = 20_000
)

// unread are the elements whose content is no text of the page.
var unread = []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg}

// read takes in a node with all in it, within a title, nil for none.
func (p *page) read(n *html.Node, title *string) {
	heads := n.DataAtom == atom.Title || n.DataAtom == atom.H1
	switch {
	case n.Type == html.TextNode:
		p.text(n.Data, title)
	case slices.Contains(unread, n.DataAtom):
		p.paid = p.paid || n.DataAtom == atom.Script && n.FirstChild != nil && notFree.MatchString(n.FirstChild.Data)
		return
	case n.DataAtom == atom.Meta:
		p.meta(n)
	case heads:
		title = new(string)
	}
	for c := range n.ChildNodes() {
		p.read(c, title)
	}
	if heads && len(p.titles) < mostTitles {
		p.titles = append(p.titles, *title)
	}
}

func (p *page) meta(n *html.Node) {
	attr := map[string]string{}
	for _, a := range slices.Backward(n.Attr) { // of two the first counts
		attr[a.Key] = a.Val
	}
	if strings.EqualFold(attr["http-equiv"], "refresh") && p.refresh == "" {
		p.refresh, p.delay = parseRefresh(attr["content"])
	}
	if attr["property"] == "article:content_tier" && attr["content"] == "locked" {
		p.paid = true
	}
}

// notFree is how schema.org says that an article is for subscribers.
var notFree = regexp.MustCompile(`(?i)"isAccessibleForFree"\s*:\s*"?(false|https?://schema.org/false)\b`)

func (p *page) text(text string, title *string) {
	if title != nil && len(*title) < longestTitle {
		*title = strings.Join(strings.Fields(*title+" "+text[:min(len(text), longestTitle)]), " ")
	}
	for word := range strings.FieldsSeq(text) {
		p.length += len(word) + 1
		if len(p.words) < mostWords {
			p.words[maphash.String(seed, word)] = true
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
