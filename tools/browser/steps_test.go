package browser

import (
	"os"
	"strings"
	"testing"
)

// steps returns, on a page about acting, where on a phone its first step begins and its last one ends, how much of
// the window the quick exit leaves free, and how many words the page shows.
const steps = `(() => {
	const sheet = document.querySelector(".sheet");
	const text = sheet.closest(".page__article").querySelector(".prose");
	const all = [...(text.querySelector("ol")?.children ?? text.querySelectorAll("p"))];
	const exit = document.querySelector(".quick-exit").getBoundingClientRect();
	return [all[0].getBoundingClientRect().top, all.at(-1).getBoundingClientRect().bottom, exit.top, document.querySelector("main").innerText.split(/\s+/).length];
})()`

// Who holds a phone reads the first step without scrolling, at least its first line, and all steps within two screens.
func TestStepsComeFirst(t *testing.T) {
	t.Parallel()
	const screen = 800
	tb := open(t, "/", 360, screen)
	seen := 0
	for name, path := range looked(t) {
		if !holds(t, path, `class="sheet`) {
			continue
		}
		seen++
		tb.visit(path)
		tb.until(`[...document.querySelectorAll("details[data-wide-open]")].every((e) => !e.open)`)
		at := eval[[]float64](tb, steps)
		first, last, window, words := at[0], at[1], at[2], at[3]
		if first > window-40 || last > 2*screen {
			t.Errorf("%s: the first step begins at %v, the last ends at %v; the window shows %v", name, first, last, window)
		}
		if strings.HasSuffix(path, "/wie-bellen/") && words > 600 {
			t.Errorf("%s: %v words", name, words)
		}
	}
	if seen < 5 {
		t.Errorf("only %d pages about acting were looked at", seen)
	}
}

// A link to a heading, from a search as well, leads to what is said below it, not to boxes that hide it.
func TestALinkUnfoldsWhatItLeadsTo(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 360, 800)
	seen := 0
	for _, path := range looked(t) {
		if !holds(t, path, `class="fold"`) {
			continue
		}
		seen++
		tb.visit(path)
		tb.until(`[...document.querySelectorAll(".fold")].every((e) => !e.open)`)
		id := eval[string](tb, `document.querySelector("*:has(> li > .fold)").previousElementSibling.querySelector("[id]").id`)
		tb.visit(path + "#" + id)
		tb.until(`[...document.querySelectorAll(".fold")].every((e) => e.open)`)
	}
	if seen == 0 {
		t.Error("no page with boxes was looked at")
	}
}

// holds tells whether the file of a page has text.
func holds(t *testing.T, path, text string) bool {
	t.Helper()
	file, err := os.ReadFile(builtFile(path))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(file), text)
}
