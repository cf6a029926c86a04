package links

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
)

// Verdict says how an address fares.
type Verdict string

// The verdicts, best first.
const (
	Alive        Verdict = "alive"
	Moved        Verdict = "moved"   // for good, to another address
	Paywall      Verdict = "paywall" // there, for subscribers
	Blocked      Verdict = "blocked" // the server does not want to show it to us
	NeverChecked Verdict = "never-checked"
	Soft404      Verdict = "soft-404"    // the server says yes, the page says no
	Gone         Verdict = "gone"        // the server says that it is not there
	Unreachable  Verdict = "unreachable" // no usable answer
)

// Verdicts lists them in that order.
var Verdicts = []Verdict{Alive, Moved, Paywall, Blocked, NeverChecked, Soft404, Gone, Unreachable}

// Bad reports whether a reader who follows the address finds nothing.
func (v Verdict) Bad() bool { return v == Soft404 || v == Gone || v == Unreachable }

// Entry is what is known of one address, and what the verdict file holds.
type Entry struct {
	Address   string  `json:"address"`
	Verdict   Verdict `json:"verdict"`
	Status    int     `json:"status,omitempty"`
	MovedTo   string  `json:"moved_to,omitempty"`
	CheckedOn string  `json:"checked_on,omitempty"` // YYYY-MM-DD
	Archived  string  `json:"archived,omitempty"`   // kept by hand
	Reason    string  `json:"reason,omitempty"`
}

// A visit is all that was learned by following one address.
type visit struct {
	start   *url.URL
	trail   []hop // the redirects, in order
	last    answer
	missing *page // what the last host shows for an address that surely is not there
}

// A hop is one redirect.
type hop struct {
	to        *url.URL
	permanent bool
}

// An answer is what one address had to say.
type answer struct {
	url        *url.URL
	fault      *fault // no answer came
	disallowed string // why we did not even ask
	status     int
	header     http.Header
	body       []byte
	cut        *fault // why the body ended early
	page       *page  // nil for what is no HTML or was not read
}

// judge returns the verdict. It decides by what was learned and nothing else.
func (v visit) judge() Entry {
	a := v.last
	switch {
	case a.fault != nil:
		return Entry{Verdict: Unreachable, Reason: a.fault.reason}
	case a.disallowed != "":
		return Entry{Verdict: Blocked, Reason: a.disallowed}
	}
	e := Entry{Status: a.status}
	e.Verdict, e.Reason = a.judgeStatus()
	if a.status >= 200 && a.status < 300 {
		e.Verdict, e.Reason = v.judgePage()
	}
	if to := v.movedTo(); to != "" && !e.Verdict.Bad() {
		e.MovedTo = to
		if e.Verdict == Alive {
			e.Verdict = Moved
		}
	}
	return e
}

func (a answer) judgeStatus() (Verdict, string) {
	reason := statusText(a.status)
	switch {
	case a.status == http.StatusNotFound || a.status == http.StatusGone:
		return Gone, reason
	case a.status == http.StatusPaymentRequired:
		return Paywall, reason
	case a.wall() != "":
		return Blocked, a.wall()
	case a.status >= 400 && a.status < 500, a.status == 999: // 999: how LinkedIn refuses programs
		return Blocked, reason
	}
	return Unreachable, reason
}

func (v visit) judgePage() (Verdict, string) {
	a := v.last
	switch {
	case a.wall() != "":
		return Blocked, a.wall()
	case a.empty():
		return Soft404, "the page is empty"
	case a.page != nil && a.page.saysNotFound():
		return Soft404, "the page says that it is not found"
	case !isHome(v.start) && isHome(a.url):
		return Soft404, "leads to a home page"
	case a.page != nil && v.missing != nil && a.page.same(v.missing):
		return Soft404, "the same page as for an address that does not exist"
	case a.page != nil && a.page.paid:
		return Paywall, "the page says that it is for subscribers"
	case a.cut != nil:
		return Alive, "judged by its first part: " + a.cut.reason
	}
	return Alive, ""
}

// wall tells what keeps the page from us, "" when nothing does.
func (a answer) wall() string {
	if a.header.Get("Cf-Mitigated") != "" {
		return "a check for robots stands before the page"
	}
	if a.page != nil {
		return a.page.wall()
	}
	return ""
}

// empty reports whether a reader would see a blank page. The body of what
// was asked with HEAD is not known.
func (a answer) empty() bool { return a.body != nil && len(a.body) == 0 }

// movedTo returns where the permanent redirects lead that the address starts
// with. What comes after a temporary one may be another address tomorrow.
func (v visit) movedTo() string {
	to := v.start
	for _, h := range v.trail {
		if !h.permanent {
			break
		}
		to = h.to
	}
	if to.String() == v.start.String() {
		return ""
	}
	return to.String()
}

var homePath = regexp.MustCompile(`(?i)^/?(?:(?:nl|en)(?:[-_][a-z]{2})?/?)?(?:home(?:page)?/?|index\.[a-z]+|default\.[a-z]+)?$`)

func isHome(u *url.URL) bool { return u.RawQuery == "" && homePath.MatchString(u.Path) }

func statusText(status int) string {
	if text := http.StatusText(status); text != "" {
		return fmt.Sprintf("%d %s", status, text)
	}
	return fmt.Sprint(status)
}
