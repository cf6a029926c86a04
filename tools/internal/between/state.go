package between

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// StateFile says which texts were each other's translation when somebody
// last said so. A program writes it.
const StateFile = "data/translated.yaml"

// State holds two marks by section and language, that of the texts in the
// language that leads first.
type State map[string]map[string]string

// mark is what is kept of a side: hashes, with points between. What an
// older version did not write is empty.
type mark struct {
	hash   string // of all that its texts say
	weight string // of what they say beside their wording
	texts  string // of each text, markLetters long
}

func (m mark) String() string { return m.hash + "." + m.weight + "." + m.texts }

// marksOf reads the marks of the side that leads, and of the other.
func marksOf(both string) (lead, other mark) {
	of := func(s string) mark {
		parts := append(strings.Split(s, "."), "", "")
		return mark{parts[0], parts[1], parts[2]}
	}
	theirs, ours, _ := strings.Cut(both, "-")
	return of(theirs), of(ours)
}

// StateOf returns the recorded state of a site, nil when there is none.
func StateOf(s *site.Site) State {
	var lines []string
	_ = s.List("translated").Decode("/sections", &lines)
	if lines == nil {
		return nil
	}
	state := State{}
	for _, line := range lines {
		if said := strings.Fields(line); len(said) == 3 {
			state.Say(said[0], said[1], said[2])
		}
	}
	return state
}

// Say notes the marks of a section in a language.
func (s State) Say(place, lang, marks string) {
	if s[place] == nil {
		s[place] = map[string]string{}
	}
	s[place][lang] = marks
}

// Sections returns the sections of pages, the texts of the interface and
// the records that stand in two languages, with all their texts.
func Sections(s *site.Site) (all []Pair) {
	for lead, page := range s.Translations() {
		theirs, ours := inSections(lead, page), inSections(page, lead)
		for _, name := range slices.Sorted(maps.Keys(theirs)) {
			all = append(all, Pair{lead.Path + "#" + name, sideOf(lead.Lang, lead.File, theirs[name]), sideOf(page.Lang, page.File, ours[name])})
		}
	}
	for _, lang := range s.Languages[1:] {
		for _, at := range pairs(inInterface(s, s.DefaultLanguage(), lang), inInterface(s, lang, s.DefaultLanguage())) {
			at.Lead.File, at.Other.File = at.Lead.Texts[0].At(0).File, at.Other.Texts[0].At(0).File
			all = append(all, at)
		}
	}
	for _, r := range s.Records {
		for _, lang := range s.Languages[1:] {
			if p, ok := wholeRecord(r, s.DefaultLanguage(), lang); ok {
				all = append(all, p)
			}
		}
	}
	readers := site.ByLanguage(s, func(lang string) func() *Reader {
		return sync.OnceValue(func() *Reader { return NewReader(s.Lexicon(lang)) })
	})
	for i, p := range all {
		all[i].Lead.reader, all[i].Other.reader = readers[p.Lead.Lang], readers[p.Other.Lang]
	}
	return all
}

// inSections returns what a page says by the sections that it shares with
// another, in reading order.
func inSections(page, other *site.Page) map[string][]*site.Passage {
	sections, all := page.SharedSections(other), map[string][]*site.Passage{}
	for p := range site.Chain(page.Passages(), page.Quotations()) {
		all[sections[p.Heading+1]] = append(all[sections[p.Heading+1]], p)
	}
	return all
}

// wholeRecord returns what a record says in two languages; false when that
// is nothing.
func wholeRecord(r *site.Record, lead, other string) (Pair, bool) {
	pair := Pair{r.Kind + ":" + r.ID, Side{Lang: lead, File: r.File}, Side{Lang: other, File: r.File}}
	for p := range r.Passages() {
		switch p.Lang {
		case lead:
			pair.Lead.Texts = append(pair.Lead.Texts, p)
		case other:
			pair.Other.Texts = append(pair.Other.Texts, p)
		}
	}
	return pair, len(pair.Lead.Texts)+len(pair.Other.Texts) > 0
}

// hash returns 32 bits of what the texts say: their words and signs,
// wherever these stand, and what they refer to, without formatting and
// addresses of links.
func (s Side) hash() string { return s.hashWithout(nil) }

// hashWithout is hash as it was before some additions.
func (s Side) hashWithout(additions []addition) string {
	var said []byte
	for _, p := range s.Texts {
		said = appendSaid(said, p, additions)
	}
	return hashOfSaid(said, 4)
}

// hashOfSaid returns the first bytes of a hash of what appendSaid made.
func hashOfSaid(said []byte, size int) string {
	sum := sha256.Sum256(bytes.TrimPrefix(said, []byte(" ")))
	return hex.EncodeToString(sum[:size])
}

// appendSaid adds the words of a text without some additions, and what it
// refers to, each behind a space.
func appendSaid(said []byte, p *site.Passage, additions []addition) []byte {
	words := p.Text
	if len(additions) > 0 {
		words = without(p, additions)
	}
	for word := range strings.FieldsSeq(words) {
		said = append(append(said, ' '), word...)
	}
	references(p, func(from int, to string) {
		if !slices.ContainsFunc(additions, func(a addition) bool { return a.isReference(p, from, to) }) {
			said = append(append(said, ' '), to...)
		}
	})
	return said
}

// altered lists the texts of a side that a mark does not have; all of them
// where it says nothing of each.
func (s Side) altered(was mark) (texts []*site.Passage) {
	var left []string
	for old := range slices.Chunk([]byte(was.texts), markLetters) {
		left = append(left, string(old))
	}
	for _, p := range s.Texts {
		if i := slices.Index(left, markOf(p)); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			texts = append(texts, p)
		}
	}
	return texts
}

// markLetters is how long the hash of a text is in a mark.
const markLetters = 4

func markOf(p *site.Passage) string { return hashOfSaid(appendSaid(nil, p, nil), markLetters/2) }

// weight returns what the texts say beside their wording, 16 bits each: of
// their facts, and of their words in whatever order.
func (s Side) weight() string {
	var facts, words []string
	for _, f := range s.reader().Facts(s.Texts) {
		if !f.IsLoose() {
			facts = append(facts, f.Kind+" "+f.Key)
		}
	}
	for _, p := range s.Texts {
		for range s.reader().shared.Find(p.Text) {
			facts = append(facts, "or")
		}
		words = append(words, strings.Fields(text.Fold(p.Text))...)
	}
	return hashOf(facts) + hashOf(words)
}

// hashOf returns 16 bits of words in whatever order.
func hashOf(words []string) string {
	slices.Sort(words)
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return hex.EncodeToString(sum[:2])
}

// weighs reports whether a text changed in what it says: other facts, or
// the same words in another order.
func (s Side) weighs(was string) bool {
	if was == "" {
		return false
	}
	is := s.weight()
	return was[:4] != is[:4] || was[4:] == is[4:]
}

func (s Side) mark() mark {
	is := mark{hash: s.hash(), weight: s.weight()}
	for _, p := range s.Texts {
		is.texts += markOf(p)
	}
	return is
}

// Marks returns what the state says of a pair that is each other's
// translation.
func (p Pair) Marks() string { return p.Lead.mark().String() + "-" + p.Other.mark().String() }

// A Drift is a pair of which a text changed since somebody last said that
// the one translates the other.
type Drift struct {
	Pair
	Was                       string // the marks of that moment; "" when there was none
	LeadChanged, OtherChanged bool
	Weighs                    bool // both changed, and not only in their wording

	Words []Word // where one changed and it was asked for: those for which the other has nothing
}

// Since returns what changed of a pair since its marks were these.
func (p Pair) Since(marks string) Drift {
	if marks == "" {
		return Drift{Pair: p, LeadChanged: true, OtherChanged: true}
	}
	theirs, ours := marksOf(marks)
	d := Drift{Pair: p, Was: marks, LeadChanged: theirs.hash != p.Lead.hash(), OtherChanged: ours.hash != p.Other.hash()}
	if !d.LeadChanged || !d.OtherChanged {
		return d
	}
	ledTo, led := p.Lead.added(theirs.hash)
	otherTo, followed := p.Other.added(ours.hash)
	alike := len(ledTo) > 0 && slices.Equal(ledTo, otherTo)
	if led == addresses { // of addresses alone, the same in both, there is nothing to compare
		d.LeadChanged = followed == addresses && !alike
	}
	if followed == addresses {
		d.OtherChanged = led == addresses && !alike
	}
	d.Weighs = d.LeadChanged && d.OtherChanged && !alike && p.Lead.weighs(theirs.weight) && p.Other.weighs(ours.weight)
	return d
}

// What was added to a text, as far as that can be told from what is left
// without it.
const (
	unexplained = iota
	pointers    // words that lead to other pages, records of a block, and addresses
	addresses   // of links, on words that stood there
)

// addition is a reference on words that stood there, a record that a block
// shows, or words with a link to another page: a sentence, one after a question, the end of one, what
// it lists, or a whole text.
type addition struct {
	in   *site.Passage
	from int    // where the reference stands
	to   string // what it leads to
	cuts []cut  // the words, none of a reference
}

// cut is a part of a text that was added, and what stood there before.
type cut struct {
	text.Range
	was string
}

func (a addition) isReference(in *site.Passage, from int, to string) bool {
	return len(a.cuts) == 0 && a.in == in && a.from == from && a.to == to
}

// added returns where additions lead without which a side has a hash, and
// what they are: at most two, of which all references to one thing are one,
// and all of the side too.
func (s Side) added(hash string) (to []string, what int) {
	var all [][]addition
	var marks []addition
	same := map[string][]addition{}
	for _, p := range s.Texts {
		references(p, func(from int, to string) {
			r := addition{in: p, from: from, to: to}
			all, marks, same[to] = append(all, []addition{r}), append(marks, r), append(same[to], r)
		})
	}
	for _, many := range same {
		if len(many) > 1 {
			all = append(all, many)
		}
	}
	all = append(all, marks)
	for _, p := range s.Texts {
		for _, words := range pointersIn(p) {
			all = append(all, []addition{words})
		}
	}
	for i, one := range all {
		if to, what := s.addedAll(hash, one); what != unexplained {
			return to, what
		}
		for _, two := range all[:min(i, mostPairs)] {
			if to, what := s.addedAll(hash, slices.Concat(two, one)); what != unexplained {
				return to, what
			}
		}
	}
	return nil, unexplained
}

// mostPairs bounds with how many others each addition is tried.
const mostPairs = 60

func (s Side) addedAll(hash string, additions []addition) (to []string, what int) {
	if len(additions) == 0 || s.hashWithout(additions) != hash {
		return nil, unexplained
	}
	what = addresses
	for _, a := range additions {
		to = append(to, a.to)
		if len(a.cuts) > 0 {
			what = pointers
		}
	}
	slices.Sort(to)
	return to, what
}

// references visits what a text refers to.
func references(p *site.Passage, visit func(from int, to string)) {
	links(p, func(_, to string, at text.Range) {
		if scheme, _ := md.SplitDest(to); site.SchemeKinds[scheme] != "" {
			visit(at.From, to)
		}
	})
}

// pointersIn returns the words of a text that lead to other pages, and the
// records that a block shows.
func pointersIn(p *site.Passage) (all []addition) {
	if ids, ok := strings.CutPrefix(p.Text, "ids: ["); ok && p.Kind == "line" {
		all = append(all, addition{in: p, to: p.Text, cuts: []cut{{Range: text.Range{To: len(p.Text)}}}})
		from := len(p.Text) - len(ids)
		for id := range strings.SplitSeq(strings.TrimSuffix(ids, "]"), ", ") {
			at := text.Range{From: from, To: min(len(p.Text)-1, from+len(id+", "))} // the last has its comma before it
			if from += len(id + ", "); from > len(p.Text) {
				at.From -= len(", ")
			}
			all = append(all, addition{in: p, to: id, cuts: []cut{{Range: at}}})
		}
		return all
	}
	if p.Para == nil {
		return nil
	}
	var before []text.Range // the links of the text so far
	for _, i := range p.Para.Links {
		l := &p.Page.Doc.Links[i]
		if l.IsMark() {
			continue // its words are no part of the text
		}
		at := text.Range{From: l.Offset, To: min(len(p.Text), l.Offset+len(l.Text))}
		before = append(before, at)
		if scheme, _ := md.SplitDest(l.Dest); scheme != "" {
			continue
		}
		add := func(cuts ...cut) { all = append(all, addition{in: p, from: at.From, to: l.Dest, cuts: cuts}) }
		sentence := p.SentenceAt(at.From)
		sentence = text.Range{From: min(sentence.From, at.From), To: max(sentence.To, at.To)}
		add(cut{Range: text.Range{From: 0, To: len(p.Text)}})
		add(cut{Range: sentence})
		if sentence.From > 0 {
			if asked := p.SentenceAt(sentence.From - 1); text.IsQuestion(strings.TrimSpace(asked.Of(p.Text))) {
				add(cut{Range: text.Range{From: asked.From, To: sentence.To}})
			}
		}
		if clause := strings.LastIndexAny(p.Text[sentence.From:at.From], ",;:"); clause >= 0 {
			from := sentence.From + clause
			add(cut{Range: text.Range{From: from, To: at.To}})
			if strings.HasPrefix(p.Text[at.To:], ",") {
				add(cut{Range: text.Range{From: from, To: at.To + 1}})
			}
		}
		if n := len(before); n >= 3 { // "a, b and c" was "a and b"
			comma, joint := before[n-3].To, before[n-2].To
			if word, _, ok := strings.Cut(strings.TrimPrefix(p.Text[joint:at.From], " "), " "); ok && sentence.From <= comma && strings.HasPrefix(p.Text[comma:], ",") {
				add(cut{text.Range{From: comma, To: comma + 1}, " " + word}, cut{Range: text.Range{From: joint, To: at.To}})
			}
		}
	}
	return all
}

// without returns a text as it was before some additions.
func without(p *site.Passage, additions []addition) string {
	var cuts []cut
	for _, a := range additions {
		if a.in == p {
			cuts = append(cuts, a.cuts...)
		}
	}
	var b strings.Builder
	for i := range len(p.Text) {
		gone := false
		for _, c := range cuts {
			if gone = gone || c.From <= i && i < c.To; i == c.From {
				b.WriteString(c.was)
			}
		}
		if !gone {
			b.WriteByte(p.Text[i])
		}
	}
	return b.String()
}

// Drifted returns the pairs that drifted, and those that nobody compared
// yet.
func (s State) Drifted(pairs []Pair) (drifted []Drift) {
	for _, p := range pairs {
		if d := p.Since(s[p.Place][p.Other.Lang]); d.LeadChanged || d.OtherChanged {
			drifted = append(drifted, d)
		}
	}
	return drifted
}

// Leading returns the side that changed, and the one that is to follow it.
// Of two that changed, neither leads, and the language of the site stands
// first.
func (d Drift) Leading() (leads, follows Side) {
	if d.OtherChanged && !d.LeadChanged {
		return d.Other, d.Lead
	}
	return d.Lead, d.Other
}

// At returns where the text begins that is to follow.
func (d Drift) At() diag.Position {
	leads, follows := d.Leading()
	if len(follows.Texts) == 0 {
		return leads.At()
	}
	if changed := d.altered(); len(changed) > 0 {
		first := Drift{Pair: changed[0], LeadChanged: d.LeadChanged, OtherChanged: d.OtherChanged}
		_, follows = first.Leading()
	}
	return follows.At()
}

// altered returns the texts of the side that leads that changed, each with
// the one that is to follow it, or with all that are where they are not as
// many.
func (d Drift) altered() (all []Pair) {
	leads, follows := d.Leading()
	was, other := marksOf(d.Was)
	if leads.Lang == d.Other.Lang {
		was = other
	}
	for _, p := range leads.altered(was) {
		one, to := leads, follows
		one.Texts = []*site.Passage{p}
		if i := slices.Index(leads.Texts, p); len(leads.Texts) == len(follows.Texts) {
			to.Texts = follows.Texts[i : i+1]
		}
		if leads.Lang == d.Other.Lang {
			one, to = to, one
		}
		all = append(all, Pair{d.Place, one, to})
	}
	return all
}

// String tells the drift in a line.
func (d Drift) String() string {
	leads, follows := d.Leading()
	switch {
	case d.Was == "":
		return fmt.Sprintf("%s in languages %q and %q: nobody said that one translates the other", d.Place, leads.Lang, follows.Lang)
	case d.Weighs:
		return fmt.Sprintf("%s changed in languages %q and %q, and not only its wording", d.Place, leads.Lang, follows.Lang)
	case d.LeadChanged && d.OtherChanged:
		return fmt.Sprintf("%s changed in languages %q and %q", d.Place, leads.Lang, follows.Lang)
	}
	if len(d.Words) > 0 {
		return fmt.Sprintf("%s changed in language %q, not in %q: nothing is there for %s", d.Place, leads.Lang, follows.Lang, listed(d.Words))
	}
	return fmt.Sprintf("%s changed in language %q, not in %q", d.Place, leads.Lang, follows.Lang)
}

// Lines returns the texts of a side, one a line.
func (s Side) Lines() string {
	var b strings.Builder
	for _, p := range s.Texts {
		b.WriteString(strings.Join(strings.Fields(p.Text), " ") + "\n")
	}
	return b.String()
}

// IsAt reports whether a side is what the marks say of it.
func (s Side) IsAt(marks string, leads bool) bool {
	was, other := marksOf(marks)
	if !leads {
		was = other
	}
	return s.hash() == was.hash
}

const stateHead = `# yaml-language-server: $schema=../tools/internal/schema/list-translated.json
# Which texts translate each other, as hashes. Written by wijzer translations; do not edit.
sections:
`

// YAML returns the state as the text of its file: a list, of which the YAML
// library takes as long as it is, which it does not of keys.
func (s State) YAML() []byte {
	b := bytes.NewBufferString(stateHead)
	for _, place := range slices.Sorted(maps.Keys(s)) {
		for _, lang := range slices.Sorted(maps.Keys(s[place])) {
			fmt.Fprintf(b, "  - %q\n", place+" "+lang+" "+s[place][lang])
		}
	}
	return b.Bytes()
}
