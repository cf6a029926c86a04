package check

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// saying is a sentence as it is compared with others.
type saying struct {
	*site.Passage
	at      int
	said    string
	words   []string // the beginnings of its words but for those that deny, in order, each once
	negated []string // those that follow a word that denies, or go before it at the end
	firsts  []string // the one right after each word that denies
	denies  bool
	times   int // how often it, or one alike, stands there

	facts func() map[string][]string // what it says, by kind
}

type sayings struct {
	deny   *text.Phrases
	reader *between.Reader
	all    []*saying
	known  map[string]*saying // by what is said
	common map[string]int     // how many have a word
}

func newSayings(x *site.Lexicon) *sayings {
	var deny, others []string
	for kind, meanings := range x.Alike() {
		for _, words := range meanings {
			switch kind {
			case "negation":
				deny = append(deny, words...)
			case "opposite": // "never" is that of "always", and denies
			default:
				others = append(others, words...) // "no more than" denies nothing
			}
		}
	}
	for _, word := range slices.Clone(deny) {
		deny = append(deny, text.Capitalised(word))
	}
	slices.Sort(deny)
	s := &sayings{deny: text.NewPhrases(slices.Compact(deny)), reader: between.NewReader(x), known: map[string]*saying{}, common: map[string]int{}}
	s.deny.Except = text.NewPhrases(slices.Sorted(slices.Values(others)))
	return s
}

// fieldBefore is the key before a text in a line of a block.
var fieldBefore = regexp.MustCompile(`^\s*(- )?[a-z_]+: `)

// sentences returns those of a text, without the citations between them.
func (s *sayings) sentences(t *site.Passage) (all []*saying) {
	words := t.Text
	for _, scheme := range []string{"cite", "own"} {
		for _, link := range t.References(scheme) {
			to := min(len(words), link.Offset+len(link.Text))
			words = words[:link.Offset] + strings.Repeat(" ", to-link.Offset) + words[to:]
		}
	}
	if key := fieldBefore.FindString(words); t.Kind == "line" {
		words = strings.Repeat(" ", len(key)) + words[len(key):]
		if key == "" {
			return nil // no text, or one over several lines
		}
	}
	for _, sentence := range text.Sentences(words) {
		if said := strings.TrimSpace(sentence.Of(words)); !strings.HasSuffix(said, "?") {
			all = append(all, s.read(&saying{Passage: t, at: sentence.From, said: said, times: 1}))
		}
	}
	return all
}

// read reads the words of a sentence.
func (s *sayings) read(one *saying) *saying {
	one.facts = sync.OnceValue(func() map[string][]string { return s.facts(one) })
	from, last := 0, 0
	for _, m := range append(s.deny.Find(one.said), text.Mention{Range: text.Range{From: len(one.said), To: len(one.said)}}) {
		before := beginnings(one.said[from:m.From])
		if one.words = append(one.words, before...); from > 0 {
			one.negated = append(one.negated, before[:min(len(before), 3)]...)
			one.firsts = append(one.firsts, before[:min(len(before), 1)]...)
		}
		if m.From < len(one.said) {
			one.denies = true
		}
		from, last = m.To, len(before)
	}
	if last == 0 { // as in: that we found not
		one.negated = append(one.negated, one.words[max(0, len(one.words)-3):]...)
	}
	slices.Sort(one.words)
	one.words = slices.Compact(one.words)
	return one
}

// beginnings returns what the forms of most words of a text have in common; short
// words say little.
func beginnings(s string) (words []string) {
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) }) {
		if letters := []rune(word); len(letters) > 2 {
			words = append(words, string(letters[:min(len(letters), 6)]))
		}
	}
	return words
}

// facts lists by kind what a sentence says; a date is a number too.
func (s *sayings) facts(one *saying) map[string][]string {
	all := map[string][]string{}
	for _, f := range s.reader.Facts([]*site.Passage{{Text: one.said}}) {
		if f.Kind == "date" {
			f.Kind = "number"
		}
		all[f.Kind] = append(all[f.Kind], strings.TrimSuffix(f.Key, "?"))
	}
	return all
}
