// Package bib reads and writes references as programs exchange them: CSL-JSON,
// BibTeX and BibLaTeX, RIS. It knows nothing of sites or records.
//
//	items, findings := bib.Read("zotero.bib", src, nil)
//	text := bib.RIS(items)
package bib

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
)

// Item is a work in the variables of CSL 1.0.2.
type Item struct {
	ID    string
	Type  string
	Names map[string][]cite.Name
	Dates map[string]string // EDTF
	Texts map[string]string

	Left []string // fields of the file that are not taken over, sorted

	file *file
	at   map[string]int // where each variable stands; "" is the item
}

// NewItem returns an item that holds nothing yet.
func NewItem(id, kind string) *Item {
	return &Item{ID: id, Type: kind, Names: map[string][]cite.Name{}, Dates: map[string]string{}, Texts: map[string]string{}, at: map[string]int{}}
}

// Position returns where a variable was read, or else where its item
// begins.
func (i *Item) Position(variable string) diag.Position {
	if i.file == nil {
		return diag.Position{}
	}
	offset, ok := i.at[variable]
	if !ok {
		offset = i.at[""]
	}
	return i.file.position(offset)
}

// Variables returns what an item says something under.
func (i *Item) Variables() []string {
	return slices.Concat(slices.Collect(maps.Keys(i.Texts)), slices.Collect(maps.Keys(i.Dates)), slices.Collect(maps.Keys(i.Names)))
}

func (i *Item) leave(field string) {
	if at, found := slices.BinarySearch(i.Left, field); !found {
		i.Left = slices.Insert(i.Left, at, field)
	}
}

// readOne reads back what was written of one work.
func readOne(text string) *Item {
	items, _ := Read("", []byte(text), nil)
	if len(items) != 1 {
		return NewItem("", "")
	}
	return items[0]
}

// IsName reports whether a variable of CSL holds names.
func IsName(variable string) bool { return slices.Contains(csl.Names, variable) }

// IsDate reports whether a variable holds a date.
func IsDate(variable string) bool { return slices.Contains(csl.Dates, variable) }

// IsText reports whether a variable holds text. What others wrote about a
// work, and how they shelve it, is none of it: abstracts, notes, call
// numbers.
func IsText(variable string) bool { return slices.Contains(csl.Texts, variable) }

//go:embed csl.json
var cslJSON []byte

// csl lists the variables of CSL 1.0.2, by what they hold, and its types.
var csl = table[struct{ Names, Dates, Texts, Types []string }](cslJSON)

// Types lists the types of CSL 1.0.2.
var Types = csl.Types

// table reads what is embedded beside the format that it is of.
func table[T any](src []byte) (t T) {
	if err := json.Unmarshal(src, &t); err != nil {
		panic(err) // part of the program
	}
	return t
}
