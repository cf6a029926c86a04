package browser

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// paper returns the text of the pages of paper that a page of the site takes.
func paper(tb *tab) []string {
	tb.t.Helper()
	pdf, err := chromedp.Run(tb, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		tb.t.Fatal(err)
	}
	text := exec.Command("pdftotext", "-raw", "-", "-") // in the order of the page: cells side by side are not mixed
	text.Stdin = bytes.NewReader(pdf)
	out, err := text.Output()
	if err != nil {
		tb.t.Fatal(err)
	}
	return strings.Split(string(out), "\f")
}

// squeezed returns a text without spaces and hyphens: lines break at them, and pdftotext joins what a hyphen ends.
func squeezed(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), ""), "-", "")
}

// What helps fits on one side of A4: all steps, all numbers of the section, the address and the day; a signal's page is no more than that.
func TestStepsAreOneSheet(t *testing.T) {
	t.Parallel()
	const before = `.filter((e) => e.compareDocumentPosition(document.querySelector(".sheet")) & Node.DOCUMENT_POSITION_FOLLOWING)`
	const steps = `[...document.querySelectorAll("main .prose > ol > li")]` + before + `.map((li) => (li.querySelector("summary") ?? li.firstElementChild).textContent)`
	const numbers = `[...document.querySelectorAll(".prose a[href^='tel:']")]` + before + `.map((a) => (a.querySelector("strong") ?? a).textContent)`
	const links = `[...new Set([...document.querySelectorAll("main a[href^='" + location.pathname + "']")].map((a) => a.pathname).filter((path) => path !== location.pathname))]`
	tb := open(t, "/", 1280, 900)
	var pages []string
	for n, front := range []string{"/handelen/", "/en/what-to-do/", "/signalen/", "/en/signals/"} {
		part := 2 // each page in one of the languages
		if strings.Contains(front, "signal") {
			part = 10
		}
		tb.visit(front)
		for i, page := range eval[[]string](tb, links) {
			if *trial || (i+n)%part == 0 {
				pages = append(pages, page)
			}
		}
	}
	for _, page := range pages {
		tb.visit(page)
		if !eval[bool](tb, `document.querySelector(".sheet") !== null`) {
			continue
		}
		want := append(eval[[]string](tb, steps), eval[[]string](tb, numbers)...)
		want = append(want, "112", eval[string](tb, "document.querySelector('link[rel=canonical]').href"), "2026")
		sheets := paper(tb)
		first := squeezed(sheets[0])
		if n := len(sheets) - 1; n > 1 && eval[bool](tb, `document.querySelector(".signal__source + .sheet") !== null`) { // each sheet ends with a form feed
			t.Errorf("%s: %d sheets", page, n)
		}
		for _, text := range want {
			if !strings.Contains(first, squeezed(text)) {
				t.Errorf("%s: %q is not on the first sheet: %s", page, text, first)
			}
		}
	}
	if len(pages) < 12 {
		t.Errorf("%d pages that help were printed", len(pages))
	}
}

// A link shows its address on paper, in full; definitions and sources are printed with the page.
func TestLinksShowTheirAddressOnPaper(t *testing.T) {
	t.Parallel()
	const links = `[...document.querySelectorAll(".prose a:is([href^='/'], [href^='http']):not(.term, .cite, .contact-card a)")]
		.map((a) => a.textContent + " (" + (a.getAttribute("href")[0] === "/" ? new URL(document.querySelector("link[rel=canonical]").href).host : "") + a.getAttribute("href") + ")")`
	tb := open(t, "/", 1280, 900)
	shown := 0
	for _, path := range []string{article, "/handelen/sociaal-werk/", "/en/network/organisation/", "/over/toegankelijkheid/"} {
		tb.visit(path)
		text := squeezed(strings.Join(paper(tb), ""))
		for _, link := range eval[[]string](tb, links) {
			shown++
			if !strings.Contains(text, squeezed(link)) {
				t.Errorf("%s: %q is not on paper", path, link)
			}
		}
	}
	if shown < 10 {
		t.Errorf("only %d links were looked for", shown)
	}
}

// addressless lists the links that show no address on paper: neither after them nor in their text. What they would open is
// printed too of terms, sources, contacts and drawings; places on the page itself need none, and the glossary on paper has
// a list of its own.
const addressless = `[...document.querySelectorAll("main a[href]")].filter((a) => {
	if (!a.checkVisibility() || a.matches("[href^='#'], [href^='tel:'], .term, .cite, .contact-card a, .edition a, svg a")) return false;
	const address = a.dataset.printed ?? a.getAttribute("href"); // of a result without the words that it marks
	return !a.textContent.includes(address) && !getComputedStyle(a, "::after").content.includes(address);
}).map((a) => a.className + " in " + a.parentElement.localName + "." + a.parentElement.className + ": " + a.getAttribute("href"))`

// addressed: the links that are printed show their address.
var addressed = look{widths: []int64{1280}, medium: "print", faults: addressless + `.map((link) => "without an address on paper: " + link)`}

// beyondSheet lists what of a page does not fit on a sheet of A4: tables and drawings that are wider than it, and drawings
// that are longer, of which a mark would be cut in two, or have letters of less than 8 points.
const beyondSheet = `(() => {
	const right = document.querySelector("main").getBoundingClientRect().right + 1, sheet = 24.5 * 96 / 2.54;
	return [...document.querySelectorAll("main :is(table, th, td, svg)")].filter((e) => {
		const box = e.getBoundingClientRect();
		const small = [...e.querySelectorAll("text")].some((t) => t.getScreenCTM().a * parseFloat(getComputedStyle(t).fontSize) * 72 / 96 < 8);
		return e.checkVisibility() && (box.right > right || e.localName === "svg" && (box.height > sheet || small));
	}).map((e) => e.localName + " " + e.textContent.trim().slice(0, 40));
})()`

// sheet is how wide A4 is between the margins that browsers leave.
const sheet = 718

// onSheet: on paper nothing is cut off at the edge of a sheet, nor is a drawing that goes on to the next.
var onSheet = look{widths: []int64{sheet}, medium: "print", faults: beyondSheet + `.map((part) => "cut off on paper: " + part)`}

// words returns the words of a text, without the signs around them: a text browser writes some of those its own way.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// In a text browser nothing of a page is lost: every word of it is there.
func TestTextBrowserShowsEverything(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for name, path := range looked(t) {
		out, err := exec.Command("w3m", "-dump", "-cols", "200", "-T", "text/html", builtFile(path)).Output()
		if err != nil {
			t.Fatalf("%v\n    hint: apt-get install w3m", err)
		}
		shown := map[string]bool{}
		for _, word := range words(string(out)) {
			shown[word] = true
		}
		all := words(mainText(t, builtFile(path)))
		if len(all) < 10 {
			t.Errorf("%s: %d words", name, len(all))
		}
		for _, word := range all {
			if !shown[word] {
				t.Errorf("%s: a text browser does not show %q", name, word)
			}
		}
	}
}

// inline are elements that words go on across: a quotation begins with a sign.
const inline = " a abbr b bdi cite code dfn em i mark small span strong sub sup time wbr tspan "

// mainText returns what a page says in its main part: not what shows by scripts only, nor the ticks of axes, which are texts of drawings outside links.
func mainText(t *testing.T, file string) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page, err := html.ParseWithOptions(bytes.NewReader(src), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	var walk func(n *html.Node, in, linked bool)
	walk = func(n *html.Node, in, linked bool) {
		hidden := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
		if hidden || n.Data == "script" || n.Data == "template" || n.Data == "text" && !linked {
			return
		}
		if in && n.Type == html.TextNode {
			out.WriteString(n.Data)
		}
		apart := n.Type == html.ElementNode && !strings.Contains(inline, " "+n.Data+" ")
		if apart {
			out.WriteByte(' ')
		}
		for child := range n.ChildNodes() {
			walk(child, in || n.Data == "main", linked || n.Data == "a")
		}
		if apart {
			out.WriteByte(' ')
		}
	}
	walk(page, false, false)
	return out.String()
}

// Results on paper say what was sought, and their addresses are such that somebody can type them.
func resultsOnPaper(t *testing.T, tb *tab) {
	tb.results("slachtoffers nederland")
	tb.until(ownLinks + `.length > 0 && !!document.querySelector(".result a[href*=':~:text=']")`)
	got := squeezed(strings.Join(paper(tb), ""))
	for _, want := range []string{"“slachtoffersnederland”:", "/wie-worden-geraakt/#nederland)", "resultaten"} {
		if !strings.Contains(got, squeezed(want)) {
			t.Errorf("no %q on paper:\n%s", want, got)
		}
	}
	if strings.Contains(got, ":~:") {
		t.Errorf("a text fragment on paper:\n%s", got)
	}
}
