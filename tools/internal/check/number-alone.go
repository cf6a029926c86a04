package check

import (
	"slices"
	"sort"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Warning, Rule{
	ID:      "number-alone",
	Title:   "a number that neither a record nor another paragraph with that source has",
	Why:     "A number that stands twice shows a slip of one of the two, though all languages have it alike. Of one that stands alone nobody sees that it was another.",
	Wrong:   "De brug is 21 meter hoog. [p. 2](cite:boek)   # the record of the source, and other pages that cite it, say 12",
	Right:   "De brug is 12 meter hoog. [p. 2](cite:boek)",
	Mend:    "look it up in the source. When it is right, make it a figure, or write it in the record of the source too, under about. Looked at are numbers of two digits or more in paragraphs with citations, but for years and days. What counts are the records of the sources cited, of figures and cases from them, of what the paragraph links to, and other paragraphs that cite one of them, on other pages in any language.",
	Absence: true,
	Source: func(p *Pass) {
		n := newNumbered(p)
		for t := range p.Prose() {
			if cited := citedBy(p, t); len(cited) > 0 && !p.IsColophon(t.Page) {
				n.reportSingle(p, t, cited)
			}
		}
	},
})

// numbered is where numbers stand.
type numbered struct {
	months   map[string]*text.Phrases
	names    map[string]bool           // of terms, which may be numbers
	inRecord map[string]bool           // by the record, or the source it names, and the number
	onPages  map[string]map[string]int // by source and number: how often, by page and language
}

func newNumbered(p *Pass) *numbered {
	n := &numbered{p.asWritten("months"), map[string]bool{}, map[string]bool{}, map[string]map[string]int{}}
	for entry := range p.Entries() {
		for _, name := range entry.Names() {
			n.names[name] = true
		}
	}
	for _, r := range p.Records {
		n.readRecord(r)
	}
	for t := range p.Prose() {
		n.readText(t)
	}
	return n
}

// readText notes the numbers in a text for each source that it cites.
func (n *numbered) readText(t *site.Passage) {
	numbers, here := n.listIn(t), t.Page.Path+" "+t.Lang
	for id := range t.References("cite") {
		for _, number := range numbers {
			inner(n.onPages, id+" "+number.key)[here]++
		}
	}
}

// readRecord notes the numbers in a record, under its own name and those of
// the sources that it names.
func (n *numbered) readRecord(r *site.Record) {
	ids := []string{r.ID}
	for pointer, value := range r.Texts() {
		if strings.HasSuffix(pointer, "/source") {
			ids = append(ids, value)
		}
	}
	for t := range r.Passages() {
		for _, number := range n.listIn(t) {
			for _, id := range ids {
				n.inRecord[id+" "+number.key] = true
			}
		}
	}
}

// digits is a number in a text.
type digits struct {
	text.Range
	key string
}

// listIn lists the numbers of two digits and more in a text, but for names,
// years, days of a month and what stands in a citation.
func (n *numbered) listIn(t *site.Passage) (found []digits) {
	if !strings.ContainsAny(t.Text, "0123456789") {
		return nil
	}
	months := n.months[t.Lang].Find(t.Text)
	for _, number := range text.Numerals(t.Text) {
		key := text.PlainValue(number.Of(t.Text))
		next := sort.Search(len(months), func(i int) bool { return number.To < months[i].From })
		day := next < len(months) && months[next].From-number.To <= len("\u00a0")
		if len(key) > 1 && !day && !isYear(key) && !n.names[key] && !t.IsCode(number.From) && !inCitation(t, number.From) {
			found = append(found, digits{number, key})
		}
	}
	return found
}

// inCitation reports whether a place of a text is in a link to a source or
// a term.
func inCitation(t *site.Passage, at int) bool {
	if t.Para == nil {
		return false
	}
	link := t.Page.Doc.LinkAt(t.Para, at)
	return link != nil && (link.IsTo("cite") || link.IsTo("term") || link.IsTo("contact"))
}

func (n *numbered) reportSingle(p *Pass, t *site.Passage, cited []*site.Source) {
	for _, number := range n.listIn(t) {
		here := t.Page.Path + " " + t.Lang
		stands := func(s *site.Source) bool {
			for place, times := range n.onPages[s.ID+" "+number.key] {
				if place == here && times > 1 || !strings.HasPrefix(place, t.Page.Path+" ") {
					return true
				}
			}
			return n.inRecord[s.ID+" "+number.key]
		}
		if !slices.ContainsFunc(cited, stands) && !n.linked(t, number.key) {
			p.Report(t.At(number.From), "look it up in the source, and write it in its record too", "%q stands in no record of its source and in no other paragraph that cites it", number.Of(t.Text))
		}
	}
}

// linked reports whether a record that a text links to has a number.
func (n *numbered) linked(t *site.Passage, key string) bool {
	for _, scheme := range []string{"figure", "case", "contact"} {
		for id := range t.References(scheme) {
			if n.inRecord[id+" "+key] {
				return true
			}
		}
	}
	return false
}
