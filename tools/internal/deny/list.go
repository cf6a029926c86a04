package deny

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// File is where a site keeps its list.
const File = "data/denied.yaml"

// List is what File says.
type List struct {
	Salt    string  `json:"salt"`
	Entries []Entry `json:"words"`
}

// NewList returns an empty list with a salt of its own.
func NewList() List {
	salt := make([]byte, 16)
	rand.Read(salt) // never fails, by its documentation
	return List{Salt: hex.EncodeToString(salt)}
}

// Parse reads a list as its file is decoded. It is not whole when part of
// it does not fit the schema.
func Parse(decode func(pointer string, into any) error) (l List, whole bool) {
	err := decode("", &l)
	said := len(l.Entries)
	l.Entries = slices.DeleteFunc(l.Entries, func(e Entry) bool { return !e.fits() })
	return l, err == nil && l.Salt != "" && len(l.Entries) == said
}

func (e Entry) fits() bool {
	return len(e.Hash) == hashLength && len(e.First) == firstLength && e.Words > 0 && slices.Contains(Kinds, e.Kind)
}

// FinderOf returns what looks for the words of a list. It finds nothing
// where there is none.
func FinderOf(decode func(pointer string, into any) error) *Finder {
	l, _ := Parse(decode)
	return NewFinder(l.Salt, l.Entries)
}

// Add adds what a name stands for, and reports whether any of it was new.
func (l *List) Add(name, kind, day string) bool {
	added := false
	for _, e := range Entries(l.Salt, name, kind, day) {
		if !slices.ContainsFunc(l.Entries, func(old Entry) bool { return old.Hash == e.Hash }) {
			l.Entries = append(l.Entries, e)
			added = true
		}
	}
	return added
}

// Text returns the file. The order is that of the hashes, so that it tells
// nothing about what was added together.
func (l List) Text() []byte {
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=../tools/internal/schema/list-denied.json\n" +
		"# Words that are published nowhere, as salted hashes. Written by wijzer deny, which reads the words from standard input.\n")
	fmt.Fprintf(&b, "salt: %q\nwords:\n", l.Salt)
	for _, e := range slices.SortedFunc(slices.Values(l.Entries), func(a, b Entry) int { return cmp.Compare(a.Hash, b.Hash) }) {
		fmt.Fprintf(&b, "  - {hash: %q, first: %q, words: %d, kind: %s, added: %q}\n", e.Hash, e.First, e.Words, e.Kind, e.Added)
	}
	return []byte(b.String())
}
