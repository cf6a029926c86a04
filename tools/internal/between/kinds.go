package between

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Kind is a kind of facts that a text and its translation must have alike.
type Kind struct {
	Name      string
	Severity  diag.Severity
	Once      bool // what counts is whether a text says it, not how often
	Ordered   bool // another order is a difference too, a warning
	Built     bool // known without words of a lexicon
	Opposed   bool // a difference is to say the opposite, not to say it or not
	Exchanged bool // a difference is to say another of the kind, not to leave it out, as free translations do
}

// Kinds lists the kinds. A kind whose right differences are rare is an
// error, the others are warnings, which end by a look that is recorded. A
// kind of words is one in the lexicons, under alike, too.
var Kinds = []Kind{
	{Name: number, Severity: diag.Error, Built: true, Ordered: true},
	{Name: date, Severity: diag.Error, Built: true, Ordered: true},
	{Name: field, Severity: diag.Error, Built: true},
	{Name: shape, Severity: diag.Warning, Built: true},
	{Name: link, Severity: diag.Warning, Built: true, Ordered: true},
	{Name: "weekday", Severity: diag.Error},
	{Name: "unit", Severity: diag.Warning},
	{Name: negation, Severity: diag.Warning},
	{Name: "caution", Severity: diag.Warning},
	{Name: "extent", Severity: diag.Warning},
	{Name: "status", Severity: diag.Warning},
	{Name: "allegation", Severity: diag.Warning, Once: true},
	{Name: "party", Severity: diag.Warning, Once: true},
	{Name: "duty", Severity: diag.Warning},
	{Name: "offer", Severity: diag.Error},
	{Name: "helper", Severity: diag.Warning, Once: true},
	{Name: "country", Severity: diag.Warning},
	{Name: "frequency", Severity: diag.Warning, Once: true, Exchanged: true},
	{Name: "contrast", Severity: diag.Warning, Once: true, Exchanged: true},
	{Name: "person", Severity: diag.Warning, Once: true, Exchanged: true},
	{Name: "office", Severity: diag.Warning, Once: true, Exchanged: true},
	{Name: "opposite", Severity: diag.Warning, Opposed: true},
	{Name: "false friend", Severity: diag.Warning, Opposed: true},
	{Name: relation, Severity: diag.Warning},
	{Name: denied, Severity: diag.Warning, Built: true, Opposed: true},
	{Name: name, Severity: diag.Warning, Built: true},
	{Name: sentence, Severity: diag.Warning, Built: true},
	{Name: compound, Severity: diag.Warning, Built: true},
}

// The kinds that are read without a list of the lexicon, or with another.
const (
	number = "number"
	date   = "date"
	field  = "field" // of front matter
	shape  = "shape" // how many texts stand in one place
	link   = "link"
	name   = "name"   // of somebody or something, alike in all languages
	denied = "denied" // who or what a text says it is not about

	sentence = "sentence" // that stands elsewhere too, and its translation does not
	compound = "compound" // that stands nowhere else, and another with its translation does
)

// negation is the kind of what denies.
const negation = "negation"

// relation is the kind of what two things are to each other: which comes
// first, and whether it is both or one of them.
const relation = "relation"

// subject is what a text may deny to be: it is compared as that alone.
const subject = "subject"

// neutral words hold others without their meaning.
const neutral = "neutral"

// against begins the name of a meaning that is the opposite of the one
// without it.
const against = "-"

// loose ends the name of a meaning whose words answer for it in the other
// language, and need no answer themselves.
const loose = "?"

// Languages returns the languages of the site that have the words of the
// kind, and those that have not. What needs no words needs those of dates
// and numbers, where another language has them.
func (k Kind) Languages(s *site.Site) (with, without []string) {
	wordless := !slices.ContainsFunc(s.Languages, func(lang string) bool { return s.Lexicon(lang) != nil })
	counts := func(lang string) bool { // it has the words of dates and numbers
		missing := s.MissingWords()[lang]
		return wordless || s.Lexicon(lang) != nil && !slices.Contains(missing, "alike") && !slices.Contains(missing, "months")
	}
	for _, lang := range s.Languages {
		if s.Lexicon(lang).Has("alike", k.Name) || k.Built && counts(lang) {
			with = append(with, lang)
		} else {
			without = append(without, lang)
		}
	}
	return with, without
}

func (k Kind) of(facts []Fact) (out []Fact) {
	seen := map[string]bool{}
	for _, f := range facts {
		if f.Kind == k.Name && !(k.Once && seen[f.Key]) {
			out = append(out, f)
			if k.Once {
				seen[f.Key] = true
			}
		}
	}
	return out
}
