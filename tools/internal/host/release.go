package host

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/headers"
)

// A Release is what readers get at one time.
type Release struct {
	Number int             `json:"release"`
	Made   time.Time       `json:"made"`             // by the clock of the target
	Before int             `json:"before,omitempty"` // the release that readers had until then
	Files  map[string]File `json:"files"`
}

// A File is what one address of a release answers.
type File struct {
	Sum  string `json:"sum"` // SHA-256
	Size int64  `json:"size"`
	// Until is set for a file of an earlier release that pages which readers
	// have open may still ask for.
	Until time.Time `json:"until,omitzero"`
}

// stay is how long a file with a hash in its name outlives its release.
const stay = 24 * time.Hour

// hashed reports whether a name changes with what the file holds.
func hashed(name string) bool { return headers.Hashed(plain(name)) }

// plain returns the name of what a file holds compressed, or name itself.
func plain(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br")
}

// from returns r with the files of another release that readers may still need.
func (r *Release) from(old *Release, now time.Time) *Release {
	next := *r
	next.Files = maps.Clone(r.Files)
	maps.DeleteFunc(next.Files, func(_ string, f File) bool { return !f.Until.IsZero() && !now.Before(f.Until) })
	if old == nil {
		return &next
	}
	for name, f := range old.Files {
		if f.Until.IsZero() {
			f.Until = now.Add(stay)
		}
		if _, has := next.Files[name]; !has && hashed(name) && now.Before(f.Until) {
			next.Files[name] = f
		}
	}
	return &next
}

// own returns the files of the site itself, without those of earlier releases.
func (r *Release) own() map[string]File {
	if r == nil {
		return nil
	}
	own := maps.Clone(r.Files)
	maps.DeleteFunc(own, func(_ string, f File) bool { return !f.Until.IsZero() })
	return own
}

// sizes returns how long what the files hold is, by sum.
func (r *Release) sizes() map[string]int64 {
	sizes := map[string]int64{}
	for _, f := range r.Files {
		sizes[f.Sum] = f.Size
	}
	return sizes
}

// names lists the files in the order in which they go: what pages need,
// pages, and last what leads to pages.
func (r *Release) names() []string {
	return slices.SortedFunc(maps.Keys(r.Files), func(a, b string) int { return cmp.Or(order(a)-order(b), strings.Compare(a, b)) })
}

func order(name string) int {
	base := path.Base(plain(name))
	switch {
	case hashed(name):
		return 0
	case path.Ext(base) == ".html":
		return 2
	case path.Ext(base) == ".xml" || base == "index.json" || base == "robots.txt":
		return 3
	}
	return 1
}

func manifest(number int) string { return fmt.Sprintf("manifests/%d.json", number) }

var sum = regexp.MustCompile(`^[0-9a-f]{64}$`)

// readRelease reads a manifest, which may be damaged or have come from
// elsewhere: no name in it may lead out of the target.
func readRelease(number int, text []byte) (*Release, error) {
	var r Release
	err := json.Unmarshal(text, &r)
	if err == nil && r.Number != number {
		err = fmt.Errorf("it says that it is of release %d", r.Number)
	}
	for name, f := range r.Files {
		if !fs.ValidPath(name) || !sum.MatchString(f.Sum) {
			err = fmt.Errorf("%q is no file of a site", name)
		}
	}
	return &r, err
}

// Changes are what makes one release another.
type Changes struct{ Added, Changed, Removed []string }

// changes compares the site in two releases.
func changes(was, next *Release) (c Changes) {
	before, after := was.own(), next.own()
	for _, name := range next.names() {
		old, has := before[name]
		f, own := after[name]
		switch {
		case own && !has:
			c.Added = append(c.Added, name)
		case own && old.Sum != f.Sum:
			c.Changed = append(c.Changed, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if _, has := after[name]; !has {
			c.Removed = append(c.Removed, name)
		}
	}
	return c
}

// Addresses returns the changes as readers see them: a file and what it
// holds compressed are one.
func (c Changes) Addresses() Changes {
	once := func(names []string) []string {
		return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return plain(name) != name })
	}
	return Changes{once(c.Added), once(c.Changed), once(c.Removed)}
}

// None reports whether nothing changes.
func (c Changes) None() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }
