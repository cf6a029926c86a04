package passage

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"comwijzer/tools/internal/cite"
)

// makePDF writes a PDF with a line of text after another on each page.
func makePDF(pages ...[]string) string {
	var objects []string
	var kids strings.Builder
	for i, lines := range pages {
		var text strings.Builder
		text.WriteString("BT /F 10 Tf 14 TL 50 780 Td")
		for _, line := range lines {
			text.WriteString(" (" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(line) + ") Tj T*")
		}
		text.WriteString(" ET")
		at := 4 + 2*i
		fmt.Fprintf(&kids, "%d 0 R ", at)
		objects = append(objects,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>", at+1),
			fmt.Sprintf("<</Length %d>> stream\n%s\nendstream", text.Len(), &text))
	}
	objects = append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", &kids, len(pages)),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	}, objects...)
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	var starts []int
	for i, object := range objects {
		starts = append(starts, out.Len())
		fmt.Fprintf(&out, "%d 0 obj %s endobj\n", i+1, object)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, start := range starts {
		fmt.Fprintf(&out, "%010d 00000 n \n", start)
	}
	fmt.Fprintf(&out, "trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return out.String()
}

// lines breaks a text as a page of paper does, within words too, and puts the
// number of the page below it.
func lines(width, number int, text string) []string {
	var out []string
	for len(text) > width {
		at := width
		for text[at-1] == ' ' || text[at] == ' ' {
			at--
		}
		out, text = append(out, text[:at]+"-"), text[at:]
	}
	return append(out, text, fmt.Sprint(number))
}

func report(first int, texts ...string) string {
	var pages [][]string
	for i, text := range texts {
		pages = append(pages, lines(40, first+i, text))
	}
	return makePDF(pages...)
}

func TestPassagesOfAPDF(t *testing.T) {
	w := newWorld(t, report(7, risk, help, law, last), "p. 8", "p. 9-10", "hfst. 2")
	w.kind = "application/pdf"
	demand(t, "first", w.look(t), "hfst. 2=unchanged p. 8=unchanged p. 9-10=unchanged")
	w.body = makePDF(lines(31, 7, last), lines(31, 8, law), lines(31, 9, risk+" "+risk), lines(31, 10, help)) // another edition
	demand(t, "moved about", w.look(t), "hfst. 2=unchanged p. 8=unchanged p. 9-10=unchanged")
	w.body = report(7, risk, strings.ToUpper(risk), law, last)
	demand(t, "a page anew", w.look(t), "hfst. 2=changed p. 8=gone p. 9-10=unchanged")
}

// Without poppler there is no verdict, and a run after it came looks again.
func TestAMachineWithoutPDF(t *testing.T) {
	w := newWorld(t, report(1, risk, help), "p. 2")
	w.kind = "application/pdf"
	reader := w.pdf
	w.pdf = func(context.Context, []byte) ([]string, error) { return nil, ErrNoReader }
	demand(t, "without", w.look(t), "p. 2=unreadable")
	w.pdf = reader
	demand(t, "with, on the same day", w.again(t), "p. 2=unchanged")
}

func TestLocate(t *testing.T) {
	locators := map[string]*cite.Locators{
		"nl": cite.NewLocators(map[string][]string{"chapter": {"hfst", "hoofdstuk"}, "paragraph": {"alinea"}, "page": {"p"}, "heading": {"kop"}, "and": {"en"}}),
		"en": cite.NewLocators(map[string][]string{"chapter": {"ch"}, "paragraph": {"para"}, "heading": {"heading"}}),
	}
	doc := document{blocks: readHTML(strings.NewReader(`<html><head><title>Titel</title></head><body><nav><h2>Over ons</h2><p>Menu</p></nav>
<main><h1>Werk</h1><p>een</p><h2>1 Begin</h2><p>twee</p><h3>Kleine letters</h3><p>drie</p><ul><li>vier<li><p>vijf</p></ul>
<h2>Hoofdstuk 2: Vervolg</h2><p>zes</p><script>nee</script><aside><p>reclame</p></aside><h2><span>Einde</span></h2><div>zeven <b>acht</b><br>negen</div></main>
<footer><h2>Hoofdstuk 3</h2>voet</footer>`))}
	for _, c := range []struct{ lang, locator, want string }{
		{"nl", "hfst. 1", "1 Begin|twee|Kleine letters|drie|vier|vijf"},
		{"en", "ch. 2", "Hoofdstuk 2: Vervolg|zes"},
		{"nl", "hoofdstuk 2", "Hoofdstuk 2: Vervolg|zes"},
		{"nl", "hfst. 1, Kleine letters", "Kleine letters|drie|vier|vijf"},
		{"en", "heading ‘Einde’", "Einde|zeven acht negen"},
		{"nl", "alinea 3", "twee|drie|vijf"},
		{"en", "para. 1", "een|twee"},
		{"nl", "alinea 1 en 5", "een|twee|vijf|zes"},
		{"nl", "hfst. 3", ""}, // stands in the footer only
		{"nl", "over ons", ""},
		{"nl", "p. 4", ""},
		{"nl", "alinea 40", ""},
		{"nl", "", ""},
	} {
		var got []string
		for _, b := range doc.locate(c.locator, locators[c.lang]) {
			got = append(got, b.text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q, want %q", c.locator, strings.Join(got, "|"), c.want)
		}
	}
}

func TestPrintedNumbers(t *testing.T) {
	for want, pages := range map[int][]string{
		4:  {"Report 5\nx", "x\n6 Report", "y\n7", "blank"},
		0:  {"a", "b", "1"},
		-1: {"cover", "text\n1", "2\ntext", "3 | Titel\nx"},
	} {
		var doc document
		for _, p := range pages {
			doc.blocks = append(doc.blocks, block{text: p})
		}
		if got := doc.shift(); got != want {
			t.Errorf("%q: %d, want %d", pages, got, want)
		}
	}
}

// Deep nesting and long texts are read all the same, or refused.
func TestHostilePages(t *testing.T) {
	for _, src := range []string{strings.Repeat("<div><b>", 100_000), strings.Repeat("<h2>", 50_000), "<main>" + strings.Repeat("<main>x", 1000), ""} {
		readHTML(strings.NewReader(src))
	}
	long := []block{{text: strings.Repeat("a b c d e f g h ", 10_000) + risk + help + law + last + risk + last + help}}
	if n := len(sample(hashes("", long))); n != mostKept {
		t.Errorf("%d hashes", n)
	}
}
