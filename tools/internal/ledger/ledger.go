// Package ledger keeps what was learned of the outside world: lists in JSON
// below checks/, to be committed with the site.
//
//	var verdicts = ledger.Ledger[Entry]{"checks/links.json", Entry.key, Entry.valid}
//	known, err := verdicts.Load(root)
package ledger

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/write"
)

// Ledger is one such list of entries.
type Ledger[E any] struct {
	File  string // below the root of the site
	Key   func(E) string
	Valid func(E) error // what is wrong with an entry, besides its key
}

// ByKey returns entries by their keys; of several with one the last.
func (l Ledger[E]) ByKey(entries ...E) map[string]E {
	byKey := map[string]E{}
	for _, e := range entries {
		byKey[l.Key(e)] = e
	}
	return byKey
}

// Load reads the entries of the site at root; none when there is no file.
func (l Ledger[E]) Load(root string) ([]E, error) {
	src, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(l.File)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return l.Decode(src)
}

// Save writes the entries of the site at root, all or nothing.
func (l Ledger[E]) Save(root string, entries []E) error {
	name := filepath.Join(root, filepath.FromSlash(l.File))
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	text := l.Encode(entries)
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, text) {
		return nil
	}
	return write.File(name, text, 0o644)
}

// Encode returns the file: sorted, a field per line, so that the history of
// the repository shows what changed.
func (l Ledger[E]) Encode(entries []E) []byte {
	sorted := slices.SortedFunc(slices.Values(entries), func(a, b E) int { return cmp.Compare(l.Key(a), l.Key(b)) })
	if sorted == nil {
		sorted = []E{}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(sorted); err != nil {
		panic(err) // texts, numbers and lists of them only
	}
	return b.Bytes()
}

// Decode reads a file, which people may have edited.
func (l Ledger[E]) Decode(src []byte) ([]E, error) {
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.DisallowUnknownFields()
	var entries []E
	if err := dec.Decode(&entries); err != nil {
		return nil, fmt.Errorf("%s: %s", l.where(src, err, dec.InputOffset()), strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("%s: text after the end of the list", l.where(src, nil, dec.InputOffset()))
	}
	seen := map[string]bool{}
	for _, e := range entries {
		key := l.Key(e)
		if err := l.Valid(e); err != nil {
			return nil, fmt.Errorf("%s: %q: %w", l.File, key, err)
		}
		if seen[key] {
			return nil, fmt.Errorf("%s: %q stands twice", l.File, key)
		}
		seen[key] = true
	}
	return entries, nil
}

// where returns the file and line of an error.
func (l Ledger[E]) where(src []byte, err error, offset int64) string {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = syntax.Offset
	}
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset = wrong.Offset
	}
	offset = max(0, min(offset, int64(len(src))))
	return fmt.Sprintf("%s:%d", l.File, 1+bytes.Count(src[:offset], []byte("\n")))
}

// Day returns the day of a moment as entries write it.
func Day(moment time.Time) string { return moment.UTC().Format(time.DateOnly) }

// ValidDay says what is wrong with a day in an entry; "" is a day not known.
func ValidDay(field, day string) error {
	if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
		return fmt.Errorf("%s %q is no day, YYYY-MM-DD", field, day)
	}
	return nil
}

// Stale reports whether what was learned on a day is older than maxAge.
func Stale(day string, now time.Time, maxAge time.Duration) bool {
	on, err := time.Parse(time.DateOnly, day)
	return err != nil || now.Sub(on) >= maxAge || on.After(now)
}
