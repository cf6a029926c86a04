package site

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/text"
)

// Lines are contacts in the order in which they are shown.
type Lines []Line

// Line is a contact that can be called.
type Line struct {
	*Contact
	text.Phone
}

// HelpStrip returns the contacts that every page shows.
func (s *Site) HelpStrip() (lines Lines) {
	strip := slices.DeleteFunc(s.Contacts(), func(c *Contact) bool { return !c.Strip || c.Phone == "" })
	slices.SortStableFunc(strip, func(a, b *Contact) int { return cmp.Compare(a.Order, b.Order) })
	for _, c := range strip {
		lines = append(lines, Line{c, s.ReadPhone(c, c.Phone)})
	}
	return lines
}

// Emergency returns whom to call in immediate danger: the contact that the
// configuration names, or else the first of the help strip; nil for none.
func (s *Site) Emergency() *Contact {
	if c := s.Contact(s.Config.Params.Emergency); c != nil {
		return c
	}
	strip := slices.DeleteFunc(s.Contacts(), func(c *Contact) bool { return !c.Strip })
	if len(strip) == 0 {
		return nil
	}
	return slices.MinFunc(strip, func(a, b *Contact) int { return cmp.Compare(a.Order, b.Order) })
}

// EmergencyNumber returns the number of that contact as links have it, "" for none.
func (s *Site) EmergencyNumber() string {
	if c := s.Emergency(); c != nil && c.Phone != "" {
		return s.ReadPhone(c, c.Phone).Dialled
	}
	return ""
}

// HelpLines returns the first two contacts of the help strip: whom to call
// must stand with every text about suicide or self-harm.
func (s *Site) HelpLines() Lines {
	strip := s.HelpStrip()
	return strip[:min(2, len(strip))]
}

// Numbers lists the telephone numbers as links have them.
func (l Lines) Numbers() (numbers []string) {
	for _, line := range l {
		numbers = append(numbers, line.Dialled)
	}
	return numbers
}

// Without returns the lines whose numbers are not among those called.
func (l Lines) Without(called []string) Lines {
	return slices.DeleteFunc(slices.Clone(l), func(line Line) bool { return slices.Contains(called, line.Dialled) })
}

// String names the numbers: 112 and 113.
func (l Lines) String() string { return strings.Join(l.Numbers(), " and ") }

// ReadPhone reads a telephone number of a contact.
func (s *Site) ReadPhone(c *Contact, number string) text.Phone {
	home := s.Config.Params.Region
	return text.ReadPhone(number, cmp.Or(c.Country, home), home)
}

// CrisisWords finds, by language, the words that ask for the help lines.
func (s *Site) CrisisWords() map[string]*text.Phrases {
	return ByLanguage(s, func(lang string) *text.Phrases { return s.Lexicon(lang).Words("crisis") })
}
