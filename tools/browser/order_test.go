package browser

import (
	"fmt"
	"slices"
	"strings"

	"github.com/chromedp/chromedp"
)

// asides are read at another place than where they are seen, from some width on, each with its reason.
var asides = map[string]struct {
	from int64
	why  string
}{
	".nl-skip-link": {0, "is seen while it has the focus only, at the head of the window"},
	".quick-exit":   {0, "stays at the edge of the window, whatever is read"},
	".page__article > :is(.contents, .term-facts)": {1024, "a list at the side, in a column of its own"},
	".network": {768, "a drawing goes in two directions; it is read box by box, each with its links, and on phones seen so"},
}

// readBefore lists pairs of texts of which the second is read after the first and seen before it: above it in its
// column, or left of it on its line.
const readBefore = `(() => {
	const aside = Object.entries(%s).filter(([, from]) => innerWidth >= from).map(([selector]) => selector).join();
	const boxes = [];
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const cut = (e) => e && (getComputedStyle(e).clipPath !== "none" || cut(e.parentElement)); // for who hears it only
	const unseen = (e) => !e.checkVisibility({visibilityProperty: true}) || e.closest(aside) || cut(e);
	while (texts.nextNode()) {
		if (!texts.currentNode.data.trim() || unseen(texts.currentNode.parentElement)) continue;
		const range = document.createRange();
		range.selectNodeContents(texts.currentNode);
		for (const {left, right, top, bottom} of range.getClientRects()) { // as plain numbers: they are compared millions of times
			if (right - left > 1 && bottom - top > 1) boxes.push({left, right, top, bottom, text: texts.currentNode.data.trim().slice(0, 40)});
		}
	}
	const wrong = [];
	for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
		const a = boxes[i], b = boxes[j];
		const column = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1;
		const line = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
		if (column && b.bottom <= a.top + 1 || line && b.right <= a.left + 1) wrong.push(a.text + " < " + b.text);
	}
	return wrong.map((pair) => "read in this order, and seen the other way: " + pair);
})()`

// WCAG 1.3.2 and 2.4.3: a page is read in the order in which it is seen, column by column, at every width: at two of four in turn, on trial at all.
func readAsSeen(n int) look {
	return look{widths: slices.Concat(inTurn(n, []int64{320, 768}, []int64{360, 1280})...), faults: fmt.Sprintf(readBefore, asidesOfWidths())}
}

// asidesOfWidths returns, as an object of JavaScript, from which width on what is read elsewhere.
func asidesOfWidths() string {
	var selectors []string
	for selector, aside := range asides {
		selectors = append(selectors, fmt.Sprintf("%q: %d", selector, aside.from))
	}
	return "{" + strings.Join(selectors, ", ") + "}"
}

// atOnce compares where things stand with where they stood before scripts showed what the file hides.
const atOnce = `(async () => {
	` + fetched + `
	const file = await fetched(location.href);
	const places = () => new Map([...document.querySelectorAll("main *")].filter((e) => e.checkVisibility({visibilityProperty: true})).map((e) => [e, e.getBoundingClientRect()]));
	const now = places();
	const [is, was] = [document, file].map((one) => [...one.querySelectorAll("[data-print], [data-copy], [data-filter-box], details[data-wide-open]")]);
	is.forEach((e, i) => { e.hidden = was[i].hidden; e.open = was[i].open; if (e.open !== undefined) e.dataset.wideOpen = was[i].dataset.wideOpen; });
	const before = places();
	return [...before].filter(([e, box]) => now.has(e) && box.top < innerHeight && (Math.abs(now.get(e).top - box.top) > 1 || Math.abs(now.get(e).left - box.left) > 1)).map(([e]) => e.localName + "." + e.className).slice(0, 3);
})()`

// keepsStill reports what moves when scripts run. The page is of no use afterwards.
func (tb *tab) keepsStill(name string) {
	tb.t.Helper()
	for _, thing := range eval[[]string](tb, atOnce, chromedp.EvalAwaitPromise) {
		tb.t.Errorf("%s: moves when scripts run: %s", name, thing)
	}
}
