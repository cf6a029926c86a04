package site

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/text"
)

// Lines are contacts in the order in which they are shown.
type Lines []*Contact

// HelpStrip returns the contacts that every page shows.
func (s *Site) HelpStrip() Lines {
	strip := slices.DeleteFunc(s.Contacts(), func(c *Contact) bool { return !c.Strip || c.Phone == "" })
	slices.SortStableFunc(strip, func(a, b *Contact) int { return cmp.Compare(a.Order, b.Order) })
	return strip
}

// HelpLines returns the first two contacts of the help strip: whom to call must
// stand with every text about suicide or self-harm.
func (s *Site) HelpLines() Lines {
	strip := s.HelpStrip()
	return strip[:min(2, len(strip))]
}

// Numbers lists the telephone numbers as links have them.
func (l Lines) Numbers() []string {
	var numbers []string
	for _, c := range l {
		numbers = append(numbers, c.Dialled())
	}
	return numbers
}

// Without returns the lines whose numbers are not among those called.
func (l Lines) Without(called []string) Lines {
	return slices.DeleteFunc(slices.Clone(l), func(c *Contact) bool { return slices.Contains(called, c.Dialled()) })
}

// String names the numbers: 112 and 113.
func (l Lines) String() string { return strings.Join(l.Numbers(), " and ") }

// Dialled returns of the telephone number what a tel: address has of it.
func (c *Contact) Dialled() string {
	return strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, c.Phone)
}

// CrisisWords finds, by language, the words that ask for the help lines.
func (s *Site) CrisisWords() map[string]*text.Phrases {
	words := map[string]*text.Phrases{}
	for _, lang := range s.Languages {
		words[lang] = s.Lexicon(lang).Words("crisis")
		words[lang].Except = s.Lexicon(lang).Words("crisis_names")
	}
	return words
}
