package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	firstTerm = "main .prose a.term"
	firstCite = "main .prose a.cite"
	inBox     = `document.querySelector("#popover")?.contains(document.activeElement)`

	// Milliseconds: longer than any delay of the definitions, and shorter.
	awhile, amoment = 900, 100
)

// openArticle opens a page with terms whose clock stands still: what hovering
// shows depends on how long it lasts, and not on how fast the machine is.
func openArticle(t *testing.T, width, height int64) *tab {
	t.Helper()
	tb := open(t, article, width, height)
	tb.freeze()
	return tb
}

// move puts the mouse somewhere, without pressing.
func (tb *tab) move(x, y float64) {
	tb.t.Helper()
	tb.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
}

// stays fails when an expression is not true for a while.
func (tb *tab) stays(expression, why string) {
	tb.t.Helper()
	tb.pass(awhile)
	if !eval[bool](tb, "!!("+expression+")") {
		tb.t.Error(why)
	}
}

// focusByKeyboard makes the browser take the focus for one that shows.
func (tb *tab) focusByKeyboard(selector string) {
	tb.t.Helper()
	tb.press(kb.Tab)
	tb.script(`document.querySelector("` + selector + `").focus()`)
}

// eachOpener runs a test with a term and with a mark of a source: they open alike.
func eachOpener(t *testing.T, test func(t *testing.T, tb *tab, link string)) {
	t.Helper()
	t.Parallel()
	for name, link := range map[string]string{"term": firstTerm, "cite": firstCite} {
		t.Run(name, func(t *testing.T) { test(t, openArticle(t, 1280, 900), link) })
	}
}

// WCAG 1.4.13: what hover shows can be hovered, stays, and goes with Esc
// without moving the mouse.
func TestPopoverOnHover(t *testing.T) { eachOpener(t, opensOnHover) }

func opensOnHover(t *testing.T, tb *tab, link string) {
	at := tb.spot(link)
	tb.move(at[0], at[1])
	tb.pass(awhile)
	tb.until(termOpen)
	if eval[bool](tb, inBox) {
		t.Error("hovering moves the focus")
	}
	box := eval[[]float64](tb, `(() => {
		const box = document.querySelector("#popover"), r = box.getBoundingClientRect(), term = box.previousElementSibling.getBoundingClientRect();
		return [r.x + 40, r.y + 40, r.y > term.y ? (term.bottom + r.y) / 2 : (r.bottom + term.y) / 2];
	})()`)
	tb.move(at[0], box[2]) // the gap
	tb.pass(amoment)
	tb.move(box[0], box[1])
	tb.stays(termOpen, "the definition goes when the mouse moves onto it")
	tb.press(kb.Escape)
	tb.until(`!` + termOpen)
	tb.stays(`!`+termOpen, "after Esc the definition comes back by itself")

	tb.move(2, 2)
	tb.move(at[0], at[1])
	tb.pass(awhile)
	tb.until(termOpen)
	tb.move(2, 2)
	tb.pass(awhile)
	tb.until(`!` + termOpen)
}

func TestPassingMouseShowsNothing(t *testing.T) { eachOpener(t, staysShut) }

func staysShut(t *testing.T, tb *tab, link string) {
	at := tb.spot(link)
	tb.move(at[0], at[1])
	tb.pass(amoment)
	if eval[bool](tb, `!!`+termOpen) {
		t.Error("a definition opens at once")
	}
	tb.move(2, 2)
	tb.stays(`!`+termOpen, "a definition opens under a mouse that only passed")
}

func TestPopoverOnFocus(t *testing.T) { eachOpener(t, opensOnFocus) }

func opensOnFocus(t *testing.T, tb *tab, link string) {
	on := `document.activeElement.matches("` + link + `")`
	tb.focusByKeyboard(link)
	tb.pass(awhile)
	tb.until(termOpen)
	if !eval[bool](tb, on) {
		t.Error("a preview takes the focus")
	}
	tb.stays(termOpen, "the preview goes while the term has the focus")
	tb.press(kb.Escape)
	tb.until(`!` + termOpen)
	tb.stays(`!`+termOpen+` && `+on, "after Esc the preview comes back, or the focus is gone")

	// Tab goes on to what follows in the text, not into the preview.
	tb.script(`document.activeElement.blur()`)
	tb.focusByKeyboard(link)
	tb.pass(awhile)
	tb.until(termOpen)
	tb.press(kb.Tab)
	if eval[bool](tb, inBox) {
		t.Error("Tab leads into a preview")
	}
	tb.pass(awhile)
	tb.until(`!` + termOpen + ` || document.querySelector("#popover").previousElementSibling === document.activeElement`)
}

// A press on a term whose preview shows leads into it, and back without showing it again.
func TestPressLeadsIntoThePreview(t *testing.T) {
	t.Parallel()
	tb := openArticle(t, 1280, 900)
	tb.focusByKeyboard(firstTerm)
	tb.pass(awhile)
	tb.until(termOpen)
	tb.press(kb.Enter)
	tb.until(inBox)
	tb.press(kb.Tab, kb.Tab)
	if href := eval[string](tb, `document.activeElement.getAttribute("href") ?? ""`); !strings.HasPrefix(href, "/bronnen/") {
		t.Errorf("the second stop in the definition is %q, not its source", href)
	}
	tb.press(kb.Escape)
	tb.until(`!` + termOpen + ` && document.activeElement.matches("a.term")`)
	tb.stays(`!`+termOpen, "back on the term the definition opens again")
}

func TestDefinitionShowsItsSource(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	tb.click(firstTerm)
	tb.until(termOpen)
	if got := eval[string](tb, `document.querySelector("#popover .term-notes__sources").textContent`); !strings.Contains(got, "hfst.") {
		t.Errorf("the source reads %q", got)
	}
	tb.script(axe(t))
	tb.judgeWithAxe("an open definition", "")
	tb.click("#popover .term-notes__more a")
	tb.until(`location.pathname.startsWith("/begrippen/")`)
}

func TestNoPreviewOnANarrowScreen(t *testing.T) {
	t.Parallel()
	tb := openArticle(t, 360, 740)
	tb.focusByKeyboard(firstTerm)
	tb.stays(`!`+termOpen, "on a narrow screen a preview lies over the text")
	tb.press(kb.Enter)
	tb.until(termOpen)
}
