package browser

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

const (
	module    = "/leren/basis/"
	practised = "/leren/casus-ouder/"
)

// answer chooses in question n, rightly or not, and presses the button.
func (tb *tab) answer(n int, rightly bool) {
	tb.t.Helper()
	tb.script(fmt.Sprintf(`{
		const question = document.querySelectorAll("[data-question]")[%d];
		const right = [...question.querySelectorAll("[data-right]")];
		for (const input of %t ? right : [question.querySelector("input:not([data-right])")]) input.click();
		question.querySelector("[data-check]").click();
	}`, n, rightly))
}

func (tb *tab) questions() int {
	return eval[int](tb, `document.querySelectorAll("[data-question]").length`)
}

func TestQuizByKeyboard(t *testing.T) {
	t.Parallel()
	tb := open(t, module, 1280, 900)
	tb.script(`document.querySelector("[data-question] input").focus()`)
	tb.press(kb.ArrowDown) // the second option, which is right
	tb.press(kb.Tab, kb.Enter)
	tb.until(`document.querySelector("[data-result][role=status]").textContent === document.querySelector("[data-quiz]").dataset.textRight`)
	if !eval[bool](tb, `document.querySelector("[data-question] [data-answer]").open && document.querySelector(".question__option--right input").checked`) {
		t.Error("the explanation is not open, or the right option not marked")
	}
	if !eval[bool](tb, `document.activeElement.matches("[data-check]")`) {
		t.Error("the focus moved")
	}
}

func TestQuizAsksForAChoice(t *testing.T) {
	t.Parallel()
	tb := open(t, module, 360, 740)
	tb.tap("[data-check]")
	tb.until(`document.querySelector("[data-result]").textContent === document.querySelector("[data-quiz]").dataset.textNone`)
	if eval[bool](tb, `document.querySelector("[data-answer]").open`) {
		t.Error("the answer shows before there is a choice")
	}
}

func TestQuizSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	tb := open(t, module, 1280, 900)
	tb.answer(0, false)
	got := eval[string](tb, `[...document.querySelector("[data-question]").querySelectorAll("label")].map(l => l.querySelector("[data-mark]").textContent).join("|")`)
	if got != "niet goed|goed antwoord||" {
		t.Errorf("marks: %q", got)
	}
	tb.answer(0, true) // a second attempt may be right, and does not count
	for n := 1; n < tb.questions(); n++ {
		tb.answer(n, true)
	}
	want := fmt.Sprintf("%d van %d", tb.questions()-1, tb.questions())
	if score := eval[string](tb, `document.querySelector("[data-score][role=status]").textContent`); !strings.Contains(score, want) {
		t.Errorf("score %q, want %q", score, want)
	}
}

func TestQuizKeepsAndSendsNothing(t *testing.T) {
	t.Parallel()
	tb := open(t, module, 1280, 900)
	before := len(tb.sofar())
	for n := range tb.questions() {
		tb.answer(n, n > 0)
	}
	if stored := eval[int](tb, `localStorage.length + sessionStorage.length + document.cookie.length + location.search.length`); stored > 0 {
		t.Error("something is kept")
	}
	for _, address := range tb.sofar()[before:] {
		if kind := path.Ext(address); kind != ".webmanifest" && kind != ".svg" { // a browser fetches the manifest and the icon when it has time
			t.Errorf("%s was asked for while answering", address)
		}
	}
	tb.click("[data-again]")
	if eval[bool](tb, `document.querySelector("[data-quiz] :checked, [data-quiz] details[open]") || document.querySelector("[data-score]").textContent !== ""`) {
		t.Error("starting again leaves something of the first time")
	}
	if !eval[bool](tb, `document.activeElement === document.querySelector("[data-quiz] input")`) {
		t.Error("starting again does not lead to the first question")
	}
	tb.answer(0, true)
	tb.visit(module)
	if eval[bool](tb, `!!document.querySelector("[data-quiz] :checked")`) {
		t.Error("a choice came back after reloading")
	}
}

func TestQuizWithoutScript(t *testing.T) {
	t.Parallel()
	tb := open(t, module, 1280, 900)
	call(tb, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tb.visit(module)
	if eval[bool](tb, `[...document.querySelectorAll("[data-quiz] button")].some(b => b.checkVisibility())`) {
		t.Error("a button that does nothing")
	}
	tb.click("[data-question] label")
	tb.click("[data-answer] summary")
	tb.until(`document.querySelector("[data-question] :checked") && document.querySelector("[data-answer] .question__right").checkVisibility()`)
}

func TestQuizOnPaper(t *testing.T) {
	t.Parallel()
	tb := open(t, module, 1280, 900)
	tb.answer(0, true)
	tb.media("print", "light")
	for selector, shown := range map[string]bool{
		".question__legend": true, ".quiz__key li": true, "[data-answer]": false, "[data-check]": false, "[data-mark]": false, "[data-result]": false,
	} {
		if got := eval[bool](tb, `document.querySelector("`+selector+`").checkVisibility()`); got != shown {
			t.Errorf("in print %s is visible: %v, want %v", selector, got, shown)
		}
	}
	if keys := eval[int](tb, `document.querySelectorAll(".quiz__key li").length`); keys != tb.questions() {
		t.Errorf("%d answers to %d questions", keys, tb.questions())
	}
	tb.visit(practised)
	if !eval[bool](tb, `[...document.querySelectorAll(".considerations__answers li")].every(li => li.checkVisibility())`) {
		t.Error("considerations stay folded in print")
	}
}

func TestCaseSaysThatItIsInvented(t *testing.T) {
	t.Parallel()
	tb := open(t, practised, 360, 740)
	if !eval[bool](tb, `document.querySelector(".invented").getBoundingClientRect().top < document.querySelector("h1").getBoundingClientRect().top`) {
		t.Error("the mark is not at the top")
	}
}

func TestAxeFindsNothingInAnswers(t *testing.T) {
	t.Parallel()
	tb := open(t, module, 1280, 900)
	tb.script(axe(t))
	for n := range tb.questions() {
		tb.answer(n, n%2 == 0)
	}
	tb.judgeViews("answers", slices.Concat(inTurn(0, views...), inTurn(1, views...)))
	if wide := eval[int](tb, `document.documentElement.scrollWidth`); wide > 360 {
		t.Errorf("%d pixels wide at 360", wide)
	}
}
