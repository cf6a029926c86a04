package browser

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// A look is what every page is judged by at some widths of the window: a script that lists what is wrong.
type look struct {
	widths []int64
	css    string // a reader's own style meanwhile
	medium string // "" for the screen
	faults string
}

func looks(n int) []look {
	return []look{reflow, readAsSeen(n), hit, placed, spaced(), onSheet, addressed}
}

// Every kind of page is visited once and looked at in all ways, at every width, and in one language with axe; it is loaded on a phone and on a
// wide screen in turn. Two tabs share the pages.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	for part := range 2 {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			tb := open(t, "/", 1280, 800)
			tb.expected = "404"
			n := 0
			for name, path := range looked(t) {
				if n%2 == part {
					tb.judgePage(name, path, n)
				}
				n++
			}
		})
	}
}

func (tb *tab) judgePage(name, path string, n int) {
	tb.t.Helper()
	for i, width := range inTurn[int64](n, 360, 1280) {
		tb.do(chromedp.EmulateViewport(width, 800))
		fetches := tb.comes(name, path)
		tb.judgeLooks(name, n)
		if i == 0 && !leftOut(name) {
			tb.script(axe(tb.t))
			tb.judgeViews(name, inTurn(n, views...))
			tb.media("", "light")
		}
		tb.do(chromedp.EmulateViewport(width, 800))
		if fetches { // its results have come at another width
			tb.visit(path)
			tb.settle(name)
		}
		tb.keepsStill(name)
	}
}

// comes loads the page and reports what moves meanwhile, and whether results are to come. A browser that draws a line of which half has
// come lays it out anew, which is chance (blocks: TestNothingMovesWhileAPageComes); what the page itself does is done every time.
func (tb *tab) comes(name, path string) (fetches bool) {
	tb.t.Helper()
	shift := 1.0
	for range 3 {
		tb.visit(path)
		fetches = tb.settle(name)
		if shift = min(shift, tb.shift()); shift == 0 {
			return fetches
		}
	}
	tb.t.Errorf("%s: moves while it comes: layout shift %v", name, shift)
	return fetches
}

// painted waits until the page has been drawn anew.
const painted = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`

// judgeLooks looks at the page in all ways, from narrow to wide.
func (tb *tab) judgeLooks(name string, n int) {
	tb.t.Helper()
	var widths []int64
	for _, l := range looks(n) {
		widths = append(widths, l.widths...)
	}
	slices.Sort(widths)
	for _, width := range slices.Compact(widths) {
		tb.do(chromedp.EmulateViewport(width, 800))
		for _, l := range looks(n) {
			if !slices.Contains(l.widths, width) {
				continue
			}
			if l.css != "" || l.medium != "" {
				tb.media(l.medium, "light")
				tb.restyle(l.css)
				eval[bool](tb, painted, chromedp.EvalAwaitPromise) // scripts have seen what it changes
			}
			for i, fault := range eval[[]string](tb, l.faults) {
				if i < 3 {
					tb.t.Errorf("%s, %d pixels: %s", name, width, fault)
				}
			}
			if l.css != "" || l.medium != "" {
				tb.media("", "light")
				tb.restyle("")
			}
		}
	}
}
