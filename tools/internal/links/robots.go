package links

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"regexp"

	"github.com/temoto/robotstxt"
)

// A policy is what the robots.txt of a scheme and host says.
type policy struct {
	turn    chan struct{} // holds one token: the file is fetched once
	known   bool
	rules   *robotstxt.Group // nil allows everything
	refusal string           // why nothing is allowed, "" when something is
	fault   *fault           // the host does not answer
}

func newPolicy() *policy {
	p := &policy{turn: make(chan struct{}, 1)}
	p.turn <- struct{}{}
	return p
}

// allows reports whether u may be asked; otherwise the answer says why not.
func (p *policy) allows(u *url.URL) (answer, bool) {
	a := answer{url: u, fault: p.fault, disallowed: p.refusal}
	if p.fault != nil || p.refusal != "" {
		return a, false
	}
	if p.rules != nil && !p.rules.Test(u.RequestURI()) {
		a.disallowed = "robots.txt does not allow it"
		return a, false
	}
	return a, true
}

// robots returns the policy for u, and fetches it the first time.
func (c *Client) robots(ctx context.Context, u *url.URL) (*policy, error) {
	p := c.policy(u)
	select {
	case <-p.turn:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { p.turn <- struct{}{} }()
	if p.known {
		return p, nil
	}
	a := c.fetchRobots(ctx, u)
	if ctx.Err() != nil && a.fault != nil { // our time is up, which says nothing of the host
		return nil, ctx.Err()
	}
	p.decide(a)
	if p.rules != nil {
		c.host(u).delay.Store(int64(min(p.rules.CrawlDelay, c.opts.MaxWait)))
	}
	return p, nil
}

// mostRobotsHops is the number of redirects that RFC 9309 asks to follow.
const mostRobotsHops = 5

func (c *Client) fetchRobots(ctx context.Context, u *url.URL) answer {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range mostRobotsHops {
		a := c.persist(ctx, at, errand{method: http.MethodGet})
		next, problem := a.location()
		if problem != nil || next == nil {
			return a
		}
		at = next
	}
	return answer{url: at, status: http.StatusNotFound}
}

// decide follows RFC 9309: a file that is not there allows all, a server
// that fails allows nothing.
func (p *policy) decide(a answer) {
	p.known = true
	switch {
	case a.fault != nil && a.fault.early:
		p.fault = a.fault
	case a.fault != nil:
		p.fault = &fault{reason: "robots.txt: " + a.fault.reason}
	case a.status >= 500 || a.status == http.StatusTooManyRequests:
		p.refusal = "robots.txt: " + statusText(a.status)
	case a.status >= 200 && a.status < 300:
		p.rules = parseRobots(a.body)
	}
}

// Bounds on a robots.txt, which keep matching it quick:
// libraries match a rule with wildcards as a regular expression.
const (
	longestRule   = 500
	mostWildcards = 8   // in one rule
	mostPatterns  = 200 // rules with wildcards
)

var (
	agentLine = regexp.MustCompile(`(?i)^\s*user-agent\s*:`)
	ruleLine  = regexp.MustCompile(`(?i)^\s*(?:(?:allow|disallow)\s*:|crawl-delay\s*:\s*\d{1,6}(?:\.\d{1,3})?\s*(?:#.*)?$)`)
)

// parseRobots returns the rules for us, nil when there are none.
func parseRobots(body []byte) *robotstxt.Group {
	data, err := robotstxt.FromBytes(ruleLines(body))
	if err != nil {
		return nil
	}
	return data.FindGroup(agent)
}

// ruleLines returns the lines within our bounds that are rules. Others
// would spoil the whole file: what comes may well be a page in HTML.
func ruleLines(body []byte) []byte {
	var kept bytes.Buffer
	begun, patterns := false, 0
	text := bytes.ReplaceAll(bytes.TrimPrefix(body, []byte("\xEF\xBB\xBF")), []byte("\r"), []byte("\n"))
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		switch {
		case len(line) > longestRule:
			continue
		case agentLine.Match(line):
			begun = true
		case !begun || !ruleLine.Match(line):
			continue
		default:
			wildcards := bytes.Count(line, []byte("*")) + bytes.Count(line, []byte("$"))
			if patterns += min(wildcards, 1); wildcards > mostWildcards || wildcards > 0 && patterns > mostPatterns {
				continue
			}
		}
		kept.Write(line)
		kept.WriteByte('\n')
	}
	return kept.Bytes()
}
