package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// ankiHeader tells Anki how to read what follows. Columns have no names:
// Anki would look for fields that are called so, and its own kinds of note
// call them something else in each language. Without names it fills fields
// in order. https://docs.ankiweb.net/importing/text-files.html
const ankiHeader = `#separator:tab
#html:true
#notetype:Basic
#if matches:update current
#guid column:1
#deck column:2
#tags column:3
`

var _ = register(Export{
	Path:   "static/downloads/glossary.anki.txt",
	Doc:    "the glossary for Anki and other flash card programs, as tab-separated text",
	Format: "download_anki",
	Make: func(s *site.Site) ([]byte, error) {
		l := s.Config.Params.Licence
		b := bytes.NewBufferString(ankiHeader)
		fmt.Fprintf(b, "# %s\n", strings.Join(strings.Fields(l.Name+" "+l.URL+" "+modified(s)), " "))
		w := csv.NewWriter(b)
		w.Comma = '\t'
		for _, lang := range s.Languages {
			if err := w.WriteAll(ankiNotes(s, lang)); err != nil {
				return nil, err
			}
		}
		return b.Bytes(), nil
	},
})

// ankiNotes returns two rows per term, in the order of the alphabet: one
// asks the definition and one the term, whatever kind of note the reader
// makes of them. Terms that come with help lines are left out: cards are
// met one by one, out of their context, day after day, and nobody should
// meet those so (ADR 9). So are retired ones: nobody should learn them.
func ankiNotes(s *site.Site, lang string) (rows [][]string) {
	deck := fmt.Sprintf("%s (%s)", glossaryTitle(s, lang), lang)
	for _, e := range alphabet(s, lang) {
		if e.Term.Status != glossary.Publish || e.Definition == "" || e.NeedsHelp {
			continue
		}
		guid := base(s) + "/" + lang + "#" + e.Term.ID // by which Anki renews a note
		term, definition, credit := ankiText(e.Title), ankiText(e.Definition), ankiCredit(s, e)
		rows = append(rows,
			[]string{guid, deck, e.Term.Domain, term, definition + credit},
			[]string{guid + "/term", deck, e.Term.Domain, definition, term + credit})
	}
	return rows
}

// ankiText writes a text as HTML. One that a spreadsheet would take for a
// formula begins with an entity, which no card shows.
func ankiText(text string) string {
	if !formula.MatchString(text) {
		return html.EscapeString(text)
	}
	first, size := utf8.DecodeRuneInString(text)
	return fmt.Sprintf("&#%d;", first) + html.EscapeString(text[size:])
}

// ankiCredit returns what stands below an answer: where the term is from,
// the licence and the sources, in HTML. Below a question it would give the
// term away.
func ankiCredit(s *site.Site, e *glossary.Entry) string {
	page := html.EscapeString(e.Address)
	credit := []string{fmt.Sprintf(`<a href="%s">%s</a>`, page, page), html.EscapeString(s.Config.Params.Licence.Name)}
	for _, source := range sourceTexts(s, e) {
		credit = append(credit, html.EscapeString(source))
	}
	return "<br><small>" + strings.Join(credit, " · ") + "</small>"
}
