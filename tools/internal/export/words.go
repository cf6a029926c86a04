package export

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// domainNames returns the names of the themes of terms in one language.
func domainNames(s *site.Site, lang string) map[string]string {
	texts, names := s.Interface(lang), map[string]string{}
	for _, t := range shownTerms(s) {
		if t.Domain != "" {
			names[t.Domain] = cmp.Or(texts["domain_"+t.Domain], t.Domain) // an export needs no layouts
		}
	}
	return names
}

// normal writes a word or phrase as search compares it:
// assets/js/search/query.js does the same to what a reader types.
func normal(phrase string) string { return strings.Join(text.QueryWords(phrase), " ") }

// normalAll does so for a list, and leaves out what then is the same or empty.
func normalAll(phrases []string) []string {
	out := []string{}
	for _, phrase := range phrases {
		if word := normal(phrase); word != "" && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

func normalLists(lists map[string]site.Phrases) map[string][]string {
	out := map[string][]string{}
	for name, phrases := range lists {
		out[name] = normalAll(phrases)
	}
	return out
}
