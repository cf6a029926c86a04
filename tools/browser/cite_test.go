package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// Without script a mark leads to its source, and the source back to each mark.
func TestCitationThereAndBack(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	call(tb, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tb.visit(article)
	tb.click("a.cite")
	tb.until(`location.hash === "#source-1" && document.querySelector("#source-1").getBoundingClientRect().top < innerHeight`)
	if text := eval[string](tb, `document.querySelector("#source-1").textContent`); !strings.Contains(text, "HCSS") {
		t.Errorf("source 1 reads %q", text)
	}
	place := eval[string](tb, `document.querySelector("#note-1-1 .cite__place").textContent.replace(/^, /, "")`)
	if back := eval[string](tb, `document.querySelector("#source-1 a[href='#note-1-1']").textContent`); place == "" || !strings.Contains(back, place) {
		t.Errorf("the way back reads %q, without the place %q", back, place)
	}
	tb.click(`#source-1 a[href="#note-1-1"]`)
	tb.until(`location.hash === "#note-1-1"`)

	// From the list to the source's own page, and from there back to the citing page.
	href := eval[string](tb, `document.querySelector("#source-1 a[href*='/bronnen/']").getAttribute("href")`)
	tb.visit(href)
	tb.until(`document.querySelector("main a[href^='` + article + `']")`)
}

// A mark shows its number only; its card the place, the source, what kind it is and how we know it, and how certain the claim is.
func TestSourceCard(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	if width := eval[float64](tb, `document.querySelector(".cite__place").getBoundingClientRect().right - document.querySelector("a.cite").getBoundingClientRect().left`); width > 200 {
		t.Errorf("a mark with its place is %v px wide", width)
	}
	tb.click(firstCite)
	tb.until(termOpen)
	card := eval[string](tb, `document.querySelector("#popover").textContent`)
	place := eval[string](tb, `document.querySelector("`+firstCite+` .cite__place").textContent`)
	entry := eval[string](tb, `document.querySelector("#source-1 .source-entry").textContent.trim()`)
	for _, want := range []string{"bron 1" + place, entry} {
		if !strings.Contains(card, want) {
			t.Errorf("the card %q lacks %q", card, want)
		}
	}
	if certainty := eval[string](tb, `document.querySelector("`+firstCite+`").dataset.certainty`); certainty == "" || !strings.Contains(card, ": "+certainty) {
		t.Errorf("the card %q does not say that the claim is %q", card, certainty)
	}
	// From the card to the list: it closes, and the focus goes along.
	tb.click("#popover .popover__more a")
	tb.until(`!` + termOpen + ` && location.hash === "#source-list"`)
}

// Marks side by side carry one sentence: one card has all their sources.
func TestSourceCardOfSeveral(t *testing.T) {
	t.Parallel()
	const page = "/handelen/sociaal-werk/"
	tb := open(t, page, 360, 800)
	const pair = `[...document.querySelectorAll("main a.cite")].filter((a) => a.nextElementSibling?.matches("a.cite") && !a.nextSibling.data?.trim())`
	tb.script(pair + `[0].focus()`)
	tb.press(kb.Enter)
	tb.until(termOpen)
	if titles := eval[int](tb, `document.querySelectorAll("#popover .popover__title").length`); titles < 2 {
		t.Errorf("the card of two marks has %d sources", titles)
	}
	if eval[bool](tb, `document.documentElement.scrollWidth > innerWidth`) {
		t.Error("the card makes the page scroll sideways")
	}
	tb.press(kb.Escape)
	tb.until(`!` + termOpen + ` && document.activeElement.matches("a.cite")`)
}
