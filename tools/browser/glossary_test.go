package browser

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	glossary  = "/begrippen/"
	shownTerm = `[...document.querySelectorAll("[data-filter]")].filter((e) => e.checkVisibility())`
	counted   = `document.querySelector("[data-filter-count]")`
)

func TestFilterByKeyboard(t *testing.T) {
	t.Parallel()
	tb := open(t, glossary, 1280, 900)
	all := eval[int](tb, shownTerm+`.length`)
	said := eval[string](tb, counted+`.textContent`)
	for _, c := range []struct{ typed, finds string }{
		{"GROOMÍNG", "grooming"},                 // accents and capitals do not matter
		{"groomers", "grooming"},                 // a form
		{"child sexual abuse", "beeldmateriaal"}, // the other language
	} {
		tb.script(`document.querySelector("#filter").focus()`)
		tb.press(strings.Split(c.typed, "")...)
		tb.until(shownTerm + `.length < ` + "10")
		if got := eval[string](tb, shownTerm+`.map((e) => e.querySelector("dt").textContent).join(", ")`); !strings.Contains(got, c.finds) {
			t.Errorf("%q finds %q, not %q", c.typed, got, c.finds)
		}
		if now := eval[string](tb, counted+`.textContent`); now == said || eval[string](tb, counted+`.getAttribute("role")`) != "status" {
			t.Errorf("%q: the count is still %q", c.typed, now)
		}
		tb.press(kb.Tab)
		if !eval[bool](tb, `!!document.activeElement.closest("[data-filter]")`) {
			t.Errorf("%q: Tab does not lead to the first find", c.typed)
		}
		tb.script(`document.querySelector("#filter").focus()`)
		tb.press(kb.Escape)
		tb.until(shownTerm + `.length === document.querySelectorAll("[data-filter]").length && document.querySelector("#filter").value === ""`)
	}
	if now := eval[int](tb, shownTerm+`.length`); now != all {
		t.Errorf("after Esc %d terms show, of %d", now, all)
	}
}

func TestFilterFindsNothing(t *testing.T) {
	t.Parallel()
	tb := open(t, glossary, 1280, 900)
	tb.script(`document.querySelector("#filter").focus()`)
	tb.press(strings.Split("xqzx & y", "")...)
	tb.until(shownTerm + `.length === 0`)
	if got := eval[string](tb, counted+`.textContent`); got == "" || strings.ContainsAny(got, "0123456789") {
		t.Errorf("nothing found reads %q", got)
	}
	tb.click("[data-filter-none] a")
	tb.until(`location.pathname === "/zoeken/" && new URLSearchParams(location.search).get("q") === "xqzx & y"`)
}

func TestGlossaryWithoutScript(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	call(tb, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tb.visit(glossary)
	if eval[bool](tb, `document.querySelector("[data-filter-box]").checkVisibility()`) {
		t.Error("a filter shows that does nothing")
	}
	if !eval[bool](tb, shownTerm+`.length === document.querySelectorAll("[data-filter]").length`) {
		t.Error("terms are hidden")
	}
}

// A term stands once in the alphabet and once under its theme, unless it is retired.
func TestThemesHoldEveryTerm(t *testing.T) {
	t.Parallel()
	for _, path := range []string{glossary, "/en/glossary/"} {
		tb := open(t, path, 1280, 900)
		twice := eval[[]string](tb, `(() => {
			const links = (s) => [...document.querySelectorAll(s)].map((a) => a.pathname).sort();
			const letters = links(".letter:not(.letter--wide) dt a"), themes = links(".theme a");
			return [letters.join(" "), themes.join(" ")];
		})()`)
		if twice[0] == "" || twice[0] != twice[1] {
			t.Errorf("%s: by letter:\n%s\nby theme:\n%s", path, twice[0], twice[1])
		}
	}
}

func TestEditionPrints(t *testing.T) {
	t.Parallel()
	tb := open(t, "/begrippen/druk/", 1280, 900)
	if wrong := eval[[]string](tb, `[...document.querySelectorAll(".entry__ref")].filter((a) =>
		a.querySelector("b").textContent !== document.querySelector(a.hash + " .entry__number")?.textContent).map((a) => a.hash)`); len(wrong) > 0 {
		t.Errorf("references to another number: %v", wrong)
	}
	tb.media("print", "light")
	if eval[bool](tb, `document.querySelector("[data-print]").checkVisibility()`) {
		t.Error("a button is printed")
	}
	if got := eval[string](tb, `getComputedStyle(document.querySelector(".edition__columns")).columnCount`); got != "2" {
		t.Errorf("printed in %s columns", got)
	}
	tb.media("", "light")
	pdf, err := chromedp.Run(tb, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	pages := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1))
	if !bytes.HasPrefix(pdf, []byte("%PDF")) || pages < 4 || pages > 25 {
		t.Errorf("printed on %d pages", pages)
	}
}
