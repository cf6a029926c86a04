package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "person-recognisable",
	Title:    "one person's age, a place and a moment in one sentence",
	Why:      "Together they can point to one young person, who has to live there (ESP-02).",
	Wrong:    "Een 13-jarige uit Zwolle deed dit in mei tijdens een uitzending.",
	Right:    "Er zijn fietsers verongelukt. Wij beschrijven die zaken niet.",
	Mend:     "say it in general words. An age counts when it is that of one person (the list `age` in data/lexicon/<lang>.yaml), a place when a name follows a word of `place_before` that is no country (`countries`), a moment when it is a year, a month, a weekday or a word of `moments`.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		by := map[string]*tracks{}
		for _, lang := range p.Languages {
			by[lang] = newTracks(p.Lexicon(lang))
		}
		eachOwnText(p, func(t *runningText) {
			tr := by[t.lang]
			if len(tr.age.Find(t.text)) == 0 {
				return
			}
			for _, s := range text.Sentences(t.text) {
				tr.report(p, t, s)
			}
		})
	},
})

// tracks are what points to one person.
type tracks struct {
	age, moments, months, countries *text.Phrases
	before                          map[string]bool
}

func newTracks(x *site.Lexicon) *tracks {
	return &tracks{
		wordsOf(x, "age"), wordsOf(x, "moments", "weekdays", "months"), wordsOf(x, "months", "weekdays"),
		wordsOf(x, "countries"), text.Set(x.Phrases("place_before")),
	}
}

func (tr *tracks) report(p *Pass, t *runningText, s text.Range) {
	sentence := t.text[s.From:s.To]
	ages := tr.age.Find(sentence)
	if len(ages) == 0 || t.code(s.From+ages[0].From) {
		return
	}
	place := tr.place(sentence)
	if place != "" && (len(tr.moments.Find(sentence)) > 0 || holdsYear(sentence)) {
		p.Report(t.at(s.From+ages[0].From), "say it in general words", "one person's age with %q and a moment", place)
	}
}

// place gives the name of a place in a sentence, "" for none.
func (tr *tracks) place(sentence string) string {
	words := strings.FieldsFunc(sentence, func(r rune) bool { return !text.InWord(r) && r != '-' && r != '\'' && r != '’' })
	for i := 1; i < len(words); i++ {
		first, _ := utf8.DecodeRuneInString(words[i])
		if unicode.IsUpper(first) && tr.before[strings.ToLower(words[i-1])] &&
			len(tr.countries.Find(words[i])) == 0 && len(tr.months.Find(words[i])) == 0 {
			return words[i]
		}
	}
	return ""
}

// holdsYear reports whether a sentence holds a year.
func holdsYear(sentence string) bool {
	return slices.ContainsFunc(text.Numbers(sentence), func(n text.Range) bool {
		digits := sentence[n.From:n.To]
		return len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20"))
	})
}
