package links

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/publicsuffix"
)

// A checker remembers, for one run, what it learned of hosts.
type checker struct {
	opts      Options
	transport *http.Transport

	mu       sync.Mutex
	hosts    map[string]*host   // by host and port
	policies map[string]*policy // by scheme, host and port
	missing  map[string]*page   // likewise; nil for a host that shows none
}

func newChecker(opts Options) *checker {
	g := &guard{resolver: opts.Resolver, limit: opts.RequestLimit / 4, allowLoopback: opts.AllowLoopback}
	return &checker{
		opts: opts,
		transport: &http.Transport{
			Proxy:                  nil, // a proxy would look up names for us, past the guard
			DialContext:            g.dial,
			TLSClientConfig:        &tls.Config{RootCAs: opts.Roots},
			TLSHandshakeTimeout:    opts.RequestLimit / 2,
			MaxResponseHeaderBytes: opts.HeaderLimit,
			ForceAttemptHTTP2:      true,
			// Requests to a host are a second apart, and the library logs what a
			// server sends on an idle connection.
			DisableKeepAlives: true,
		},
		hosts:    map[string]*host{},
		policies: map[string]*policy{},
		missing:  map[string]*page{},
	}
}

// once gives what m has for key, and makes it the first time.
func once[T any](mu *sync.Mutex, m map[string]T, key string, make func() T) T {
	mu.Lock()
	defer mu.Unlock()
	v, ok := m[key]
	if !ok {
		v = make()
		m[key] = v
	}
	return v
}

func (c *checker) host(u *url.URL) *host { return once(&c.mu, c.hosts, u.Host, newHost) }

func (c *checker) policy(u *url.URL) *policy {
	return once(&c.mu, c.policies, u.Scheme+"://"+u.Host, newPolicy)
}

// check follows one address to its end. It gives false when there is no
// verdict: the run is ended, or the host asked for rest before.
func (c *checker) check(ctx context.Context, address string) (Entry, bool) {
	start, problem := parse(address)
	if problem != "" {
		return Entry{Address: address, Verdict: Unreachable, Reason: problem}, true
	}
	if ctx.Err() != nil || c.host(start).closed.Load() {
		return Entry{}, false
	}
	within, cancel := context.WithTimeout(ctx, c.opts.AddressLimit)
	defer cancel()
	v := c.follow(within, start)
	e := v.judge()
	if !e.Verdict.Bad() && v.last.page != nil && !isHome(v.last.url) {
		v.missing = c.missingPage(within, v.last.url)
		e = v.judge()
	}
	e.Address = address
	return e, ctx.Err() == nil
}

// follow goes where an address leads.
func (c *checker) follow(ctx context.Context, start *url.URL) visit {
	jar, _ := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List})
	v := visit{start: start}
	seen := map[string]bool{}
	for at := start; ; {
		been := place(at, jar)
		switch {
		case seen[been]:
			v.last = answer{url: at, fault: &fault{reason: "redirects in a circle"}}
			return v
		case len(v.trail) > c.opts.Redirects:
			v.last = answer{url: at, fault: &fault{reason: "redirects without end"}}
			return v
		}
		seen[been] = true
		v.last = c.visit(ctx, at, jar)
		next, err := v.last.next()
		if err != nil {
			v.last.fault = err
		}
		if err != nil || next == nil {
			return v
		}
		v.trail = append(v.trail, *next)
		at = next.to
	}
}

// place is where we are: with another cookie it may be another page.
func place(u *url.URL, jar http.CookieJar) string {
	var b strings.Builder
	b.WriteString(u.String())
	for _, cookie := range jar.Cookies(u) {
		b.WriteString(" " + cookie.Name + "=" + cookie.Value)
	}
	return b.String()
}

// visit asks one address, if that is allowed.
func (c *checker) visit(ctx context.Context, u *url.URL, jar http.CookieJar) answer {
	p, err := c.robots(ctx, u)
	if err != nil {
		return answer{url: u, fault: faultOf(err)}
	}
	if a, ok := p.allows(u); !ok {
		return a
	}
	return c.persist(ctx, http.MethodHead, u, jar)
}

// persist asks until there is an answer that counts. HEAD gives way to GET
// where it tells too little.
func (c *checker) persist(ctx context.Context, method string, u *url.URL, jar http.CookieJar) answer {
	a := c.send(ctx, method, u, jar)
	if method == http.MethodHead && !a.settled() {
		a = c.send(ctx, http.MethodGet, u, jar)
	}
	wait := c.opts.BackOff
	for try := 1; try < c.opts.Tries && a.transient() && !c.host(u).closed.Load(); try++ {
		if sleep(ctx, wait/2+rand.N(wait)) != nil {
			return a
		}
		wait *= 2
		again := c.send(ctx, http.MethodGet, u, jar)
		if ctx.Err() != nil && again.fault != nil {
			return a // our time is up; what the server said before counts
		}
		a = again
	}
	return a
}

// settled reports whether an answer to HEAD tells all there is to know.
func (a answer) settled() bool {
	switch {
	case a.fault != nil:
		return a.fault.early
	case a.redirects(), a.status == http.StatusTooManyRequests, a.status == http.StatusServiceUnavailable:
		return true
	case a.status >= 200 && a.status < 300:
		kind := a.header.Get("Content-Type")
		return kind != "" && a.header.Get("Content-Length") != "0" && !isHTML(kind, nil)
	}
	return false
}

// transient reports whether the same request may fare better in a while.
func (a answer) transient() bool {
	if a.fault != nil {
		return a.fault.transient
	}
	again := a.status == http.StatusRequestTimeout || a.status == http.StatusTooManyRequests || a.status >= 500 && a.status < 600
	return again && a.wall() == ""
}

// send makes one request in our turn.
func (c *checker) send(ctx context.Context, method string, u *url.URL, jar http.CookieJar) answer {
	h := c.host(u)
	if err := h.acquire(ctx); err != nil {
		return answer{url: u, fault: faultOf(err)}
	}
	rest := c.opts.Pace
	defer func() { h.release(rest) }()
	ctx, cancel := context.WithTimeout(ctx, c.opts.RequestLimit)
	defer cancel()

	resp, err := c.transport.RoundTrip(c.request(ctx, method, u, jar))
	if err != nil {
		return answer{url: u, fault: faultOf(err)}
	}
	defer resp.Body.Close()
	if jar != nil {
		jar.SetCookies(u, resp.Cookies())
	}
	a := answer{url: u, status: resp.StatusCode, header: resp.Header}
	if asked := a.rest(); asked > c.opts.MaxWait {
		h.closed.Store(true)
	} else {
		rest = max(rest, asked)
	}
	if method == http.MethodGet && !a.redirects() {
		a.read(resp.Body, c.opts.BodyLimit)
	}
	return a
}

func (c *checker) request(ctx context.Context, method string, u *url.URL, jar http.CookieJar) *http.Request {
	req := (&http.Request{Method: method, URL: u, Host: u.Host, Header: http.Header{
		"User-Agent":      {agent + "/" + c.opts.Version + " (+" + c.opts.Home + ")"},
		"Accept":          {"text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"},
		"Accept-Language": {"nl, en;q=0.8"},
	}}).WithContext(ctx)
	if jar != nil {
		for _, cookie := range jar.Cookies(u) {
			req.AddCookie(cookie)
		}
	}
	return req
}

// rest is how long a server that has too much to do asks us to stay away.
func (a answer) rest() time.Duration {
	if a.status != http.StatusTooManyRequests && a.status != http.StatusServiceUnavailable {
		return 0
	}
	return parseRetryAfter(a.header.Get("Retry-After"), time.Now())
}

// sniff is how much is read of what turns out not to be text.
const sniff = 512

// read takes in a body: all of a text up to a limit, the start of the rest.
func (a *answer) read(body io.Reader, limit int64) {
	kind := a.header.Get("Content-Type")
	start, err := io.ReadAll(io.LimitReader(body, sniff))
	if err == nil && (isHTML(kind, start) || strings.HasPrefix(kind, "text/")) {
		var more []byte
		more, err = io.ReadAll(io.LimitReader(body, limit-sniff))
		start = append(start, more...)
	}
	a.body = start
	if err != nil {
		a.cut = faultOf(err)
		if len(a.body) == 0 {
			a.fault = a.cut
		}
	}
	if isHTML(kind, a.body) {
		a.page = readPage(a.body, kind)
	}
}

func (a answer) redirects() bool {
	switch a.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// location gives where an answer redirects to, nil when it does not.
func (a answer) location() (*url.URL, error) {
	if a.fault != nil || a.disallowed != "" || !a.redirects() {
		return nil, nil
	}
	to := a.header.Get("Location")
	if to == "" {
		return nil, errors.New("a redirect without destination")
	}
	return a.resolve(to)
}

func (a answer) resolve(to string) (*url.URL, error) {
	ref, err := url.Parse(strings.TrimSpace(to))
	if err != nil || len(to) > longest {
		return nil, errors.New("redirects to an address that cannot be read")
	}
	u, problem := parse(a.url.ResolveReference(ref).String())
	if problem != "" {
		return nil, errors.New("redirects wrongly: " + problem)
	}
	return u, nil
}

// promptly is how soon a page must send its reader on to be a redirect; news
// pages refresh themselves after minutes.
const promptly = 5 * time.Second

// next gives where an answer leads, by header or by the page itself; nil when
// it is the end.
func (a answer) next() (*hop, *fault) {
	to, err := a.location()
	if err != nil {
		return nil, &fault{reason: err.Error()}
	}
	if to != nil {
		return &hop{to, a.status == http.StatusMovedPermanently || a.status == http.StatusPermanentRedirect}, nil
	}
	if a.fault != nil || a.page == nil || a.status >= 300 || a.page.refresh == "" || a.page.delay > promptly {
		return nil, nil
	}
	to, err = a.resolve(a.page.refresh)
	if err != nil || to.String() == a.url.String() {
		return nil, nil // the page is there all the same
	}
	return &hop{to, a.page.delay == 0}, nil
}

// missingPath surely leads nowhere.
const missingPath = "/wijzer-links-looks-what-a-missing-page-is-like-7c1e04b2"

// missingPage gives what the host of u shows for an address that surely is not
// there, if it says that all is well; nil for an honest host.
func (c *checker) missingPage(ctx context.Context, u *url.URL) *page {
	key := u.Scheme + "://" + u.Host
	c.mu.Lock()
	p, known := c.missing[key]
	c.mu.Unlock()
	if known {
		return p
	}
	nowhere := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: missingPath}
	a := answer{}
	if policy, err := c.robots(ctx, nowhere); err == nil {
		if _, ok := policy.allows(nowhere); ok {
			a = c.send(ctx, http.MethodGet, nowhere, nil)
		}
	}
	if a.status == http.StatusOK {
		p = a.page
	}
	if ctx.Err() == nil {
		c.mu.Lock()
		c.missing[key] = p
		c.mu.Unlock()
	}
	return p
}
