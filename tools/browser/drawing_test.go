package browser

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// drawn are the pages with drawings of our own, of each kind and in both languages.
var drawn = []string{
	"/handelen/meldcode/", "/netwerk/drie-delen/", "/netwerk/kerngroepen/", "/netwerk/organisatie/",
	"/en/what-to-do/reporting-code/", "/en/network/three-parts/", "/en/network/core-groups/", "/en/network/organisation/",
	"/begrippen/com/", "/en/glossary/com/",
}

// fonts are what readers may have set: text of other widths, and wider apart.
var fonts = map[string]string{
	"the font of the site": "", "a wide font": `main * { font-family: "Liberation Mono", monospace !important }`,
	"a narrow font": `main * { font-family: "Liberation Serif", serif !important }`, "text set wide": wideText,
}

// drawingFaults finds what is wrong with the drawings of a page: words outside their box, parts over each other, letters
// that are too small, boxes beside each other where there is no room, and arrows that do not go from box to box.
const drawingFaults = `(() => {
	const faults = [], all = (of, selector) => [...of.querySelectorAll(selector)];
	const rect = (e) => e.getBoundingClientRect(), name = (e) => e.textContent.trim().replace(/\s+/g, " ");
	const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
	const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
	const words = (e) => { const range = document.createRange(); range.selectNodeContents(e); return [...range.getClientRects()]; };
	for (const drawing of all(document, ".network, .relations__list")) {
		const boxes = all(drawing, ".network__box, .term-links a, .relations__here dd"), labels = all(drawing, ".network__label");
		for (const box of boxes) if (!words(box).every((r) => within(r, rect(box)))) faults.push("words leave their box: " + name(box));
		for (const e of [...boxes, ...labels]) if (!within(rect(e), rect(drawing))) faults.push("outside the drawing: " + name(e));
		if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways: " + all(document, "body *").filter((e) => rect(e).right > innerWidth).map((e) => e.className).slice(0, 3));
		for (const e of all(drawing, "*")) {
			const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
			if (own && !e.matches(".cite, .cite *") && parseFloat(getComputedStyle(e).fontSize) < 14) faults.push("smaller than 14 pixels: " + name(e));
		}
		const parts = [...boxes, ...labels];
		for (const [i, a] of parts.entries()) for (const b of parts.slice(i + 1)) if (over(rect(a), rect(b))) faults.push(name(a) + " lies over " + name(b));
		if (innerWidth < 600) for (const [i, box] of all(drawing, ".network__box").entries()) {
			if (i && rect(box).top < rect(boxes[i - 1]).bottom) faults.push("not below the box before it: " + name(box));
		}
		for (const link of all(drawing, ".network__link")) {
			const line = link.querySelector("line"), turn = link.querySelector(".turn"), mutual = !line.hasAttribute("marker-end");
			const from = rect(link.closest(".network__part").querySelector(".network__box"));
			const to = boxes.find((box) => name(box.querySelector(".network__name")) === name(link.querySelector(".network__to")));
			if (!to) { faults.push("leads to no box: " + name(link)); continue; }
			if (mutual !== (turn.querySelector("path").getAttribute("d").match(/m/gi).length === 1)) faults.push("an arrowhead too few or too many: " + name(link));
			if (!mutual && !document.querySelector(line.getAttribute("marker-end").slice(4, -1) + " path")) faults.push("no arrowhead: " + name(link));
			if (turn.checkVisibility() === link.querySelector(".network__line").checkVisibility()) faults.push("drawn twice or not at all: " + name(link));
			if (turn.checkVisibility()) continue;
			const shown = (x, y) => new DOMPoint(x.baseVal.value, y.baseVal.value).matrixTransform(line.getScreenCTM());
			const { x: x1, y: y1 } = shown(line.x1, line.y1), { x: x2, y: y2 } = shown(line.x2, line.y2);
			const touches = (x, y, r) => x > r.left - 2 && x < r.right + 2 && y > r.top - 2 && y < r.bottom + 2;
			if (!touches(x1, y1, from) || !touches(x2, y2, rect(to))) faults.push("does not go from box to box: " + name(link));
			for (let t = 0.1; t < 0.95; t += 0.05) {
				const [px, py] = [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
				const hit = boxes.find((box) => touches(px, py, rect(box)));
				if (hit) { faults.push(name(link) + " runs through " + name(hit)); break; }
			}
		}
	}
	return [...new Set(faults)];
})()`

// What is drawn fits in every font and at every width; on a phone the parts stand below each other.
func TestDrawingsHoldTheirText(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	for n, path := range drawn {
		tb.holdTheirText(n, path, drawingFaults)
	}
}

// Where text runs from right to left, drawings stand the other way round, and are whole.
func TestDrawingsRunFromRightToLeft(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	for _, path := range append([]string{"/cijfers/nl-betrokken/", "/netwerk/ontstaan/"}, drawn[:4]...) {
		tb.visit(path)
		tb.script(`document.documentElement.dir = "rtl"`)
		for _, fault := range eval[[]string](tb, drawingFaults) {
			t.Errorf("%s: %s", path, fault)
		}
		for _, text := range eval[[]string](tb, `[...document.querySelectorAll(".plot svg")].flatMap((svg) => {
			const all = svg.getBoundingClientRect(), out = (r) => r.left < all.left - 1 || r.right > all.right + 1;
			return [...svg.querySelectorAll("text")].filter((e) => out(e.getBoundingClientRect())).map((e) => e.textContent);
		})`) {
			t.Errorf("%s: outside its drawing: %s", path, text)
		}
	}
}

// holdTheirText looks for faults on a page, in every font and at every width, on trial in each font at each.
func (tb *tab) holdTheirText(n int, path, faults string) {
	tb.t.Helper()
	tb.media("", "light")
	tb.visit(path)
	for _, width := range ends[int64](320, 360, 640, 800, 1280) {
		tb.do(chromedp.EmulateViewport(width, 900))
		for _, font := range inTurn(n, slices.Sorted(maps.Keys(fonts))...) {
			tb.restyle(fonts[font])
			for _, fault := range eval[[]string](tb, faults) {
				tb.t.Errorf("%s, %s, %d pixels: %s", path, font, width, fault)
			}
		}
		n++
	}
	tb.restyle("")
}

// The relations of a term are drawn whole, on a phone too: of one in ten, on trial of all.
func TestRelationsAreDrawnWhole(t *testing.T) {
	t.Parallel()
	tb := open(t, glossary, 320, 900)
	for i, path := range eval[[]string](tb, `[...document.querySelectorAll("[data-filter] dt a")].map((a) => a.pathname)`) {
		if i%10 > 0 && !*trial {
			continue
		}
		tb.visit(path)
		for _, fault := range eval[[]string](tb, drawingFaults) {
			t.Errorf("%s: %s", path, fault)
		}
	}
}

// A drawing has a title, and all that it shows stands in its text: each box, and each link with what it leads to.
func TestDrawingsSayWhatTheyShow(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	for _, path := range drawn[:8] {
		tb.visit(path)
		tree := tb.tree("figure.network")
		for _, missing := range eval[[]string](tb, `[...document.querySelectorAll(".network figcaption, .network__name, .network__text, .network__label, .network__to")]
			.map((e) => e.textContent.trim()).filter((text) => text)`) {
			if !says(tree, missing) {
				t.Errorf("%s: %q is told to nobody:\n%s", path, missing, tree)
			}
		}
		title := eval[string](tb, `document.querySelector(".network figcaption").textContent.trim()`)
		if !strings.Contains(tree, `figure "`+title) {
			t.Errorf("%s: the drawing is not named %q:\n%s", path, title, tree)
		}
	}
}

// says reports whether a tree tells a text, of which it keeps the beginning.
func says(tree, text string) bool {
	r := []rune(text)
	return strings.Contains(tree, string(r[:min(len(r), longName)]))
}

// plotted are pages with a plot: of each kind of mark, and a timeline.
var plotted = []string{
	"/cijfers/fbi-zaken/", "/cijfers/leeftijd/", "/cijfers/hosting-nl/", "/cijfers/online-intimidatie/", "/netwerk/ontstaan/",
	"/en/figures/nl-betrokken/", "/en/figures/wereld-omvang/", "/en/network/origin/",
}

// plotFaults finds what is wrong with the plots of a page: words or marks that are cut off, words over each other, letters
// that are too small, and rows that lead nowhere.
const plotFaults = `(() => {
	const faults = [], all = (of, selector) => [...of.querySelectorAll(selector)];
	const rect = (e) => e.getBoundingClientRect(), name = (e) => e.textContent.trim();
	for (const svg of all(document, ".plot svg")) {
		const frame = rect(svg), texts = all(svg, "text").filter(name);
		for (const e of [...texts, ...all(svg, "circle, g path")]) {
			const r = rect(e);
			if (r.left < frame.left - 1 || r.right > frame.right + 1 || r.top < frame.top - 1 || r.bottom > frame.bottom + 1) faults.push("cut off: " + (name(e) || e.outerHTML));
		}
		for (const [i, a] of texts.entries()) for (const b of texts.slice(i + 1)) {
			const [p, q] = [rect(a), rect(b)];
			if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3) faults.push(name(a) + " lies over " + name(b));
		}
		for (const e of all(svg, "rect, path, polygon")) { // what is filled hides what it lies over, whatever the colours
			const fill = getComputedStyle(e).fill, r = rect(e);
			const hidden = /^(none|url)/.test(fill) ? null : texts.find((t) => { const p = rect(t); return p.left >= r.left && p.right <= r.right && p.top >= r.top && p.bottom <= r.bottom; });
			if (hidden) faults.push("hidden: " + name(hidden));
		}
		for (const e of texts) if (rect(e).height < 12) faults.push("too small: " + name(e));
		for (const a of all(svg, "a")) if (!a.getAttribute("href") || !name(a)) faults.push("leads nowhere: " + name(a));
		if (!all(svg, "a").length) faults.push("nothing is drawn");
	}
	if (!document.querySelector(".plot svg")) faults.push("no plot");
	if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
	return [...new Set(faults)];
})()`

// Plots hold their words and marks in every font and at every width, in forced colours, and on paper.
func TestPlotsHoldTheirText(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 320, 900)
	for n, path := range plotted {
		tb.holdTheirText(n, path, plotFaults)
		tb.do(chromedp.EmulateViewport(320, 900))
		tb.media("", forced)
		for _, fault := range eval[[]string](tb, plotFaults) {
			t.Errorf("%s, forced colours: %s", path, fault)
		}
		tb.do(chromedp.EmulateViewport(sheet, 900))
		tb.media("print", "light")
		for _, fault := range eval[[]string](tb, onSheet.faults) {
			t.Errorf("%s: %s", path, fault)
		}
	}
}

// The mark of an event lies where its time does between the first year and the end of the last; it is open when the time
// is near, and the table says the same.
func TestTimelineIsDrawnToScale(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/netwerk/ontstaan/", "/en/network/origin/"} {
		tb := open(t, path, 360, 740)
		events := eval[[]struct {
			From, To, Left, Right float64
			Text                  string
			About, Open           bool
		}](tb, `(() => {
			const rows = [...document.querySelectorAll(".plot + details tbody tr")];
			return [...document.querySelectorAll(".plot svg a")].map((a, i) => {
				const frame = a.ownerSVGElement.getBoundingClientRect();
				const time = rows[i].querySelector("time"), [year, month, day] = time.getAttribute("datetime").split("-").map(Number);
				const from = year + ((month || 1) - 1) / 12 + ((day || 1) - 1) / 365, mark = a.querySelector("g").lastElementChild, r = mark.getBoundingClientRect();
				const x = (px) => (px - frame.left) / frame.width * 320;
				return { from, to: from + (day ? 1 / 365 : month ? 1 / 12 : 1), left: x(r.left), right: x(r.right), about: time.textContent.includes(" ") && !month,
					open: !mark.getAttribute("fill"), text: a.textContent.includes(time.textContent) ? "" : time.textContent };
			});
		})()`)
		if len(events) < 10 {
			t.Fatalf("%s: %d events", path, len(events))
		}
		first, last := events[0].From, 0.0
		for _, e := range events {
			first, last = math.Floor(min(first, e.From)), math.Ceil(max(last, e.To))
		}
		for i, e := range events {
			middle := 10 + 300*((e.From+e.To)/2-first)/(last-first)
			if math.Abs(middle-(e.Left+e.Right)/2) > 2 || e.About != e.Open || e.Text != "" {
				t.Errorf("%s: event %d (%v to %v) is drawn from %v to %v, want around %v; open: %v; %s", path, i+1, e.From, e.To, e.Left, e.Right, middle, e.Open, e.Text)
			}
		}
	}
}
