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

// hiddenForms returns the names that search may not know: all those of internal
// terms, and those of terms that need caution except their titles.
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
