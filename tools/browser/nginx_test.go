package browser

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/toolchain"
)

// Behind nginx with the file that wijzer headers prints, pages, search and the
// glossary work, and the console tells of no violation (judge looks).
func TestBehindNginx(t *testing.T) {
	t.Parallel()
	nginx, _ := headers.Find("nginx")
	server, stop, err := toolchain.Serve(context.Background(), "nginx", public, nginx.Make(headers.Site{Languages: []string{"nl", "en"}}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop) // after the tab, which may still ask for its manifest
	tb := open(t, "/", 1280, 900)
	tb.away = strings.TrimPrefix(server, "http://")
	tb.do(chromedp.Navigate(server + article))
	tb.until(`document.querySelector("main h1")`)
	tb.do(chromedp.Navigate(server + "/zoeken/?q=grooming"))
	tb.until(`document.querySelectorAll("[data-search-results=own] a").length > 2`)
	tb.do(chromedp.Navigate(server + "/begrippen/"))
	tb.until(`document.querySelector("[data-filter], [type=search]")`)
	tb.do(chromedp.Navigate(server + "/en/glossary/"))
	tb.until(`document.querySelector("main h1")`)
	tb.expected = "TrustedHTML"
	if made := eval[bool](tb, `(() => { try { document.body.innerHTML = "<p>"; return true } catch { return false } })()`); made {
		t.Error("a script can make markup of text")
	}
}
