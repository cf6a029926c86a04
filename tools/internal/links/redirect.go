package links

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
)

func (a answer) redirects() bool {
	switch a.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// location returns where an answer redirects to, nil when it does not.
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

// promptly is how soon a page must send its reader on to be a redirect;
// news pages refresh themselves after minutes.
const promptly = 5 * time.Second

// next returns where an answer leads, by header or by the page itself; nil
// when it is the end.
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
