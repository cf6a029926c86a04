// Package passage watches the passages that claims rest on. Of each it
// keeps a fingerprint from which no text can be read back, and later looks
// how much of the passage still stands at its address.
// docs/adr/0014-passages.md tells what that shows, and what not.
package passage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/ledger"
	"comwijzer/tools/internal/links"
	"comwijzer/tools/internal/site"
)

// Verdict says how a passage fares.
type Verdict string

// The verdicts, best first.
const (
	Unchanged  Verdict = "unchanged"
	Unreadable Verdict = "unreadable" // nobody knows: a wall, robots.txt, a failure, no text
	Changed    Verdict = "changed"
	Gone       Verdict = "gone"
)

// Verdicts lists them in that order.
var Verdicts = []Verdict{Unchanged, Unreadable, Changed, Gone}

// Entry is what is known of one source.
type Entry struct {
	Source    string    `json:"source"`
	Address   string    `json:"address"`
	Reason    string    `json:"reason,omitempty"` // why it could not be read
	CheckedOn string    `json:"checked_on,omitempty"`
	ETag      string    `json:"etag,omitempty"`
	Modified  string    `json:"last_modified,omitempty"`
	Passages  []Passage `json:"passages"` // sorted by locator
}

// Passage is one place in a source.
type Passage struct {
	Locator    string      `json:"locator"` // as citations write it, "" for the whole
	Verdict    Verdict     `json:"verdict"`
	Left       int         `json:"left"` // percent of the fingerprint
	RecordedOn string      `json:"recorded_on,omitempty"`
	Print      fingerprint `json:"print,omitempty"`
}

// Ledger is where a site keeps the fingerprints.
var Ledger = ledger.Ledger[Entry]{
	File: "checks/passages.json", Key: func(e Entry) string { return e.Source }, Valid: Entry.valid,
}

func (e Entry) valid() error {
	if e.Source == "" || e.Address == "" {
		return errors.New("no source or no address")
	}
	for _, p := range e.Passages {
		if !slices.Contains(Verdicts, p.Verdict) {
			return fmt.Errorf("unknown verdict %q", p.Verdict)
		}
		if err := ledger.ValidDay("recorded_on", p.RecordedOn); err != nil {
			return err
		}
	}
	return ledger.ValidDay("checked_on", e.CheckedOn)
}

// Watch is a source with the places that citations name.
type Watch struct {
	*site.Source
	locators map[string]*cite.Locators // with what reads each
}

// Watches lists the sources that were read at an address and are cited, by id.
func Watches(s *site.Site) []Watch {
	byID, locators := map[string]Watch{}, s.Locators()
	for _, c := range s.Citations() {
		if c.Source.URL == "" || c.Source.Use == site.CitedIn {
			continue
		}
		w, ok := byID[c.Source.ID]
		if !ok {
			w = Watch{c.Source, map[string]*cite.Locators{}}
			byID[c.Source.ID] = w
		}
		if at := place(c, locators[c.Lang]); w.locators[at] == nil {
			w.locators[at] = locators[c.Lang]
		}
	}
	return slices.SortedFunc(maps.Values(byID), func(a, b Watch) int { return cmp.Compare(a.ID, b.ID) })
}

// place is the locator of a citation, "" for all that locate nothing.
func place(c site.Citation, locators *cite.Locators) string {
	if locators.IsNone(c.Locator) {
		return ""
	}
	return strings.TrimSpace(c.Locator)
}

// Due lists the watches to look at: those never looked at or longer ago
// than maxAge, and those with something to record.
func Due(watches []Watch, known []Entry, now time.Time, maxAge time.Duration) []Watch {
	byID := Ledger.ByKey(known...)
	return slices.DeleteFunc(slices.Clone(watches), func(w Watch) bool {
		e := byID[w.ID]
		return !ledger.Stale(e.CheckedOn, now, maxAge) && !w.records(e)
	})
}

// records reports whether something is to be recorded: a place that was not
// cited before, or a page that an editor has read since.
func (w Watch) records(e Entry) bool {
	for at := range w.locators {
		i := slices.IndexFunc(e.Passages, func(p Passage) bool { return p.Locator == at })
		if i < 0 || w.VerifiedOn > e.Passages[i].RecordedOn && e.Passages[i].RecordedOn != "" {
			return true
		}
	}
	return false
}

// Merge returns what is known of the watches after a run.
func Merge(watches []Watch, known, found []Entry) (out []Entry) {
	byID := Ledger.ByKey(slices.Concat(known, found)...)
	for _, w := range watches {
		if e, ok := byID[w.ID]; ok {
			out = append(out, e)
		}
	}
	return out
}

// A PDF reader returns the text of the pages of a PDF.
type PDF func(ctx context.Context, src []byte) (pages []string, err error)

// Run looks at the watches on a day and reports each entry as it comes, one
// at a time. What it did not get round to is not reported.
func Run(ctx context.Context, watches []Watch, known []Entry, client *links.Client, pdf PDF, day time.Time, report func(Entry)) {
	byID := Ledger.ByKey(known...)
	byAddress := map[string][]Watch{}
	for _, w := range watches {
		byAddress[w.URL] = append(byAddress[w.URL], w)
	}
	var reporting sync.Mutex
	client.Each(ctx, slices.Sorted(maps.Keys(byAddress)), func(ctx context.Context, address string) {
		for _, w := range byAddress[address] {
			l := look{Watch: w, old: byID[w.ID], pdf: pdf, today: ledger.Day(day)}
			if e, ok := l.at(ctx, client); ok {
				reporting.Lock()
				report(e)
				reporting.Unlock()
			}
		}
	})
}

// A look is one visit to the address of a watch.
type look struct {
	Watch
	old   Entry
	pdf   PDF
	today string
}

func (l look) at(ctx context.Context, client *links.Client) (Entry, bool) {
	d, ok := client.Read(ctx, links.Request{Address: l.URL, Header: l.condition()})
	if !ok {
		return Entry{}, false
	}
	e := Entry{Source: l.ID, Address: l.URL, CheckedOn: l.today, ETag: d.Header.Get("ETag"), Modified: d.Header.Get("Last-Modified")}
	switch {
	case d.Status == http.StatusNotModified && d.Verdict == links.Alive:
		e = l.old
		e.CheckedOn, e.Passages = l.today, l.known()
	case d.Verdict == links.Gone || d.Verdict == links.Soft404:
		e.Passages = l.passages(document{})
	case d.Reason != "" || d.Verdict != links.Alive && d.Verdict != links.Moved:
		return l.unreadable(e, cmp.Or(d.Reason, string(d.Verdict))), true
	default:
		text, err := read(ctx, d, l.pdf)
		if errors.Is(err, ErrNoReader) {
			e.CheckedOn = "" // it is our fault: look again as soon as there is one
		}
		if err != nil {
			return l.unreadable(e, err.Error()), true
		}
		e.Passages = l.passages(text)
	}
	return e, true
}

// condition asks for the page only if it is another one than last time,
// unless something of it is to be recorded.
func (l look) condition() http.Header {
	h := http.Header{}
	if l.old.Address != l.URL || l.records(l.old) {
		return h
	}
	if l.old.ETag != "" {
		h.Set("If-None-Match", l.old.ETag)
	}
	if l.old.Modified != "" {
		h.Set("If-Modified-Since", l.old.Modified)
	}
	return h
}

// unreadable keeps the fingerprints for another day.
func (l look) unreadable(e Entry, reason string) Entry {
	e.Reason, e.ETag, e.Modified = reason, "", ""
	for _, p := range l.known() {
		p.Verdict = Unreadable
		e.Passages = append(e.Passages, p)
	}
	return e
}

// known returns the passages that are cited, with what is known of each.
func (l look) known() (out []Passage) {
	for _, at := range slices.Sorted(maps.Keys(l.locators)) {
		p := Passage{Locator: at}
		if i := slices.IndexFunc(l.old.Passages, func(p Passage) bool { return p.Locator == at }); i >= 0 {
			p = l.old.Passages[i]
		}
		out = append(out, p)
	}
	return out
}

// passages compares the page with the fingerprints, and takes those that
// are not there or that an editor has replaced by reading the page.
func (l look) passages(page document) []Passage {
	standing := hashes(l.ID, page.blocks)
	whole := sync.OnceValue(func() fingerprint { return sample(hashes(l.ID, page.main())) })
	out := l.known()
	for i := range out {
		p := &out[i]
		if len(standing) > 0 && (len(p.Print) == 0 || l.VerifiedOn > p.RecordedOn) {
			p.Print, p.RecordedOn = l.take(page, p.Locator, whole), l.today
		}
		p.Left = p.Print.left(standing)
		p.Verdict = judge(p.Left)
	}
	return out
}

// take returns the fingerprint of the place that a locator names; of the
// whole when it is not found, or too short to be watched by itself.
func (l look) take(page document, locator string, whole func() fingerprint) fingerprint {
	blocks := page.locate(locator, l.locators[locator])
	if !enough(blocks) {
		return whole()
	}
	return sample(hashes(l.ID, blocks))
}

// Below these shares of its fingerprint a passage is not what it was. Of a
// paragraph of a hundred words a sentence written anew takes a quarter, a
// typing error that was mended a twentieth. What is left when all was
// replaced are phrases that stand everywhere.
const (
	changedBelow = 80
	goneBelow    = 20
)

func judge(left int) Verdict {
	switch {
	case left < goneBelow:
		return Gone
	case left < changedBelow:
		return Changed
	}
	return Unchanged
}
