package site

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"comwijzer/tools/internal/text"
)

// WordList finds the words that one list of a lexicon warns of.
type WordList struct {
	Quoted   bool          // words in quotation marks count too
	Except   *text.Phrases // a sentence with one of these is left alone by no word of unless: "not, except one"; nil for none
	Names    *text.Phrases // with what an official name begins, in which a word may stand; nil for none
	RuledOut *text.Phrases // a clause with one of these says not to: "we advise against it"; nil for none
	Joints   []string      // where the clauses begin in which company counts; none: a sentence is one

	entries map[string][]Unwanted // by word, with a capital
	words   *text.Phrases
}

// WordList makes a list of words to leave unwritten ready to be found. A
// word may have several entries, each with a company of its own.
func (x *Lexicon) WordList(key string) *WordList {
	l := &WordList{entries: map[string][]Unwanted{}}
	var words []string
	for _, e := range x.Unwanted(key) {
		words = append(words, e.Word)
		l.entries[text.Capitalised(e.Word)] = append(l.entries[text.Capitalised(e.Word)], e)
	}
	l.words = text.NewPhrases(words)
	l.words.Hyphens = true
	return l
}

// Find visits the words in a passage that are meant: not quoted, not code, not
// in one of their exceptions, and with the company that the entry asks for.
func (l *WordList) Find(t *Passage) iter.Seq2[Unwanted, text.Range] {
	return func(yield func(Unwanted, text.Range) bool) {
		mentions := l.words.Find(t.Text)
		if len(mentions) == 0 {
			return
		}
		company := company{list: l, passage: t, suits: map[judged]bool{}}
		var quoted []text.Range
		if !l.Quoted {
			quoted = text.Quotations(t.Text)
		}
		for _, m := range mentions {
			if t.IsCode(m.From) || text.Within(quoted, m.From) || l.isNamed(t, m.Range) {
				continue
			}
			entries, word := l.entries[text.Capitalised(m.Of(t.Text))], m.Of(t.Text)
			for i := range entries {
				if !entries[i].isMeant(t, word, m.Range, &company) {
					continue
				}
				if !yield(entries[i], m.Range) {
					return
				}
				break
			}
		}
	}
}

// longestName is how many bytes an official name may have before a word in it.
const longestName = 100

// isNamed reports whether a word stands in an official name: behind what
// such a name begins with, as it is written, and no sign between.
func (l *WordList) isNamed(t *Passage, word text.Range) bool {
	if l.Names == nil {
		return false
	}
	before := t.Text[max(t.SentenceAt(word.From).From, word.From-longestName):word.From]
	before = before[strings.LastIndexAny(before, ".,;:!?()'\"“”‘’«»|")+1:]
	return l.Names.Has(before)
}

// isMeant reports whether an entry is about a word as it is written at a place.
func (e *Unwanted) isMeant(t *Passage, written string, word text.Range, c *company) bool {
	if written != e.Word && written != text.Capitalised(e.Word) {
		return false
	}
	if slices.ContainsFunc(e.Except, func(name string) bool { return isPartOf(t.Text, name, word) }) {
		return false
	}
	return len(e.With) == 0 && len(e.Unless) == 0 && c.list.RuledOut == nil || c.of(e, word.From)
}

// company is the words beside those of a list in one passage. A clause is
// read once for each entry, however often the word stands there.
type company struct {
	list     *WordList
	passage  *Passage
	sentence text.Range
	clauses  []text.Range // of the sentence
	suits    map[judged]bool
}

type judged struct {
	entry  *Unwanted
	clause text.Range
}

// of reports whether an entry has the company that it asks for at a place.
func (c *company) of(e *Unwanted, at int) bool {
	if s := c.passage.SentenceAt(at); c.clauses == nil || s != c.sentence {
		c.sentence, c.clauses = s, text.ClausesIn(c.passage.Text, s, c.list.Joints)
	}
	i := sort.Search(len(c.clauses)-1, func(i int) bool { return at < c.clauses[i].To })
	key := judged{e, c.clauses[i]}
	suits, known := c.suits[key]
	if !known {
		clause := c.clauses[i].Of(c.passage.Text)
		suits = (len(e.With) == 0 || text.HoldsAny(withoutTexts(clause, e.Except), e.With)) &&
			(c.list.RuledOut == nil || !c.list.RuledOut.Has(clause)) &&
			(!text.HoldsAny(clause, e.Unless) || c.excepts(e))
		c.suits[key] = suits
	}
	return suits
}

// excepts reports whether a word that denies has an exception after it in the sentence: "not, except
// one"; what stands before is an exception to something else.
func (c *company) excepts(e *Unwanted) bool {
	if c.list.Except == nil {
		return false
	}
	said := c.sentence.Of(c.passage.Text)
	excepted := c.list.Except.Find(said)
	return len(excepted) > 0 && text.HoldsAny(said[:excepted[len(excepted)-1].From], e.Unless)
}

// withoutTexts returns a text without some exact texts in it, but for their capitals.
func withoutTexts(s string, texts []string) string {
	s = strings.ToLower(s)
	for _, t := range texts {
		s = strings.ReplaceAll(s, strings.ToLower(t), "")
	}
	return s
}

// isPartOf reports whether a word is part of an occurrence of name.
func isPartOf(s, name string, word text.Range) bool {
	for from := max(0, word.To-len(name)); from <= word.From; from++ {
		if strings.HasPrefix(s[from:], name) {
			return true
		}
	}
	return false
}
