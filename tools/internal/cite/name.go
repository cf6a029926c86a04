package cite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Name is who made a work, with the field names of CSL: an organisation as
// one text, a person in parts.
type Name struct {
	Dropping string `json:"dropping-particle,omitempty"` // stands with the given name: von
	Family   string `json:"family,omitempty"`
	Given    string `json:"given,omitempty"`
	Literal  string `json:"literal,omitempty"`
	Particle string `json:"non-dropping-particle,omitempty"` // stands with the family name: van den
	Suffix   string `json:"suffix,omitempty"`
}

// Names of more people than most are cut to the first ones and the last.
const mostNames, firstNames = 20, 19

// people returns names as a reference starts with them: family names first.
func people(names []Name) string {
	var out []string
	for _, n := range names {
		out = append(out, n.inverted())
	}
	if len(out) > mostNames {
		out = append(out[:firstNames], "… "+out[len(out)-1])
		return strings.Join(out, ", ")
	}
	onlyGroups := !slices.ContainsFunc(names, func(n Name) bool { return n.Literal == "" })
	return enumerate(out, len(out) > 2 || !onlyGroups)
}

// byline returns names as they stand within a reference: given names first.
func byline(names []Name) string {
	var out []string
	for _, n := range names {
		out = append(out, n.direct())
	}
	return enumerate(out, len(out) > 2)
}

// enumerate joins names with an ampersand before the last.
func enumerate(names []string, comma bool) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	and := " &amp; "
	if comma {
		and = ", &amp; "
	}
	return strings.Join(names[:last], ", ") + and + names[last]
}

func (n Name) inverted() string {
	if n.Literal != "" {
		return escape(n.Literal)
	}
	family := n.surname()
	if familyFirst(n.Family) && (n.Given == "" || familyFirst(n.Given)) {
		return escape(family + n.Given)
	}
	given := words(Initials(n.Given), n.Dropping)
	return escape(Joined(", ", family, given, n.suffix()))
}

func (n Name) direct() string {
	if n.Literal != "" || familyFirst(n.Family) {
		return n.inverted()
	}
	return escape(words(Initials(n.Given), n.Dropping, n.surname(), n.suffix()))
}

func (n Name) suffix() string { return strings.TrimLeft(n.Suffix, ", ") }

// surname returns the family name behind its particle: van den Berg,
// d’Alembert.
func (n Name) surname() string {
	particle := strings.TrimSpace(n.Particle)
	if last, _ := utf8.DecodeLastRuneInString(particle); isApostrophe(last) && unicode.IsLetter(firstRune(particle)) {
		return particle + n.Family
	}
	return words(particle, n.Family)
}

// escape prepares a name for HTML, with apostrophes as they are printed.
func escape(name string) string {
	return plainHTML(strings.ReplaceAll(name, "'", "’"))
}

func words(parts ...string) string { return Joined(" ", parts...) }

// Joined puts what is not empty together.
func Joined(between string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, between)
}

// Initials returns given names as initials. Hyphens stay, as do
// abbreviations and what is no name; a script without capitals has no
// initials.
func Initials(given string) string {
	var out []string
	for i, word := range strings.Fields(parted(norm.NFC.String(given))) {
		switch first := firstRune(word); {
		case i > 0 && unicode.IsLower(first): // a particle
			out = append(out, word)
		case hasCase(first):
			out = append(out, hyphenated(word))
		default:
			out = append(out, word)
		}
	}
	return strings.Join(out, " ")
}

// parted puts a space after each full stop within: J.P. is two names.
func parted(given string) string {
	given = strings.ReplaceAll(given, ".", ". ")
	return strings.NewReplacer(". -", ".-", ". ‐", ".-", ". )", ".)", ". ”", ".”").Replace(given)
}

// hyphenated returns the initials of a name with hyphens in it: Jean-Paul,
// M.-A.
func hyphenated(word string) string {
	var out []string
	for i, part := range strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '‐' }) {
		if i == 0 || unicode.IsUpper(firstRune(part)) {
			out = append(out, initial(part))
		}
	}
	return strings.Join(out, "-")
}

// initial returns what stands for one name: an abbreviation as it is; of
// d’Arcy the elided word too; of IJsbrand all letters of the capital.
func initial(name string) string {
	if strings.HasSuffix(name, ".") {
		return name
	}
	runes := []rune(name)
	n := 1
	switch capitals := slices.IndexFunc(runes, func(r rune) bool { return !unicode.IsUpper(r) }); {
	case capitals > 1 && unicode.IsLower(runes[capitals]):
		n = capitals
	case len(runes) > 2 && unicode.IsLower(runes[0]) && isApostrophe(runes[1]):
		n = 3
	}
	return string(runes[:n]) + "."
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func hasCase(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r) }

// familyFirst reports whether a name is in a script whose names are written
// without comma, the family name first.
func familyFirst(name string) bool {
	return unicode.In(firstRune(name), unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}
