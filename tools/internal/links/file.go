package links

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"comwijzer/tools/internal/ledger"
)

// Ledger is where a site keeps the verdicts.
var Ledger = ledger.Ledger[Entry]{
	File: "checks/links.json", Key: func(e Entry) string { return e.Address }, Valid: Entry.valid,
}

func (e Entry) valid() error {
	if e.Address == "" {
		return errors.New("no address")
	}
	if !slices.Contains(Verdicts, e.Verdict) {
		return fmt.Errorf("unknown verdict %q", e.Verdict)
	}
	return ledger.ValidDay("checked_on", e.CheckedOn)
}

// Due returns the addresses to ask: those never asked and those last asked
// longer ago than maxAge.
func Due(addresses []Address, known []Entry, now time.Time, maxAge time.Duration) (due []string) {
	byAddress := Ledger.ByKey(known...)
	for _, a := range addresses {
		if ledger.Stale(byAddress[a.URL].CheckedOn, now, maxAge) {
			due = append(due, a.URL)
		}
	}
	return due
}

// Merge returns what is known of the addresses after a run on a day. An
// address that no record has any more is left out, unless somebody wrote
// down an archived copy of it.
func Merge(addresses []Address, known, found []Entry, day time.Time) (out []Entry) {
	byAddress := map[string]Entry{}
	for _, a := range addresses {
		byAddress[a.URL] = Entry{Address: a.URL, Verdict: NeverChecked}
	}
	for _, e := range known {
		if _, used := byAddress[e.Address]; used || e.Archived != "" {
			byAddress[e.Address] = e
		}
	}
	for _, e := range found {
		e.CheckedOn = ledger.Day(day)
		e.Archived = byAddress[e.Address].Archived
		byAddress[e.Address] = e
	}
	for _, e := range byAddress {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int { return cmp.Compare(a.Address, b.Address) })
	return out
}
