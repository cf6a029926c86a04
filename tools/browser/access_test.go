package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// One page of every kind, in both languages.
var kinds = map[string]string{
	"home": "/", "home-en": "/en/", "section": "/netwerk/", "explainer": article, "explainer-en": "/en/network/three-parts/",
	"action": "/handelen/sociaal-werk/", "contacts": "/handelen/wie-bellen/", "signals": "/signalen/per-leefgebied/",
	"figures": "/cijfers/naast-elkaar/", "cases": "/recht/zaken/", "timeline": "/netwerk/ontstaan/", "gaps": "/over/hiaten/",
	"glossary": "/begrippen/", "term": "/begrippen/grooming/", "term-caution": "/begrippen/cutsign/",
	"sources": "/bronnen/", "source": "/bronnen/hcss-com/", "search": "/zoeken/?q=signalen", "search-en": "/en/search/?q=signals",
	"not-found": "/404.html",
}

type violation struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

func TestAxeFindsNothing(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(root, "node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatalf("%v\n    hint: npm ci", err)
	}
	for name, path := range kinds {
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{360, 1280} {
				t.Run(fmt.Sprintf("%s-%s-%d", name, scheme, width), func(t *testing.T) {
					tb := open(t, "/404.html", width, 900)
					call(tb, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
						Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
					})
					tb.visit(path)
					tb.settle(name)
					tb.script(string(axe))
					found := eval[[]violation](tb, `axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r => r.violations)`, chromedp.EvalAwaitPromise)
					for _, v := range found {
						t.Errorf("%s: %s (%d places)\n%s\n%s", v.ID, v.Help, len(v.Nodes), v.Nodes[0].HTML, v.Nodes[0].Summary)
					}
				})
			}
		}
	}
}

// settle waits for what a page of search results fetches.
func (tb *tab) settle(kind string) {
	if kind == "search" || kind == "search-en" {
		tb.until(`document.querySelectorAll("[data-search-results=own] a").length > 2`)
	}
}

// WCAG 1.4.10: at 320 CSS pixels nothing needs sideways scrolling.
func TestReflowAt320(t *testing.T) {
	for name, path := range kinds {
		tb := open(t, path, 320, 640)
		tb.settle(name)
		if wide := eval[int](tb, `document.documentElement.scrollWidth`); wide > 320 {
			t.Errorf("%s is %d pixels wide at 320", name, wide)
		}
	}
}

// WCAG 2.5.8: what can be pressed is at least 24 by 24, unless it stands in a
// line of text.
func TestTargetsAreLargeEnough(t *testing.T) {
	for name, path := range kinds {
		tb := open(t, path, 360, 740)
		tb.settle(name)
		small := eval[[]string](tb, `[...document.querySelectorAll("button, input, summary, nav a, .help-strip a, [data-exit]")]
			.filter(e => e.checkVisibility() && getComputedStyle(e).clipPath === "none" && !e.closest("p"))
			.filter(e => { const r = e.getBoundingClientRect(); return r.width > 1 && (r.width < 24 || r.height < 24) && !(e.type === "checkbox" && e.closest("label")) })
			.map(e => e.outerHTML.slice(0, 120))`)
		for _, s := range small {
			t.Errorf("%s: smaller than 24 pixels: %s", name, s)
		}
	}
}
