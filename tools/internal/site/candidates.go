package site

import (
	"slices"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
)

// Candidates lists words of one language that may deserve a place in the
// glossary. Pages about the site itself do not count: there editors' words
// of one language stand in the text of another.
func (s *Site) Candidates(lang string) []glossary.Candidate {
	var own, others []*md.Doc
	for _, p := range s.Pages {
		switch {
		case slices.Contains(s.Config.Params.Colophon, p.Section):
		case p.Lang != lang:
			others = append(others, p.Doc)
		case p.Entry == nil:
			own = append(own, p.Doc)
		}
	}
	return glossary.Candidates(own, others, s.knownTexts(lang))
}

// knownTexts lists what needs no entry: names of terms and those in
// records, and the lexicon's ordinary words, months and stop words.
func (s *Site) knownTexts(lang string) (known []string) {
	for e := range s.Entries(lang) {
		known = append(known, e.Names()...)
	}
	for _, source := range s.Sources() {
		known = append(known, source.Label.In(lang))
	}
	for _, contact := range s.Contacts() {
		known = append(known, contact.Name.In(lang))
	}
	for _, list := range []string{"ordinary", "months", "stop_words"} {
		known = append(known, s.Lexicon(lang).Phrases(list)...)
	}
	return known
}
