package check

import (
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "list-count",
	Title:    "a list with more or fewer items than the words before it say",
	Why:      "An item was added or lost, and nobody knows whether the number or the list is right.",
	Wrong:    "Er zijn drie redenen:\n\n- Een.\n- Twee.",
	Right:    "Er zijn twee redenen:\n\n- Een.\n- Twee.",
	Mend:     "correct the number, or write the missing item. Numbers from 2 to 12 in the last sentence before the list count, when there is one, other than on pages about the site itself; words for them stand under `alike.number` in data/lexicon/<lang>.yaml.",
	Set:      StructureRules,
	Severity: diag.Warning,
	Source: func(p *Pass) {
		counts := map[string]counter{}
		for _, lang := range p.Languages {
			counts[lang] = newCounter(p.Lexicon(lang))
		}
		for _, page := range p.Pages {
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

// counter reads numbers of things.
type counter struct {
	words  *text.Phrases
	values []int
}

func newCounter(x *site.Lexicon) counter {
	var c counter
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
