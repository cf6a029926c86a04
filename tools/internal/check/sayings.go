package check

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/md"
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

	instead, but, referring, leading *text.Phrases
	joints                           []string
	stop                             map[string]bool
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
	s.leading = x.Words("leading")
	s.instead, s.but, s.referring, s.joints, s.stop = x.Words("instead"), x.Words("but"), x.Words("referring"), x.Phrases("joints"), text.Set(x.Phrases("stop_words"))
	s.deny.Except = text.NewPhrases(slices.Sorted(slices.Values(others)))
	return s
}

// fieldBefore is the key before a text in a line of a block.
var fieldBefore = regexp.MustCompile(`^\s*(- )?[a-z_]+: `)

// sentences returns those of a text.
func (s *sayings) sentences(t *site.Passage) (all []*saying) {
	words := t.Text
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

// mostAround is how many words a sentence has beside the name of a page
// that it leads to.
const mostAround = 5

// leads reports whether a sentence does no more than lead to a page, by a
// name that may deny: "read what signals do not tell you".
func (s *sayings) leads(one *saying) bool {
	if one.Para == nil {
		return false
	}
	around, links := one.said, 0
	for _, i := range one.Para.Links {
		l := &one.Page.Doc.Links[i]
		if md.IsPageLink(l.Dest) && l.Text != "" && strings.Contains(around, l.Text) {
			around, links = strings.Replace(around, l.Text, "", 1), links+1
		}
	}
	return links > 0 && text.CountWords(around) <= mostAround && s.leading.Has(around) && !s.deny.Has(around)
}

// choice is what a sentence puts above something else: "insight and not
// control".
type choice struct{ rather, than string }

// choices lists those of a sentence: words before "and not", "rather than"
// and the like with the first after it, and words after "not … but" with
// the first between.
func (s *sayings) choices(one *saying) (all []choice) {
	said := one.said
	add := func(rather []string, than string) {
		if denied := s.telling(than); len(denied) > 0 {
			for _, word := range rather {
				if word != denied[0] {
					all = append(all, choice{word, denied[0]})
				}
			}
		}
	}
	before := func(at int) []string {
		words := s.telling(said[max(strings.LastIndexAny(said[:at], ".,;:()")+1, at-mostOfClause):at])
		return words[max(0, len(words)-3):]
	}
	for _, m := range s.instead.Find(said) {
		add(before(m.From), clauseOf(said[m.To:]))
	}
	if !one.denies {
		return all
	}
	buts := s.but.Find(said)
	for _, m := range s.deny.Find(said) {
		left, rest := strings.TrimRight(said[:m.From], " "), said[m.To:]
		if joint, ok := s.withoutJoint(left); ok {
			add(before(len(joint)), clauseOf(rest))
		} else if but, ok := firstFrom(buts, m.To); ok && !strings.ContainsAny(said[m.To:but.From], ".;:") {
			words := s.telling(clauseOf(said[but.To:]))
			add(words[:min(3, len(words))], clauseOf(said[m.To:but.From]))
		}
	}
	return all
}

// withoutJoint returns a text without the comma or the word that it ends
// with and joins the next to it.
func (s *sayings) withoutJoint(left string) (string, bool) {
	for _, joint := range s.joints {
		if rest, ok := strings.CutSuffix(left, " "+joint); ok {
			return strings.TrimRight(rest, " ,"), true
		}
	}
	return strings.CutSuffix(left, ",")
}

// mostOfClause is how many bytes of a clause are read.
const mostOfClause = 400

// clauseOf returns what stands before the first mark that ends a clause.
func clauseOf(s string) string {
	s = s[:min(len(s), mostOfClause)]
	if end := strings.IndexAny(s, ".,;:()"); end >= 0 {
		return s[:end]
	}
	return s
}

// telling returns the beginnings of the words that say something of the
// subject.
func (s *sayings) telling(said string) (words []string) {
	for word := range strings.FieldsFuncSeq(strings.ToLower(said), func(c rune) bool { return !unicode.IsLetter(c) && c != '\'' }) {
		if !s.stop[word] {
			words = append(words, beginnings(word)...)
		}
	}
	return words
}

// beginnings returns what the forms of most words of a text have in common;
// short words say little.
func beginnings(s string) []string { return text.Beginnings(s, 3, 6) }

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

// fewestWords is how many a sentence has that is compared.
const fewestWords = 4

// resembles reports whether two sentences share seven in ten of their
// words.
func (one *saying) resembles(other *saying) bool {
	enough := func(both int) bool { return 10*both >= 7*(len(one.words)+len(other.words)-both) }
	return enough(min(len(one.words), len(other.words))) && enough(one.shared(other)) // as most are not
}

// shared counts the words that two sentences share.
func (one *saying) shared(other *saying) (both int) {
	a, b := one.words, other.words
	for len(a) > 0 && len(b) > 0 {
		switch order := strings.Compare(a[0], b[0]); {
		case order < 0:
			a = a[1:]
		case order > 0:
			b = b[1:]
		default:
			a, b, both = a[1:], b[1:], both+1
		}
	}
	return both
}

// opposed reports whether one says the opposite of the other, and neither
// says both.
func opposed(a, b []string) bool {
	return slices.ContainsFunc(a, func(key string) bool {
		against := between.Opposite(key)
		return slices.Contains(b, against) && !slices.Contains(a, against) && !slices.Contains(b, key)
	})
}
