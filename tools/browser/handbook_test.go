package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/google/go-cmp/cmp"
)

// pictures are the regions of pages that docs/handbook shows, each as a picture with
// its text and structure beside it.
var pictures = []struct{ name, path, selector string }{
	{"doors", "/", ".doors"},
	{"state", "/netwerk/leiderschap/", ".page-meta"},
	{"tasks", "/over/redactietaken/", ".contents"},
}

// outline tells the elements of a region and their own texts, indented.
const outline = `(() => {
	const tell = (node, depth) => [...node.childNodes].map((n) =>
		n.nodeType === 3 ? (n.data.trim() ? " ".repeat(depth) + n.data.trim().replace(/\s+/g, " ") + "\n" : "") :
		n.nodeType === 1 && n.checkVisibility() ? " ".repeat(depth) + "<" + n.localName + ">\n" + tell(n, depth + 1) : "").join("");
	return tell(document.querySelector(%q), 0);
})()`

// A picture of the handbook shows what the site shows: the text beside it is that of
// the region. To take them anew: go test ./tools/browser -run Handbook -update.
func TestHandbookPictures(t *testing.T) {
	tb := open(t, "/", 1000, 900)
	for _, p := range pictures {
		tb.visit(p.path)
		got := fmt.Sprintf("%s %s\n%s", p.path, p.selector, eval[string](tb, fmt.Sprintf(outline, p.selector)))
		name := filepath.Join(root, "docs", "handbook", p.name)
		if *update {
			if err := os.WriteFile(name+".txt", []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name+".png", tb.region(p.selector), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := os.Stat(name + ".png"); err != nil {
			t.Error(err)
		}
		want, _ := os.ReadFile(name + ".txt")
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("the picture %s.png is stale: run with -update and look at it\n%s", name, diff)
		}
	}
}

// region returns a picture of the part of a page that a selector finds.
func (tb *tab) region(selector string) []byte {
	tb.t.Helper()
	box := eval[[]float64](tb, fmt.Sprintf(`(() => {
		const b = document.querySelector(%q).getBoundingClientRect();
		return [b.x + scrollX, b.y + scrollY, b.width, b.height];
	})()`, selector))
	beyond := true
	return call(tb, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{X: box[0], Y: box[1], Width: box[2], Height: box[3], Scale: 1}, CaptureBeyondViewport: &beyond,
	}).Data
}
