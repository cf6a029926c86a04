package between

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/text"
)

// names are what texts call somebody or something in all languages alike:
// where a text has one that its translation lacks, and the translation
// another, they are about two.
type names struct {
	pairs  []Pair
	theirs [][]Fact // by pair, in the language that leads
	ours   [][]Fact
	used   [2]map[string]bool // in the language that leads, and in others
}

func (n *names) add(pair Pair) {
	if n == nil || len(pair.Lead.Texts) != 1 || len(pair.Other.Texts) != 1 {
		return
	}
	n.pairs = append(n.pairs, pair)
	n.theirs, n.ours = append(n.theirs, n.read(0, pair.Lead)), append(n.ours, n.read(1, pair.Other))
}

func (n *names) read(side int, s Side) (found []Fact) {
	p := s.Texts[0]
	if n.used[side] == nil {
		n.used[side] = map[string]bool{}
	}
	for _, r := range namesIn(p.Text) {
		if !p.IsCode(r.From) {
			n.used[side][r.Of(p.Text)] = true
			found = append(found, Fact{Kind: name, Key: r.Of(p.Text), written: r, passage: p})
		}
	}
	return found
}

// differences returns the pairs in which each text has a name that both
// languages use, and the other lacks.
func (n *names) differences(c *comparer) (all []Difference) {
	kind := Kinds[slices.IndexFunc(Kinds, func(k Kind) bool { return k.Name == name })]
	for i, pair := range n.pairs {
		d := Difference{Kind: kind, Pair: pair, Theirs: n.lacking(n.theirs[i], pair.Other), Ours: n.lacking(n.ours[i], pair.Lead)}
		if len(d.Theirs) > 0 && len(d.Ours) > 0 && c.compares(pair.Other.Lang, name) {
			all = append(all, d)
		}
	}
	return all
}

// lacking returns the names that both languages use and a text lacks.
func (n *names) lacking(said []Fact, s Side) (lacking []Fact) {
	for _, f := range said {
		if n.used[0][f.Key] && n.used[1][f.Key] && !strings.Contains(s.Texts[0].Text, f.Key) {
			lacking = append(lacking, f)
		}
	}
	return lacking
}

// namesIn finds the words with a capital, one after the other, that no
// sentence begins with.
func namesIn(s string) (found []text.Range) {
	var run text.Range
	first, from := true, -1 // of a sentence; where the word begins
	for i, c := range s + " " {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || from >= 0 && (c == '-' || c == '&') {
			if from < 0 {
				from = i
			}
			continue
		}
		if from >= 0 {
			capital, _ := utf8.DecodeRuneInString(s[from:])
			switch {
			case !unicode.IsUpper(capital):
				run = text.Range{}
			case run.To > 0 && run.To == from-1 && s[run.To] == ' ':
				run.To = i
				found[len(found)-1] = run
			case !first && i-from > 1:
				run = text.Range{From: from, To: i}
				found = append(found, run)
			}
			first, from = false, -1
		}
		if !unicode.IsSpace(c) {
			run = text.Range{}
			first = first || strings.ContainsRune(".:;?!|'\"‘“(", c)
		}
	}
	return found
}
