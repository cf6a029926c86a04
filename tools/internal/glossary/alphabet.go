package glossary

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// digits is the heading in the alphabet of what begins with no letter.
const digits = "0–9"

// alphabetise returns every entry its letter and its place in the alphabet,
// by the collation of the language (CLDR): accents and capitals weigh last,
// numbers go by value and before letters, and in Dutch ij is i with j, as
// in dictionaries.
func alphabetise(entries []*Entry, lang string) {
	c := collate.New(language.Make(lang), collate.Numeric)
	keys := map[*Entry][]byte{}
	var buffer collate.Buffer
	for _, e := range entries {
		keys[e] = c.KeyFromString(&buffer, e.Title)
		e.Letter = letter(e.Title)
	}
	sorted := slices.SortedFunc(slices.Values(entries), func(a, b *Entry) int {
		return cmp.Or(slices.Compare(keys[a], keys[b]), cmp.Compare(a.Term.ID, b.Term.ID))
	})
	for i, e := range sorted {
		e.Order = i
	}
}

// letter returns the capital under which a word stands: É under E, 764
// under 0–9, a quotation mark under what follows it.
func letter(word string) string {
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.IsLetter(r):
			return string(unicode.ToUpper(r))
		case unicode.IsDigit(r):
			return digits
		}
	}
	r, _ := utf8.DecodeRuneInString(word)
	return string(r)
}
