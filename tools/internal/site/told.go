package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// ChangesFile lists what changed for readers, release by release.
const ChangesFile = "data/changes.yaml"

// ToldKinds are the kinds of changes, what matters most to readers first.
var ToldKinds = []string{"safety", "fact", "figure", "source", "wording", "translation"}

// Told is what changed at a place, for the readers of a language.
type Told struct {
	On       string   `json:"on"`   // the day of the release
	Of       string   `json:"of"`   // "page:" and its path, or a kind of record and its id
	Lang     string   `json:"lang"` // "" for all languages
	Kinds    []string `json:"kinds"`
	Sections []string `json:"sections"` // of a page: the ids of the headings above what changed
	New      bool     `json:"new"`
	Note     string   `json:"note"` // what an editor says of it; "" for nothing
}

// Told lists what ChangesFile says, the newest first.
func (s *Site) Told() (told []Told) {
	_ = s.List("changes").Decode("/changes", &told)
	slices.SortStableFunc(told, func(a, b Told) int { return cmp.Compare(b.On, a.On) })
	return told
}

// Key returns what names an entry of the list.
func (t Told) Key() string { return strings.Join([]string{t.On, t.Of, t.Lang}, " ") }

// TellYAML returns the text of ChangesFile.
func TellYAML(told []Told) []byte {
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=../tools/internal/schema/list-changes.json\n" +
		"# What changed for readers, release by release. Written by wijzer release; a note may be added to an entry.\nchanges:\n")
	for _, t := range told {
		fmt.Fprintf(&b, "  - {on: %q, of: %q, kinds: [%s]", t.On, t.Of, strings.Join(t.Kinds, ", "))
		if t.Lang != "" {
			fmt.Fprintf(&b, ", lang: %q", t.Lang)
		}
		if len(t.Sections) > 0 {
			fmt.Fprintf(&b, ", sections: [\"%s\"]", strings.Join(t.Sections, `", "`))
		}
		if t.New {
			b.WriteString(", new: true")
		}
		if t.Note != "" {
			fmt.Fprintf(&b, ", note: %q", t.Note)
		}
		b.WriteString("}\n")
	}
	return []byte(b.String())
}
