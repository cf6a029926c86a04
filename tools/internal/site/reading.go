package site

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/text"
)

// Reading is how hard the prose of a page is to read.
type Reading struct {
	Page    *Page
	Formula *text.Formula
	Limits  schema.Reading
	Whole   text.Measure // of a long page: of a sample

	given func(word string) bool // words that a writer cannot choose
}

// Sentence is one sentence of a page, measured.
type Sentence struct {
	text.Measure
	text.Range
	Para *md.Paragraph
}

// leastSample is how many words a formula must see to say anything: those
// in use were fitted to samples of a hundred.
const leastSample = 100

// enoughText is how much text a page is judged by, in bytes: some 400 words.
const enoughText = 2400

// Readings measures the pages whose type has limits and whose language has
// a formula, in their order. Of a long page it takes a sample, as those who
// made the formulas did: every second paragraph, or third.
func (s *Site) Readings() (out []*Reading) {
	formulas, given := s.Formulas(), map[string]func(string) bool{}
	for _, lang := range s.Languages {
		given[lang] = s.givenWords(lang)
	}
	for _, page := range s.Pages {
		limits, ok := page.ReadingLimits()
		if formula := formulas[page.Lang]; ok && formula != nil {
			r := &Reading{Page: page, Formula: formula, Limits: limits, given: given[page.Lang]}
			r.measure()
			out = append(out, r)
		}
	}
	return out
}

// Formulas returns how hard a text is to read, by language: the formulas
// that the lexicons hold.
func (s *Site) Formulas() map[string]*text.Formula {
	formulas := map[string]*text.Formula{}
	for lang, x := range s.lexicons {
		var f *text.Formula
		if x.Decode("/reading", &f) == nil && f != nil {
			formulas[lang] = f
		}
	}
	return formulas
}

// ReadingLimits returns what the type of the page says about reading it.
func (p *Page) ReadingLimits() (limits schema.Reading, ok bool) {
	if s, known := schema.Get("page-" + p.Type); known {
		return s.Reading()
	}
	return limits, false
}

func (r *Reading) measure() {
	size := 0
	for para := range r.Page.Doc.Prose() {
		size += len(para.Text)
	}
	stride, i := max(1, size/enoughText), 0
	for para := range r.Page.Doc.Prose() {
		if para.Kind == "cell" {
			continue
		}
		if i%stride == 0 {
			for _, s := range text.Sentences(para.Text) {
				r.Whole = r.Whole.Add(r.Formula.Sentence(s.Of(para.Text), r.given))
			}
		}
		i++
	}
}

// Score returns the reading ease, and ok when the page has text enough for it.
func (r *Reading) Score() (ease float64, ok bool) {
	return r.Formula.Score(r.Whole), r.Whole.Words >= leastSample
}

// IsHard reports whether the page is harder to read than its type should be.
func (r *Reading) IsHard() bool {
	ease, ok := r.Score()
	return ok && (ease < float64(r.Limits.Ease) || r.Whole.WordsPerSentence() > float64(r.Limits.Average))
}

// Remarks returns how many sentences in the prose of a page speak of where
// something comes from, per 100 words.
func (s *Site) Remarks(page *Page) float64 {
	said := s.Lexicon(page.Lang).Words("provenance", "unsourced")
	remarks, words := 0, 0
	for para := range page.Doc.Prose() {
		words += text.CountWords(para.Text)
		for _, sentence := range text.Sentences(para.Text) {
			if said.Has(sentence.Of(para.Text)) {
				remarks++
			}
		}
	}
	return 100 * float64(remarks) / float64(max(1, words))
}

// Costly returns the n sentences that cost the page most, the worst first.
func (r *Reading) Costly(n int) []Sentence {
	var all []Sentence
	for para := range r.Page.Doc.Prose() {
		if para.Kind == "cell" {
			continue
		}
		for _, s := range text.Sentences(para.Text) {
			if m := r.Formula.Sentence(s.Of(para.Text), r.given); m.Words > 0 {
				all = append(all, Sentence{m, s, para})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Sentence) int {
		return cmp.Compare(r.Formula.Cost(r.Whole, b.Measure), r.Formula.Cost(r.Whole, a.Measure))
	})
	return all[:min(n, len(all))]
}

// givenWords tells which long words a writer cannot choose: single words
// that are forms of a term, whose definition is at hand, and the words in
// names of organisations, of which the first may stand at the head of a
// sentence.
func (s *Site) givenWords(lang string) func(string) bool {
	words := map[string]bool{}
	for e := range s.Entries(lang) {
		for _, name := range e.Names() {
			if !strings.Contains(name, " ") {
				words[name], words[text.Capitalised(name)] = true, true
			}
		}
	}
	for _, c := range s.Contacts() {
		for word := range strings.FieldsSeq(c.Name.In(lang)) {
			words[word] = true
		}
	}
	return func(word string) bool { return words[word] }
}
