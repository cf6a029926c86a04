package between

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// Difference is facts of one kind in which the texts of a pair differ.
type Difference struct {
	Kind
	Pair
	Theirs, Ours []Fact // what the language that leads has more of, and the other

	elsewhere Fact // what it is told from, in another pair
}

// Differences returns where the languages of a site differ.
func Differences(s *site.Site) (all []Difference) {
	c := newComparer(s)
	for lead, page := range s.Translations() {
		all = append(all, c.compare(onPage(lead, page), onPage(page, lead))...)
	}
	for _, lang := range s.Languages[1:] {
		lead, other := inInterface(s, s.DefaultLanguage(), lang), inInterface(s, lang, s.DefaultLanguage())
		all = append(all, c.worded().compare(lead, other)...)
	}
	for _, r := range s.Records {
		for _, lang := range s.Languages[1:] {
			all = append(all, c.compare(inRecord(r, s.DefaultLanguage()), inRecord(r, lang))...)
		}
	}
	return slices.Concat(all, c.usage.differences(c), c.names.differences(c))
}

// comparer compares texts of the languages of a site.
type comparer struct {
	readers map[string]*Reader
	kinds   map[string][]Kind // by language: what it can be compared in with the one that leads
	usage   *usage            // of the whole site; nil where that says nothing
	names   *names            // so too
}

// compares reports whether a language can be compared in a kind with the
// one that leads.
func (c *comparer) compares(lang, kind string) bool {
	return slices.ContainsFunc(c.kinds[lang], func(k Kind) bool { return k.Name == kind })
}

func newComparer(s *site.Site) *comparer {
	c := &comparer{map[string]*Reader{}, map[string][]Kind{}, newUsage(s), &names{}}
	for _, lang := range s.Languages {
		c.readers[lang] = NewReader(s.Lexicon(lang))
	}
	for _, k := range Kinds {
		with, _ := k.Languages(s)
		for _, lang := range with {
			if slices.Contains(with, s.DefaultLanguage()) {
				c.kinds[lang] = append(c.kinds[lang], k)
			}
		}
	}
	return c
}

// worded compares in words alone: labels count and date things each in
// their way.
func (c *comparer) worded() *comparer {
	only := &comparer{c.readers, map[string][]Kind{}, nil, nil}
	for lang, kinds := range c.kinds {
		only.kinds[lang] = slices.DeleteFunc(slices.Clone(kinds), func(k Kind) bool { return k.Built })
	}
	return only
}

// compare returns the differences between two bodies.
func (c *comparer) compare(lead, other *body) (found []Difference) {
	for _, pair := range pairs(lead, other) {
		if pair.same() {
			continue
		}
		c.usage.add(pair)
		c.names.add(pair)
		theirs, ours := c.facts(pair)
		for _, k := range c.kinds[other.Lang] {
			if d := k.compare(pair, theirs, ours); len(d.Theirs)+len(d.Ours) > 0 {
				found = append(found, d)
			}
		}
	}
	return withoutCounted(found)
}

// facts returns what both sides say. An "or" that both have beside a
// negation answers for none.
func (c *comparer) facts(pair Pair) (theirs, ours []Fact) {
	theirs, ours = c.said(pair.Lead), c.said(pair.Other)
	a, b := c.readers[pair.Lead.Lang].sharedIn(theirs), c.readers[pair.Other.Lang].sharedIn(ours)
	both := min(len(a), len(b))
	theirs, ours = answered(theirs, ours)
	return append(theirs, a[both:]...), append(ours, b[both:]...)
}

// each is the meaning of words that answer for each other before they
// answer for others of their kind: a risk of harm in both texts is no
// answer to a "may" that one of them has beside it.
const each = "each" + loose

// answered returns two texts' facts without those words, as far as both
// have them.
func answered(theirs, ours []Fact) (a, b []Fact) {
	isEach := func(f Fact) bool { return f.Key == each }
	if !slices.ContainsFunc(theirs, isEach) || !slices.ContainsFunc(ours, isEach) { // as in most
		return theirs, ours
	}
	words := func(facts []Fact) []Fact {
		return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return !isEach(f) })
	}
	mine, other := words(theirs), words(ours)
	both := min(len(mine), len(other))
	without := func(facts, gone []Fact) []Fact {
		return slices.DeleteFunc(facts, func(f Fact) bool {
			return slices.ContainsFunc(gone, func(g Fact) bool { return f.Kind == g.Kind && f.passage == g.passage && f.written == g.written })
		})
	}
	return without(theirs, mine[:both]), without(ours, other[:both])
}

func (c *comparer) said(side Side) []Fact {
	facts := c.readers[side.Lang].Facts(side.Texts)
	for i, f := range facts {
		if f.Kind == negation && !f.IsLoose() && isAsked(f) {
			facts[i].Key += loose
		}
	}
	return append(facts, side.facts...)
}

// isAsked reports whether a fact stands in a question of running text,
// which denies nothing: "Not sure?" is "Do you doubt?". In a block a
// question is asked of readers.
func isAsked(f Fact) bool {
	return f.passage.Para != nil && text.IsQuestion(f.passage.SentenceAt(f.written.From).Of(f.passage.Text))
}

func (k Kind) compare(pair Pair, theirs, ours []Fact) Difference {
	if k.Name == relation {
		return crossed(k, pair, inOrder(theirs), inOrder(ours))
	}
	a, b := k.of(theirs), k.of(ours)
	if k.Opposed {
		return opposed(k, pair, a, b)
	}
	d := Difference{Kind: k, Pair: pair, Theirs: surplus(a, b), Ours: surplus(b, a)}
	if k.Name == negation && denials(a) == denials(b) {
		isNever := func(f Fact) bool { return f.Key == "never" }
		d.Theirs, d.Ours = slices.DeleteFunc(d.Theirs, isNever), slices.DeleteFunc(d.Ours, isNever)
	}
	if k.Exchanged && !another(a, b) {
		d.Theirs, d.Ours = nil, nil
	}
	if k.Ordered && len(d.Theirs)+len(d.Ours) == 0 {
		d.Theirs, d.Ours = disorder(settled(a), settled(b))
		d.Severity = diag.Warning // sentences may be turned round
	}
	return d
}

// denials counts what a text denies: what one says shall never be done, the
// other may say shall not.
func denials(facts []Fact) (n int) {
	for _, f := range facts {
		if f.Key == "not" || f.Key == "never" {
			n++
		}
	}
	return n
}

// another reports whether each of two texts says something of a kind that
// the other does not, if only loosely.
func another(a, b []Fact) bool {
	lacks := func(facts []Fact) func(Fact) bool {
		return func(f Fact) bool {
			name := strings.TrimSuffix(f.Key, loose)
			return !says(facts, name) && !says(facts, name+loose)
		}
	}
	return slices.ContainsFunc(a, lacks(b)) && slices.ContainsFunc(b, lacks(a))
}

// opposed tells where one text says something and the other its opposite,
// and neither says both; of what is denied, where they have nothing in
// common.
func opposed(k Kind, pair Pair, a, b []Fact) Difference {
	d := Difference{Kind: k, Pair: pair}
	if k.Name == denied {
		common := func(f Fact) bool { return says(b, f.Key) }
		if len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, common) {
			d.Theirs, d.Ours = a, b
		}
		return d
	}
	for _, f := range a {
		i := slices.IndexFunc(b, func(g Fact) bool { return !f.IsLoose() && g.Key == Opposite(f.Key) })
		if i >= 0 && !says(a, b[i].Key) && !says(b, f.Key) {
			d.Theirs, d.Ours = append(d.Theirs, f), append(d.Ours, b[i])
		}
	}
	return d
}

// named are the kinds of things of which the order is compared.
var named = []string{relation, "party", "person", "helper", "office", "unit"}

// isJoint reports whether it is no thing, but joins two. What "or" joins
// changes places in translation.
func (f Fact) isJoint() bool { return f.Kind == relation && (f.Key == "and" || f.Key == "or") }

// inOrder returns the things that a text names once, and joints, links and
// numbers, in order. The name of a contact is no thing.
func inOrder(facts []Fact) (all []Fact) {
	times := map[string]int{}
	for _, f := range facts {
		isNamed := slices.Contains(named, f.Kind) && !f.inContact()
		if f.Key = strings.TrimSuffix(f.Key, loose); isNamed {
			f.Kind = relation
		}
		if isNamed || f.Kind == link || f.Kind == number {
			all = append(all, f)
			times[f.Key]++
		}
	}
	slices.SortStableFunc(all, func(a, b Fact) int { return a.written.From - b.written.From })
	return slices.DeleteFunc(all, func(f Fact) bool { return times[f.Key] > 1 && !f.isJoint() })
}

func (f Fact) isThing() bool { return f.Kind == relation && !f.isJoint() }

func (f Fact) inContact() bool {
	if f.passage.Para == nil {
		return false
	}
	link := f.passage.Page.Doc.LinkAt(f.passage.Para, f.written.From)
	return link != nil && link.IsTo("contact")
}

// crossed tells two things that each text names in two parts, the one in
// another order than the other (within a part languages differ), or that
// another word joins.
func crossed(k Kind, pair Pair, a, b []Fact) Difference {
	for i, f := range a {
		m := slices.IndexFunc(b, f.isAlike)
		for j := range i {
			n := slices.IndexFunc(b, a[j].isAlike)
			if f.isThing() && a[j].isThing() && 0 <= m && m < n && areApart(a[j:i+1]) && areApart(b[m:n+1]) {
				return Difference{Kind: k, Pair: pair, Theirs: []Fact{a[j], f}, Ours: []Fact{b[m], b[n]}}
			}
			if i-j == 2 && n >= 0 && m-n == 2 && areJoined(a[j:i+1]) && areJoined(b[n:m+1]) && !a[j+1].isAlike(b[n+1]) {
				return Difference{Kind: k, Pair: pair, Theirs: a[j+1 : i], Ours: b[n+1 : m]}
			}
		}
	}
	return Difference{Kind: k, Pair: pair}
}

func (f Fact) isAlike(g Fact) bool { return f.Key == g.Key }

// areApart reports whether the first and the last of some things stand in
// two parts of a text: languages put clauses in another order, so a comma
// parts nothing.
func areApart(all []Fact) bool {
	f, g := all[0], all[len(all)-1]
	if f.passage != g.passage || f.written.To > g.written.From {
		return false
	}
	isAnd := func(h Fact) bool { return h.isJoint() && h.Key == "and" }
	return slices.ContainsFunc(all, isAnd) || strings.ContainsAny(f.passage.Text[f.written.To:g.written.From], ";:.?!")
}

// areJoined reports whether of three the second joins the others, with a
// word or two beside it.
func areJoined(all []Fact) bool {
	return all[1].isJoint() && !all[0].isJoint() && !all[2].isJoint() && all[0].passage == all[2].passage && all[0].written.To <= all[2].written.From &&
		len(strings.Fields(all[0].passage.Text[all[0].written.To:all[2].written.From])) <= 3
}

// Opposite returns the key of what says the opposite.
func Opposite(key string) string {
	if of, ok := strings.CutPrefix(key, against); ok {
		return of
	}
	return against + key
}

func says(facts []Fact, key string) bool {
	return slices.ContainsFunc(facts, func(f Fact) bool { return f.Key == key })
}

// settled returns the facts whose order languages share: no loose words,
// and no years, which move with when something happened.
func settled(facts []Fact) []Fact {
	return slices.DeleteFunc(facts, func(f Fact) bool {
		return strings.HasSuffix(f.Key, loose) || f.Kind == number && len(f.Key) == len("2006")
	})
}

// disorder returns what two texts say in another order, from the first on:
// none where they do not say the same.
func disorder(a, b []Fact) (theirs, ours []Fact) {
	if len(surplus(a, b))+len(surplus(b, a)) > 0 {
		return nil, nil
	}
	for i := range a {
		if a[i].Key != b[i].Key {
			return a[i:], b[i:]
		}
	}
	return nil, nil
}

// surplus returns what mine has more often than theirs. Loose words of
// theirs answer for a meaning; those of mine need no answer.
func surplus(mine, theirs []Fact) (more []Fact) {
	if len(mine) == 0 {
		return nil
	}
	left := map[string]int{}
	for _, f := range theirs {
		left[strings.TrimSuffix(f.Key, loose)]++
	}
	for _, f := range mine {
		if strings.HasSuffix(f.Key, loose) {
			continue
		}
		if left[f.Key]--; left[f.Key] < 0 {
			more = append(more, f)
		}
	}
	return more
}

// withoutCounted leaves out the references that a page has more of than its
// translation: another rule counts those, section by section. What remains
// is those that moved.
func withoutCounted(found []Difference) []Difference {
	theirs, ours := map[string]bool{}, map[string]bool{}
	for _, d := range found {
		note(theirs, d.Theirs)
		note(ours, d.Ours)
	}
	counted := func(there map[string]bool) func(Fact) bool {
		return func(f Fact) bool {
			scheme, _ := md.SplitDest(f.Key)
			return f.Kind == link && site.SchemeKinds[scheme] != "" && !there[f.Kind+f.Key]
		}
	}
	for i := range found {
		found[i].Theirs = slices.DeleteFunc(found[i].Theirs, counted(ours))
		found[i].Ours = slices.DeleteFunc(found[i].Ours, counted(theirs))
	}
	return slices.DeleteFunc(found, func(d Difference) bool { return len(d.Theirs)+len(d.Ours) == 0 })
}

// note adds what facts say to what is there.
func note(there map[string]bool, facts []Fact) {
	for _, f := range facts {
		there[f.Kind+f.Key] = true
	}
}

// IsExact reports whether what differs can be told without doubt, whatever
// the words around it: digits, links, fields of front matter, how many
// texts stand in a place. Of words a language may need another, or none.
func (d Difference) IsExact() bool {
	switch d.Name {
	case field, shape:
		return true
	case link:
		return !d.isOrder()
	case number, date:
		return !d.isOrder() && (slices.ContainsFunc(d.Theirs, Fact.hasDigit) || slices.ContainsFunc(d.Ours, Fact.hasDigit))
	}
	return false
}

// isOrder reports whether both texts say the same, in another order.
func (d Difference) isOrder() bool {
	return d.Ordered && len(d.Theirs) == len(d.Ours) && len(surplus(d.Theirs, d.Ours)) == 0
}

// OfUse reports whether a difference is one from what the translations of
// other texts are.
func (d Difference) OfUse() bool { return d.Name == sentence || d.Name == compound }

// String tells the difference, as seen from where At is.
func (d Difference) String() string {
	here, there := d.Other, d.Lead
	if len(d.Ours) == 0 {
		here, there = d.Lead, d.Other
	}
	switch {
	case d.Name == sentence:
		return fmt.Sprintf("sentence %q stands at %s too, and the translations are not alike", text.Head(d.At().String()), d.elsewhere.At())
	case d.Name == compound:
		return fmt.Sprintf("compound %q stands nowhere else, and %q is translated so, at %s", d.At(), d.elsewhere, d.elsewhere.At())
	case d.Name == relation && len(d.Ours) > 1:
		return fmt.Sprintf("%s %q before %q, and %s has it behind %q", d.Name, d.Ours[0], d.Ours[1], d.Theirs[0].At(), d.Theirs[0])
	case d.Name == shape:
		return fmt.Sprintf("%s: %d here, %d in %s", d.Place, len(here.Texts), len(there.Texts), there.At())
	case len(d.Theirs) > 0 && len(d.Ours) > 0:
		return fmt.Sprintf("%s %q, where %s has %q", d.Name, d.Ours[0], d.Theirs[0].At(), d.Theirs[0])
	}
	return fmt.Sprintf("%s %q, which %s in %s has not", d.Name, d.At(), d.Place, there.At())
}

// At returns the fact at whose place the difference is reported: where only
// the language that leads has something, that.
func (d Difference) At() Fact {
	if len(d.Ours) > 0 {
		return d.Ours[0]
	}
	return d.Theirs[0]
}
