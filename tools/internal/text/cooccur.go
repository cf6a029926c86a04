package text

import "iter"

// Cooccurrence is words of several lists that stand together in one sentence.
type Cooccurrence struct {
	Lists  []*Phrases
	Unless *Phrases // a clause with one of these is left alone
	Except *Phrases // but for one that has one of these too; nil for none
	Joints []string // the words after a comma that begin a clause; none: a sentence is one
}

// Find visits the sentences of a text that hold a word of every list, with
// the first word of each. skip says which places do not count. Most texts
// hold none of the first list, and cost little.
func (c *Cooccurrence) Find(text string, skip func(at int) bool) iter.Seq[[]Mention] {
	return func(yield func([]Mention) bool) {
		if !c.Lists[0].Has(text) {
			return
		}
		for _, s := range Sentences(text) {
			for _, clause := range ClausesIn(text, s, c.Joints) {
				if words := c.in(text, s, clause, skip); words != nil {
					if !yield(words) {
						return
					}
					break
				}
			}
		}
	}
}

// in returns the first word of each list: of the first one in a clause, of
// the others in its sentence; nil when one has none.
func (c *Cooccurrence) in(text string, s, clause Range, skip func(at int) bool) []Mention {
	words, within := make([]Mention, len(c.Lists)), clause
	for i, list := range c.Lists {
		m, ok := list.firstIn(text, within, skip)
		if !ok {
			return nil
		}
		words[i], within = m, s
	}
	if c.Unless.Has(clause.Of(text)) && !(c.Except != nil && c.Except.Has(s.Of(text))) {
		return nil
	}
	return words
}

// firstIn returns the first mention in a piece of a text, at its place in
// the whole.
func (f *Phrases) firstIn(text string, s Range, skip func(at int) bool) (Mention, bool) {
	piece := s.Of(text)
	if f.Except != nil {
		piece = ""
		for _, m := range f.Find(s.Of(text)) {
			if m = m.after(s.From); !skip(m.From) {
				return m, true
			}
		}
	}
	for m, ok := f.next(piece, 0); ok; m, ok = f.next(piece, m.To) {
		if !skip(m.From + s.From) {
			return m.after(s.From), true
		}
	}
	return Mention{}, false
}

// after returns a mention as it stands in a text of which the piece looked at is a part.
func (m Mention) after(from int) Mention {
	m.From, m.To = m.From+from, m.To+from
	return m
}
