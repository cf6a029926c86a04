package browser

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// stillPage keeps a page from moving by itself between two pictures.
const stillPage = "* { scroll-behavior: auto !important; transition: none !important; animation: none !important; caret-color: transparent !important }"

// wideText is the distance that WCAG 1.4.12 lets readers set.
const wideText = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }"

// restyle adds a style sheet to the page, as a reader's own.
func (tb *tab) restyle(css string) {
	tb.t.Helper()
	tb.script("(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(" + quote(css) + "); document.adoptedStyleSheets = [sheet]; })()")
}

// controls lists what Tab reaches and can be seen, one of each look, as
// window.controls; it gives their looks.
const controls = `(() => {
	const seen = new Map();
	for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
		const look = e.localName + "." + e.className + " in " + e.parentElement.localName + "." + e.parentElement.className;
		if (e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0 && !seen.has(look)) seen.set(look, e);
	}
	window.controls = [...seen.values()];
	return [...seen.keys()];
})()`

// control is what Tab reaches in the file of a page, with its class.
var control = regexp.MustCompile(`<(a|button|input|select|textarea|summary)\b(?:[^>]*\bclass=("[^"]*"|[^\s>]+))?`)

// brings tells whether the file of a page has a control with a class that those before it had not; on trial each page does.
func brings(t *testing.T, path string, seen map[string]bool) (another bool) {
	t.Helper()
	file, err := os.ReadFile(builtFile(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range control.FindAllSubmatch(file, -1) {
		kind := string(m[1]) + string(m[2])
		another, seen[kind] = another || !seen[kind], true
	}
	return another || *trial
}

// WCAG 2.4.7 and 1.4.11: the focus can be seen on every control, whatever its own style says.
func TestEveryControlShowsItsFocus(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 300) // a small window is pictured fast
	tb.expected = "404"
	seen, classes, n := map[string]bool{}, map[string]bool{}, 0
	for name, path := range looked(t) {
		if leftOut(name) || !brings(t, path, classes) {
			continue
		}
		tb.visit(path)
		tb.settle(name)
		tb.until(`[...document.querySelectorAll("details[data-wide-open]")].every((e) => e.open)`) // the script has run
		tb.restyle(stillPage)
		looks := eval[[]string](tb, controls)
		for _, scheme := range inTurn(n, "light", "dark", forced) {
			tb.media("", scheme)
			for i, look := range looks {
				if key := look + scheme; !seen[look] && !seen[key] {
					seen[key] = true
					if bytes.Equal(tb.picture(i, false), tb.picture(i, true)) {
						t.Errorf("%s, %s: %s looks the same with focus", name, scheme, look)
					}
				}
			}
		}
		if n++; !*trial { // a control is looked at in the colours of the first page that has it
			for _, look := range looks {
				seen[look] = true
			}
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d controls were looked at", len(seen))
	}
}

// picture returns what the window shows with a control in the middle.
func (tb *tab) picture(i int, focused bool) []byte {
	tb.t.Helper()
	tb.script(fmt.Sprintf(`(() => {
		const e = window.controls[%d];
		if (%v) e.focus({focusVisible: true, preventScroll: true}); else document.activeElement.blur();
		e.scrollIntoView({block: "center"});
	})()`, i, focused))
	fast := true
	return call(tb, page.CaptureScreenshot, page.CaptureScreenshotParams{OptimizeForSpeed: &fast}).Data
}

// Text keeps a contrast of 7 to 1 under the pointer, while pressed and with the focus: axe looks at controls at rest.
func TestStatesKeepTheirContrast(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	seen := map[string]bool{}
	for i, kind := range []string{"home", "explainer", "contacts", "module", "search", "term", "figures", "glossary", "source"} {
		tb.visit(kinds[kind])
		tb.settle(kind)
		tb.script(axe(t))
		tb.restyle(stillPage)
		if tb.mark(seen) == 0 {
			continue
		}
		for n, states := range [][]string{{"hover"}, {"hover", "active"}, {"focus", "focus-visible"}} {
			tb.force("[data-looked-at]", states)
			for _, scheme := range inTurn(i+n, "light", "dark") {
				tb.media("", scheme)
				for _, v := range eval[[]violation](tb, contrast, chromedp.EvalAwaitPromise) {
					t.Errorf("%s, %v, %s: %d places\n%s\n%s", kind, states, scheme, len(v.Nodes), v.Nodes[0].HTML, v.Nodes[0].Summary)
				}
			}
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d controls were looked at", len(seen))
	}
}

// contrast is what axe says of the marked controls.
const contrast = `axe.run("[data-looked-at]", {resultTypes: ["violations"], runOnly: ["color-contrast-enhanced"], rules: {"color-contrast-enhanced": {enabled: true}}}).then(r => r.violations)`

// mark marks the controls of a page that look other than those seen before or, on trial, all. It returns how many.
func (tb *tab) mark(seen map[string]bool) (marked int) {
	tb.t.Helper()
	for i, look := range eval[[]string](tb, controls) {
		if seen[look] && !*trial {
			continue
		}
		seen[look] = true
		marked++
		tb.script(fmt.Sprintf(`controls[%d].setAttribute("data-looked-at", "")`, i))
	}
	return marked
}

// force makes the page show elements as if they had states: what they look like under the pointer or pressed.
func (tb *tab) force(selector string, states []string) {
	tb.t.Helper()
	call(tb, dom.Enable, dom.EnableParams{})
	call(tb, css.Enable, cdp.Empty{})
	document := call(tb, dom.GetDocument, dom.GetDocumentParams{}).Root.NodeID
	for _, node := range call(tb, dom.QuerySelectorAll, dom.QuerySelectorAllParams{NodeID: document, Selector: selector}).NodeIDs {
		call(tb, css.ForcePseudoState, css.ForcePseudoStateParams{NodeID: node, ForcedPseudoClasses: states})
	}
}

// unnamedScrolls lists what scrolls by itself and is not named, or cannot be scrolled by the keyboard.
const unnamedScrolls = `[...document.querySelectorAll("body *")].filter((e) => {
	const style = getComputedStyle(e);
	if (!/auto|scroll/.test(style.overflowX + style.overflowY) || !e.checkVisibility()) return false;
	if (e.scrollWidth <= e.clientWidth + 1 && e.scrollHeight <= e.clientHeight + 1) return false;
	return !e.matches("[aria-label], [aria-labelledby]") || !(e.tabIndex === 0 || e.querySelector("a[href], button, input, summary"));
}).map((e) => "scrolls, and has no name or no place in the order of Tab: " + e.outerHTML.slice(0, 120))`

// spaced: what lets a reader set the distance of letters, words and lines loses nothing (WCAG 1.4.12), at any width.
func spaced() look {
	return look{widths: ends[int64](320, 640, 768, 1024, 1440), css: wideText, faults: "[..." + sideways + ", ..." + unnamedScrolls + "]"}
}

// sideways tells what makes a page scroll sideways.
const sideways = `(() => {
	if (document.documentElement.scrollWidth <= innerWidth) return [];
	const widest = [...document.querySelectorAll("body *")].find((e) => e.getBoundingClientRect().right > innerWidth);
	return ["wider than the window: " + widest?.outerHTML.slice(0, 200)];
})()`

// In the header nothing lies over anything else, and the quick exit hides no end of a line.
func TestNothingLiesOverText(t *testing.T) {
	t.Parallel()
	for _, path := range []string{article, "/en/network/three-parts/"} {
		tb := open(t, path, 320, 640)
		for _, width := range []int64{320, 340, 360, 400} {
			tb.do(chromedp.EmulateViewport(width, 640))
			if over := eval[string](tb, `(() => {
				const parts = [".brand", ".site-header__menu", ".language-switch"].map((one) => document.querySelector(one));
				const text = (e) => { const range = document.createRange(); range.selectNodeContents(e); return range.getBoundingClientRect(); };
				const lies = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
				return parts.find((one, i) => parts.some((other, j) => i !== j && lies(text(one), other.getBoundingClientRect())))?.className ?? "";
			})()`); over != "" {
				t.Errorf("%s: at %d pixels %s and what stands beside it lie over each other", path, width, over)
			}
			if free := eval[bool](tb, `(() => {
				scrollTo({top: document.body.scrollHeight, behavior: "instant"});
				const bar = document.querySelector("[data-exit]").getBoundingClientRect();
				const last = document.querySelector(".site-footer__small").getBoundingClientRect();
				return bar.left <= 0 && bar.right >= innerWidth && last.bottom <= bar.top;
			})()`); !free {
				t.Errorf("%s: at %d pixels the quick exit lies over text", path, width)
			}
		}
	}
}

// The header is read in the order in which it is seen, from left to right and from top to bottom, at every width.
func TestHeaderIsReadAsSeen(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	for _, width := range []int64{320, 360, 500, 800, 1280} {
		tb.do(chromedp.EmulateViewport(width, 800))
		if wrong := eval[string](tb, `(() => {
			const parts = [...document.querySelector(".site-header__bar").children].filter((e) => e.checkVisibility()).map((e) => [e.className, e.getBoundingClientRect()]);
			for (let i = 1; i < parts.length; i++) {
				const [before, after] = [parts[i - 1][1], parts[i][1]];
				if (after.top < before.bottom && after.left < before.right) return parts[i][0];
			}
			return "";
		})()`); wrong != "" {
			t.Errorf("at %d pixels %s is seen before what is read before it", width, wrong)
		}
	}
}

// hit: source markers and links in lists are large enough to hit, though WCAG 2.5.8 exempts what stands in text.
var hit = look{widths: []int64{360, 1280}, faults: `(() => {
	const small = [...document.querySelectorAll("a.cite, :is(li, dt, dd) a[href]")].filter((a) => {
		const boxes = [...a.getClientRects()];
		return a.checkVisibility({visibilityProperty: true}) && (Math.max(...boxes.map((r) => r.height)) < 24 || Math.max(...boxes.map((r) => r.width)) < 24);
	});
	const size = (a) => a.getBoundingClientRect().width.toFixed(0) + " by " + a.getBoundingClientRect().height.toFixed(0);
	return small.map((a) => "small: " + a.className + " in " + a.parentElement.localName + "." + a.parentElement.className + ", " + size(a));
})()`}
