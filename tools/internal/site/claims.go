package site

import (
	"strings"
	"unicode"

	"comwijzer/tools/internal/cite"
)

// Claims returns, by language, what the lexicon and the sources know of claims.
func (s *Site) Claims() map[string]*cite.Claims {
	claims, organisations := map[string]*cite.Claims{}, s.organisations()
	for _, lang := range s.Languages {
		claims[lang] = cite.NewClaims(s.Lexicon(lang).Phrases, organisations)
	}
	return claims
}

// organisations lists who the sources are by, as far as an organisation,
// with what they are short for: publishers, authors and labels.
func (s *Site) organisations() (names []string) {
	for _, source := range s.Sources() {
		names = append(names, organisationNames(source.Publisher)...)
		names = append(names, organisationNames(source.Container)...)
		for _, lang := range s.Languages {
			label, _, _ := strings.Cut(source.Label.In(lang), "(")
			names = append(names, organisationNames(label)...)
		}
	}
	return names
}

// organisationNames returns a name and the one in brackets behind it.
func organisationNames(name string) (names []string) {
	full, rest, _ := strings.Cut(name, "(")
	short, _, _ := strings.Cut(rest, ")")
	if strings.ContainsFunc(short, unicode.IsDigit) {
		return nil
	}
	for _, n := range []string{strings.Trim(full, " ,"), short} {
		if strings.ContainsFunc(n, unicode.IsUpper) {
			names = append(names, n)
		}
	}
	return names
}
