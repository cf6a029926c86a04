package headers

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"comwijzer/tools/internal/toolchain"
)

var small = Site{Languages: []string{"nl", "en"}, Moved: map[string]string{"/oud/": "/a/", "/en/old/": "/en/a/"}}

const sheet = "css/sheet.41287736b3c830b805ce191831bf38f12622263c0933d5ec5f62ebda054d529d.css"

// start serves a small site with exactly the file that wijzer headers prints for a kind of server.
func start(t *testing.T, kind string, s Site) (address string) {
	t.Helper()
	dir, err := os.MkdirTemp("", kind) // where its processes, of another user, can read
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	os.Chmod(dir, 0o755)
	for name, text := range map[string]string{"index.html": "home", "a/index.html": "a", "en/a/index.html": "en a", "404.html": "niet gevonden",
		"en/404.html": "not found", sheet: "style", "downloads/g.ttl": "<a> <b> <c>.", "tables/t.csv": "a,b"} {
		os.MkdirAll(filepath.Join(dir, "site", filepath.Dir(name)), 0o755)
		write(t, filepath.Join(dir, "site", name), text)
	}
	write(t, filepath.Join(dir, "site/index.html.gz"), packed(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }))
	write(t, filepath.Join(dir, "site/index.html.br"), packed(func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }))
	k, _ := Find(kind)
	address, stop, err := toolchain.Serve(t.Context(), kind, filepath.Join(dir, "site"), k.Make(s))
	if err != nil {
		t.Fatalf("%v (make test installs it)", err)
	}
	t.Cleanup(stop)
	return address
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func packed(pack func(io.Writer) io.WriteCloser) string {
	var b strings.Builder
	w := pack(&b)
	io.WriteString(w, "home")
	w.Close()
	return b.String()
}

// Each kind of server, with the file made for it, answers alike.
func TestServers(t *testing.T) {
	for _, kind := range []string{"nginx", "apache", "caddy"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			testServer(t, start(t, kind, small))
		})
	}
}

// What an old address holds is no command of a server, and both of its spellings lead on.
func TestOldAddressesAreNames(t *testing.T) {
	awkward := map[string]string{
		"/privé/": "/a/", "/caf%C3%A9/": "/a/", `/a;b{c}"d$e'/`: "/en/a/", "/oud\\(1)+*/": "/a/", "/50%25/": "/été/", "/{host}/": "/$uri/{x}/",
	}
	for _, kind := range []string{"nginx", "apache", "caddy"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			site := start(t, kind, Site{Languages: []string{"nl", "en"}, Moved: awkward})
			for old, now := range awkward {
				request, _ := http.NewRequest("GET", site, nil)
				request.URL.Path = decoded(old)
				answer := ask(t, request)
				to, err := url.Parse(answer.Header.Get("Location"))
				if answer.StatusCode != 301 || err != nil || to.Path != now {
					t.Errorf("%s: %d to %q", old, answer.StatusCode, answer.Header.Get("Location"))
				}
			}
			request, _ := http.NewRequest("GET", site+"/b/", nil)
			if answer := ask(t, request); answer.StatusCode != 404 {
				t.Errorf("another address: %d", answer.StatusCode)
			}
		})
	}
}

// unpacked reads what an answer holds.
func unpacked(answer *http.Response) io.Reader {
	switch answer.Header.Get("Content-Encoding") {
	case "gzip":
		if r, err := gzip.NewReader(answer.Body); err == nil {
			return r
		}
	case "br":
		return brotli.NewReader(answer.Body)
	}
	return answer.Body
}

// With one language there is one page for what is not found; what did not change does not
// travel again, and is answered with all headers too.
func TestOneLanguage(t *testing.T) {
	for _, kind := range []string{"nginx", "apache", "caddy"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			site := start(t, kind, Site{Languages: []string{"nl"}})
			request, _ := http.NewRequest("GET", site+"/en/gone/", nil)
			gone := ask(t, request)
			if body, _ := io.ReadAll(gone.Body); gone.StatusCode != 404 || string(body) != "niet gevonden" {
				t.Errorf("%d %q", gone.StatusCode, body)
			}
			request, _ = http.NewRequest("GET", site+"/a/", nil)
			request.Header.Set("If-None-Match", ask(t, request).Header.Get("ETag"))
			same := ask(t, request)
			if csp := same.Header.Get("Content-Security-Policy"); same.StatusCode != 304 || csp != always[0].Value {
				t.Errorf("%d, policy %q", same.StatusCode, csp)
			}
		})
	}
}

var client = http.Client{
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	Transport:     &http.Transport{DisableCompression: true},
}

func ask(t *testing.T, request *http.Request) *http.Response {
	t.Helper()
	answer, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}

func testServer(t *testing.T, site string) {
	for _, c := range []struct {
		path, accept          string
		code                  int
		body, header, contain string
	}{
		{"/", "", 200, "home", "Cache-Control", "no-cache"},
		{"/", "", 200, "home", "Content-Type", "text/html; charset=utf-8"},
		{"/", "gzip", 200, "home", "Content-Encoding", "gzip"},
		{"/", "gzip, br", 200, "home", "Content-Encoding", "br"},
		{"/", "gzip, br", 200, "", "Content-Type", "text/html; charset=utf-8"},
		{"/", "gzip", 200, "", "Vary", "Accept-Encoding"},
		{"/" + sheet, "", 200, "style", "Cache-Control", "immutable"},
		{"/" + strings.Replace(sheet, "4", "5", 1), "", 404, "niet gevonden", "Cache-Control", "no-cache"},
		{"/downloads/g.ttl", "", 200, "", "Content-Type", "text/turtle; charset=utf-8"},
		{"/tables/t.csv", "", 200, "", "Content-Type", "text/csv; charset=utf-8"},
		{"/a", "", 301, "", "Location", "/a/"},
		{"/oud/", "", 301, "", "Location", "/a/"},
		{"/en/old/", "", 301, "", "Location", "/en/a/"},
		{"/weg/", "", 404, "niet gevonden", "Content-Type", "text/html"},
		{"/en/gone/", "", 404, "not found", "Content-Type", "text/html"},
	} {
		request, _ := http.NewRequest("GET", site+c.path, nil)
		if c.accept != "" {
			request.Header.Set("Accept-Encoding", c.accept)
		}
		answer := ask(t, request)
		body, _ := io.ReadAll(unpacked(answer))
		if answer.StatusCode == http.StatusPermanentRedirect { // as Caddy adds a slash
			answer.StatusCode = http.StatusMovedPermanently
		}
		if answer.StatusCode != c.code || c.body != "" && string(body) != c.body || !strings.Contains(answer.Header.Get(c.header), c.contain) {
			t.Errorf("%s (%s): %d %q, %s: %q", c.path, c.accept, answer.StatusCode, body, c.header, answer.Header.Get(c.header))
		}
		for _, h := range always {
			if got := answer.Header.Values(h.Name); len(got) != 1 || got[0] != h.Value {
				t.Errorf("%s: %s: %q", c.path, h.Name, got)
			}
		}
		if n := len(answer.Header.Values("Cache-Control")); n != 1 && c.code != 301 {
			t.Errorf("%s: %d times Cache-Control", c.path, n)
		}
	}
}
