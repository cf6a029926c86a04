package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Warning, Rule{
	ID:     "person-recognisable",
	Title:  "one person's age, a place and a moment in one sentence",
	Why:    "Together they can point to one young person, who has to live there (ESP-02).",
	Wrong:  "Een 13-jarige uit Zwolle deed dit in mei tijdens een uitzending.",
	Right:  "Er zijn fietsers verongelukt. Wij beschrijven die zaken niet.",
	Mend:   "say it in general words. An age counts when it is that of one person (the list `age` in data/lexicon/<lang>.yaml), a place when a name follows a word of `place_before` that is no country (`countries`), a moment when it is a year, a month, a weekday or a word of `moments`.",
	Safety: true,
	Source: func(p *Pass) {
		by := site.ByLanguage(p.Site, func(lang string) *tracks { return newTracks(p.Lexicon(lang)) })
		for t := range p.Passages() {
			tracks := by[t.Lang]
			if _, ok := tracks.ageIn(t.Text); !ok {
				continue
			}
			for _, s := range text.Sentences(t.Text) {
				if at, place, ok := tracks.person(s.Of(t.Text)); ok && !t.IsCode(s.From+at) {
					p.Report(t.At(s.From+at), "say it in general words", "one person's age with %q and a moment", place)
				}
			}
		}
	},
})

// tracks are what points to one person.
type tracks struct {
	age, moments, months, countries *text.Phrases
	before                          map[string]bool
}

func newTracks(x *site.Lexicon) *tracks {
	return &tracks{
		x.Words("age"), x.Words("moments", "weekdays", "months"), x.Words("months", "weekdays"),
		x.Words("countries"), text.Set(x.Phrases("place_before")),
	}
}

// person finds one person's age, a place and a moment in a sentence.
func (tr *tracks) person(sentence string) (at int, place string, ok bool) {
	at, ok = tr.ageIn(sentence)
	place = tr.placeIn(sentence)
	if !ok || place == "" || !tr.moments.Has(sentence) && len(yearsIn(sentence)) == 0 {
		return 0, "", false
	}
	return at, place, true
}

// ageIn finds one person's age in a sentence: in words, or in brackets
// behind who it is.
func (tr *tracks) ageIn(sentence string) (at int, ok bool) {
	if ages := tr.age.Find(sentence); len(ages) > 0 {
		return ages[0].From, true
	}
	if !strings.Contains(sentence, " (") {
		return 0, false
	}
	m := ageInBrackets.FindStringIndex(sentence)
	if m == nil {
		return 0, false
	}
	return m[0], true
}

var ageInBrackets = regexp.MustCompile(`\pL \([1-9][0-9]\)`)

// placeIn returns the name of a place in a sentence, "" for none.
func (tr *tracks) placeIn(sentence string) string {
	words := strings.FieldsFunc(sentence, func(r rune) bool { return !text.InWord(r) && r != '-' && r != '\'' && r != '’' })
	for i := 1; i < len(words); i++ {
		first, _ := utf8.DecodeRuneInString(words[i])
		if unicode.IsUpper(first) && tr.before[strings.ToLower(words[i-1])] && !tr.countries.Has(words[i]) && !tr.months.Has(words[i]) {
			return words[i]
		}
	}
	return ""
}
