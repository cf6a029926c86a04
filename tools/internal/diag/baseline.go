package diag

import (
	"encoding/json"
	"fmt"
	"io"
)

// Baseline is a set of findings that a site starts with and accepts for
// now. It counts findings by file, rule and message: lines move while one
// writes.
type Baseline map[string]map[string]int // file → "rule: message" → number

// NewBaseline makes the baseline that accepts exactly ds.
func NewBaseline(ds []Diagnostic) Baseline {
	b := Baseline{}
	for _, d := range ds {
		if b[d.File] == nil {
			b[d.File] = map[string]int{}
		}
		b[d.File][d.key()]++
	}
	return b
}

func (d Diagnostic) key() string { return d.Rule + ": " + d.Message }

// ReadBaseline reads what Write wrote.
func ReadBaseline(r io.Reader) (Baseline, error) {
	var b Baseline
	dec := json.NewDecoder(r)
	if err := dec.Decode(&b); err != nil {
		return nil, fmt.Errorf("unreadable baseline: %w", err)
	}
	return b, nil
}

// Write writes the baseline as JSON with sorted keys.
func (b Baseline) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(b)
}

// Filter splits ds in what the baseline does not accept and, as a baseline,
// what of it is still found: never more than before, so it can only
// tighten.
func (b Baseline) Filter(ds []Diagnostic) (fresh []Diagnostic, still Baseline) {
	still = Baseline{}
	for _, d := range ds {
		if still[d.File][d.key()] >= b[d.File][d.key()] {
			fresh = append(fresh, d)
			continue
		}
		if still[d.File] == nil {
			still[d.File] = map[string]int{}
		}
		still[d.File][d.key()]++
	}
	return fresh, still
}

// Keep puts back what another baseline accepts of the files that it is
// asked for.
func (b Baseline) Keep(other Baseline, asked func(file string) bool) {
	for file, keys := range other {
		if asked(file) {
			b[file] = keys
		}
	}
}

// Len is the number of findings that the baseline accepts.
func (b Baseline) Len() int {
	n := 0
	for _, keys := range b {
		for _, count := range keys {
			n += count
		}
	}
	return n
}
