package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const article = "/netwerk/wat-is-com/"

const termOpen = `document.querySelector("#popover")?.matches(":popover-open")`

func TestTermByKeyboard(t *testing.T) {
	t.Parallel()
	for _, key := range []string{kb.Enter, " "} {
		tb := open(t, article, 1280, 900)
		tb.script(`document.querySelector("main .prose a.term").focus()`)
		tb.press(key)
		tb.until(termOpen)
		if eval[string](tb, `document.querySelector("#popover").textContent.trim()`) == "" {
			t.Error("the definition is empty")
		}
		tb.press(kb.Escape)
		tb.until(`!` + termOpen)
		if !eval[bool](tb, `document.activeElement.matches("a.term")`) {
			t.Error("after Esc the focus is not on the term")
		}
		if got := tb.path(); got != article {
			t.Errorf("the key went to %s", got)
		}
	}
}

func TestTermKeepsTheKeyboardsPlace(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	tb.script(`document.querySelector("main .prose a.term").focus()`)
	tb.press(kb.Enter)
	tb.until(termOpen)
	tb.press(kb.Tab)
	if !eval[bool](tb, `document.querySelector("#popover").contains(document.activeElement)`) {
		t.Error("Tab does not lead into the definition")
	}
	for range 6 { // not a trap: going on leads out and closes it
		tb.press(kb.Tab)
	}
	tb.until(`!` + termOpen)
}

func TestTermByTouchAndMouse(t *testing.T) {
	t.Parallel()
	phone := open(t, article, 360, 740)
	phone.tap("main .prose a.term")
	phone.until(termOpen)
	if overflow := eval[bool](phone, `document.documentElement.scrollWidth > innerWidth`); overflow {
		t.Error("the definition makes the page scroll sideways")
	}
	box := eval[[]float64](phone, `(() => { const r = document.querySelector("#popover").getBoundingClientRect(); return [r.left, r.right, r.top, r.bottom, innerWidth, innerHeight] })()`)
	if box[0] < 0 || box[1] > box[4] || box[2] < 0 || box[3] > box[5]+1 {
		t.Errorf("the definition is not on the screen: %v", box)
	}
	phone.tap("#popover button")
	phone.until(`!` + termOpen)

	mouse := open(t, article, 1280, 900)
	mouse.click("main .prose a.term")
	mouse.until(termOpen)
	mouse.click("main .prose a.term")
	mouse.until(`!` + termOpen)
}

func TestTermWithoutScriptIsALink(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	call(tb, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tb.visit(article)
	tb.click("main .prose a.term")
	tb.until(`location.pathname.startsWith("/begrippen/")`)
}

func TestPrintShowsTermsAsNotes(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	tb.media("print", "light")
	for selector, shown := range map[string]bool{
		"[id^='term-']": true, "#source-1": true, "main h1": true,
		"nav.menu": false, ".site-footer nav": false, "[data-search]": false, "[data-exit]": false, ".heading__link": false,
	} {
		if got := eval[bool](tb, `document.querySelector("`+selector+`")?.checkVisibility() ?? false`); got != shown {
			t.Errorf("in print %s is visible: %v, want %v", selector, got, shown)
		}
	}
	pdf, err := chromedp.Run(tb, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(pdf), "%PDF") {
		t.Error("the page does not print")
	}
}

// The contents say which section is being read; on a page about acting they follow the steps, and stand beside them.
func TestContentsShowThePlace(t *testing.T) {
	t.Parallel()
	for _, page := range []string{article, "/handelen/sociaal-werk/"} {
		tb := open(t, page, 1280, 900)
		if !eval[bool](tb, `document.querySelector(".contents").getBoundingClientRect().left > document.querySelector(".prose").getBoundingClientRect().right`) {
			t.Errorf("%s: the contents are not beside the text", page)
		}
		tb.script(`document.documentElement.style.scrollBehavior = "auto";
			document.querySelectorAll(".contents__link")[2].click()`)
		tb.until(`document.querySelectorAll(".contents__link")[2].getAttribute("aria-current") === "location"`)
		if n := eval[int](tb, `document.querySelectorAll(".contents [aria-current]").length`); n != 1 {
			t.Errorf("%s: %d sections are the current one", page, n)
		}
	}
}

func TestLanguageSwitchLeadsToTheSamePage(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	tb.click("a.language-switch")
	tb.until(`location.pathname === "/en/network/what-is-com/" && document.documentElement.lang === "en"`)
	tb.click("a.language-switch")
	tb.until(`location.pathname === "` + article + `" && document.documentElement.lang === "nl"`)
}

// The neutral site is answered by the test: nothing leaves the machine.
func leaveWith(t *testing.T, how func(*tab)) {
	tb := open(t, article, 1280, 900)
	tb.away = "www.knmi.nl"
	paused := chromedp.Events(tb, fetch.RequestPaused)
	call(tb, fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "https://*"}}})
	go func() {
		for e, err := range paused {
			if err != nil {
				return
			}
			chromedp.Call(tb, fetch.FulfillRequest, fetch.FulfillRequestParams{RequestID: e.RequestID, ResponseCode: 200})
		}
	}()
	how(tb)
	tb.until(`location.host === "www.knmi.nl"`)
	entries := call(tb, page.GetNavigationHistory, cdp.Empty{}).Entries
	for _, e := range entries {
		if strings.HasSuffix(e.URL, article) {
			t.Errorf("Back still leads to %s", e.URL)
		}
	}
}

func TestQuickExitByButton(t *testing.T) {
	t.Parallel()
	leaveWith(t, func(tb *tab) { tb.click("[data-exit]") })
}

// The presses come within the time for them, whatever the machine takes.
func TestQuickExitByThreeShifts(t *testing.T) {
	t.Parallel()
	leaveWith(t, func(tb *tab) {
		tb.freeze()
		tb.press(kb.Shift, kb.Shift, kb.Shift)
		tb.thaw()
	})
}

// Who presses Shift by chance hears what that begins, and that it is over.
func TestQuickExitCountsAloud(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	const said = `document.querySelector("[data-exit-status]").textContent`
	tb.press("A")
	if got := eval[string](tb, said); got != "" {
		t.Errorf("a capital is counted: %q", got)
	}
	tb.freeze()
	tb.press(kb.Shift)
	first := eval[string](tb, said)
	tb.press(kb.Shift)
	second := eval[string](tb, said)
	tb.pass(6000)
	lapsed := eval[string](tb, said)
	tb.thaw()
	if first == "" || second == first || lapsed == second || lapsed == "" {
		t.Errorf("one, two, too late: %q, %q, %q", first, second, lapsed)
	}
	tb.press(kb.Shift, "b")
	if got := eval[string](tb, said); got != lapsed {
		t.Errorf("another key does not end the count: %q", got)
	}
}

func TestSkipLinkComesFirst(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	tb.press(kb.Tab)
	if got := eval[string](tb, `document.activeElement.getAttribute("href")`); got != "#content" {
		t.Fatalf("the first Tab leads to %q", got)
	}
	tb.press(kb.Enter)
	tb.until(`location.hash === "#content" && document.activeElement.id === "content"`)
}

func TestUnknownAddressHelps(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	tb.expected = "404"
	tb.visit("/bestaat/niet/")
	tb.until(`document.querySelector("main h1") && document.querySelector("a[href='tel:112']")`)
}
