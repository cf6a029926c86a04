package browser

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var (
	// block begins what is laid out as a whole, and a page may stop before it. Where it stops within a line of text that line is
	// laid out anew when the rest comes, which no page can help.
	block   = regexp.MustCompile(`<(?:article|aside|button|dd|details|div|dl|dt|figure|form|h[1-6]|header|input|label|li|nav|ol|p|section|svg|table|td|th|tr|ul|span class="(?:help-block|search-form))\b`)
	opening = regexp.MustCompile(`^<\w+`)
	// unseen is no part of the document where scripts run.
	unseen = regexp.MustCompile(`(?s)<noscript\b.*?</noscript>|<template\b.*?</template>`)
)

// piecesOf cuts a page before its blocks, before one of twelve when it is not on trial. Each piece but the first begins with an
// element that bears its number.
func piecesOf(page string, n int) (pieces []string) {
	hidden := unseen.FindAllStringIndex(page, -1)
	at, body := 0, strings.Index(page, "<body")
	for i, cut := range block.FindAllStringIndex(page[body:], -1) {
		from := body + cut[0]
		if !*trial && (n+i)%12 != 0 || slices.ContainsFunc(hidden, func(part []int) bool { return part[0] < from && from < part[1] }) {
			continue
		}
		pieces, at = append(pieces, page[at:from]), from
	}
	pieces = append(pieces, page[at:])
	for i, piece := range pieces[1:] {
		name := opening.FindString(piece)
		pieces[i+1] = fmt.Sprintf("%s data-piece=%d%s", name, i+1, piece[len(name):])
	}
	return pieces
}

// A page that comes in pieces, each of them drawn before the next one comes, moves nothing that is seen. A screen and a half is
// looked at.
func TestNothingMovesWhileAPageComes(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	var pieces []string
	var next, rest chan struct{}
	site := pages(public)
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("come") != "in-pieces" {
			site.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		for _, piece := range pieces {
			io.WriteString(w, piece)
			w.(http.Flusher).Flush()
			select {
			case <-next:
			case <-rest:
			}
		}
	}))
	defer slow.Close()
	tb := openAt(t, slow.URL, "/", 1280, 800)
	n := 0
	for name, path := range looked(t) {
		if leftOut(name) {
			continue
		}
		path, _, _ = strings.Cut(path, "?")
		file := path
		if strings.HasSuffix(path, "/") {
			file += "index.html"
		}
		text, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range inTurn[int64](n, 1280, 360) {
			tb.do(chromedp.EmulateViewport(width, 800))
			pieces, next, rest = piecesOf(string(text), n), make(chan struct{}), make(chan struct{})
			tb.script(fmt.Sprintf(`location.assign(%q)`, path+"?come=in-pieces"))
			for i := range pieces[1:] {
				next <- struct{}{}
				there := fmt.Sprintf(`document.querySelector("[data-piece='%d']")`, i+1)
				if i == 0 {
					tb.until(there)
				}
				if !eval[bool](tb, fmt.Sprintf(`new Promise((done) => {
					const look = () => requestAnimationFrame(() => %s ? requestAnimationFrame(() => done(document.body.offsetHeight < 1.5 * innerHeight)) : look());
					look();
				})`, there), chromedp.EvalAwaitPromise) {
					break
				}
			}
			close(rest)
			tb.until(`document.readyState === "complete"`)
			if moved := eval[[]string](tb, moves, chromedp.EvalAwaitPromise); len(moved) > 0 {
				t.Errorf("%s, %d pixels: moves while it comes in pieces: %s", name, width, strings.Join(moved, "; "))
			}
		}
		n++
	}
}

// moves lists what moved since the page began to come.
const moves = `new Promise((done) => {
	const moved = [];
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) for (const { node } of entry.sources) {
			const element = node?.nodeType === 3 ? node.parentElement : node;
			moved.push((element?.localName ?? "gone") + "." + (element?.className ?? ""));
		}
	}).observe({ type: "layout-shift", buffered: true });
	requestAnimationFrame(() => requestAnimationFrame(() => done([...new Set(moved)])));
})`
