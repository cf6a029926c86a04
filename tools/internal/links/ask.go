package links

import (
	"context"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// persist asks until there is an answer that counts. HEAD gives way to GET
// where it tells too little.
func (c *Client) persist(ctx context.Context, u *url.URL, what errand) answer {
	a := c.send(ctx, u, what)
	if what.method == http.MethodHead && !a.settled() {
		what.method = http.MethodGet
		a = c.send(ctx, u, what)
	}
	what.method = http.MethodGet
	wait := c.opts.BackOff
	for try := 1; try < c.opts.Tries && a.transient() && !c.host(u).closed.Load(); try++ {
		if sleep(ctx, wait/2+rand.N(wait)) != nil {
			return a
		}
		wait *= 2
		again := c.send(ctx, u, what)
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
func (c *Client) send(ctx context.Context, u *url.URL, what errand) answer {
	h := c.host(u)
	if err := h.acquire(ctx); err != nil {
		return answer{url: u, fault: faultOf(err)}
	}
	rest := c.opts.Pace
	defer func() { h.release(rest) }()
	ctx, cancel := context.WithTimeout(ctx, c.opts.RequestLimit)
	defer cancel()

	resp, err := c.transport.RoundTrip(c.request(ctx, u, what))
	if err != nil {
		return answer{url: u, fault: faultOf(err)}
	}
	c.answered.Store(true)
	defer resp.Body.Close()
	if what.jar != nil {
		what.jar.SetCookies(u, resp.Cookies())
	}
	a := answer{url: u, status: resp.StatusCode, header: resp.Header}
	if asked := a.rest(); asked > c.opts.MaxWait {
		h.closed.Store(true)
	} else {
		rest = max(rest, asked)
	}
	if what.method == http.MethodGet && !a.redirects() {
		a.read(resp.Body, c.opts.BodyLimit, what.whole)
	}
	return a
}

func (c *Client) request(ctx context.Context, u *url.URL, what errand) *http.Request {
	req := (&http.Request{Method: what.method, URL: u, Host: u.Host, Header: http.Header{
		"User-Agent":      {agent + "/" + c.opts.Version + " (+" + c.opts.Home + ")"},
		"Accept":          {"text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"},
		"Accept-Language": {"nl, en;q=0.8"},
	}}).WithContext(ctx)
	maps.Copy(req.Header, what.header)
	if what.jar != nil {
		for _, cookie := range what.jar.Cookies(u) {
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

// read takes in a body up to a limit: all of a text, the start of the rest,
// or the whole of anything.
func (a *answer) read(body io.Reader, limit int64, whole bool) {
	kind := a.header.Get("Content-Type")
	start, err := io.ReadAll(io.LimitReader(body, sniff))
	if err == nil && (whole || isHTML(kind, start) || strings.HasPrefix(kind, "text/")) {
		more, broken := io.ReadAll(io.LimitReader(body, limit-sniff))
		start, err = append(start, more...), broken
	}
	a.body = start
	if whole && err == nil && int64(len(start)) >= limit {
		a.cut = &fault{reason: "it is longer than wijzer reads"}
	}
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
