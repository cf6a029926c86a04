package between

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// Fact is something that a text says, or has, and its translation must too.
type Fact struct {
	Kind string // the name of one
	Key  string // the same in all languages

	written text.Range // in the text of the passage; empty when it stands there for something else
	passage *site.Passage
	place   diag.Position // without passage
}

// String returns the fact as it is written.
func (f Fact) String() string {
	if f.written.From == f.written.To {
		return f.Key
	}
	return f.written.Of(f.passage.Text)
}

// IsLoose reports whether its words say more than one thing.
func (f Fact) IsLoose() bool { return strings.HasSuffix(f.Key, loose) }

// hasDigit reports whether it is written in digits, or has a number behind
// it, as the month of a year.
func (f Fact) hasDigit() bool {
	if f.passage == nil {
		return false
	}
	s := f.passage.Text
	return strings.ContainsAny(s[f.written.From:min(len(s), f.written.To+len(" 2"))], "0123456789")
}

// At returns where it is written.
func (f Fact) At() diag.Position {
	if f.passage == nil {
		return f.place
	}
	return f.passage.At(f.written.From)
}

// Reader reads facts from texts of one language.
type Reader struct {
	words    *text.Phrases
	whole    *text.Phrases // in lines of blocks: the parts of an id are no words
	meanings [][]meaning   // of each phrase
	signs    []sign
	firsts   *text.Phrases   // what phrases with others' words between begin with: "keep … out"
	gaps     [][]gap         // by these
	shared   *text.Phrases   // "or": one negation holds for what stands on both sides
	halves   [2][]string     // of the day: what follows an hour of each
	endings  []string        // of infinitives
	verbs    map[string]bool // months that are another word too
}

// sign is a phrase that touches a word: it is none itself, as in 5%, or
// begins one.
type sign struct {
	text   string
	phrase int
	begins bool
}

// gap is the end of a phrase that has other words in it, and what it means.
type gap struct {
	last     *text.Phrases
	meanings []meaning
}

// anything stands for any words in a phrase, and behind a part for any rest
// of the word.
const anything = "…"

// meaning is what a word says: of which kind, and which of that kind.
type meaning struct{ kind, key string }

// NewReader makes a reader of what the lexicon of a language knows.
func NewReader(x *site.Lexicon) *Reader { return site.Made(x, newReader) }

func newReader(x *site.Lexicon) *Reader {
	means := map[string][]meaning{}
	for i, month := range x.Phrases("months") {
		means[month] = []meaning{{date, fmt.Sprint(i + 1)}}
	}
	for kind, keys := range x.Alike() {
		for key, words := range keys {
			for _, word := range words {
				means[word] = append(means[word], meaning{kind, key})
			}
		}
	}
	for word, all := range means {
		if capital := text.Capitalised(word); len(word) <= 3 && means[capital] == nil {
			means[capital] = all
		}
	}
	r := &Reader{shared: x.Words("shared"), halves: [2][]string{x.Phrases("before_noon"), x.Phrases("after_noon")}, endings: x.Phrases("infinitives"), verbs: map[string]bool{}}
	for _, month := range x.Phrases("months") {
		r.verbs[month] = len(means[strings.ToLower(month)]) > 0 && means[strings.ToLower(month)][0].kind != date
	}
	words, firsts := slices.Sorted(maps.Keys(means)), []string{}
	for i, word := range words {
		r.meanings = append(r.meanings, means[word])
		first, last, apart := strings.Cut(word, " "+anything+" ")
		part, begins := strings.CutSuffix(word, anything)
		switch {
		case apart:
			n := slices.Index(firsts, first)
			if n < 0 {
				n, firsts, r.gaps = len(firsts), append(firsts, first), append(r.gaps, nil)
			}
			r.gaps[n] = append(r.gaps[n], gap{text.NewPhrases([]string{last}), means[word]})
		case begins:
			r.signs = append(r.signs, sign{part, i, true}, sign{text.Capitalised(part), i, true})
		case !text.StartsWithWord(word):
			r.signs = append(r.signs, sign{word, i, false})
		}
	}
	r.firsts = text.NewPhrases(firsts)
	r.words = text.NewPhrases(words)
	whole := *r.words
	r.whole, r.words.Hyphens = &whole, true
	return r
}

// Facts lists what texts say that their translations must say too, in
// order.
func (r *Reader) Facts(texts []*site.Passage) (found []Fact) {
	for _, p := range texts {
		from := len(found)
		r.read(p, func(kind, key string, at text.Range) {
			if !p.IsCode(at.From) {
				found = append(found, Fact{Key: key, Kind: kind, written: at, passage: p})
			}
		})
		slices.SortStableFunc(found[from:], func(a, b Fact) int { return cmp.Compare(a.written.From, b.written.From) })
		found = append(found, deniedIn(found[from:])...)
	}
	return found
}

// deniedIn returns who or what stands right after a word that denies: "not
// of offenders".
func deniedIn(facts []Fact) (all []Fact) {
	for i, f := range facts {
		if f.Kind != "party" && f.Kind != subject || f.IsLoose() {
			continue
		}
		for _, not := range facts[:i] {
			if not.Kind == negation && not.Key == "not" && not.written.To <= f.written.From && strings.Count(f.passage.Text[not.written.To:f.written.From], " ") <= 2 {
				all = append(all, Fact{Kind: denied, Key: f.Key, written: f.written, passage: f.passage})
				break
			}
		}
	}
	return all
}

// sharedIn returns a loose negation for every "or" beside one: who keeps or
// sends nothing keeps nothing and sends nothing.
func (r *Reader) sharedIn(facts []Fact) (all []Fact) {
	seen := map[text.Range]bool{}
	for _, f := range facts {
		if f.Kind != negation || f.Key != "not" {
			continue
		}
		s := f.passage.Text
		for _, or := range r.shared.Find(s) {
			between := s[min(or.To, f.written.To):max(or.From, f.written.From)]
			if strings.Count(between, " ") <= 4 && !strings.ContainsAny(between, ".;:?!") && !seen[or.Range] {
				seen[or.Range] = true
				all = append(all, Fact{Kind: f.Kind, Key: f.Key + loose, written: or.Range, passage: f.passage})
			}
		}
	}
	return all
}

// Named returns what of a kind a text says, and whether only loosely.
func (r *Reader) Named(kind, said string) map[string]bool {
	named := map[string]bool{}
	for _, f := range r.Facts([]*site.Passage{{Text: said}}) {
		if name := strings.TrimSuffix(f.Key, loose); f.Kind == kind {
			named[name] = named[name] || f.IsLoose()
		}
	}
	return named
}

func (r *Reader) read(p *site.Passage, add func(kind, key string, at text.Range)) {
	numerals := numerals(p.Text)
	words := r.words
	if p.Kind == "line" {
		words = r.whole
	}
	held := r.apart(p, add)
	for _, m := range append(words.Find(p.Text), r.touching(p.Text)...) {
		for _, means := range r.meanings[m.Phrase] {
			if text.Within(held[neutral], m.From) || text.Within(held[means.kind], m.From) {
				continue
			}
			at := m.Range
			if means.kind == date {
				if r.verbs[at.Of(p.Text)] && asks(p, at) {
					continue
				}
				means.key, at, numerals = withDay(means.key, p.Text, at, numerals)
			}
			if slices.Contains(ending, means) && r.isBare(p.Text, at) {
				means.key += loose
			}
			if means.kind != neutral {
				add(means.kind, means.key, at)
			}
		}
	}
	for _, n := range numerals {
		add(number, r.value(p.Text, n), n)
	}
	links(p, add)
}

// asks reports whether a word opens a question: "May a school do that?"
// names no month, and "May 2025?" does.
func asks(p *site.Passage, at text.Range) bool {
	before := strings.TrimRight(p.Text[:at.From], " '\"‘“(")
	opens := before == "" || strings.ContainsAny(before[len(before)-1:], ".:;?!|")
	first, _, more := strings.Cut(strings.TrimLeft(p.Text[at.To:], " "), " ")
	return opens && more && text.StartsWithWord(first) && strings.Trim(first, "0123456789.,?") != "" && text.IsQuestion(strings.TrimRight(p.SentenceAt(at.From).Of(p.Text), " '\"’”)"))
}

// ending are what can and possible say, but for where they end a clause.
var ending = []meaning{{"caution", "can"}, {"caution", "may"}}

// isBare reports whether a word ends its clause and has no infinitive
// before it: in Dutch "waar u mee verder kunt" is what helps you, and "wat
// gebeuren kan" what can happen.
func (r *Reader) isBare(s string, at text.Range) bool {
	before := strings.TrimRight(s[:at.From], " ")
	ends := at.To == len(s) || strings.ContainsRune(".,;:?!)", rune(s[at.To]))
	return ends && len(r.endings) > 0 && !slices.ContainsFunc(r.endings, func(ending string) bool { return strings.HasSuffix(before, ending) })
}

// furthest is how many words may stand in a phrase that has others in it.
const furthest = 8

// apart adds what phrases say that have other words in them, and returns
// the beginnings of those that hold a word without its meaning, "kunnen …
// terecht", or, by kind, with a looser one: "nothing … more than".
func (r *Reader) apart(p *site.Passage, add func(kind, key string, at text.Range)) (held map[string][]text.Range) {
	held = map[string][]text.Range{}
	for _, first := range r.firsts.Find(p.Text) {
		rest := p.Text[first.To:p.SentenceAt(first.From).To]
		if end := strings.IndexAny(rest, ".;:?!"); end >= 0 {
			rest = rest[:end]
		}
		for _, g := range r.gaps[first.Phrase] {
			last := g.last.Find(rest)
			if len(last) == 0 || text.CountWords(rest[:last[0].From]) > furthest {
				continue
			}
			for _, means := range g.meanings {
				if means.kind == neutral || strings.HasSuffix(means.key, loose) {
					held[means.kind] = append(held[means.kind], first.Range)
				}
				if means.kind != neutral {
					add(means.kind, means.key, first.Range)
				}
			}
		}
	}
	return held
}

// touching finds the signs that follow a word or number without a space,
// and those that a word begins with.
func (r *Reader) touching(s string) (found []text.Mention) {
	for _, sign := range r.signs {
		for at := strings.Index(s, sign.text); at >= 0; {
			to := at + len(sign.text)
			after, before := text.EndsInWord(s[:at]), text.StartsWithWord(s[to:])
			if sign.begins && !after && before || !sign.begins && (after || before) {
				found = append(found, text.Mention{Range: text.Range{From: at, To: to}, Phrase: sign.phrase})
			}
			next := strings.Index(s[to:], sign.text)
			if next < 0 {
				break
			}
			at = to + next
		}
	}
	return found
}

// value returns what a number is; an hour of half a day, one of the whole
// day.
func (r *Reader) value(s string, n text.Range) string {
	is, after := value(n.Of(s)), strings.TrimLeft(s[n.To:], " \u00a0")
	for i, words := range r.halves {
		begins := func(word string) bool {
			rest, ok := strings.CutPrefix(after, word)
			return ok && !text.StartsWithWord(rest)
		}
		whole, minutes, _ := strings.Cut(is, ".")
		if hour, err := strconv.Atoi(whole); err == nil && hour <= 12 && slices.ContainsFunc(words, begins) {
			return fmt.Sprintf("%02d.%s", hour%12+12*i, cmp.Or(minutes, "00"))
		}
	}
	return is
}

// value returns what a number or time is, however a language groups and
// divides its digits.
func value(numeral string) string { return divided.Replace(text.PlainValue(numeral)) }

var divided = strings.NewReplacer(",", ".", ":", ".", "½", ".5", "¼", ".25", "¾", ".75")

// numerals finds the numbers in digits; a time of day is one.
func numerals(s string) (out []text.Range) {
	for _, n := range text.Numerals(s) {
		if last := len(out) - 1; last >= 0 && s[out[last].To:n.From] == ":" {
			out[last].To = n.To
			continue
		}
		out = append(out, n)
	}
	return out
}

func numeralsIn(s string) (all []string) {
	for _, n := range numerals(s) {
		all = append(all, n.Of(s))
	}
	return all
}

// withDay joins a month to the day before or after it, which it takes out
// of the numbers.
func withDay(month, s string, at text.Range, numerals []text.Range) (key string, whole text.Range, rest []text.Range) {
	for i, n := range numerals {
		before := n.To < at.From && strings.Trim(s[n.To:at.From], " .\u00a0") == ""
		after := n.From > at.To && strings.TrimSpace(s[at.To:n.From]) == ""
		if day := n.Of(s); (before || after) && len(day) <= 2 {
			return month + "-" + day, text.Range{From: min(n.From, at.From), To: max(n.To, at.To)}, slices.Delete(numerals, i, i+1)
		}
	}
	return month, at, numerals
}

// links adds where the links of a text lead, a citation with the numbers of
// the place in the source. Terms are left out: their places follow the
// words of a language.
func links(p *site.Passage, add func(kind, key string, at text.Range)) {
	if p.Para == nil {
		return
	}
	for _, i := range p.Para.Links {
		if l := &p.Page.Doc.Links[i]; !l.IsTo("term") {
			key := l.Dest
			if l.IsTo("cite") {
				key = strings.Join(append([]string{l.Dest}, numeralsIn(l.Text)...), " ")
			}
			add(link, key, text.Range{From: l.Offset, To: l.Offset})
		}
	}
}
