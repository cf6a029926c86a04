package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A change is something that a reader does, and the part of the page of which a screen reader then tells.
type change struct {
	name   string
	do     func(tb *tab)
	region string
}

// changes are done one after another, on a page of a wide screen or a narrow one.
var changes = []struct {
	path   string
	narrow bool
	all    []change
}{
	{article, false, []change{
		{"definition-opener", func(tb *tab) { tb.click(firstTerm); tb.until(termOpen) }, firstTerm},
		{"definition-closed", func(tb *tab) { tb.press(kb.Escape); tb.until("!" + termOpen) }, firstTerm},
		{"exit-once", func(tb *tab) { tb.freeze(); tb.press(kb.Shift, kb.Shift) }, "[data-exit-status]"},
		{"exit-lapsed", func(tb *tab) { tb.pass(6000); tb.thaw() }, "[data-exit-status]"},
	}},
	{article, true, []change{
		{"menu-closed", func(tb *tab) {
			tb.click(".site-header__menu")
			tb.until(`document.querySelector("#menu:popover-open")`)
			tb.press(kb.Escape)
			tb.until(`!document.querySelector("#menu:popover-open")`)
		}, ".site-header__menu"},
	}},
	{"/over/", false, []change{
		{"search-nothing", func(tb *tab) {
			tb.click("[data-search] input")
			tb.press(strings.Split("xqzvw", "")...)
			tb.until(`document.querySelector("[data-search-status]").textContent.includes("xqzvw")`) // and not of half the word
		}, "[data-search]"},
		{"search-closed", func(tb *tab) {
			tb.press(kb.Escape)
			tb.until(`document.activeElement.getAttribute("aria-expanded") === "false"`)
		}, "[data-search]"},
	}},
	{"/zoeken/?q=cutsign", false, []change{
		{"results-found", func(tb *tab) { tb.until(ownLinks + `.length > 0`) }, "[data-search-count]"},
		{"results-filtered", func(tb *tab) {
			tb.script(`window.before = document.querySelector("[data-search-count]").textContent`)
			tb.click("input[value=begrippen]")
			tb.until(`document.querySelector("[data-search-count]").textContent !== before`)
		}, ".filters__option:has(:checked)"},
	}},
	{module, false, []change{
		{"quiz-none", func(tb *tab) {
			tb.until(`document.querySelector("[data-check]").checkVisibility()`) // the script of the quiz shows it
			tb.click("[data-check]")
		}, "[data-result]"},
		{"quiz-right", func(tb *tab) { tb.answer(0, true) }, "[data-result]"},
		{"quiz-several", func(tb *tab) {}, "[data-question]:has([type=checkbox]) fieldset"},
		{"quiz-score", func(tb *tab) {
			for n := 1; n < tb.questions(); n++ {
				tb.answer(n, false)
			}
		}, "[data-score]"},
	}},
	{glossary, false, []change{
		{"filter", func(tb *tab) { tb.until(`!document.querySelector("[data-filter-box]").hidden`) }, "[data-filter-box]"},
		{"filter-found", func(tb *tab) { tb.filter("cutsign") }, "[data-filter-count]"},
		{"filter-nothing", func(tb *tab) { tb.filter("xqzvw") }, "[data-filter-count]"},
	}},
	{"/handelen/wie-bellen/", true, []change{
		{"fold-closed", func(tb *tab) {}, ".fold"},
		{"fold-open", func(tb *tab) { tb.click(".fold summary"); tb.until(`document.querySelector(".fold").open`) }, ".fold"},
	}},
	{"/over/toegankelijkheid/", true, []change{{"table-on-a-phone", func(tb *tab) {}, ".table-scroll tbody tr"}}},
	{"/cijfers/naast-elkaar/", true, []change{{"figures-on-a-phone", func(tb *tab) {}, ".figures tbody tr"}}},
	{"/cijfers/nl-betrokken/", false, []change{
		{"reference-copied", func(tb *tab) {
			tb.script(`navigator.clipboard.writeText = () => Promise.resolve()`)
			tb.click("[data-copy]")
			tb.until(`document.querySelector("[data-said]").textContent !== ""`)
		}, "[data-said]"},
	}},
}

// filter types into the filter of the glossary, in the place of what was there.
func (tb *tab) filter(words string) {
	tb.t.Helper()
	tb.script(`document.querySelector("[data-filter-box] input").value = ""`)
	tb.click("[data-filter-box] input")
	tb.press(strings.Split(words, "")...)
}

// Of every change that a press makes a screen reader is told, and no part is left without a language.
func TestScreenReaderIsToldOfChanges(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	for _, page := range changes {
		if page.narrow {
			tb.phone(page.path)
		} else {
			tb.do(chromedp.EmulateViewport(1280, 900))
			tb.visit(page.path)
		}
		for _, change := range page.all {
			change.do(tb)
			tb.tells(change.name, change.region)
			if eval[bool](tb, `!!document.querySelector("[lang='']")`) {
				t.Errorf("%s: something has an empty language", change.name)
			}
		}
	}
}

// WCAG 2.1.4: no letter or sign does anything by itself, so that nothing happens to who dictates or whose hand shakes.
func TestNoLetterIsAShortcut(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	tb.script(`window.changed = 0; new MutationObserver((all) => { changed += all.length; }).observe(document.body, {subtree: true, childList: true, attributes: true})`)
	for key := ' ' + 1; key < 127; key++ {
		tb.press(string(key))
	}
	if !eval[bool](tb, `changed === 0 && document.activeElement === document.body && location.pathname === `+quote(article)) {
		t.Error("a single letter does something")
	}
}
