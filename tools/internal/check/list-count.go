package check

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Warning, Rule{
	ID:      "list-count",
	Title:   "a list, an enumeration, a drawing or a test with more or fewer items, or other numbers, than the words about it say",
	Why:     "An item was added or lost, and nobody knows whether the number or the list is right.",
	Wrong:   "Er zijn drie redenen:\n\n- Een.\n- Twee.",
	Right:   "Er zijn twee redenen:\n\n- Een.\n- Twee.",
	Mend:    "correct the number, or write the missing item. Numbers from 2 to 12 in the last sentence before the list count, when there is one, other than on pages about the site itself, and behind a word of `definite` (\"the two\", which were said before) only right before the colon, with what is counted; words for them stand under `alike.number` in data/lexicon/<lang>.yaml. So does a number right before a word of `questions` in a sentence with a word of `tests`, on a page with one test. A number before a colon counts what follows in the sentence, up to the last of the words of `enumerating`, but where every part is a sentence of its own (a word of `finite`, and none of `indirect` at its head); without one, what the section said of it before counts (\"the steps are:\" of \"five steps\"); one in a heading, which its id may name too, the one list below it, but behind a word of `numbered`; one before a word of `alike.unit` counts no items; one in the title a list on the page; one before a word of `steps` in what a step of a path of learning says to look at, a numbered list of the page that it leads to. Numbers of boxes follow each other.",
	ByWords: true,
	Source: func(p *Pass) {
		counts := site.ByLanguage(p.Site, func(lang string) counter { return newCounter(p.Lexicon(lang)) })
		tests, questions, labels, joints := p.Words("tests"), p.Words("questions"), p.Words("numbered"), p.asWritten("enumerating")
		steps, finite, indirect := p.Words("steps"), p.Words("finite"), p.Words("indirect")
		for _, page := range p.Pages {
			reportQuestions(p, page, counts[page.Lang], tests[page.Lang], questions[page.Lang])
			reportLookedAt(p, page, counts[page.Lang], steps[page.Lang], indirect[page.Lang])
			if p.IsColophon(page) {
				continue
			}
			reportHeadings(p, page, counts[page.Lang], counts[p.DefaultLanguage()], labels[page.Lang])
			reportNumbered(p, page)
			isClause := func(part string) bool { return finite[page.Lang].Has(part) && !indirect[page.Lang].Begin(part) }
			var before *site.Passage
			items := 0
			report := func() {
				if before == nil || items == 0 || !strings.HasSuffix(strings.TrimSpace(before.Text), ":") {
					return
				}
				n, at := counts[page.Lang].announced(before.Text)
				if n == 0 {
					n = counts[page.Lang].earlier(before, before.SentenceAt(len(before.Text)).Of(before.Text))
				}
				if n > 0 && n != items {
					p.Report(before.At(at), "correct the number, or write what is missing", "%d are announced, and the list has %d", n, items)
				}
			}
			for t := range page.Prose() {
				if t.Kind == "item" {
					items++
					continue
				}
				report()
				reportEnumerated(p, t, counts[page.Lang], joints[page.Lang], isClause)
				before, items = t, 0
			}
			report()
		}
	},
})

// reportQuestions reports another number of questions than the one test of
// a page has.
func reportQuestions(p *Pass, page *site.Page, counts counter, tests, questions *text.Phrases) {
	quizzes := page.Quizzes()
	if len(quizzes) != 1 {
		return
	}
	for t := range page.Passages() {
		for _, m := range questions.Find(t.Text) {
			sentence := t.SentenceAt(m.From)
			n, at := counts.atEnd(t.Text[sentence.From:m.From])
			if n > 0 && n != len(quizzes[0]) && tests.Has(sentence.Of(t.Text)) {
				p.Report(t.At(sentence.From+at), "correct the number, or write what is missing", "%d are announced, and the test has %d", n, len(quizzes[0]))
			}
		}
	}
}

// reportLookedAt reports another number of steps than the one numbered list
// has that a step of a path of learning leads to.
func reportLookedAt(p *Pass, page *site.Page, counts counter, words, indirect *text.Phrases) {
	for _, b := range page.ReadBlocks() {
		var steps []struct{ Page, Look string }
		if b.Fence.Kind != "steps" || b.Decode("/steps", &steps) != nil {
			continue
		}
		for i, step := range steps {
			target := p.Resolve(page, step.Page)
			found := words.Find(step.Look)
			if target.Page == nil || len(found) == 0 {
				continue
			}
			n, at := counts.atEnd(step.Look[:found[0].From])
			if which := strings.Fields(step.Look[:at]); len(which) > 0 && indirect.Begin(which[len(which)-1]) {
				continue // "which two steps" are some of them
			}
			sizes := numberedLists(p, target.Page, target.Fragment)
			if n > 0 && len(sizes) > 0 && !slices.Contains(sizes, n) {
				p.Report(b.Position(fmt.Sprintf("/steps/%d/look", i)), "correct the number, or write what is missing", "%d are announced, and the list has %d", n, sizes[0])
			}
		}
	}
}

// numberedLists returns how many items each numbered list of a page has, or
// of one of its sections.
func numberedLists(p *Pass, page *site.Page, section string) (sizes []int) {
	src, _ := fs.ReadFile(p.FS, page.File)
	within, last := section == "", 0
	for line := range strings.Lines(string(src)) {
		if strings.HasPrefix(line, "#") {
			within, last = section == "" || strings.Contains(line, "{#"+section+"}"), 0
		}
		number := typedNumber.FindStringSubmatch(line)
		if number == nil || !within {
			continue
		}
		if is, _ := strconv.Atoi(number[1]); is > last && len(sizes) > 0 && last > 0 {
			sizes[len(sizes)-1]++
		} else {
			sizes = append(sizes, 1)
		}
		last++
	}
	return sizes
}

// counter reads numbers of things.
type counter struct {
	words  *text.Phrases
	values []int
	units  *text.Phrases // "three days" counts no items

	definite *text.Phrases // "the two differ" points back
}

func newCounter(x *site.Lexicon) (c counter) {
	var words []string
	for key, list := range x.Alike()["number"] {
		if n, err := strconv.Atoi(key); err == nil && n >= 2 && n <= 12 {
			for _, word := range list {
				words, c.values = append(words, word), append(c.values, n)
			}
		}
	}
	for n := 2; n <= 12; n++ {
		words, c.values = append(words, strconv.Itoa(n)), append(c.values, n)
	}
	c.definite = x.Words("definite")
	c.words, c.units = text.NewPhrases(words), text.NewPhrases(slices.Concat(slices.Collect(maps.Values(x.Alike()["unit"]))...))
	return c
}

// last returns the number that the last sentence of a text names and where,
// 0 for none or more than one.
func (c counter) last(s string) (n, at int) {
	sentence := text.SentenceAt(s, len(s))
	found := c.words.Find(sentence.Of(s))
	if len(found) != 1 || c.units.Begin(strings.TrimLeft(sentence.Of(s)[found[0].To:], " ")) {
		return 0, 0
	}
	return c.values[found[0].Phrase], sentence.From + found[0].From
}

// announced is last, but of what was said before: behind a definite word a
// number announces only what stands right before the list, as in "these
// three steps:".
func (c counter) announced(s string) (n, at int) {
	n, at = c.last(s)
	words, rest := strings.Fields(s[:at]), strings.Fields(strings.Trim(s[at:], " :"))
	if n == 0 || len(words) == 0 || !c.definite.Begin(words[len(words)-1]) {
		return n, at
	}
	if behind := len(rest) - 1; behind == 0 || behind > 2 {
		return 0, 0
	}
	return n, at
}

// earlier returns the number that the section said before of what a lead-in
// names, "five steps" of "The steps are", 0 for none or more than one.
func (c counter) earlier(t *site.Passage, lead string) (n int) {
	words := strings.Fields(lead)
	if len(words) < 2 || len(words) > 3 || !c.definite.Begin(words[0]) {
		return 0
	}
	numbers := *c.words
	numbers.Hyphens = true // "a five-step plan" has steps
	for before := range t.Page.Prose() {
		if before == t {
			break
		}
		for _, m := range numbers.Find(before.Text) {
			thing, _, _ := strings.Cut(strings.TrimLeft(before.Text[m.To:], " -"), " ")
			if thing = strings.TrimRight(thing, ",.;:?!)"); before.Heading != t.Heading || len(thing) < 4 || !strings.HasPrefix(words[1], thing) {
				continue
			}
			if is := c.values[m.Phrase]; n == 0 || n == is {
				n = is
			} else {
				return 0
			}
		}
	}
	return n
}

// atEnd returns the number that a text ends with and where, 0 for none.
func (c counter) atEnd(s string) (n, at int) {
	found := c.words.Find(s)
	if len(found) == 0 || strings.TrimSpace(s[found[len(found)-1].To:]) != "" {
		return 0, 0
	}
	last := found[len(found)-1]
	return c.values[last.Phrase], last.From
}

// reportEnumerated reports a number before a colon, and more or fewer
// things behind it in the sentence, of which the last follows a word such
// as "and".
func reportEnumerated(p *Pass, t *site.Passage, counts counter, joints *text.Phrases, isClause func(string) bool) {
	if !strings.Contains(t.Text, ": ") { // as most have not
		return
	}
	for _, s := range text.Sentences(t.Text) {
		said := s.Of(t.Text)
		before, after, ok := strings.Cut(said, ": ")
		if !ok || strings.ContainsAny(after, ":;()'‘“") || !strings.Contains(after, ",") {
			continue
		}
		n, at := counts.announced(before)
		if n == 0 {
			n = counts.earlier(t, before)
		}
		parts := strings.Split(after, ",")
		last := parts[len(parts)-1]
		joined := joints.Find(last)
		if n == 0 || len(joined) != 1 {
			continue
		}
		items := len(parts)
		parts[items-1] = last[joined[0].To:]
		if first := last[:joined[0].From]; strings.TrimSpace(first) != "" { // no comma before it
			items, parts = items+1, append(parts, first)
		}
		if !slices.ContainsFunc(parts, func(part string) bool { return !isClause(part) }) {
			continue // whoever is counted says so
		}
		if items != n && len(strings.Fields(after)) <= 6*items {
			p.Report(t.At(s.From+at), "correct the number, or write what is missing", "%d are announced, and %d follow", n, items)
		}
	}
}

// reportHeadings reports a heading with another number than its id has, or
// than the one list in its section has items; and a title with one that no
// list of the page has, where one has nearly as many.
func reportHeadings(p *Pass, page *site.Page, counts, inIDs counter, labels *text.Phrases) {
	lists := map[int][]int{} // by heading: how many items each list has
	heading, items := -1, 0
	end := func() {
		if items > 0 {
			lists[heading] = append(lists[heading], items)
		}
		items = 0
	}
	for t := range page.Prose() {
		if t.Kind != "item" || t.Heading != heading {
			end()
		}
		if heading = t.Heading; t.Kind == "item" {
			items++
		}
	}
	end()
	const hint = "correct the number, or write what is missing"
	for i, h := range page.Doc.Headings {
		n, at := counts.last(h.Text)
		if n == 0 {
			continue
		}
		if id, _ := inIDs.last(strings.ReplaceAll(h.ID, "-", " ")); h.Explicit && id > 0 && id != n {
			p.Report(h.Position, "correct the heading: its id was there first", "%d in the heading, and %d in its id", n, id)
		}
		if one := lists[i]; len(one) == 1 && one[0] != n && !labels.Has(h.Text[:at]) {
			p.Report(h.Position, hint, "%d are announced, and the list has %d", n, one[0])
		}
	}
	n, _ := counts.last(page.Title)
	has, near := false, 0
	for _, heading := range slices.Sorted(maps.Keys(lists)) {
		for _, size := range lists[heading] {
			if has = has || size == n; size == n+1 || size == n-1 {
				near = size
			}
		}
	}
	if n > 0 && !has && near > 0 {
		p.Report(page.Front.Doc.Position("/title"), hint, "%d are announced, and the list has %d", n, near)
	}
}

// reportNumbered reports a drawing with numbers before the words in its
// boxes that do not follow each other.
func reportNumbered(p *Pass, page *site.Page) {
	for _, d := range drawingsOf(page) {
		last := 0
		for i, node := range d.Nodes {
			n, err := strconv.Atoi(digitsAfter(node.Label))
			if err != nil {
				continue
			}
			if last > 0 && n != last+1 {
				p.Report(d.at.Position(fmt.Sprintf("/nodes/%d/label", i)), "number the boxes in a row", "%d after %d", n, last)
			}
			last = n
		}
	}
}
