// Package verify asks registries whether the works that a site cites exist,
// and compares what its records say of them. What a registry says is kept
// in a ledger; the comparison is made anew each time, so that a mended
// record needs no second question.
package verify

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/ledger"
	"comwijzer/tools/internal/links"
	"comwijzer/tools/internal/site"
)

// Verdict says whether a registry knows a work.
type Verdict string

// The verdicts.
const (
	Known      Verdict = "known"
	Unknown    Verdict = "unknown"
	Unread     Verdict = "unread" // no registry gave an answer that can be used
	NeverAsked Verdict = "never-asked"
)

// Verdicts lists them, best first.
var Verdicts = []Verdict{Known, NeverAsked, Unread, Unknown}

// Entry is what a registry says of one work.
type Entry struct {
	Work      string   `json:"work"` // doi:10.1000/182 or isbn:9780306406157
	Verdict   Verdict  `json:"verdict"`
	Reason    string   `json:"reason,omitempty"` // what could not be read
	Titles    []string `json:"titles,omitempty"` // the first one leads
	Authors   []string `json:"authors,omitempty"`
	Years     []int    `json:"years,omitempty"`
	Notices   []Notice `json:"notices,omitempty"`   // about this work
	NoticeOf  []Notice `json:"notice_of,omitempty"` // the works that this one is a notice about
	CheckedOn string   `json:"checked_on,omitempty"`
}

// Notice says that a work was corrected, retracted or the like.
type Notice struct {
	Kind string `json:"kind"` // in the words of the registry
	DOI  string `json:"doi,omitempty"`
	On   string `json:"on,omitempty"`
}

// Ledger is where a site keeps what registries say.
var Ledger = ledger.Ledger[Entry]{
	File: "checks/sources.json", Key: func(e Entry) string { return e.Work }, Valid: Entry.valid,
}

func (e Entry) valid() error {
	switch {
	case e.Work == "":
		return errors.New("no work")
	case !slices.Contains(Verdicts, e.Verdict):
		return fmt.Errorf("unknown verdict %q", e.Verdict)
	}
	return ledger.ValidDay("checked_on", e.CheckedOn)
}

// Works lists the works that records identify, sorted. A number that is
// none is left out: a rule reports it.
func Works(sources []*site.Source) []string {
	works := map[string]bool{}
	for _, source := range sources {
		for _, work := range worksOf(source) {
			works[work.key] = true
		}
	}
	return slices.Sorted(maps.Keys(works))
}

// A work is one identifier of a source.
type work struct{ field, text, key string }

func worksOf(source *site.Source) (out []work) {
	if id, err := cite.DOI(source.DOI); err == nil {
		out = append(out, work{"DOI", source.DOI, "doi:" + id})
	}
	if id, err := cite.ISBN(source.ISBN); err == nil {
		out = append(out, work{"ISBN", source.ISBN, "isbn:" + id})
	}
	return out
}

// Due lists the works to ask about: those that were never asked, or longer
// ago than maxAge.
func Due(works []string, known []Entry, now time.Time, maxAge time.Duration) []string {
	byWork := Ledger.ByKey(known...)
	return slices.DeleteFunc(slices.Clone(works), func(work string) bool { return !ledger.Stale(byWork[work].CheckedOn, now, maxAge) })
}

// Merge returns what is known of the works after a run on a day.
func Merge(works []string, known, found []Entry, day time.Time) (out []Entry) {
	byWork := Ledger.ByKey(known...)
	for _, e := range found {
		e.CheckedOn = ledger.Day(day)
		byWork[e.Work] = e
	}
	for _, work := range works {
		e := byWork[work]
		e.Work, e.Verdict = work, cmp.Or(e.Verdict, NeverAsked)
		out = append(out, e)
	}
	return out
}

// Registries are where to ask. The zero value of each stands for the public one.
type Registries struct {
	Crossref string // https://api.crossref.org
	DOI      string // https://doi.org, for what others than Crossref registered
	Books    string // https://openlibrary.org
}

// An asker asks registries.
type asker struct {
	client *links.Client
	at     Registries
}

// Run asks about the works and reports each answer as it comes, one at a
// time and undated. What it did not get round to is not reported.
func Run(ctx context.Context, works []string, client *links.Client, at Registries, report func(Entry)) {
	a := asker{client, Registries{
		Crossref: cmp.Or(at.Crossref, "https://api.crossref.org"),
		DOI:      cmp.Or(at.DOI, "https://doi.org"),
		Books:    cmp.Or(at.Books, "https://openlibrary.org"),
	}}
	byAddress := map[string]string{}
	for _, work := range works {
		byAddress[a.address(work)] = work
	}
	var reporting sync.Mutex
	client.Each(ctx, slices.Sorted(maps.Keys(byAddress)), func(ctx context.Context, address string) {
		if e, ok := a.ask(ctx, byAddress[address], address); ok {
			reporting.Lock()
			defer reporting.Unlock()
			report(e)
		}
	})
}

// address is where the first question about a work goes.
func (a asker) address(work string) string {
	if isbn, ok := strings.CutPrefix(work, "isbn:"); ok {
		return a.at.Books + "/api/books?format=json&jscmd=data&bibkeys=ISBN:" + isbn
	}
	return a.at.Crossref + "/works/" + url.PathEscape(strings.TrimPrefix(work, "doi:"))
}

func (a asker) ask(ctx context.Context, work, address string) (Entry, bool) {
	if isbn, ok := strings.CutPrefix(work, "isbn:"); ok {
		return a.book(ctx, isbn, address)
	}
	return a.article(ctx, strings.TrimPrefix(work, "doi:"), address)
}

// read asks an address for JSON. The verdict is Known when that came, and
// then answer holds it; ok is false when there is nothing to tell.
func (a asker) read(ctx context.Context, address, kind string, answer any) (v Verdict, reason string, ok bool) {
	d, ok := a.client.Read(ctx, links.Request{Address: address, Header: http.Header{"Accept": {kind}}, API: true})
	switch {
	case d.Verdict == links.Gone:
		return Unknown, "", ok
	case d.Verdict != links.Alive && d.Verdict != links.Moved:
		return Unread, cmp.Or(d.Reason, string(d.Verdict)), ok
	case !understood(json.Unmarshal(d.Body, answer)):
		return Unread, "the registry answers with something else than a description", ok
	}
	return Known, "", ok
}

// understood reports whether JSON came. A field of another type than we
// know stays zero, and is no reason to leave the rest unread.
func understood(err error) bool {
	_, other := errors.AsType[*json.UnmarshalTypeError](err)
	return err == nil || other
}
