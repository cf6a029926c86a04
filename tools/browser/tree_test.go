package browser

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite what a screen reader is told, in testdata/tree, or what words say of a cry, in data/lexicon")

// What a screen reader is told of what scripts make: names, roles, states and live regions.
func TestWhatAScreenReaderIsTold(t *testing.T) {
	t.Parallel()
	tb := open(t, "", 1280, 900)
	for name, see := range map[string]func(tb *tab) string{
		"search": func(tb *tab) string {
			tb.visit("/over/")
			tb.click("[data-search] input")
			tb.press(strings.Split("cutsign", "")...)
			tb.until(`[...document.querySelectorAll("[role=option]")].at(-1)?.textContent.includes("cutsign")`)
			tb.press(kb.ArrowDown)
			return "[data-search]"
		},
		"search-folded": func(tb *tab) string {
			tb.visit("/over/")
			tb.click("[data-search] input")
			tb.until(`document.activeElement.getAttribute("role") === "combobox"`)
			return "[data-search]"
		},
		"results": func(tb *tab) string {
			tb.visit("/zoeken/?q=xqzvw")
			tb.until(`document.querySelector("[data-search-empty]").checkVisibility()`)
			return ".search-page__results"
		},
		"quiz-open": func(tb *tab) string {
			tb.visit("/leren/basis/")
			tb.until(`!document.querySelector("[data-question] [data-check]").hidden`)
			return "[data-question]"
		},
		"quiz": func(tb *tab) string {
			tb.visit("/leren/basis/")
			tb.click("[data-question] input")
			tb.click("[data-question] [data-check]")
			tb.until(`document.querySelector("[data-question] [data-result]").textContent !== ""`)
			return "[data-question]"
		},
		"definition": func(tb *tab) string {
			tb.visit(article)
			tb.click("main a.term[data-term]")
			tb.until(`document.querySelector("#popover:popover-open")`)
			return "#popover"
		},
		"source": func(tb *tab) string {
			tb.visit(article)
			tb.click("main a.cite")
			tb.until(`document.querySelector("#popover:popover-open")`)
			return "main p:has(> #popover)"
		},
		"plot": func(tb *tab) string {
			tb.visit("/cijfers/online-intimidatie/")
			return ".plot"
		},
		"source-closed": func(tb *tab) string {
			tb.visit(article)
			tb.click("main a.cite")
			tb.until(`document.querySelector("#popover:popover-open")`)
			tb.press(kb.Escape)
			tb.until(`!document.querySelector("#popover:popover-open")`)
			return "main p:has(> #popover)"
		},
		"heading": func(tb *tab) string {
			tb.visit(article)
			return ".prose .heading"
		},
		"heading-copied": func(tb *tab) string {
			tb.visit(article)
			tb.click(".prose .heading__link")
			tb.until(`document.querySelector("[data-said]").textContent !== ""`)
			return ".site-footer [data-said]"
		},
		"exit-before": func(tb *tab) string {
			tb.visit(article)
			return ".help-strip"
		},
		"exit": func(tb *tab) string {
			tb.visit(article)
			tb.press(kb.Shift)
			tb.until(`document.querySelector("[data-exit-status]").textContent !== ""`)
			return ".help-strip"
		},
		"menu": func(tb *tab) string {
			tb.visit(article)
			return ".site-header"
		},
		"menu-folded": func(tb *tab) string {
			tb.phone(article)
			return ".site-header"
		},
		"menu-open": func(tb *tab) string {
			tb.phone(article)
			tb.click(".site-header__menu")
			tb.until(`document.querySelector("#menu:popover-open")`)
			return ".site-header"
		},
		"contents-folded": func(tb *tab) string {
			tb.phone(article)
			return ".contents"
		},
		"contents": func(tb *tab) string {
			tb.phone(article)
			tb.click(".contents summary")
			tb.until(`document.querySelector(".contents details").open`)
			return ".contents"
		},
		"contact-folded": func(tb *tab) string {
			tb.visit("/handelen/ouders/")
			return ".contact-card:has(details)"
		},
		"contact": func(tb *tab) string {
			tb.visit("/handelen/ouders/")
			tb.click(".contact-card details summary")
			tb.until(`document.querySelector(".contact-card details").open`)
			return ".contact-card:has(details)"
		},
	} {
		tb.do(chromedp.EmulateViewport(1280, 900))
		tb.tells(name, see(tb))
	}
}

// tells fails the test when a screen reader is told something else of an element than what is kept under a name.
func (tb *tab) tells(name, selector string) {
	tb.t.Helper()
	got := tb.tree(selector)
	file := filepath.Join("testdata", "tree", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			tb.t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		tb.t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		tb.t.Errorf("%s: a screen reader is told something else; if that is meant: go test ./tools/browser -run ScreenReader -update\n%s", name, diff)
	}
}

// phone visits a page on a narrow screen.
func (tb *tab) phone(path string) {
	tb.t.Helper()
	tb.do(chromedp.EmulateViewport(360, 740))
	tb.visit(path)
	tb.until(`!document.querySelector("details[data-wide-open]").open`)
}

// tree returns what a screen reader is told of an element: a line for each part.
func (tb *tab) tree(selector string) string {
	tb.t.Helper()
	at := call(tb, runtime.Evaluate, runtime.EvaluateParams{Expression: "document.querySelector(" + quote(selector) + ")"}).Result.ObjectID
	top := call(tb, dom.DescribeNode, dom.DescribeNodeParams{ObjectID: at}).Node.BackendNodeID
	call(tb, accessibility.Enable, cdp.Empty{})
	nodes := map[accessibility.NodeID]*accessibility.Node{}
	var root *accessibility.Node
	for _, n := range call(tb, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
		nodes[n.NodeID] = n
		if n.BackendDOMNodeID == top {
			root = n
		}
	}
	call(tb, accessibility.Disable, cdp.Empty{}) // else the pages to come are told of too
	if root == nil {
		tb.t.Fatalf("%s is told to nobody", selector)
	}
	var out strings.Builder
	tell(&out, nodes, root, 0)
	return out.String()
}

// longName is how much of a name is kept: the rest is content, which editors change.
const longName = 40

// states are the properties of a part that are said; of both also that they are not so.
var (
	states = []accessibility.PropertyName{
		"busy", "live", "atomic", "invalid", "hasPopup", "level", "multiselectable", "checked", "expanded", "modal", "pressed", "selected", "required", "disabled",
	}
	both = []accessibility.PropertyName{"checked", "expanded", "pressed", "selected"}
)

func tell(out *strings.Builder, nodes map[accessibility.NodeID]*accessibility.Node, n *accessibility.Node, depth int) {
	role, name := said(n.Role), said(n.Name)
	shown := !n.Ignored && role != "InlineTextBox" && role != "none" && role != "generic" && (role != "StaticText" || strings.TrimSpace(name) != "")
	if shown {
		if r := []rune(name); len(r) > longName {
			name = string(r[:longName]) + "…"
		}
		fmt.Fprintf(out, "%s%s %q", strings.Repeat("  ", depth), role, name)
		for _, p := range n.Properties {
			if value := said(p.Value); slices.Contains(states, p.Name) && value != "" && (value != "false" || slices.Contains(both, p.Name)) {
				fmt.Fprintf(out, " %s=%s", p.Name, value)
			}
		}
		if text := said(n.Description); text != "" {
			fmt.Fprintf(out, " described=%q", text)
		}
		out.WriteByte('\n')
		depth++
	}
	for _, id := range n.ChildIDs {
		if child := nodes[id]; child != nil {
			tell(out, nodes, child, depth)
		}
	}
}

// said returns a value as text.
func said(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text any
	if json.Unmarshal([]byte(v.Value), &text) != nil {
		return ""
	}
	return fmt.Sprint(text)
}
