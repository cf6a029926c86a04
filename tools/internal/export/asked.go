package export

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

// Asked returns what people type who look for something, by the address of a
// page and the id of a section: as search compares words, without those that say
// nothing about the subject. It is part of the search index, not a file.
func Asked(s *site.Site) map[string]map[string][]string {
	asked, stops := map[string]map[string][]string{}, Stops(s)
	for _, page := range s.Pages {
		if page.Published() {
			asked[s.URL(page)] = bare(page.Asked(), stops[page.Lang])
		}
	}
	return asked
}

// Stops returns the stop words of each language, as search compares words.
func Stops(s *site.Site) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, lang := range s.Languages {
		all[lang] = map[string]bool{}
		for _, word := range s.Lexicon(lang).Phrases("stop_words") {
			all[lang][normal(word)] = true
		}
	}
	return all
}

// bare leaves of each phrase the words that matter, in their order; phrases that
// are the same then are one.
func bare(sections map[string][]string, stops map[string]bool) map[string][]string {
	for section, phrases := range sections {
		var kept []string
		for _, phrase := range phrases {
			words := slices.DeleteFunc(strings.Fields(normal(phrase)), func(word string) bool { return stops[word] })
			if line := strings.Join(words, " "); line != "" && !slices.Contains(kept, line) {
				kept = append(kept, line)
			}
		}
		sections[section] = kept
	}
	return sections
}
