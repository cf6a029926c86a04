package check

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// Words returns lists of the lexicons, ready to be found, by language.
func (p *Pass) Words(lists ...string) map[string]*text.Phrases {
	return site.ByLanguage(p.Site, func(lang string) *text.Phrases { return p.Lexicon(lang).Words(lists...) })
}

// phrases returns a list of the lexicons as it stands there, by language.
func (p *Pass) phrases(list string) map[string][]string {
	return site.ByLanguage(p.Site, func(lang string) []string { return p.Lexicon(lang).Phrases(list) })
}

// asWritten returns a list of the lexicons, ready to be found as it stands
// there, by language: the index of a phrase is that in the list.
func (p *Pass) asWritten(list string) map[string]*text.Phrases {
	return site.ByLanguage(p.Site, func(lang string) *text.Phrases { return text.NewPhrases(p.Lexicon(lang).Phrases(list)) })
}

// wordSets returns a list of the lexicons as sets in lower case, by
// language.
func (p *Pass) wordSets(list string) map[string]map[string]bool {
	return site.ByLanguage(p.Site, func(lang string) map[string]bool { return text.Set(p.Lexicon(lang).Phrases(list)) })
}

// wordLists returns a list of words with advice, by language.
func (p *Pass) wordLists(list string) map[string]*site.WordList {
	return site.ByLanguage(p.Site, func(lang string) *site.WordList { return p.Lexicon(lang).WordList(list) })
}

// Said visits the passages, and the texts of the interface and the
// configuration: buttons and doors advise too.
func (p *Pass) Said() iter.Seq[*site.Passage] {
	return site.Chain(p.Passages(), p.AllKeyed())
}

// Together visits the sentences in the site's own words, but for those
// about the site itself, that hold a word of every list, with the first
// word of each. A list is one of the lexicon's, or several with spaces
// between their names; a sentence with a word of the list unless is left
// alone, but for one with a word of the list except: "not, except one".
func (p *Pass) Together(unless string, lists ...string) iter.Seq2[*site.Passage, []text.Mention] {
	return p.cooccurring(unless, "", lists)
}

// Urged is Together for what somebody is told to do, the first of the
// lists: a word that denies, advises against it or says that nobody is told
// to do it counts in the clause of that word, and not elsewhere in the
// sentence. What stands among what not to do is not urged.
func (p *Pass) Urged(lists ...string) iter.Seq2[*site.Passage, []text.Mention] {
	isDont := p.dontsAbove()
	return func(yield func(*site.Passage, []text.Mention) bool) {
		for t, words := range p.cooccurring("negation ruled_out not_told", "joints", lists) {
			if !isDont(t) && p.isAdvice(t) && !yield(t, words) {
				return
			}
		}
	}
}

// dontsAbove returns what reports whether an item of a list or a cell
// stands under words that deny or advise against what it names: in its
// heading, in the line that leads to the list with a colon, or at the head
// of its column.
func (p *Pass) dontsAbove() func(*site.Passage) bool {
	deny, except := p.Words("negation", "ruled_out"), p.Words("except")
	return func(t *site.Passage) bool {
		above := headOf(t)
		return above != "" && deny[t.Lang].Has(above) && !except[t.Lang].Has(above)
	}
}

// headOf returns what heads an item of a list or a cell: "" for what is
// neither.
func headOf(t *site.Passage) (above string) {
	switch {
	case t.Para == nil:
		return ""
	case t.Kind == "cell":
		return t.Para.Column
	case t.Para.Kind != "item":
		return ""
	case t.Para.Heading >= 0:
		above = t.Page.Doc.Headings[t.Para.Heading].Text
	}
	for i := range t.Page.Doc.Paragraphs {
		q := &t.Page.Doc.Paragraphs[i]
		if q == t.Para {
			break
		}
		if q.Kind == "paragraph" && q.Heading == t.Para.Heading && strings.HasSuffix(q.Text, ":") {
			above += " " + q.Text
		}
	}
	return above
}

// cooccurrence looks for words of every list, each one of the lexicon's or
// several, without one of unless.
func cooccurrence(x *site.Lexicon, unless string, lists ...string) *text.Cooccurrence {
	c := &text.Cooccurrence{Unless: x.Words(strings.Fields(unless)...)}
	for _, list := range lists {
		c.Lists = append(c.Lists, x.Words(strings.Fields(list)...))
	}
	return c
}

func (p *Pass) cooccurring(unless, joints string, lists []string) iter.Seq2[*site.Passage, []text.Mention] {
	by := map[string]*text.Cooccurrence{}
	for _, lang := range p.Languages {
		by[lang] = cooccurrence(p.Lexicon(lang), unless, lists...)
		by[lang].Except = p.Lexicon(lang).Words("except")
		if joints != "" {
			by[lang].Joints = p.Lexicon(lang).Phrases(joints)
		}
	}
	return func(yield func(*site.Passage, []text.Mention) bool) {
		for t := range p.Said() {
			for words := range by[t.Lang].Find(t.Text, t.IsCode) {
				if !p.IsColophon(t.Page) && !yield(t, words) {
					return
				}
			}
		}
	}
}

// claims lists the mentions in a text that stand in sentences without a
// word that leaves it open.
func claims(t *site.Passage, words, open *text.Phrases) []text.Mention {
	isOpen := once(func(s text.Range) bool { return open.Has(s.Of(t.Text)) })
	return slices.DeleteFunc(words.Find(t.Text), func(m text.Mention) bool {
		return isOpen(t.SentenceAt(m.From)) || t.IsCode(m.From)
	})
}

// firstFrom returns the first of the mentions in a text that begins at a
// place or after it.
func firstFrom(found []text.Mention, at int) (text.Mention, bool) {
	i, _ := slices.BinarySearchFunc(found, at, func(m text.Mention, at int) int { return cmp.Compare(m.From, at) })
	if i == len(found) {
		return text.Mention{}, false
	}
	return found[i], true
}

// typedNumber is that of an item.
var typedNumber = regexp.MustCompile(`^([0-9]{1,2})\. `)

// often is how many times as often the others must do something else, for
// one to be the odd one out.
const often = 3

// pressGrade is the grade of what journalists make.
const pressGrade = "press"

// publishers returns who brings out the sources of a grade, "" for any.
func publishers(p *Pass, grade string) *text.Phrases {
	var names []string
	for _, s := range p.Sources() {
		if (grade == "" || s.Grade == grade) && s.Publisher != "" {
			names = append(names, s.Publisher)
		}
	}
	slices.Sort(names)
	return text.NewPhrases(slices.Compact(names))
}

// knownNames returns the names of makers of sources, contacts and terms.
func knownNames(p *Pass) string {
	var b strings.Builder
	add := func(names ...string) {
		for _, name := range names {
			b.WriteString(text.Fold(name) + "\n")
		}
	}
	for _, s := range p.Sources() {
		add(s.Makers()...)
		for _, author := range s.Author {
			add(author.Given + " " + author.Family)
		}
	}
	for _, c := range p.Contacts() {
		add(slices.Collect(maps.Values(c.Name))...)
	}
	for entry := range p.Entries() {
		add(entry.Names()...)
	}
	return b.String()
}

// monthAfter reads the month and year that a text begins with, a day before
// them left aside, as 2006-01; "" for none.
func monthAfter(s string, months []string) string {
	words := strings.Fields(strings.Trim(s, " "))
	if len(words) > 0 && text.Digits(words[0]) == words[0] {
		words = words[1:]
	}
	for i, name := range months {
		if len(words) > 1 && strings.EqualFold(name, words[0]) && len(text.Digits(words[1])) == len("2006") {
			return fmt.Sprintf("%s-%02d", text.Digits(words[1]), i+1)
		}
	}
	return ""
}

// agree reports whether two dates are one, or the one is a part of the
// other: 2006-01 of 2006.
func agree(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// yearsIn lists the years that a text names.
func yearsIn(s string) (years []string) {
	for _, n := range text.Numerals(s) {
		if digits := n.Of(s); len(digits) == 4 && (strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20")) {
			years = append(years, digits)
		}
	}
	return years
}

// isTyped reports whether a place of a text is the editor's own: not in a
// link to a record, whose rules read the text of the link.
func isTyped(t *site.Passage, offset int) bool {
	if t.Para == nil {
		return true
	}
	link := t.Page.Doc.LinkAt(t.Para, offset)
	return link == nil || md.IsPageLink(link.Dest)
}

// whatNow is the part of a page that says what one can do.
const whatNow = "what-now"

// verify is the field of a record that says what nobody looked up.
const verify = "verify"

// practiceTypes are the page types that say what to do or what to see.
var practiceTypes = []string{"guidance", "signal"}

// maxShort is the length of the longest short number; longer ones are found
// by their form.
const maxShort = 6

// contactsByPhone returns the contact that has a number, by its digits; ""
// where several have it.
func contactsByPhone(p *Pass) map[string]string {
	owner := map[string]string{}
	for _, c := range p.Contacts() {
		for _, number := range c.Phones() {
			read := p.ReadPhone(c, number)
			for _, form := range []string{number, read.Shown, read.Dialled} {
				id, known := owner[text.Digits(form)]
				if known && id != c.ID {
					owner[text.Digits(form)] = ""
				} else {
					owner[text.Digits(form)] = c.ID
				}
			}
		}
	}
	return owner
}

// contactsIn lists the contacts that a part of a text links to, or has the
// name or a number of.
func contactsIn(p *Pass, t *site.Passage, part text.Range) []*site.Contact {
	if p.asked.passage != t || p.asked.part != part {
		p.asked.passage, p.asked.part, p.asked.found = t, part, namedIn(p, t, part)
	}
	return p.asked.found
}

func namedIn(p *Pass, t *site.Passage, part text.Range) (found []*site.Contact) {
	linked := map[string]bool{}
	for id, link := range t.References("contact") {
		linked[id] = linked[id] || part.Holds(link.Offset)
		if linked[id] && p.Contact(id) == nil {
			return nil // what its record says nobody knows, and another rule says that
		}
	}
	for _, c := range p.Contacts() {
		if linked[c.ID] || text.HoldsAny(part.Of(t.Text), p.namesOf(c, t.Lang)) {
			found = append(found, c)
		}
	}
	return found
}

// namesOf lists what a contact is called in a language, and its numbers.
func (p *Pass) namesOf(c *site.Contact, lang string) []string {
	names, known := p.called[lang+" "+c.ID]
	if !known {
		name, _, _ := strings.Cut(c.Name.In(lang), "(")
		names = []string{text.Normal(name)}
		for _, number := range c.Phones() {
			names = append(names, number, p.ReadPhone(c, number).Shown)
		}
		if p.called == nil {
			p.called = map[string][]string{}
		}
		p.called[lang+" "+c.ID] = names
	}
	return names
}

// citedBy lists the sources that a paragraph cites: none when one is not
// there, of which nobody knows what it says.
func citedBy(p *Pass, t *site.Passage) (cited []*site.Source) {
	for id := range t.References("cite") {
		source := p.Source(id)
		if source == nil {
			return nil
		}
		cited = append(cited, source)
	}
	return cited
}

// calledIn returns the names of who brought a source out: the publisher,
// and what its label begins with.
func calledIn(s *site.Source, lang string) (names []string) {
	short, _, _ := strings.Cut(s.Label.In(lang), " ")
	for _, name := range []string{s.Publisher, strings.TrimRight(short, ",:")} {
		if name != "" && name != strings.ToLower(name) {
			names = append(names, name)
		}
	}
	return names
}

// isAdvice reports whether a text is no question of a quiz and no option
// that it calls wrong.
func (p *Pass) isAdvice(t *site.Passage) bool {
	return t.Kind != "line" || !p.quizzed()[lineOf(t.At(0))]
}

func quizzed(s *site.Site) map[diag.Position]bool {
	lines := map[diag.Position]bool{}
	for _, page := range s.Pages {
		for _, quiz := range page.Quizzes() {
			for _, q := range quiz {
				lines[lineOf(q.Doc.Position(q.Pointer+"/question"))] = true
				for i, o := range q.Options {
					if !o.Right {
						lines[lineOf(q.Doc.Position(fmt.Sprintf("%s/options/%d/text", q.Pointer, i)))] = true
					}
				}
			}
		}
	}
	return lines
}

// lineOf returns a place without its column.
func lineOf(at diag.Position) diag.Position {
	at.Column = 0
	return at
}

// cellsOf splits a row at the bars that are not escaped.
func cellsOf(row string) []string {
	row = strings.ReplaceAll(row, `\|`, "\x00")
	return strings.Split(strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|"), "|")
}

// inner returns a map in another, made where it is not there yet.
func inner[K, L comparable, V any](in map[K]map[L]V, key K) map[L]V {
	if in[key] == nil {
		in[key] = map[L]V{}
	}
	return in[key]
}

// once keeps what a function returns by what it was asked.
func once[K comparable, T any](ask func(K) T) func(K) T {
	known := map[K]T{}
	return func(key K) T {
		answer, ok := known[key]
		if !ok {
			answer = ask(key)
			known[key] = answer
		}
		return answer
	}
}

// sequence is the words of steps that are taken in order.
type sequence struct {
	words *text.Phrases
	step  []int // of each word
	steps int
}

func newSequence(steps []site.Phrases) sequence {
	s := sequence{steps: len(steps)}
	var words []string
	for i, step := range steps {
		for _, word := range step {
			words, s.step = append(words, word, text.Capitalised(word)), append(s.step, i, i)
		}
	}
	s.words = text.NewPhrases(words)
	return s
}

// early returns the first step in a text that names all of them that stands
// after a later one, "" for none.
func (s sequence) early(said string) (word string) {
	seen, last := map[int]bool{}, -1
	for _, m := range s.words.Find(said) {
		step := s.step[m.Phrase]
		if !seen[step] && step < last && word == "" {
			word = m.Of(said)
		}
		seen[step], last = true, max(last, step)
	}
	if len(seen) < s.steps {
		return ""
	}
	return word
}

// drawing is a block that draws boxes, in their order, and arrows.
type drawing struct {
	Nodes []struct{ ID, Label string }
	Links []arrow
	at    site.Block
}

type arrow struct{ From, To string }

func drawingsOf(page *site.Page) (drawings []drawing) {
	for _, b := range page.ReadBlocks() {
		d := drawing{at: b}
		if b.Fence.Kind == "network" && b.Decode("", &d) == nil {
			drawings = append(drawings, d)
		}
	}
	return drawings
}

// inDigits writes a number as text.PlainValue has it.
func inDigits(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// vanished returns what was released and is gone without a word, with its
// line in the list.
func vanished(p *Pass) map[diag.Name]diag.Position {
	remembered, gone := map[diag.Name]bool{}, map[diag.Name]diag.Position{}
	for _, t := range p.Tombstones() {
		remembered[diag.Name{Kind: t.Of, ID: t.Was}] = true
	}
	for _, r := range p.Redirects().Names {
		remembered[diag.Name{Kind: r.Kind, ID: r.Was}] = true
	}
	released := p.List("released")
	for _, kind := range append([]string{"page", "term"}, schema.Names("")...) {
		var ids []string
		_ = released.Decode("/"+kind+"s", &ids)
		for i, id := range ids {
			if name := (diag.Name{Kind: kind, ID: id}); !remembered[name] && !p.Exists(kind, id) {
				gone[name] = released.Position(fmt.Sprintf("/%ss/%d", kind, i))
			}
		}
	}
	return gone
}

// takenAddresses says of each address of a page or tombstone what stands
// there.
func takenAddresses(p *Pass) map[string]string {
	taken := map[string]string{}
	for _, lang := range p.Languages {
		for path, url := range p.Addresses(lang) {
			taken[url] = fmt.Sprintf("page %q", path)
		}
	}
	for _, g := range p.Gone() {
		taken[g.URL] = fmt.Sprintf("the tombstone of %q", g.Path)
	}
	return taken
}

// valuesOf returns the numbers of a text without their signs, however a
// language groups and divides their digits, and with the words after them
// that make a thousand, a million and so on of them.
func valuesOf(value string, multiples []string) map[string]bool {
	said := map[string]bool{}
	for _, n := range text.Numerals(value) {
		plain := strings.ReplaceAll(text.PlainValue(n.Of(value)), ",", ".")
		after := strings.ToLower(strings.TrimSpace(value[n.To:]))
		for i, word := range multiples {
			if number, err := strconv.ParseFloat(plain, 64); err == nil && strings.HasPrefix(after, strings.ToLower(word)) {
				plain = inDigits(math.Round(number * math.Pow(1000, float64(i+1))))
				break
			}
		}
		said[plain] = true
	}
	return said
}

// digitsAfter returns the number that a text begins with, behind a full
// stop and a space.
func digitsAfter(s string) string {
	s = strings.TrimLeft(s, ". \u00a0")
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}

// correctFromSource is what to do where two texts of records differ.
const correctFromSource = "correct one of the two, from the source"

// parted reports whether two texts name something of a kind each, and
// nothing that both name.
func parted(a, b map[string]bool) bool {
	both := func(name string) bool { _, ok := b[name]; return ok }
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(slices.Collect(maps.Keys(a)), both)
}

// partOf returns the headings of a part: its own and those below it.
func partOf(page *site.Page, id string) (from, to int, ok bool) {
	headings := page.Doc.Headings
	for i, h := range headings {
		if h.ID != id {
			continue
		}
		to := i + 1
		for to < len(headings) && headings[to].Level > h.Level {
			to++
		}
		return i, to, true
	}
	return 0, 0, false
}

// casesIn lists the cases that a part of a text links.
func casesIn(t *site.Passage, sentence text.Range) (cases []string) {
	for id, link := range t.References("case") {
		if sentence.Holds(link.Offset) {
			cases = append(cases, id)
		}
	}
	return cases
}

// abbreviations finds the words of three capitals or more.
func abbreviations(s string) (found []text.Range) {
	from := -1
	for i := 0; i <= len(s); i++ {
		capital := i < len(s) && s[i] >= 'A' && s[i] <= 'Z'
		switch {
		case capital && from < 0 && !text.EndsInWord(s[:i]):
			from = i
		case !capital && from >= 0:
			if i-from >= 3 && !text.StartsWithWord(s[i:]) {
				found = append(found, text.Range{From: from, To: i})
			}
			from = -1
		}
	}
	return found
}

// isYear reports whether digits may be a year of our time.
func isYear(number string) bool { return len(number) == 4 && "1900" <= number && number < "2100" }

// sharesWord reports whether two titles have the beginning of a word of
// five letters or more.
func sharesWord(a, b string) bool {
	words := text.Beginnings(b, 5, 5)
	return slices.ContainsFunc(text.Beginnings(a, 5, 5), func(word string) bool { return slices.Contains(words, word) })
}

// optionsOf returns the texts of the options that are right, and of those
// that are not.
func optionsOf(q site.Question) (rights, wrongs string) {
	for _, o := range q.Options {
		if o.Right {
			rights += o.Text + "\n"
		} else {
			wrongs += o.Text + "\n"
		}
	}
	return rights, wrongs
}

// defining is one term that another needs, as its definition does what it
// uses.
type defining struct {
	term *glossary.Term
	at   diag.Position
}

// loops visits, for every term from which these lead back to it, the
// shortest way round, at the term of it that comes first by id: in words,
// and step by step.
func loops(terms []*glossary.Term, needs map[*glossary.Term][]defining) iter.Seq2[string, []defining] {
	return func(yield func(string, []defining) bool) {
		for _, t := range terms {
			way, ids := shortestLoop(needs, t), t.ID
			for _, d := range way {
				ids += " → " + d.term.ID
			}
			first := !slices.ContainsFunc(way, func(d defining) bool { return d.term.ID < t.ID })
			if way != nil && first && !yield(ids, way) {
				return
			}
		}
	}
}

// shortestLoop finds the shortest way from a term back to itself, breadth
// first, nil for none. Its last step is the term itself.
func shortestLoop(needs map[*glossary.Term][]defining, start *glossary.Term) []defining {
	type step struct {
		defining
		back int // the step before, -1 at the start
	}
	var steps []step
	met := map[*glossary.Term]bool{}
	expand := func(t *glossary.Term, back int) {
		for _, d := range needs[t] {
			if !met[d.term] {
				met[d.term] = true
				steps = append(steps, step{d, back})
			}
		}
	}
	expand(start, -1)
	for i := 0; i < len(steps); i++ {
		if steps[i].term == start {
			var way []defining
			for ; i >= 0; i = steps[i].back {
				way = append(way, steps[i].defining)
			}
			slices.Reverse(way)
			return way
		}
		expand(steps[i].term, i)
	}
	return nil
}
