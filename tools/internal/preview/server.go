package preview

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/search"
)

// liveFiles are what the preview adds to pages on their way to the browser. The
// pages themselves never hold it.
//
//go:embed live
var liveFiles embed.FS

// livePath is where the preview's own addresses begin. No page of a site
// can have such an address.
const livePath = "/-/"

// ServeHTTP answers for the last good build, the search index and the
// preview's own addresses.
func (p *Preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	// Nothing may be kept: the next request may be for the next build.
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !isLoopback(r.Host):
		// Another site must not read this one through a name that it made
		// point at this machine.
		http.Error(w, "open this preview as localhost", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	case strings.HasPrefix(r.URL.Path, livePath):
		p.serveLive(w, r)
	default:
		p.servePage(w, r)
	}
}

func isLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// An answer is what is sent for an address of the site.
type answer struct {
	status int
	name   string // of the file
	text   []byte
}

// page returns the answer for an address: a file, the index.html of a
// folder, or the 404 page of the language that the address is in.
func (p *Preview) page(address string) answer {
	if !p.get().ready {
		return answer{http.StatusServiceUnavailable, "index.html", []byte(notYet)}
	}
	name := strings.TrimPrefix(path.Clean("/"+address), "/")
	if text, name, err := p.read(name); err == nil {
		return answer{http.StatusOK, name, text}
	}
	if first, _, _ := strings.Cut(name, "/"); slices.Contains(p.get().languages, first) {
		if text, err := readIn(p.pages(), first+"/404.html"); err == nil {
			return answer{http.StatusNotFound, "404.html", text}
		}
	}
	if text, err := readIn(p.pages(), "404.html"); err == nil {
		return answer{http.StatusNotFound, "404.html", text}
	}
	return answer{http.StatusNotFound, "none.txt", []byte("no page at this address\n")}
}

func (p *Preview) servePage(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/"+search.Folder("")) {
		select { // who searches at once waits for the first index
		case <-p.indexed:
		case <-r.Context().Done():
			return
		}
	}
	a := p.page(r.URL.Path)
	switch {
	case a.status == http.StatusOK && path.Base(a.name) == "index.html" && needsSlash(r.URL.Path):
		http.Redirect(w, r, redirectTarget(r.URL), http.StatusMovedPermanently)
		return
	case path.Ext(a.name) == ".html":
		p.look(r.URL.Path)
		a.text = inject(a.text, p.version(a))
	}
	send(w, r, a.status, headers.Type(path.Ext(a.name)), a.text)
}

// version tells whether a page is another than the one that a browser shows.
// Files without a sum in their address can change under a page that stays.
func (p *Preview) version(a answer) string {
	sum := sha256.Sum256(a.text)
	return fmt.Sprintf("%x-%d", sum[:8], p.get().files)
}

// needsSlash reports whether an address of a folder lacks the slash that
// makes relative links on its page right.
func needsSlash(address string) bool {
	return !strings.HasSuffix(address, "/") && path.Base(address) != "index.html"
}

// redirectTarget adds the slash. The path is cleaned, so that it cannot
// begin with two slashes and lead to another host.
func redirectTarget(u *url.URL) string {
	target := url.URL{Path: path.Clean("/"+u.Path) + "/", RawQuery: u.RawQuery}
	return target.String()
}

// read returns a file of the build, or the index.html of a folder, and its
// name. Names cannot lead out of the folder, not even through links.
func (p *Preview) read(name string) ([]byte, string, error) {
	dir := p.pages()
	if strings.HasPrefix(name, search.Folder("")) {
		dir = p.search()
	}
	text, err := readIn(dir, cmp.Or(name, "."))
	if err != nil {
		name = path.Join(name, "index.html")
		text, err = readIn(dir, name)
	}
	return text, name, err
}

func readIn(dir, name string) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return root.ReadFile(filepath.FromSlash(name))
}

// inject adds the script in the way that a strict content security policy
// allows: as a file from the same host. The version tells the script what
// it is looking at.
func inject(page []byte, version string) []byte {
	extra := fmt.Appendf(nil, `<script type="module" src="%slive.js?version=%s"></script>`, livePath, version)
	before, after, found := bytes.Cut(page, []byte("</head>"))
	if !found {
		return slices.Concat(page, extra)
	}
	return slices.Concat(before, extra, []byte("</head>"), after)
}

// notYet is shown as long as there has been no good build.
//
//go:embed live/not-yet.html
var notYet string

func send(w http.ResponseWriter, r *http.Request, status int, kind string, text []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(text)
	}
}

func (p *Preview) serveLive(w http.ResponseWriter, r *http.Request) {
	switch name := strings.TrimPrefix(r.URL.Path, livePath); name {
	case "events":
		p.serveEvents(w, r)
	case "findings":
		p.serveFindings(w, r)
	default:
		text, err := fs.ReadFile(liveFiles, path.Join("live", path.Clean("/"+name)))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		send(w, r, http.StatusOK, headers.Type(path.Ext(name)), text)
	}
}
