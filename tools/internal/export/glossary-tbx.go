package export

import (
	"bytes"
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"text/template"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/plot"
	"comwijzer/tools/internal/site"
)

// TBX-Basic in the style DCA: categories of data are values of type
// attributes. ISO 30042:2019 and https://ltac-global.github.io/TBX-Basic_dialect/
//
//go:embed glossary-tbx.xml
var tbxText string

var _ = register(Export{
	Path:   "static/downloads/glossary.tbx",
	Doc:    "the glossary for translation software, as TBX-Basic (ISO 30042:2019)",
	Format: "download_tbx",
	Make: func(s *site.Site) ([]byte, error) {
		domains := domainNames(s, s.DefaultLanguage())
		tbx, err := template.New("").Funcs(template.FuncMap{
			"x":       plot.Escape,
			"domain":  func(id string) string { return domains[id] },
			"related": func(t *glossary.Term) []*glossary.Term { return related(s, t) },
			"sources": func(e *glossary.Entry) []string { return sourceTexts(s, e) },
			"help":    func(e *glossary.Entry) string { return helpFor(s, e) },
			"words":   func(e *glossary.Entry) []tbxWord { return tbxWords(s, e) },
		}).Parse(tbxText)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		licence := s.Config.Params.Licence
		err = tbx.Execute(&b, map[string]any{
			"Lang": s.DefaultLanguage(), "Licence": strings.TrimSpace(licence.Name + " " + licence.URL), "Modified": modified(s),
			"Title": glossaryTitle(s, s.DefaultLanguage()), "Address": glossaryAddress(s, s.DefaultLanguage()), "Terms": shownTerms(s),
		})
		return b.Bytes(), err
	},
})

// related lists the terms that one relates to in any way, each once.
func related(s *site.Site, t *glossary.Term) (terms []*glossary.Term) {
	for _, id := range slices.Concat(t.Lead.Broader, t.Lead.Narrower, t.Lead.See, []string{t.Lead.Successor}) {
		if other := s.Term(id); other != nil && other.Status.Shown() && !slices.Contains(terms, other) {
			terms = append(terms, other)
		}
	}
	return terms
}

// tbxWord is a word for a concept with what to do with it.
type tbxWord struct {
	Term, Reason string
	Notes        []tbxNote
}

type tbxNote struct{ Type, Text string }

// tbxWords returns the words for a concept. Forms are left out: TBX-Basic
// has no place for inflections, and to translators they would look like
// synonyms. Since 2019 its proper nouns are nouns.
func tbxWords(s *site.Site, e *glossary.Entry) []tbxWord {
	preferred, admitted := "preferredTerm-admn-sts", "admittedTerm-admn-sts"
	if e.Term.Status == glossary.Retired {
		preferred, admitted = "supersededTerm-admn-sts", "supersededTerm-admn-sts"
	}
	part := cmp.Or(map[string]string{"properNoun": "noun"}[e.PartOfSpeech], e.PartOfSpeech)
	word := func(term, reason, status string, more tbxNote) tbxWord {
		return tbxWord{term, reason, []tbxNote{{"partOfSpeech", part}, {"administrativeStatus", status}, more}}
	}
	out := []tbxWord{word(e.Title, "", preferred, tbxNote{"grammaticalGender", gender(s, e.Lang, e.Article)})}
	for _, synonym := range e.Admitted {
		out = append(out, word(synonym, "", admitted, tbxNote{}))
	}
	if e.Abbreviation != "" && e.Abbreviation != e.Title {
		out = append(out, word(e.Abbreviation, "", admitted, tbxNote{"termType", "abbreviation"}))
	}
	for _, a := range e.Avoid {
		out = append(out, word(a.Term, a.Reason, "deprecatedTerm-admn-sts", tbxNote{}))
	}
	return out
}

// gender returns the one that an article gives away, where it does.
func gender(s *site.Site, lang, article string) string {
	if slices.Contains(s.Lexicon(lang).Phrases("neuter"), article) {
		return "neuter"
	}
	return ""
}
