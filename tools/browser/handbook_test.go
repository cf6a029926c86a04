package browser

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/messages"
	"comwijzer/tools/internal/preview"
	"comwijzer/tools/internal/starter"
)

// The handbook shows parts of the pages of a new site in its preview, in each language. A mistake that is made there
// opens the panel.
var (
	handbookPages = map[string]map[string]string{
		"nl": {"topic": "/achtergrond/gladde-vloeren/", "term": "/begrippen/glijgevaar/", "source": "/bronnen/example-report/", "help": "/hulp/eerst-helpen/"},
		"en": {"topic": "/topics/slippery-floors/", "term": "/glossary/slipping-hazard/", "source": "/sources/example-report/", "help": "/help/help-first/"},
	}
	pictures = []struct{ name, page, elements string }{
		{"checked", "topic", `[...document.querySelectorAll(".page-meta")].at(-1).children`},
		{"figure", "topic", `document.querySelectorAll(".figures")`},
		{"term", "term", `document.querySelectorAll(".page__article > header, .definition, .term-facts")`},
		{"source", "source", `document.querySelectorAll(".page-head")`},
		{"contact", "help", `document.querySelectorAll(".contact-card")`},
		{"panel", "topic", `document.querySelector("#wijzer-live").shadowRoot.children`},
	}
)

const (
	handbookMistake = "content/topics/slippery-floors.%s.md"
	pictureHeight   = 900
)

// A picture shows what pages show: beside it stand its own hash, and the text and elements of the part. To take all
// anew, and write their hashes into config.toml: go test ./tools/browser -run Handbook -update. Then look at them.
// In make test those of one language are compared.
func TestHandbookPictures(t *testing.T) {
	t.Parallel()
	for i, lang := range loadSite(t).Languages {
		if i == 0 || *trial || *update {
			t.Run(lang, func(t *testing.T) { picturesIn(t, lang) })
		}
	}
}

func picturesIn(t *testing.T, lang string) {
	dir := filepath.Join(t.TempDir(), "site")
	today := time.Date(2026, time.November, 28, 0, 0, 0, 0, time.UTC)
	if err := starter.Make(dir, starter.Options{Name: "A", Languages: []string{lang}, Country: "NL", Today: today}); err != nil {
		t.Fatal(err)
	}
	tb := openAt(t, previewOf(t, dir, lang, today), "/", 720, pictureHeight)
	var told bytes.Buffer
	for _, p := range pictures {
		tb.visit(handbookPages[lang][p.page])
		if p.name == "panel" {
			mistake(t, filepath.Join(dir, fmt.Sprintf(handbookMistake, lang)))
			tb.until(`document.querySelector("#wijzer-live")?.shadowRoot.querySelector("li")?.checkVisibility()`)
		}
		tb.pictured(&told, p.name+"."+lang, p.elements)
	}
	name := filepath.Join("testdata", "handbook."+lang+".txt")
	if *update {
		if err := os.WriteFile(name, told.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(name)
	if diff := cmp.Diff(string(want), told.String()); diff != "" {
		t.Errorf("pictures are stale: run with -update, and look at them\n%s", diff)
	}
}

// previewOf runs the preview of a site until the test ends, and returns its address.
func previewOf(t *testing.T, dir, lang string, today time.Time) string {
	t.Helper()
	first, ended := make(chan string, 1), make(chan error, 1)
	ctx, stop := context.WithCancel(t.Context())
	p := preview.Preview{Lang: lang, Translate: messages.In(lang).Say, Options: build.Options{Root: dir, Drafts: true, Today: today},
		Built: func(n preview.News) {
			if n.First {
				first <- n.Address
			}
		}}
	go func() { ended <- p.Serve(ctx) }()
	t.Cleanup(func() { stop(); <-ended })
	select {
	case address := <-first:
		return address[:len(address)-1]
	case err := <-ended:
		ended <- err
		t.Fatal("no preview: ", err)
		return ""
	}
}

// mistake misspells a source.
func mistake(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, bytes.Replace(text, []byte("example-report"), []byte("example-reprot"), 1), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// outline tells the elements of a part and their own texts, indented.
const outline = `(() => {
	const tell = (node, depth) => node.nodeType === 3 ? (node.data.trim() && " ".repeat(depth) + node.data.trim().replace(/\s+/g, " ") + "\n") :
		node.nodeType === 1 && node.checkVisibility() ? " ".repeat(depth) + "<" + node.localName + ">\n" + [...node.childNodes].map((n) => tell(n, depth + 1)).join("") : "";
	return [...%s].map((node) => tell(node, 0)).join("");
})()`

// box is the part of the page that elements take, with some room where there is any.
const box = `(() => {
	const all = [...%s].map((e) => e.getBoundingClientRect()).filter((b) => b.width * b.height > 0), far = Math.max(...all.map((b) => b.bottom));
	const [left, top] = [Math.max(0, Math.min(...all.map((b) => b.left)) - 8), Math.max(0, Math.min(...all.map((b) => b.top)) - 8)];
	const [right, bottom] = [Math.min(innerWidth, Math.max(...all.map((b) => b.right)) + 8), far > innerHeight ? far + 8 : Math.min(innerHeight, far + 8)];
	return [left + scrollX, top + scrollY, right - left, bottom - top];
})()`

// pictured tells what is in a picture, and takes it with -update.
func (tb *tab) pictured(told *bytes.Buffer, name, elements string) {
	tb.t.Helper()
	file := filepath.Join(root, "static", "handbook", name+".png")
	if *update {
		at := eval[[]float64](tb, fmt.Sprintf(box, elements))
		beyond := at[1]+at[3] > pictureHeight // else what is fixed to the window would move
		shot := call(tb, page.CaptureScreenshot, page.CaptureScreenshotParams{
			Clip: &page.Viewport{X: at[0], Y: at[1], Width: at[2], Height: at[3], Scale: 1}, CaptureBeyondViewport: &beyond})
		if err := os.WriteFile(file, shot.Data, 0o644); err != nil {
			tb.t.Fatal(err)
		}
		approve(tb.t, name, shot.Data)
	}
	pixels, err := os.ReadFile(file)
	if err != nil {
		tb.t.Error(err)
	}
	fmt.Fprintf(told, "-- %s.png %x --\n%s", name, sha256.Sum256(pixels), eval[string](tb, fmt.Sprintf(outline, elements)))
}

// approve writes the hash of a picture into the configuration, where its line is.
func approve(t *testing.T, name string, pixels []byte) {
	t.Helper()
	config := filepath.Join(root, "config.toml")
	text, err := os.ReadFile(config)
	if err == nil {
		line := regexp.MustCompile(regexp.QuoteMeta(name) + `\.png [0-9a-f]*`)
		err = os.WriteFile(config, line.ReplaceAll(text, fmt.Appendf(nil, "%s.png %x", name, sha256.Sum256(pixels))), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
