// Package browser tests the built site the way readers meet it: in a real
// Chromium, by keyboard, touch and mouse, in both languages.
package browser

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/patience"
	"comwijzer/tools/internal/render"
	"comwijzer/tools/internal/toolchain"
)

const root = "../.."

var (
	public  string          // the folder of the built site
	address string          // of the built site, on loopback
	chrome  context.Context // the one browser; every test has its own tab
)

// With -behind nginx every test meets the site as readers do, with all that wijzer
// headers prints: make trial.
var behind = flag.String("behind", "", "serve the site by nginx")

func TestMain(m *testing.M) {
	flag.Parse()
	render.ServeChild()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	program, err := exec.LookPath("chromium")
	if err != nil {
		fmt.Fprintln(os.Stderr, "no chromium on this machine\n    hint: make test installs it, or: go run ./tools/wijzer doctor --install")
		return 1
	}
	dir, err := os.MkdirTemp("", "comwijzer-browser-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	public = filepath.Join(dir, "public")
	stopServing, err := serve()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stopServing()

	stop, err := start(program, filepath.Join(dir, "profile"))
	if err != nil { // seen once in some hundred starts, on a busy machine: it went down with its crash handler
		stop, err = start(program, filepath.Join(dir, "again"))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "starting chromium:", err)
		return 1
	}
	defer stop()
	if parallel := flag.Lookup("test.parallel"); parallel.Value.String() == parallel.DefValue {
		parallel.Value.Set("4") // a test waits for frames and timers half of its time
	}
	return m.Run()
}

// serve serves the site to all tests, when it is built.
func serve() (stop func(), err error) {
	if *behind == "" {
		server := httptest.NewServer(pages(public))
		address = server.URL
		return server.Close, nil
	}
	kind, _ := headers.Find(*behind)
	address, stop, err = toolchain.Serve(context.Background(), *behind, public, kind.Make(headers.Site{Languages: []string{"nl", "en"}}))
	return stop, err
}

// start starts the browser of all tests.
func start(program, profile string) (stop func(), err error) {
	allocator, end := chromedp.NewExecAllocator(context.Background(), flags(program, profile)...)
	var cancel context.CancelFunc
	chrome, cancel = chromedp.NewContext(allocator)
	stop = func() { cancel(); end() }
	if err = chromedp.Do(chrome); err != nil {
		stop()
	}
	return stop, err
}

// buildSite serves all tests, and is done by the first: go test runs them again
// when what a test looked at has changed, if the test did so itself.
var buildSite = sync.OnceValue(func() error {
	for _, dir := range []string{"assets", "content", "data", "i18n", "layouts", "static"} {
		if err := fs.WalkDir(os.DirFS(root), dir, func(_ string, _ fs.DirEntry, err error) error { return err }); err != nil {
			return err
		}
	}
	absolute, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	r, err := build.Run(context.Background(), build.Options{Root: absolute, Out: public, Today: time.Now()})
	for _, d := range r.Findings {
		if d.Severity == diag.Error {
			fmt.Fprintf(os.Stderr, "%s: %s (%s)\n", d.Position, d.Message, d.Rule)
		}
	}
	return err
})

// pages serves the site as a static host does, 404 page included.
func pages(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(dir, filepath.FromSlash(r.URL.Path))
		if _, err := os.Stat(name); err == nil {
			files.ServeHTTP(w, r)
			return
		}
		page, _ := os.ReadFile(filepath.Join(dir, "404.html"))
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		w.Write(page)
	})
}

// flags start Chromium without a screen, as root, and quiet on the network.
func flags(program, profile string) []chromedp.ExecAllocatorOption {
	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(program), chromedp.UserDataDir(profile)}
	for _, name := range []string{
		"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
		"disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars",
		"disable-ipc-flooding-protection", // a tab asks hundreds of questions, one after another
	} {
		options = append(options, chromedp.Flag(name, true))
	}
	return options
}

// A tab is one page of the browser, watched: a console error or a request to
// another host fails the test.
type tab struct {
	context.Context
	t        *testing.T
	site     string // the address of the site that it looks at
	mu       sync.Mutex
	requests []string
	expected string // a console message that belongs to the test
	away     string // a host that the test may go to
	frozen   bool   // its clock was stopped once
}

// open opens a page of the site, or an empty tab, in a window of a size.
func open(t *testing.T, path string, width, height int64) *tab {
	t.Helper()
	if err := buildSite(); err != nil {
		t.Fatal("building the site to test: ", err)
	}
	return openAt(t, address, path, width, height)
}

// openAt opens a page of another site than that of all tests.
func openAt(t *testing.T, site, path string, width, height int64) *tab {
	t.Helper()
	ctx := attach()
	tb := &tab{Context: ctx, t: t, site: site}
	tb.do(chromedp.EmulateViewport(width, height))
	var stop context.CancelFunc
	tb.Context, stop = context.WithDeadline(ctx, patience.Deadline(t))
	call(tb, network.Enable, network.EnableParams{})
	var watching sync.WaitGroup
	requests, messages := chromedp.Events(tb, network.RequestWillBeSent), chromedp.Console(tb)
	watching.Go(func() { tb.watchRequests(requests) })
	watching.Go(func() { tb.watchConsole(messages) })
	t.Cleanup(func() {
		left := tb.leave()
		stop()
		watching.Wait()
		release(ctx, left)
		tb.judge()
	})
	tb.media("", "light")
	if path != "" {
		tb.visit(path)
	}
	return tb
}

// idle are tabs that tests are done with, for others: a new one is a window of its own, which costs two visits of a page.
var idle = make(chan target.ID, 32)

// attach gives a tab to a test, by a session of its own: with it all goes that a test has set.
func attach() context.Context {
	options := []chromedp.ContextOption{chromedp.WithDetachOnCancel()}
	select {
	case id := <-idle:
		options = append(options, chromedp.WithTargetID(id))
	default:
	}
	ctx, _ := chromedp.NewContext(chrome, options...) // ended by release
	return ctx
}

// between is what a tab shows between two tests: of the site, for which the browser keeps its process, and without scripts.
const between = "/robots.txt"

// leave makes the page of a tab one without a past, for the next test; it tells whether one can have it.
func (tb *tab) leave() bool {
	if tb.t.Failed() || tb.frozen || tb.site != address {
		return false
	}
	gone := chromedp.Do(tb, chromedp.Navigate(tb.site+between))
	_, forgot := chromedp.Call(tb, page.ResetNavigationHistory, cdp.Empty{})
	return gone == nil && forgot == nil
}

// release ends the session of a test, and closes its tab if no other can have it: a test failed in it, stopped its clock or looked at a site of its own.
func release(ctx context.Context, left bool) {
	is := chromedp.FromContext(ctx)
	if err := chromedp.Cancel(ctx); err == nil && left {
		idle <- is.Target.TargetID
		return
	}
	cdp.Call(chrome, is.Browser, target.CloseTarget, target.CloseTargetParams{TargetID: is.Target.TargetID})
}

// part runs a part of a test, which shares the tab with the others.
func (tb *tab) part(name string, test func(t *testing.T)) {
	whole := tb.t
	is := func(t *testing.T) { tb.mu.Lock(); defer tb.mu.Unlock(); tb.t = t }
	whole.Run(name, func(t *testing.T) {
		is(t)
		defer is(whole)
		test(t)
	})
}

func (tb *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	if err := chromedp.Do(tb, actions...); err != nil {
		tb.t.Fatal(err)
	}
}

// call runs one command of the DevTools protocol.
func call[P, R any](tb *tab, command cdp.Command[P, R], params P) R {
	tb.t.Helper()
	result, err := chromedp.Call(tb, command, params)
	if err != nil {
		tb.t.Fatal(err)
	}
	return result
}

func (tb *tab) visit(path string) {
	tb.t.Helper()
	tb.do(chromedp.Navigate(tb.site + path))
	tb.until(`document.readyState === "complete" && location.pathname !== ` + quote(between)) // the load that was waited for may have been that of the page before
}

// forced are the few colours that a reader's system has for all that is shown.
const forced = "forced"

// media makes the page think that it is printed, or shown in a colour scheme.
func (tb *tab) media(medium, scheme string) {
	tb.t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}
	if scheme == forced {
		features[0] = &emulation.MediaFeature{Name: "forced-colors", Value: "active"}
	}
	call(tb, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: features})
}

// click presses the mouse on the first element that a selector finds, where
// a reader would: on a spot at which nothing else lies over it.
func (tb *tab) click(selector string) {
	tb.t.Helper()
	at := tb.spot(selector)
	tb.do(chromedp.MouseClickXY(at[0], at[1]))
}

// spot returns a point on the screen that belongs to the element. A page that is not all there yet (its language is known before its body) is waited for.
func (tb *tab) spot(selector string) []float64 {
	tb.t.Helper()
	tb.until(`document.readyState === "complete"`)
	at := eval[[]float64](tb, fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		if (!e) return [];
		e.scrollIntoView({block: "center", behavior: "instant"});
		for (const r of e.getClientRects()) {
			const [x, y] = [r.x + r.width / 2, r.y + r.height / 2];
			if (e.contains(document.elementFromPoint(x, y))) return [x, y];
		}
		return [];
	})()`, selector))
	if len(at) == 0 {
		tb.t.Fatalf("nothing to press: %s is absent or covered", selector)
	}
	return at
}

func (tb *tab) watchRequests(events iter.Seq2[network.EventRequestWillBeSent, error]) {
	for e, err := range events {
		if err != nil {
			return
		}
		tb.mu.Lock()
		tb.requests = append(tb.requests, e.Request.URL)
		tb.mu.Unlock()
	}
}

func (tb *tab) watchConsole(messages iter.Seq2[chromedp.ConsoleMessage, error]) {
	for m, err := range messages {
		if err != nil {
			return
		}
		bad := m.IsException() || m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning
		if bad && (tb.expected == "" || !strings.Contains(m.Text, tb.expected)) && !strings.HasSuffix(m.URL, "/favicon.ico") { // the page between asks for that
			tb.mu.Lock()
			tb.t.Errorf("console: %s (%s)", m, m.URL)
			tb.mu.Unlock()
		}
	}
}

// judge fails the test for every request that left the site.
func (tb *tab) judge() {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, r := range tb.requests {
		u, err := url.Parse(r)
		if err != nil || u.Scheme == "data" || u.Scheme == "blob" || strings.HasPrefix(r, tb.site) || (tb.away != "" && u.Host == tb.away) {
			continue
		}
		tb.t.Errorf("request to another host: %s", r)
	}
}

// asked tells whether any request so far holds text.
func (tb *tab) asked(text string) bool {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, r := range tb.requests {
		if strings.Contains(r, text) {
			return true
		}
	}
	return false
}

// eval returns what a JavaScript expression gives.
func eval[T any](tb *tab, expression string, options ...chromedp.EvaluateOption) T {
	tb.t.Helper()
	v, err := chromedp.Run(tb, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		tb.t.Fatal(err)
	}
	return v
}

// fetched is a JavaScript function that gets a page without making one of a text, which
// the policy forbids.
const fetched = `const fetched = (address) => new Promise((done) => {
	const request = new XMLHttpRequest();
	request.open("GET", address);
	request.responseType = "document";
	request.onload = () => done(request.response);
	request.send();
});`

// script runs JavaScript for what it does.
func (tb *tab) script(code string) {
	tb.t.Helper()
	eval[bool](tb, code+"; true")
}

// until waits for a JavaScript expression to become true. While a page is
// being left the expression may fail: that is not yet true either.
func (tb *tab) until(expression string) {
	tb.t.Helper()
	at := ""
	for {
		where, err := chromedp.Run(tb, chromedp.Evaluate[string]("("+expression+`) ? "" : location.href`))
		if err == nil && where == "" {
			return
		}
		if err == nil {
			at = where
		}
		if tb.Err() != nil {
			tb.t.Fatalf("never became true: %s (at %s, %v)", expression, at, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// freeze stops the clock of the page: what it does after a while waits for pass.
func (tb *tab) freeze() {
	tb.t.Helper()
	tb.frozen = true
	call(tb, emulation.SetVirtualTimePolicy, emulation.SetVirtualTimePolicyParams{Policy: emulation.VirtualTimePolicyPause})
}

// pass lets milliseconds pass in a page whose clock stands still, all at once.
func (tb *tab) pass(milliseconds float64) {
	tb.t.Helper()
	passed := chromedp.Events(tb, emulation.VirtualTimeBudgetExpired)
	call(tb, emulation.SetVirtualTimePolicy, emulation.SetVirtualTimePolicyParams{Policy: emulation.VirtualTimePolicyAdvance, Budget: &milliseconds})
	for _, err := range passed {
		if err != nil {
			tb.t.Fatal(err)
		}
		return
	}
}

// thaw makes the clock of the page run again, as fast as the page can.
func (tb *tab) thaw() {
	tb.t.Helper()
	call(tb, emulation.SetVirtualTimePolicy, emulation.SetVirtualTimePolicyParams{Policy: emulation.VirtualTimePolicyAdvance})
}

func (tb *tab) path() string { return eval[string](tb, "location.pathname") }

func (tb *tab) press(keys ...string) {
	tb.t.Helper()
	for _, k := range keys {
		tb.do(chromedp.KeyEvent(k))
	}
}

// tap touches the first element that a selector finds.
func (tb *tab) tap(selector string) {
	tb.t.Helper()
	call(tb, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	at := tb.spot(selector)
	tb.do(chromedp.TapXY(at[0], at[1]))
}
