// Package bib reads and writes references as programs exchange them: CSL-JSON,
// BibTeX and BibLaTeX, RIS. It knows nothing of sites or records.
//
//	items, findings := bib.Read("zotero.bib", src, nil)
//	text := bib.RIS(items)
package bib

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

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
func IsName(variable string) bool { return slices.Contains(nameVariables, variable) }

// IsDate reports whether a variable holds a date.
func IsDate(variable string) bool { return slices.Contains(dateVariables, variable) }

// IsText reports whether a variable holds text. What others wrote about a
// work, and how they shelve it, is none of it: abstracts, notes, call
// numbers.
func IsText(variable string) bool { return slices.Contains(textVariables, variable) }

var nameVariables = strings.Fields(`author chair collection-editor compiler composer container-author contributor
	curator director editor editor-translator editorial-director executive-producer guest host illustrator interviewer
	narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator`)

var dateVariables = strings.Fields(`accessed available-date event-date issued original-date submitted`)

var textVariables = strings.Fields(`DOI ECLI ISBN ISSN PMCID PMID URL archive archive-place archive_collection
	archive_location authority chapter-number collection-number collection-title container-title container-title-short
	dimensions division edition event-place event-title genre issue jurisdiction keyword language license medium number
	number-of-pages number-of-volumes original-publisher original-publisher-place original-title page page-first part-number
	part-title printing-number publisher publisher-place references reviewed-genre reviewed-title scale section status
	supplement-number title title-short version volume volume-title volume-title-short`)

// Types lists the types of CSL 1.0.2.
var Types = strings.Fields(`article article-journal article-magazine article-newspaper bill book broadcast chapter classic
	collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
	legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
	personal_communication post post-weblog regulation report review review-book software song speech standard thesis
	treaty webpage`)

// table reads what is embedded beside the format that it is of.
func table[T any](src []byte) (t T) {
	if err := json.Unmarshal(src, &t); err != nil {
		panic(err) // part of the program
	}
	return t
}
