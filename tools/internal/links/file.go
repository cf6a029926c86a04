package links

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
)

// File is where a site keeps the verdicts, below its root.
const File = "checks/links.json"

// Load reads the verdicts of the site at root; none when there is no file.
func Load(root string) ([]Entry, error) {
	src, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(File)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return Decode(src)
}

// Save writes the verdicts of the site at root, all or nothing.
func Save(root string, entries []Entry) error {
	name := filepath.Join(root, filepath.FromSlash(File))
	dir := filepath.Dir(name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	text := Encode(entries)
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, text) {
		return nil
	}
	file, err := os.CreateTemp(dir, ".links-*.json")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // of no effect once it is renamed
	_, err = file.Write(text)
	err = errors.Join(err, file.Sync(), file.Chmod(0o644), file.Close())
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

// Encode gives the verdict file: sorted, a field per line, so that the history
// of the repository shows what changed.
func Encode(entries []Entry) []byte {
	sorted := slices.SortedFunc(slices.Values(entries), func(a, b Entry) int { return cmp.Compare(a.Address, b.Address) })
	if sorted == nil {
		sorted = []Entry{}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(sorted); err != nil {
		panic(err) // texts and numbers only
	}
	return b.Bytes()
}

// Decode reads a verdict file, which people may have edited.
func Decode(src []byte) ([]Entry, error) {
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.DisallowUnknownFields()
	var entries []Entry
	if err := dec.Decode(&entries); err != nil {
		return nil, fmt.Errorf("%s: %s", where(src, err, dec.InputOffset()), strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("%s: text after the end of the list", where(src, nil, dec.InputOffset()))
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if err := e.valid(); err != nil {
			return nil, fmt.Errorf("%s: %q: %w", File, e.Address, err)
		}
		if seen[e.Address] {
			return nil, fmt.Errorf("%s: %q stands twice", File, e.Address)
		}
		seen[e.Address] = true
	}
	return entries, nil
}

// where gives the file and line of an error.
func where(src []byte, err error, offset int64) string {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = syntax.Offset
	}
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset = wrong.Offset
	}
	offset = max(0, min(offset, int64(len(src))))
	return fmt.Sprintf("%s:%d", File, 1+bytes.Count(src[:offset], []byte("\n")))
}

func (e Entry) valid() error {
	if e.Address == "" {
		return errors.New("no address")
	}
	if !slices.Contains(Verdicts, e.Verdict) {
		return fmt.Errorf("unknown verdict %q", e.Verdict)
	}
	if _, err := time.Parse(time.DateOnly, e.CheckedOn); e.CheckedOn != "" && err != nil {
		return fmt.Errorf("checked_on %q is no day, YYYY-MM-DD", e.CheckedOn)
	}
	return nil
}

// Due gives the addresses to ask: those never asked and those last asked
// longer ago than maxAge.
func Due(addresses []Address, known []Entry, now time.Time, maxAge time.Duration) []string {
	last := map[string]string{}
	for _, e := range known {
		last[e.Address] = e.CheckedOn
	}
	var due []string
	for _, a := range addresses {
		day, err := time.Parse(time.DateOnly, last[a.URL])
		if err != nil || now.Sub(day) >= maxAge || day.After(now) {
			due = append(due, a.URL)
		}
	}
	return due
}

// Merge gives what is known of the addresses after a run on a day. An address
// that no record has any more is left out, unless somebody wrote down an
// archived copy of it.
func Merge(addresses []Address, known, found []Entry, day time.Time) []Entry {
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
		e.CheckedOn = day.UTC().Format(time.DateOnly)
		e.Archived = byAddress[e.Address].Archived
		byAddress[e.Address] = e
	}
	var out []Entry
	for _, e := range byAddress {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int { return cmp.Compare(a.Address, b.Address) })
	return out
}
