package export

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// Lexicons returns what search knows of each language beside its pages, as JSON: stop words, stems, sounds, families of words, names of
// terms, cries for help, how much each type of page counts, and which pages help who cries.
func Lexicons(s *site.Site) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, lang := range s.Languages {
		text, err := json.Marshal(wordsForSearch(s, lang))
		if err != nil {
			return nil, err
		}
		out[lang] = text
	}
	return out, nil
}

// searchWords is what assets/js/search/lexicon.js unpacks.
type searchWords struct {
	Stops     []string            `json:"stops"`
	Links     []string            `json:"links"`     // what may stand between the parts of a compound
	Asks      map[string][]string `json:"asks"`      // section → the wording that asks for it
	Outside   []string            `json:"outside"`   // what the site is not about
	Elsewhere []string            `json:"elsewhere"` // everyday words of other subjects
	Families  [][]string          `json:"families"`  // words and phrases that say the same
	Terms     [][]string          `json:"terms"`     // per term its title and then its other names
	Parts     map[string][]string `json:"parts"`     // word → the titles of the terms in which it is a part
	Stem      []site.Cut          `json:"stem"`
	Sounds    []site.Cut          `json:"sounds,omitempty"`
	Crisis    []string            `json:"crisis"`  // what always asks for help
	Alone     []string            `json:"alone"`   // words that by themselves are a cry for help
	Close     []string            `json:"close"`   // words for somebody close, about whom a cry may be
	Cry       map[string]string   `json:"cry"`     // by how much they say of a cry for help, stems: assets/js/search/cry.js
	Weights   map[string]float64  `json:"weights"` // of types of pages, beside 1
	Help      []string            `json:"help"`    // pages for who cries, the best first
}

func wordsForSearch(s *site.Site, lang string) searchWords {
	lexicon, hidden := s.Lexicon(lang), hiddenForms(s, lang)
	cries := lexicon.Lists("cries")
	out := searchWords{
		Stops: normalAll(lexicon.Phrases("stop_words")),
		Links: append([]string{}, lexicon.Phrases("compound_links")...),
		Asks:  normalLists(lexicon.Lists("asks")), Outside: normalAll(lexicon.Phrases("outside")), Elsewhere: normalAll(lexicon.Phrases("elsewhere")),
		Crisis: normalAll(slices.Concat(lexicon.Phrases("crisis"), cries["danger"])), Alone: normalAll(cries["alone"]), Close: normalAll(cries["close"]), Cry: map[string]string{},
		Families: [][]string{}, Terms: [][]string{}, Parts: map[string][]string{}, Stem: append([]site.Cut{}, lexicon.Stem()...), Sounds: lexicon.Sounds(),
		Weights: map[string]float64{}, Help: []string{},
	}
	maps.Copy(out.Weights, s.Config.Params.Weights)
	for _, path := range []string{s.Config.Params.CryPage, s.Config.Params.CallPage} {
		if page := s.Page(lang, path); page != nil && page.Published() {
			out.Help = append(out.Help, s.URL(page))
		}
	}
	for steps, stems := range lexicon.Lists("cry_words") {
		out.Cry[steps] = strings.Join(stems, " ")
	}
	for _, family := range lexicon.Groups("families") {
		family = slices.DeleteFunc(normalAll(family), func(word string) bool { return hidden[word] })
		if len(family) > 1 {
			out.Families = append(out.Families, family)
		}
	}
	for _, e := range s.Glossary(lang) {
		if e.Term.Status == glossary.Publish {
			out.addTerm(normalAll(e.Names()), normalAll(e.Parts))
		}
	}
	return out
}

func (w *searchWords) addTerm(names, parts []string) {
	if len(names) > 1 {
		w.Terms = append(w.Terms, names)
	}
	for _, part := range parts {
		w.Parts[part] = append(w.Parts[part], names[0])
	}
}

// hiddenForms returns the names that search may not know: all those of
// internal terms, and those of terms that need caution except their titles.
func hiddenForms(s *site.Site, lang string) map[string]bool {
	hidden := map[string]bool{}
	for _, t := range s.Terms {
		e := t.In(lang)
		if e == nil || t.Status == glossary.Publish || t.Status == glossary.Retired {
			continue
		}
		for _, form := range slices.Concat(e.Names(), e.Authored.Parts) {
			if t.Status != glossary.Caution || form != e.Title {
				hidden[normal(form)] = true
			}
		}
	}
	return hidden
}

// Asked returns what people type who look for something, by the address of
// a page and the id of a section or record, from blocks asked and, for
// pages of signals, gaps and contacts, from the lexicon: as search compares
// words, without fillers. It is part of the search index, not a file.
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
