package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// The link at a heading copies its address, says so and leads there; without script it only leads there.
func TestHeadingLinksCopyTheirAddress(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 360, 740)
	tb.script(`navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }`)
	tb.click("#wat-nu-link")
	tb.until(`document.querySelector("[data-said]").textContent !== "" && window.copied === location.href && location.hash === "#wat-nu"`)
	if size := eval[[]float64](tb, `(() => { const box = document.querySelector("#wat-nu-link").getBoundingClientRect(); return [box.width, box.height] })()`); min(size[0], size[1]) < 24 {
		t.Errorf("the link is %v pixels", size)
	}

	call(tb, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tb.visit(article)
	tb.click("#wat-nu-link")
	tb.until(`location.hash === "#wat-nu"`)
}

// Without script a letter leads to its words in the glossary, with help beside it, and what was typed is kept in the address.
func TestWithoutScriptALetterLeads(t *testing.T) {
	t.Parallel()
	tb := open(t, "/zoeken/", 360, 740)
	call(tb, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	tb.visit("/zoeken/")
	tb.click("main input[type=search]")
	tb.press(strings.Split("schaamte", "")...)
	tb.click(`button[formaction$="#letter-s"]`)
	tb.until(`location.pathname + location.search + location.hash === "/begrippen/?q=schaamte#letter-s" && document.getElementById("letter-s")`)
	tb.until(`(() => { const help = document.querySelector("#letter-s + .letter__help"), at = help.getBoundingClientRect(); return help.checkVisibility() && help.querySelector("a") && at.top >= 0 && at.bottom <= innerHeight })()`)
	if eval[bool](tb, `document.querySelector("#letter-f + .letter__help").checkVisibility()`) {
		t.Error("help stands at a letter that nobody asked")
	}
}
