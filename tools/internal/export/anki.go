package export

import (
	"fmt"
	"html"
	"strings"
	"time"

	"comwijzer/tools/internal/site"
)

// An ankiDeck holds the terms of one language to learn with Anki.
type ankiDeck struct {
	Lang  string
	Name  string // unique: with the language
	Notes []ankiNote
}

// An ankiNote becomes two cards: from term to definition and back.
type ankiNote struct {
	GUID     string // what Anki recognises a note by when it is imported again
	Fields   []string
	Tag      string
	Modified time.Time
}

// ankiFields name the fields of a note. They are HTML.
var ankiFields = []string{"Term", "Definition", "Source"}

// ankiDecks gives a deck per language, in the order of its alphabet. Terms
// that come with help lines are left out: cards are met one by one, out of
// their context, day after day, and nobody should meet those so (ADR 9). So
// are retired ones: nobody should learn them.
func ankiDecks(s *site.Site) []ankiDeck {
	var decks []ankiDeck
	for _, lang := range s.Languages {
		deck := ankiDeck{Lang: lang, Name: fmt.Sprintf("%s (%s)", glossaryTitle(s, lang), lang)}
		for _, e := range byAlphabet(terms(s, lang)) {
			if e.Status == "publish" && e.Definition != "" && !needsHelp(s, lang, e) {
				deck.Notes = append(deck.Notes, newAnkiNote(s, lang, e))
			}
		}
		decks = append(decks, deck)
	}
	return decks
}

func newAnkiNote(s *site.Site, lang string, e *Entry) ankiNote {
	page := html.EscapeString(address(s, lang, e))
	credit := []string{fmt.Sprintf(`<a href="%s">%s</a>`, page, page), html.EscapeString(s.Config.Params.Licence.Name)}
	for _, source := range sourceTexts(s, lang, e) {
		credit = append(credit, html.EscapeString(source))
	}
	return ankiNote{
		GUID:     base(s) + "/" + lang + "#" + e.ID,
		Fields:   []string{html.EscapeString(e.Term), html.EscapeString(e.Definition), strings.Join(credit, " · ")},
		Tag:      e.Domain,
		Modified: day(dated(s, lang, e)),
	}
}

// day gives the beginning of a day; without a date the first that fits in a
// zip archive.
func day(date string) time.Time {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

// ankiLicence is the line on rights and date that goes with a whole deck.
func ankiLicence(s *site.Site) string {
	l := s.Config.Params.Licence
	return strings.Join(strings.Fields(l.Name+" "+l.URL+" "+modified(s)), " ")
}
