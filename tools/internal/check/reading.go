package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// Reading is how hard the prose of a page is to read.
type Reading struct {
	Page    *site.Page
	Formula *text.Formula
	Limits  schema.Reading
	Whole   text.Measure // of a long page: of a sample
	Long    []Sentence   // those with more words than any may have
	Costly  []Sentence   // those that pull the score down most, the worst first
}

// Sentence is one sentence of a page.
type Sentence struct {
	text.Measure
	Text string
	para *md.Paragraph
	from int
}

// leastSample is how many words a formula must see to say anything: those in
// use were fitted to samples of a hundred.
const leastSample = 100

// mostCostly is how many sentences of a page are named.
const mostCostly = 3

// Score gives the reading ease, and ok when the page has text enough for it.
func (r *Reading) Score() (ease float64, ok bool) {
	return r.Formula.Score(r.Whole), r.Whole.Words >= leastSample
}

// IsHard reports whether the page is harder to read than its type should be.
func (r *Reading) IsHard() bool {
	ease, ok := r.Score()
	return ok && (ease < float64(r.Limits.Ease) || r.Whole.WordsPerSentence() > float64(r.Limits.Average))
}

// Readings measures the pages whose type has limits and whose language has a
// formula, in their order.
func Readings(s *site.Site) []*Reading {
	var out []*Reading
	formulas := map[string]*text.Formula{}
	given := map[string]func(string) bool{}
	for _, lang := range s.Languages {
		formulas[lang], given[lang] = formula(s.Lexicon(lang)), givenWords(s, lang)
	}
	for _, page := range s.Pages {
		if limits, ok := readingLimits(page); ok && formulas[page.Lang] != nil {
			r := &Reading{Page: page, Formula: formulas[page.Lang], Limits: limits}
			r.measure(given[page.Lang])
			out = append(out, r)
		}
	}
	return out
}

// formula returns the one that a lexicon holds, nil when it holds none.
func formula(x *site.Lexicon) *text.Formula {
	var f *text.Formula
	if x == nil || x.Decode("/reading", &f) != nil {
		return nil
	}
	return f
}

// readingLimits gives what the type of a page says about reading it.
func readingLimits(page *site.Page) (schema.Reading, bool) {
	if s, ok := schema.Get("page-" + page.Type); ok {
		return s.Reading()
	}
	return schema.Reading{}, false
}

// measure measures what a page says in its own words: paragraphs and lists.
// Cells of tables and headings are no sentences. Of a long page it takes a
// sample, as those who made the formulas did: every second paragraph, or third.
func (r *Reading) measure(given func(string) bool) {
	stride, i := sampleStride(r.Page), -1
	var last *md.Paragraph
	eachSentence(r.Page, func(para *md.Paragraph, s text.Range) {
		if para != last {
			last = para
			i++
		}
		text := para.Text[s.From:s.To]
		mayBeLong := strings.Count(text, " ") >= r.Limits.Sentence
		if i%stride > 0 && !mayBeLong {
			return
		}
		m := r.Formula.Sentence(text, given)
		if i%stride == 0 {
			r.Whole = r.Whole.Add(m)
		}
		if m.Words > r.Limits.Sentence {
			r.Long = append(r.Long, Sentence{m, text, para, s.From})
		}
	})
	if r.IsHard() {
		r.Costly = costly(r, given)
	}
}

// enoughText is how much text a page is judged by, in bytes: some 400 words.
const enoughText = 2400

// sampleStride gives how many paragraphs on the next of a sample stands.
func sampleStride(page *site.Page) int {
	size := 0
	for para := range page.Doc.Prose() {
		size += len(para.Text)
	}
	return max(1, size/enoughText)
}

// costly gives the sentences that cost a page most.
func costly(r *Reading, given func(string) bool) []Sentence {
	var all []Sentence
	eachSentence(r.Page, func(para *md.Paragraph, s text.Range) {
		text := para.Text[s.From:s.To]
		if m := r.Formula.Sentence(text, given); m.Words > 0 {
			all = append(all, Sentence{m, text, para, s.From})
		}
	})
	slices.SortStableFunc(all, func(a, b Sentence) int {
		return cmp.Compare(r.Formula.Cost(r.Whole, b.Measure), r.Formula.Cost(r.Whole, a.Measure))
	})
	return all[:min(mostCostly, len(all))]
}

// eachSentence visits the sentences of a page's own prose.
func eachSentence(page *site.Page, visit func(*md.Paragraph, text.Range)) {
	for para := range page.Doc.Prose() {
		if para.Kind == "cell" {
			continue
		}
		for _, s := range text.Sentences(para.Text) {
			visit(para, s)
		}
	}
}

// givenWords tells which long words a writer cannot choose: single words that
// are forms of a term, whose definition is at hand, and the words in names of
// organisations, of which the first may stand at the head of a sentence.
func givenWords(s *site.Site, lang string) func(string) bool {
	words := map[string]bool{}
	for _, t := range s.Terms {
		if page := t.Pages[lang]; page != nil {
			for _, form := range page.Forms() {
				if !strings.Contains(form, " ") {
					words[form], words[text.Capitalised(form)] = true, true
				}
			}
		}
	}
	for _, r := range s.RecordsOf("contact") {
		for word := range strings.FieldsSeq(r.Text("name", lang)) {
			words[word] = true
		}
	}
	return func(word string) bool { return words[word] }
}
