package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// landings is which part of the tuning questions is followed to where its first results lead: one of so many.
const landings, landingsOnTrial = 300, 15

// lands is how many of a hundred links of results open with the words on the screen that their result shows: of the few that make test
// follows one may fail.
const lands, landsOfSome = 97, 93

// landing is a link of a result, with a word that it leads to.
type landing struct {
	Href string `json:"href"`
	Word string `json:"word"`
}

// shownBy gives the links of the first results that quote a passage, each with the first word that the browser is to mark; of a record, which
// is marked itself, one that is marked in the quote, or a long one.
const shownBy = `[...document.querySelectorAll("[data-search-results=own] .result")].slice(0, %d).flatMap((result) =>
	[...result.querySelectorAll(".result__text")].map((quote) => {
		const href = (quote.closest(".result__part") ?? result).querySelector("a").getAttribute("href"), sought = href.split(":~:text=")[1];
		return { href, word: sought ? decodeURIComponent(sought).split(" ")[0] : quote.querySelector("mark")?.textContent ?? quote.textContent.match(/[\p{L}\p{N}]{4,}/u)?.[0] ?? "" };
	}).filter(({ href, word }) => href.includes("#") && word))`

// seen tells whether a word stands on the screen in what the address leads to, which is marked: the heading of a section is not. Browsers look
// for words after a page is drawn.
const seen = `(async () => {
	const end = Math.min(innerHeight, document.querySelector(".quick-exit")?.getBoundingClientRect().top ?? innerHeight);
	const visible = (node, at) => {
		const range = document.createRange();
		range.setStart(node, at);
		range.setEnd(node, at + word.length);
		const { top, bottom, width } = range.getBoundingClientRect();
		return width > 0 && top >= 0 && bottom <= end;
	};
	const found = () => {
		const target = document.querySelector(":target");
		const texts = target && !/^H\d/.test(target.tagName) ? document.createTreeWalker(target, NodeFilter.SHOW_TEXT) : null;
		while (texts?.nextNode()) {
			for (let at = -1; (at = texts.currentNode.data.indexOf(word, at + 1)) >= 0; ) if (visible(texts.currentNode, at)) return true;
		}
		return false;
	};
	for (let frame = 0; frame < 30; frame++) {
		if (found()) return true;
		await new Promise((soon) => requestAnimationFrame(soon));
	}
	return false;
})()`

// Who follows a result on a telephone sees the words that it shows, marked: in running text, far below a heading, in lists, tables and cards.
func TestAResultOpensAtItsWords(t *testing.T) {
	t.Parallel()
	s, part, least := loadSite(t), landings, landsOfSome
	if *trial {
		part, least = landingsOnTrial, lands
	}
	for _, lang := range s.Languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			tb := open(t, s.URL(s.Page(lang, "/zoeken")), 360, 640)
			tb.until(`document.querySelector("[data-search-ready]").checkVisibility()`)
			by := map[landing]string{} // the question that shows it
			for n, q := range tunedIn(t, s, tuning, lang) {
				if n%part != 0 || q.Outside {
					continue
				}
				tb.results(q.Q)
				for _, to := range eval[[]landing](tb, fmt.Sprintf(shownBy, firstResults)) {
					by[to] = q.Q
				}
			}
			right := 0
			for to, question := range by {
				tb.visit(to.Href)
				if eval[bool](tb, fmt.Sprintf(`((word) => %s)(%q)`, seen, to.Word), chromedp.EvalAwaitPromise) {
					right++
				} else {
					t.Logf("%q: %s: no %q on the screen", question, to.Href, to.Word)
				}
			}
			t.Logf("of %d links %d open at their words", len(by), right)
			if right*100 < least*len(by) || len(by) == 0 {
				t.Errorf("less than %d per cent", least)
			}
		})
	}
}
