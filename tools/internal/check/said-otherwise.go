package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "said-otherwise",
	Title:    "a sentence that denies what another says in nearly the same words, or has another number",
	Why:      "What matters stands on several pages. Where one of them lost its `not`, or has another number, in all languages alike, only the others show it.",
	Wrong:    "Kijk nooit op de kaart onder het fietsen.   # elsewhere: Kijk op de kaart onder het fietsen.",
	Right:    "Kijk nooit op de kaart onder het fietsen.   # and so elsewhere",
	Mend:     "look up which of the two is right, and correct the other; where both are, say what differs. Compared are sentences of four words or more, other than titles, summaries, headings, cells, questions, what a quiz calls wrong and pages about the site itself, that share seven in ten of their words; words that deny, and for numbers, are those of `alike` in data/lexicon/<lang>.yaml. Where more sentences say the one than the other, the other is reported.",
	Set:      SafetyRules,
	Severity: Warning,
	Source: func(p *Pass) {
		wrong := notAdvice(p)
		for _, lang := range p.Languages {
			said := newSayings(p.Lexicon(lang))
			for t := range p.Passages() {
				if t.Lang == lang && isSaid(p, t) && !(t.Kind == "line" && wrong[lineOf(t.At(0))]) {
					said.read(t)
				}
			}
			said.reportOdd(p)
		}
	},
})

// isSaid reports whether a text says something of the subject itself.
func isSaid(p *Pass, t *site.Passage) bool {
	other := []string{"title", "heading", "cell", "alternative", "label", "summary", "goal", "seen/where", "locator"}
	return !slices.Contains(other, t.Kind) && !p.IsColophon(t.Page) && (t.Record == nil || t.Record.Kind != "source" && t.Record.Kind != "mistake")
}

// saying is a sentence as it is compared with others.
type saying struct {
	*site.Passage
	at      int
	said    string
	words   []string // the beginnings of its words but for those that deny, in order, each once
	negated []string // those that follow a word that denies, or go before it at the end
	denies  bool
	times   int // how often it, or one alike, stands there

	numbers func() []string // in it, and dates
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
			if kind == "negation" {
				deny = append(deny, words...)
			} else {
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

// read adds the sentences of a text, without the citations between them.
func (s *sayings) read(t *site.Passage) {
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
			return // no text, or one over several lines
		}
	}
	for _, sentence := range text.Sentences(words) {
		if said := strings.TrimSpace(sentence.Of(words)); !strings.HasSuffix(said, "?") {
			s.add(&saying{Passage: t, at: sentence.From, said: said, times: 1})
		}
	}
}

// fewestWords is how many a sentence has that is compared.
const fewestWords = 4

func (s *sayings) add(one *saying) {
	if again := s.known[one.said]; again != nil {
		again.times++
		return
	}
	s.known[one.said] = one
	one.numbers = sync.OnceValue(func() []string { return s.numbers(one) })
	from, last := 0, 0
	for _, m := range append(s.deny.Find(one.said), text.Mention{Range: text.Range{From: len(one.said), To: len(one.said)}}) {
		before := beginnings(one.said[from:m.From])
		if one.words = append(one.words, before...); from > 0 {
			one.negated = append(one.negated, before[:min(len(before), 3)]...)
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
	if one.words = slices.Compact(one.words); len(one.words) < fewestWords {
		return
	}
	for _, word := range one.words {
		s.common[word]++
	}
	s.all = append(s.all, one)
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

// mostOthers bounds how many sentences with one of its rarest words a sentence is compared
// with: what more say so is a list.
const mostOthers = 200

// reportOdd compares each sentence with those that share enough of its words, which
// share one of its rarest too.
func (s *sayings) reportOdd(p *Pass) {
	having, against := map[string][]*saying{}, map[*saying][]*saying{}
	for _, one := range s.all {
		rarest := slices.SortedFunc(slices.Values(one.words), func(a, b string) int { return cmp.Or(cmp.Compare(s.common[a], s.common[b]), cmp.Compare(a, b)) })
		seen := map[*saying]bool{}
		for _, word := range rarest[:len(rarest)-(7*len(rarest)+9)/10+1] {
			for _, other := range having[word][max(0, len(having[word])-mostOthers):] {
				if seen[other] || !one.resembles(other) {
					continue
				}
				seen[other] = true
				if contradict(one, other) {
					against[one], against[other] = append(against[one], other), append(against[other], one)
				} else {
					one.times, other.times = one.times+1, other.times+1
				}
			}
			having[word] = append(having[word], one)
		}
	}
	for _, one := range s.all {
		for _, other := range against[one] {
			if one.times <= other.times {
				p.Report(one.At(one.at), "correct one of the two, or say what differs", "%q, and %s says %q", text.Head(one.said), other.At(other.at), text.Head(other.said))
				break
			}
		}
	}
}

// resembles reports whether two sentences share seven in ten of their words.
func (one *saying) resembles(other *saying) bool {
	a, b := one.words, other.words
	enough := func(both int) bool { return 10*both >= 7*(len(one.words)+len(other.words)-both) }
	if !enough(min(len(a), len(b))) { // as most are not
		return false
	}
	both := 0
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
	return enough(both)
}

// contradict reports whether one of two sentences denies what the other says, or
// has other numbers, as many of them.
func contradict(one, other *saying) bool {
	if one.denies != other.denies {
		if other.denies {
			one, other = other, one
		}
		has := func(word string) bool { return slices.Contains(other.words, word) }
		return len(one.negated) > 0 && !slices.ContainsFunc(one.negated, func(word string) bool { return !has(word) })
	}
	a, b := one.numbers(), other.numbers()
	return len(a) == len(b) && !slices.Equal(a, b) && (one.Page != nil || other.Page != nil)
}

// numbers lists the numbers and dates in a sentence.
func (s *sayings) numbers(one *saying) (all []string) {
	for _, f := range s.reader.Facts([]*site.Passage{{Text: one.said}}) {
		if f.Kind == "number" || f.Kind == "date" {
			all = append(all, f.Key)
		}
	}
	return all
}
