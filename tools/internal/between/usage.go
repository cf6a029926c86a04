package between

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// usage is how a site translates its sentences and long words: what is
// translated in one place otherwise than in all others was pasted there, or
// replaced.
type usage struct {
	pairs  []Pair
	said   map[string]told             // by language and sentence: where it stands first
	words  map[string]map[string][]use // by language, and word
	common map[string]map[string]bool  // by language, beginnings of words that say nothing of the subject
	copied []Difference
}

// told is a sentence in a pair.
type told struct {
	pair      int
	at        Fact
	translate string
}

// use is a long word in a pair.
type use struct {
	pair int
	at   Fact
}

func newUsage(s *site.Site) *usage {
	u := &usage{said: map[string]told{}, words: map[string]map[string][]use{}, common: map[string]map[string]bool{}}
	for _, lang := range s.Languages {
		u.words[lang], u.common[lang] = map[string][]use{}, map[string]bool{}
		for _, word := range beginnings(strings.Join(s.Lexicon(lang).Phrases("stop_words"), " ")) {
			u.common[lang][word] = true
		}
	}
	return u
}

const (
	sentenceWords = 6  // a shorter sentence is a turn of phrase
	longWord      = 10 // letters of a word that may be a compound
	partOfWord    = 4  // letters of either part
)

// add takes in the texts of a pair, one in each language.
func (u *usage) add(pair Pair) {
	if u == nil || len(pair.Lead.Texts) != 1 || len(pair.Other.Texts) != 1 || pair.Lead.Texts[0].Kind == site.ReasonKind {
		return
	}
	n := len(u.pairs)
	u.pairs = append(u.pairs, pair)
	lead, other := pair.Lead.Texts[0], pair.Other.Texts[0]
	u.addWords(n, pair.Lead.Lang, lead)
	u.addWords(n, pair.Other.Lang, other)
	if text.HasFields(lead.Text, sentenceWords) && text.HasFields(other.Text, sentenceWords) {
		ours, theirs := uncited(lead), uncited(other)
		u.addSentences(n, pair.Lead.Lang, lead, ours, theirs)
		u.addSentences(n, pair.Other.Lang, other, theirs, ours)
	}
}

// uncited returns the sentences of a text without the citations between
// them, each at its offset.
func uncited(p *site.Passage) (said []saying) {
	words := p.Text
	for _, scheme := range []string{"cite", "own"} {
		for _, link := range p.References(scheme) {
			to := min(len(words), link.Offset+len(link.Text))
			words = words[:link.Offset] + strings.Repeat(" ", to-link.Offset) + words[to:]
		}
	}
	for _, s := range text.Sentences(words) {
		said = append(said, saying{strings.TrimSpace(s.Of(words)), s.From})
	}
	return said
}

// saying is a sentence, and where it begins.
type saying struct {
	text string
	from int
}

func (u *usage) addWords(n int, lang string, p *site.Passage) {
	for _, w := range wordsOf(p.Text, longWord) {
		word := strings.ToLower(w.Of(p.Text))
		u.words[lang][word] = append(u.words[lang][word], use{n, Fact{Kind: compound, written: w, passage: p}})
	}
}

// addSentences takes in the sentences of a text, each with the one that
// translates it, which is known where both texts have as many.
func (u *usage) addSentences(n int, lang string, p *site.Passage, ours, theirs []saying) {
	for i, s := range ours {
		if !text.HasFields(s.text, sentenceWords) {
			continue
		}
		now := told{n, Fact{Kind: sentence, written: text.Range{From: s.from, To: min(len(p.Text), s.from+len(s.text))}, passage: p}, ""}
		if len(ours) == len(theirs) {
			now.translate = theirs[i].text
		}
		key := lang + s.text
		first, again := u.said[key]
		if !again {
			u.said[key] = now
			continue
		}
		if u.pairs[first.pair].Lead.File != u.pairs[n].Lead.File && !alike(first.translate, now.translate) {
			u.copied = append(u.copied, u.difference(sentence, now.pair, now.at, first.at))
		}
	}
}

// alike reports whether two translations have words of weight in common:
// one in three of the shorter's; of a few words nothing is told.
func alike(a, b string) bool {
	ours, theirs := beginnings(a), beginnings(b)
	both := 0
	for _, word := range ours {
		if slices.Contains(theirs, word) {
			both++
		}
	}
	shorter := min(len(ours), len(theirs))
	return shorter < sentenceWords || 3*both >= shorter
}

// beginnings lists what the forms of the longer words of a text have in
// common, each once.
func beginnings(s string) []string {
	words := text.Beginnings(s, 4, 5)
	slices.Sort(words)
	return slices.Compact(words)
}

// wordsOf finds the words of a text that have as many letters or more.
func wordsOf(s string, shortest int) (found []text.Range) {
	from := -1
	for i, c := range s + " " {
		switch letter := unicode.IsLetter(c); {
		case letter && from < 0:
			from = i
		case !letter && from >= 0:
			if i-from >= shortest {
				found = append(found, text.Range{From: from, To: i})
			}
			from = -1
		}
	}
	return found
}

func (u *usage) difference(kind string, pair int, at, elsewhere Fact) Difference {
	d := Difference{Pair: u.pairs[pair], elsewhere: elsewhere}
	d.Kind = Kinds[slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == kind })]
	if at.passage.Lang == d.Lead.Lang {
		d.Theirs = []Fact{at}
	} else {
		d.Ours = []Fact{at}
	}
	return d
}

// differences returns the sentences and compounds that are translated
// otherwise elsewhere.
func (u *usage) differences(c *comparer) []Difference {
	return slices.DeleteFunc(append(u.copied, u.replaced()...), func(d Difference) bool { return !c.compares(d.Other.Lang, d.Name) })
}

// replaced returns the compounds of a page, two or more with one beginning,
// that stand nowhere else, while with another beginning they do and are
// translated alike.
func (u *usage) replaced() (all []Difference) {
	for _, lang := range slices.Sorted(maps.Keys(u.words)) {
		uses := u.words[lang]
		alone := map[string][]string{} // by file, words that stand in it alone
		var known []string             // all words, backwards
		for word, in := range uses {
			other := func(n use) bool { return n.file() != in[0].file() }
			if !slices.ContainsFunc(in, other) {
				alone[in[0].file()] = append(alone[in[0].file()], word)
			}
			known = append(known, backwards(word))
		}
		slices.Sort(known)
		for _, file := range slices.Sorted(maps.Keys(alone)) {
			all = append(all, u.replacedIn(alone[file], uses, known)...)
		}
	}
	return all
}

func (n use) file() string { return n.at.passage.At(0).File }

// replacedIn looks for them among the words that stand in one file alone.
func (u *usage) replacedIn(words []string, uses map[string][]use, known []string) (all []Difference) {
	slices.Sort(words)
	told := map[string]bool{}
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		for head := common(a, b); head >= partOfWord; head-- {
			if len(a)-head < partOfWord || len(b)-head < partOfWord {
				continue
			}
			was := u.headOf(uses, known, a, b, head)
			for _, word := range []string{a, b} {
				if was != "" && !told[word] {
					told[word] = true
					right := slices.Concat(uses[was+word[head:]], uses[was+a[head:]], uses[was+b[head:]])
					all = append(all, u.difference(compound, uses[word][0].pair, uses[word][0].at, right[0].at))
				}
			}
			if was != "" {
				break
			}
		}
	}
	return all
}

// headOf returns with which other beginning one or both of two compounds
// stand in other files, where all their translations have a word of weight
// in common.
func (u *usage) headOf(uses map[string][]use, known []string, a, b string, head int) string {
	if was := u.headBy(uses, known, a, b, head); was != "" {
		return was
	}
	return u.headBy(uses, known, b, a, head)
}

// headBy looks among the words that end as the first does.
func (u *usage) headBy(uses map[string][]use, known []string, a, b string, head int) string {
	tail := backwards(a[head:])
	i, _ := slices.BinarySearch(known, tail)
	for ; i < len(known) && strings.HasPrefix(known[i], tail); i++ {
		other := backwards(known[i])
		was := other[:len(other)-len(tail)]
		right := was + b[head:]
		if was == a[:head] || len(was) < partOfWord || isPrefixed(was, a[:head]) {
			continue
		}
		if u.inFiles(uses, a, other)+u.inFiles(uses, a, right) >= fewFiles && u.translatedAlike(uses[a], uses[b], uses[other], uses[right]) {
			return was
		}
	}
	return ""
}

// isPrefixed reports whether two beginnings are one with other letters
// before it: "beantw" of "antw" is no part of a compound.
func isPrefixed(a, b string) bool {
	same := common(backwards(a), backwards(b))
	return same >= partOfWord && max(len(a), len(b))-same < partOfWord
}

// fewFiles is in how many other files the usual compounds stand, together.
const fewFiles = 3

// inFiles returns in how many files a word stands, but for that of another.
func (u *usage) inFiles(uses map[string][]use, own, word string) int {
	files := map[string]bool{uses[own][0].file(): true}
	for _, n := range uses[word] {
		files[n.file()] = true
	}
	return len(files) - 1
}

// translatedAlike reports whether one word stands in the translation of
// every text that some words stand in.
func (u *usage) translatedAlike(all ...[]use) bool {
	var both []string
	for i, n := range slices.Concat(all...) {
		words := u.beginningsOf(n)
		if i == 0 {
			both = words
		}
		both = slices.DeleteFunc(both, func(word string) bool { return !slices.Contains(words, word) })
	}
	return len(both) > 0
}

// beginningsOf returns those of the words of weight in the translation of a
// text.
func (u *usage) beginningsOf(n use) []string {
	side := u.pairs[n.pair].Lead
	if n.at.passage == side.Texts[0] {
		side = u.pairs[n.pair].Other
	}
	words := beginnings(side.Texts[0].Text)
	return slices.DeleteFunc(words, func(word string) bool { return u.common[side.Lang][word] })
}

func common(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func backwards(word string) string {
	letters := []byte(word)
	slices.Reverse(letters)
	return string(letters)
}
