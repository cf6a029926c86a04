package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// The questions that lead to who can help stand whole on one screen, danger first, and each answer is one press away:
// on a phone those that ask further are folded, on a wide screen none is.
func TestWhoToCallIsATreeOnOneScreen(t *testing.T) {
	t.Parallel()
	const tree = `document.querySelector("ol:has(> li > .fold)")`
	const bottom = tree + `.getBoundingClientRect().bottom`
	const answers = `[...` + tree + `.querySelectorAll("li:not(:has(li)) :is([href^='tel:'], [href^='http'], [href$='/'])")]`
	tb := open(t, "/", 360, 800)
	for _, path := range []string{kinds["contacts"], "/en/what-to-do/who-to-call/"} {
		tb.phone(path)
		tb.do(chromedp.EmulateViewport(360, 800))
		if end, room := eval[float64](tb, bottom), eval[float64](tb, `document.querySelector(".quick-exit").getBoundingClientRect().top`); end > room {
			t.Errorf("%s: on a phone the questions end at %v, the window shows %v", path, end, room)
		}
		if first := eval[string](tb, tree+`.querySelector("a").getAttribute("href")`); first != "tel:112" {
			t.Errorf("%s: %q comes first", path, first)
		}
		for i := range eval[int](tb, tree+`.querySelectorAll(".fold").length`) {
			tb.click(fmt.Sprintf("ol > li:nth-child(%d of :has(> .fold)) summary", i+1))
		}
		if n := eval[int](tb, answers+`.filter((e) => !e.checkVisibility()).length`); n > 0 {
			t.Errorf("%s: %d answers take more than one press", path, n)
		}
		if words := eval[int](tb, `document.querySelector("main").innerText.split(/\s+/).length`); words > 600 {
			t.Errorf("%s: %d words", path, words)
		}
		tb.do(chromedp.EmulateViewport(1280, 800))
		tb.until(`document.querySelector(".fold").open`)
		if end := eval[float64](tb, bottom); end > 800 {
			t.Errorf("%s: on a wide screen the tree ends at %v", path, end)
		}
	}
}

// placed: what was seen by eye in pictures of pages is held on every kind of page. An eye stumbles over a mark that begins a
// line, lines too long to read, values set in below their name, buttons that touch, a quick exit over text, a last row of doors with a hole.
var placed = look{widths: []int64{360, 768, 1280}, faults: `(() => {
	const faults = [], all = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
	const rect = (e) => e.getBoundingClientRect(), name = (e) => e.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
	for (const mark of all(".prose :is(.cite, .own)")) {
		const before = document.createRange(), text = mark.previousSibling;
		if (text?.nodeType !== 3 || !text.data.trim()) continue;
		before.setStart(text, text.data.trimEnd().length - 1);
		before.setEnd(text, text.data.trimEnd().length);
		if (rect(mark).top >= rect(before).bottom) faults.push("a mark begins a line: " + name(mark.parentElement));
	}
	for (const p of all("main p")) if (rect(p).width > 44 * 16) faults.push("lines of " + rect(p).width + " pixels: " + name(p));
	if (innerWidth < 640) for (const cell of all(".table-scroll tbody td:not([data-label])")) {
		const words = document.createRange();
		words.selectNodeContents(cell);
		if (rect(words).left > rect(cell).left + 8) faults.push("a value is set in: " + name(cell));
	}
	const buttons = all("main .button");
	for (const [i, a] of buttons.entries()) for (const b of buttons.slice(i + 1)) {
		const [across, down] = [Math.max(rect(a).left, rect(b).left) - Math.min(rect(a).right, rect(b).right), Math.max(rect(a).top, rect(b).top) - Math.min(rect(a).bottom, rect(b).bottom)];
		if (Math.max(across, down) < 8) faults.push("buttons touch: " + name(a) + ", " + name(b));
	}
	const exit = rect(document.querySelector(".quick-exit")), strip = rect(document.querySelector(".help-strip"));
	const bar = exit.width >= innerWidth && exit.bottom >= innerHeight;
	if (!bar && (exit.bottom > strip.bottom || exit.top < strip.top)) faults.push("the quick exit lies over the page");
	const doors = all(".door");
	if (doors.length && Math.abs(rect(doors.at(-1)).right - rect(doors[0].parentElement).right) > 1) faults.push("a hole in the last row of doors");
	return faults;
})()`}
