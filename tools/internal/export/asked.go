package export

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

// Asked returns what people type who look for something, by the address of a
// page and the id of a section or record, from blocks asked and, for pages of signals, gaps and contacts, from the lexicon: as search
// compares words, without fillers. It is part of the search index, not a file.
func Asked(s *site.Site) map[string]map[string][]string {
	asked, fillers := map[string]map[string][]string{}, wordsOf(s, "fillers")
	for _, page := range s.Pages {
		if !page.Published() {
			continue
		}
		sections := page.Asked()
		for _, id := range listed(s, page) {
			sections[id] = s.Lexicon(page.Lang).Lists("asked")[id]
		}
		asked[s.URL(page)] = bare(sections, fillers[page.Lang])
	}
	for _, lang := range s.Languages {
		for id, phrases := range s.Lexicon(lang).Lists("asked") {
			if s.Signal(id) != nil {
				asked[s.Address(lang, s.PathOf("signal", id))] = bare(map[string][]string{"": phrases}, fillers[lang])
			}
		}
	}
	return asked
}

// listed returns the gaps and contacts that stand on a page as one list of all of them.
func listed(s *site.Site, page *site.Page) (ids []string) {
	for _, b := range page.ReadBlocks() {
		var shown struct {
			All bool
			IDs []string
		}
		switch err := b.Decode("", &shown); {
		case err == nil && b.Fence.Kind == "gaps" && shown.All:
			for _, gap := range s.Gaps() {
				ids = append(ids, gap.ID)
			}
		case err == nil && b.Fence.Kind == "contacts" && len(shown.IDs) == len(s.Contacts()):
			ids = append(ids, shown.IDs...)
		}
	}
	return ids
}

// Stops returns the stop words of each language, as search compares words.
func Stops(s *site.Site) map[string]map[string]bool { return wordsOf(s, "stop_words") }

func wordsOf(s *site.Site, list string) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, lang := range s.Languages {
		all[lang] = map[string]bool{}
		for _, word := range s.Lexicon(lang).Phrases(list) {
			all[lang][normal(word)] = true
		}
	}
	return all
}

// bare leaves the fillers out of each phrase; phrases that are the same then are one.
func bare(sections map[string][]string, fillers map[string]bool) map[string][]string {
	for section, phrases := range sections {
		var kept []string
		for _, phrase := range phrases {
			words := slices.DeleteFunc(strings.Fields(normal(phrase)), func(word string) bool { return fillers[word] })
			if line := strings.Join(words, " "); line != "" && !slices.Contains(kept, line) {
				kept = append(kept, line)
			}
		}
		sections[section] = kept
	}
	return sections
}
