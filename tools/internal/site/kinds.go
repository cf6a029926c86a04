package site

import (
	"cmp"
	"encoding/json"
	"maps"
)

// Text is a text per language; a text that is the same in all of them
// stands under "".
type Text map[string]string

// In returns the text in one language, "" when there is none.
func (t Text) In(lang string) string { return cmp.Or(t[""], t[lang]) }

// UnmarshalJSON reads one text for all languages, or a mapping by language.
// What is neither is no text: the schema reports it.
func (t *Text) UnmarshalJSON(src []byte) error {
	var one string
	if json.Unmarshal(src, &one) == nil {
		*t = Text{"": one}
		return nil
	}
	_ = json.Unmarshal(src, (*map[string]string)(t))
	return nil
}

// kinds says what the records of a kind are read into, where Go reads them.
// A field whose value does not fit it stays zero, as does one left out:
// rules may rely on nothing but what they look at, and the schema reports
// the fault.
var kinds = map[string]func(*Record) any{
	"case":      func(r *Record) any { return &Case{Record: r} },
	"contact":   func(r *Record) any { return &Contact{Record: r} },
	"figure":    func(r *Record) any { return &Figure{Record: r} },
	"gap":       func(r *Record) any { return &Gap{Record: r} },
	"signal":    func(r *Record) any { return &Signal{Record: r} },
	"source":    func(r *Record) any { return &Source{Record: r} },
	"tombstone": func(r *Record) any { return &Tombstone{Record: r} },
	"topic":     func(r *Record) any { return &Topic{Record: r} },
}

// Basis is what records that rest on a source, or have a place in a list,
// say of that.
type Basis struct {
	Source  string  `json:"source"`
	Locator Text    `json:"locator"`
	Order   int     `json:"order"`
	Others  []Basis `json:"sources"` // other sources that say the same
}

// All lists the source of a record and the others that say the same.
func (b *Basis) All() []Basis { return append([]Basis{*b}, b.Others...) }

// Case is the state of a legal case.
type Case struct {
	*Record    `json:"-"`
	Country    string `json:"country"`
	Status     string `json:"status"`
	ReviewedOn string `json:"reviewed_on"`
	ReviewBy   string `json:"review_by"`
}

// Contact is an organisation that helps.
type Contact struct {
	*Record   `json:"-"`
	Name      Text     `json:"name"`
	Country   string   `json:"country"` // "" for the site's own
	Phone     string   `json:"phone"`
	PhoneFree string   `json:"phone_free"`
	Web       string   `json:"web"`
	Chat      string   `json:"chat"`
	Email     string   `json:"email"`
	Purpose   Text     `json:"purpose"`
	Hours     Text     `json:"hours"`
	Audience  []string `json:"audience"`
	Strip     bool     `json:"strip"` // shown in the help strip of every page
	Verify    Text     `json:"verify"`
	CheckedOn string   `json:"checked_on"`
	Seen      struct {
		Where  Text   `json:"where"`
		Date   string `json:"date"`
		Source string `json:"source"`
	} `json:"seen"` // where the data was found
}

// Phones returns the telephone numbers of the contact by the key that holds them.
func (c *Contact) Phones() map[string]string {
	phones := map[string]string{"phone": c.Phone, "phone_free": c.PhoneFree}
	maps.DeleteFunc(phones, func(_, number string) bool { return number == "" })
	return phones
}

// Figure is one value from one source.
type Figure struct {
	*Record    `json:"-"`
	Topic      string  `json:"topic"`
	Value      Text    `json:"value"`
	Range      *Range  `json:"range"` // nil when the value is in words
	Unit       Text    `json:"unit"`
	Share      bool    `json:"share"` // a part of a hundred
	Counts     Text    `json:"counts"`
	NotCounted Text    `json:"not_counted"`
	Population Text    `json:"population"`
	Place      Text    `json:"place"`
	AsOf       string  `json:"as_of"`
	AsOfNote   Text    `json:"as_of_note"`
	Note       Text    `json:"note"`
	FirstSaid  *Origin `json:"first_said"` // nil when the source says it itself
	Processing Text    `json:"processing"`
	ReviewedOn string  `json:"reviewed_on"`
	ReviewBy   string  `json:"review_by"`

	SameAs     string         `json:"same_as"`    // the figure with the same count in other words
	Comparable []string       `json:"comparable"` // ids of figures that count the same
	Addable    []string       `json:"addable"`    // of those, the ones that do not overlap
	Earlier    []EarlierValue `json:"earlier"`    // the newest first
}

// SameCount reports whether two figures tell one count in other words, whichever of them says so.
func (f *Figure) SameCount(other *Figure) bool {
	return f.SameAs == other.ID || other.SameAs == f.ID
}

// Range is a value in numbers: without From at most To, without To at least From.
type Range struct {
	From  *float64 `json:"from"`
	To    *float64 `json:"to"`
	About bool     `json:"about"`
}

// Origin is who said something first.
type Origin struct {
	By     Text   `json:"by"`
	Source string `json:"source"`
}

// EarlierValue is a value that a figure had before.
type EarlierValue struct {
	Value   Text   `json:"value"`
	AsOf    string `json:"as_of"`
	Source  string `json:"source"`
	Locator Text   `json:"locator"`
}

// Gap is something that the sources do not cover.
type Gap struct {
	*Record  `json:"-"`
	Refer    []string       `json:"refer"`    // contacts that may know
	Sections []string       `json:"sections"` // where a reader would look for it
	For      map[string]any `json:"for"`      // what a page for one audience says instead
}

// Signal is something that may be seen, and proves nothing.
type Signal struct {
	*Record `json:"-"`
	Area    string   `json:"area"`
	Name    Text     `json:"name"` // what somebody saw; nil when it has no page of its own
	Slug    Text     `json:"slug"`
	Terms   []string `json:"terms"` // ids
	Call    []string `json:"call"`  // ids of contacts
	Checked string   `json:"checked"`
}

// Tombstone says what became of something that was released.
type Tombstone struct {
	*Record   `json:"-"`
	Of        string `json:"kind"` // what it was: "page", "term" or a kind of record
	Was       string `json:"was"`  // its path or id
	Reason    Text   `json:"reason"`
	On        string `json:"on"`
	Successor string `json:"successor"`
}

// Topic is what figures are about.
type Topic struct {
	*Record `json:"-"`
	Title   Text `json:"title"`
	Answer  Text `json:"answer"` // what its figures say together
}

// Cases lists the legal cases by id.
func (s *Site) Cases() []*Case { return all[*Case](s, "case") }

// Case returns one case, nil when there is none.
func (s *Site) Case(id string) *Case { return one[*Case](s, "case", id) }

// Contacts lists the organisations that help by id.
func (s *Site) Contacts() []*Contact { return all[*Contact](s, "contact") }

// Contact returns one of them, nil when there is none.
func (s *Site) Contact(id string) *Contact { return one[*Contact](s, "contact", id) }

// Figures lists the figures by id.
func (s *Site) Figures() []*Figure { return all[*Figure](s, "figure") }

// Figure returns one figure, nil when there is none.
func (s *Site) Figure(id string) *Figure { return one[*Figure](s, "figure", id) }

// Gaps lists the gaps in the sources by id.
func (s *Site) Gaps() []*Gap { return all[*Gap](s, "gap") }

// Signal returns one signal, nil when there is none.
func (s *Site) Signal(id string) *Signal { return one[*Signal](s, "signal", id) }

// Signals lists the signals by id.
func (s *Site) Signals() []*Signal { return all[*Signal](s, "signal") }

// Sources lists the works that the site cites by id.
func (s *Site) Sources() []*Source { return all[*Source](s, "source") }

// Source returns one source, nil when there is none.
func (s *Site) Source(id string) *Source { return one[*Source](s, "source", id) }

// Tombstones lists the tombstones by id.
func (s *Site) Tombstones() []*Tombstone { return all[*Tombstone](s, "tombstone") }

// Topics lists what figures are about by id.
func (s *Site) Topics() []*Topic { return all[*Topic](s, "topic") }

// Topic returns one of them, nil when there is none.
func (s *Site) Topic(id string) *Topic { return one[*Topic](s, "topic", id) }

func all[T any](s *Site, kind string) (out []T) {
	for _, r := range s.RecordsOf(kind) {
		out = append(out, r.content.(T))
	}
	return out
}

func one[T any](s *Site, kind, id string) (t T) {
	if r := s.Record(kind, id); r != nil {
		t = r.content.(T)
	}
	return t
}
