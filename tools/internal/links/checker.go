package links

import (
	"context"
	"crypto/tls"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"

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
	return &checker{
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
func (c *checker) check(ctx context.Context, address string) (e Entry, ok bool) {
	defer func() { // what comes from outside has surprised many a library
		if recover() != nil {
			e, ok = Entry{Address: address, Verdict: Unreachable, Reason: "wijzer fails on what the server sends: please report it"}, true
		}
	}()
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
	e = v.judge()
	if !e.Verdict.Bad() && e.Verdict != Blocked && v.last.page != nil && !isHome(v.last.url) {
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
