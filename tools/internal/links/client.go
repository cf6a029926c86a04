package links

import (
	"context"
	"crypto/tls"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/net/publicsuffix"
)

// A Client asks addresses, and remembers what it learned of their hosts.
type Client struct {
	opts      Options
	transport *http.Transport

	answered atomic.Bool

	mu       sync.Mutex
	hosts    map[string]*host   // by host and port
	policies map[string]*policy // by scheme, host and port
	missing  map[string]*page   // likewise; nil for a host that shows none
}

// NewClient returns a client that keeps to the bounds of opts.
func NewClient(opts Options) *Client {
	opts = opts.withDefaults()
	return &Client{
		opts: opts,
		transport: &http.Transport{
			Proxy:                  nil, // a proxy would look up names for us, past the guard
			DialContext:            newGuard(opts).dial,
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

// Answered reports whether any host has said anything yet.
func (c *Client) Answered() bool { return c.answered.Load() }

// once returns what m has for key, and makes it the first time.
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

func (c *Client) host(u *url.URL) *host { return once(&c.mu, c.hosts, u.Host, newHost) }

func (c *Client) policy(u *url.URL) *policy {
	return once(&c.mu, c.policies, u.Scheme+"://"+u.Host, newPolicy)
}

// An errand is what we come for.
type errand struct {
	method string      // HEAD when GET is only for pages that tell too little without
	header http.Header // besides our own
	whole  bool        // the whole body is wanted, whatever it is
	open   string      // the host of an interface for programs, "" for none
	jar    http.CookieJar
}

// check asks how an address fares.
func (c *Client) check(ctx context.Context, address string) (Entry, bool) {
	e, _, ok := c.run(ctx, address, errand{method: http.MethodHead})
	return e, ok
}

// run follows one address to its end. It returns false when there is no
// verdict: the run is ended, or the host asked for rest before.
func (c *Client) run(ctx context.Context, address string, what errand) (e Entry, last answer, ok bool) {
	defer func() { // what comes from outside has surprised many a library
		if recover() != nil {
			e, ok = Entry{Address: address, Verdict: Unreachable, Reason: "wijzer fails on what the server sends: please report it"}, true
		}
	}()
	start, problem := parse(address)
	if problem != "" {
		return Entry{Address: address, Verdict: Unreachable, Reason: problem}, answer{}, true
	}
	if ctx.Err() != nil || c.host(start).closed.Load() {
		return Entry{}, answer{}, false
	}
	within, cancel := context.WithTimeout(ctx, c.opts.AddressLimit)
	defer cancel()
	v := c.follow(within, start, what)
	e = v.judge()
	if !what.whole && !e.Verdict.Bad() && e.Verdict != Blocked && v.last.page != nil && !isHome(v.last.url) {
		v.missing = c.missingPage(within, v.last.url)
		e = v.judge()
	}
	e.Address = address
	return e, v.last, ctx.Err() == nil
}

// follow goes where an address leads.
func (c *Client) follow(ctx context.Context, start *url.URL, what errand) visit {
	what.jar, _ = cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List})
	v := visit{start: start}
	seen := map[string]bool{}
	for at := start; ; {
		been := place(at, what.jar)
		switch {
		case seen[been]:
			v.last = answer{url: at, fault: &fault{reason: "redirects in a circle"}}
			return v
		case len(v.trail) > c.opts.Redirects:
			v.last = answer{url: at, fault: &fault{reason: "redirects without end"}}
			return v
		}
		seen[been] = true
		v.last = c.visit(ctx, at, what)
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
func (c *Client) visit(ctx context.Context, u *url.URL, what errand) answer {
	if u.Host == what.open {
		return c.persist(ctx, u, what)
	}
	p, err := c.robots(ctx, u)
	if err != nil {
		return answer{url: u, fault: faultOf(err)}
	}
	if a, ok := p.allows(u); !ok {
		return a
	}
	return c.persist(ctx, u, what)
}

// missingPath surely leads nowhere.
const missingPath = "/wijzer-links-looks-what-a-missing-page-is-like-7c1e04b2"

// missingPage returns what the host of u shows for an address that surely
// is not there, if it says that all is well; nil for an honest host.
func (c *Client) missingPage(ctx context.Context, u *url.URL) *page {
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
			a = c.send(ctx, nowhere, errand{method: http.MethodGet})
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
