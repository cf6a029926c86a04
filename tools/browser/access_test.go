package browser

import (
	"bytes"
	"flag"
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// One page of every kind, in both languages.
var kinds = map[string]string{
	"home": "/", "home-en": "/en/", "section": "/netwerk/", "explainer": article, "explainer-en": "/en/network/three-parts/",
	"action": "/handelen/sociaal-werk/", "contacts": "/handelen/wie-bellen/", "signals": "/signalen/per-leefgebied/",
	"signal": "/signalen/onverklaarde-verwonding/", "signal-en": "/en/signals/talk-of-dying/", "young": "/handelen/jongeren/",
	"figures": "/cijfers/naast-elkaar/", "figure": "/cijfers/nl-actief-hcss/", "topic": "/cijfers/nl-betrokken/",
	"topic-en": "/en/figures/nl-betrokken/", "handbook": "/over/redactie/", "task": "/over/redactie/bron/", "police-en": "/en/what-to-do/police/", "cases": "/recht/zaken/", "timeline": "/netwerk/ontstaan/", "gaps": "/over/hiaten/", "mistakes": "/over/fouten-in-bronnen/",
	"lessons": "/leren/", "module": "/leren/basis/", "module-en": "/en/learn/figures-and-labels/", "case": "/leren/casus-ouder/",
	"glossary": "/begrippen/", "glossary-en": "/en/glossary/", "edition": "/begrippen/druk/",
	"term": "/begrippen/grooming/", "term-en": "/en/glossary/grooming/", "term-caution": "/begrippen/cutsign/",
	"sources": "/bronnen/", "source": "/bronnen/hcss-com/", "search": "/zoeken/?q=signalen", "search-en": "/en/search/?q=signals",
	"not-found": "/404.html",
}

var trial = flag.Bool("trial", false, "look at every page, not at one of every kind")

// looked yields the names and addresses to look at, in order: of one page of every kind, or of all that are built.
func looked(t *testing.T) iter.Seq2[string, string] {
	all := maps.Clone(kinds)
	if *trial {
		for _, file := range builtFiles(t) {
			path, err := filepath.Rel(public, file)
			if err != nil {
				t.Fatal(err)
			}
			if text, err := os.ReadFile(file); err != nil || bytes.Contains(text, []byte(`http-equiv="refresh"`)) {
				continue // leads on before anybody can look at it
			}
			all[path] = "/" + strings.TrimSuffix(filepath.ToSlash(path), "index.html")
		}
	}
	return func(yield func(name, path string) bool) {
		for _, name := range slices.Sorted(maps.Keys(all)) {
			if !yield(name, all[name]) {
				return
			}
		}
	}
}

// alike are kinds of pages that have no element, class, role or attribute that others lack.
var alike = []string{"figure", "handbook", "mistakes", "police-en", "timeline"}

// leftOut tells of a kind of page whether what costs much is not looked at in this one: it is alike, or there in both languages, Dutch or English then, by the
// length of its name, which is as good as any; on trial none is.
func leftOut(name string) bool {
	dutch := strings.TrimSuffix(name, "-en")
	_, both := kinds[dutch+"-en"]
	return !*trial && (slices.Contains(alike, name) || both && kinds[dutch] != "" && (name != dutch) == (len(dutch)%2 == 0))
}

// A view is how a page is seen, and whether contrast is looked at, without -trial too: a third of axe's work.
type view struct {
	width    int64
	scheme   string
	contrast bool
}

var views = []view{{1280, "light", true}, {360, "dark", true}, {1280, "dark", false}, {360, "light", false}}

// inTurn returns all ways to look on trial, else one, which is another for the next page.
func inTurn[T any](n int, all ...T) []T {
	if *trial {
		return all
	}
	return all[n%len(all):][:1]
}

// ends returns the first and the last or, on trial, all.
func ends[T any](all ...T) []T {
	if *trial {
		return all
	}
	return []T{all[0], all[len(all)-1]}
}

type violation struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

// axe returns the script that looks for barriers.
func axe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile(npm(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	return string(script) + wholeContrast
}

// wholeContrast makes color-contrast-enhanced ask all that color-contrast does: by itself it passes what is so faint that the other finds it.
const wholeContrast = `;for (const size of Object.values(axe._audit.checks["color-contrast-enhanced"].options.contrastRatio)) delete size.minThreshold;`

// axeRules are all of axe's but two, or three. One axe itself marks as on trial: it takes every short bold paragraph for a
// heading. Names of cards are such, and are none: cards are items of a list, found by the list. What the other asks of contrast,
// a quarter of axe's work, color-contrast-enhanced asks more of (wholeContrast).
const axeRules = `Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: !["p-as-heading", "color-contrast", %q].includes(ruleId)}]))`

// judgeWithAxe looks at all but a rule, "" for none.
func (tb *tab) judgeWithAxe(as, but string) {
	tb.t.Helper()
	found := eval[[]violation](tb, fmt.Sprintf(`axe.run({resultTypes: ["violations"], rules: `+axeRules+`}).then(r => r.violations)`, but), chromedp.EvalAwaitPromise)
	for _, v := range found {
		tb.t.Errorf("%s: %s: %s (%d places)\n%s\n%s", as, v.ID, v.Help, len(v.Nodes), v.Nodes[0].HTML, v.Nodes[0].Summary)
	}
}

// judgeViews lets axe look at a page in several views.
func (tb *tab) judgeViews(name string, views []view) {
	tb.t.Helper()
	for _, v := range views {
		tb.do(chromedp.EmulateViewport(v.width, 900))
		tb.media("", v.scheme)
		but := "color-contrast-enhanced"
		if v.contrast || *trial {
			but = ""
		}
		tb.judgeWithAxe(fmt.Sprintf("%s, %s, %d px", name, v.scheme, v.width), but)
	}
}

// settle waits for what a page of search results fetches, and tells whether it is one.
func (tb *tab) settle(kind string) bool {
	searches := kind == "search" || kind == "search-en"
	if searches {
		tb.until(`document.querySelectorAll("[data-search-results=own] a").length > 2`)
	}
	return searches
}

// reflow is WCAG 1.4.10: at 320 CSS pixels nothing needs sideways scrolling.
var reflow = look{widths: []int64{320}, faults: sideways}
