package check

import (
	"strconv"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "list-count",
	Title:    "a list or a test with more or fewer items than the words about it say",
	Why:      "An item was added or lost, and nobody knows whether the number or the list is right.",
	Wrong:    "Er zijn drie redenen:\n\n- Een.\n- Twee.",
	Right:    "Er zijn twee redenen:\n\n- Een.\n- Twee.",
	Mend:     "correct the number, or write the missing item. Numbers from 2 to 12 in the last sentence before the list count, when there is one, other than on pages about the site itself; words for them stand under `alike.number` in data/lexicon/<lang>.yaml. So does a number right before a word of `questions` in a sentence with a word of `tests`, on a page with one test.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		counts := site.ByLanguage(p.Site, func(lang string) counter { return newCounter(p.Lexicon(lang)) })
		tests, questions := p.Words("tests"), p.Words("questions")
		for _, page := range p.Pages {
			reportQuestions(p, page, counts[page.Lang], tests[page.Lang], questions[page.Lang])
			if p.IsColophon(page) {
				continue
			}
			var before *site.Passage
			items := 0
			report := func() {
				if before == nil || items == 0 || !strings.HasSuffix(strings.TrimSpace(before.Text), ":") {
					return
				}
				if n, at := counts[page.Lang].last(before.Text); n > 0 && n != items {
					p.Report(before.At(at), "correct the number, or write what is missing", "%d are announced, and the list has %d", n, items)
				}
			}
			for t := range page.Prose() {
				if t.Kind == "item" {
					items++
					continue
				}
				report()
				before, items = t, 0
			}
			report()
		}
	},
})

// reportQuestions reports another number of questions than the one test of a
// page has.
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

// counter reads numbers of things.
type counter struct {
	words  *text.Phrases
	values []int
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
	c.words = text.NewPhrases(words)
	return c
}

// last returns the number that the last sentence of a text names and where, 0
// for none or more than one.
func (c counter) last(s string) (n, at int) {
	sentence := text.SentenceAt(s, len(s))
	found := c.words.Find(sentence.Of(s))
	if len(found) != 1 {
		return 0, 0
	}
	return c.values[found[0].Phrase], sentence.From + found[0].From
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
