package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "quiz-answer",
	Title:    "a question in a quiz that cannot be answered well",
	Why:      "A question without a right answer tells readers that they are wrong whatever they know, and one with only right answers that they are right whatever they know.",
	Wrong:    "options:\n  - {text: één organisatie}\n  - {text: losse groepen}",
	Right:    "options:\n  - {text: één organisatie}\n  - {text: losse groepen, right: true}",
	Mend:     "mark each right option with right: true, leave at least one unmarked, and let no two options read the same. A question for more than one answer (the list `asks_several` in data/lexicon/<lang>.yaml) has more than one. An option with a word of `unwise` and none of `negation`, or one of `except`, is not right.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		several, unwise, negation, except := p.Words("asks_several"), p.Words("unwise"), p.Words("negation"), p.Words("except")
		for _, page := range p.Pages {
			for _, quiz := range page.Quizzes() {
				for _, q := range quiz {
					reportOptions(p, q)
					reportUnwise(p, q, unwise[page.Lang], negation[page.Lang], except[page.Lang])
					if words := several[page.Lang].Find(q.Question); len(words) > 0 && strings.Count(q.Rights(), "1") == 1 {
						p.Report(q.Doc.Position(q.Pointer), "mark the other right option too, or ask for one", "%q, and one option is right", words[0].Of(q.Question))
					}
				}
			}
		}
	},
})

func reportOptions(p *Pass, q site.Question) {
	at := q.Doc.Position(q.Pointer)
	switch rights := q.Rights(); {
	case len(rights) == 0: // the schema says so
	case !strings.Contains(rights, "1"):
		p.Report(at, "mark the right option with right: true", "a question without a right option")
	case !strings.Contains(rights, "0"):
		p.Report(at, "add an option that is not right", "a question with right options only")
	}
	first := map[string]int{}
	for i, o := range q.Options {
		words := text.Normal(o.Text)
		if n, again := first[words]; again && words != "" {
			p.Report(q.Doc.Position(fmt.Sprintf("%s/options/%d/text", q.Pointer, i)), "write another one or remove it", "option %q reads the same as option %d", o.Text, n+1)
			continue
		}
		first[words] = i
	}
}

// reportUnwise reports an option that is marked right and names something that
// harms, without a word that says not to.
func reportUnwise(p *Pass, q site.Question, unwise, negation, except *text.Phrases) {
	for i, o := range q.Options {
		if words := unwise.Find(o.Text); o.Right && len(words) > 0 && (!negation.Has(o.Text) || except.Has(o.Text)) {
			p.Report(q.Doc.Position(fmt.Sprintf("%s/options/%d/text", q.Pointer, i)), "mark the option that is right, and look whether texts were exchanged", "%q in an option that is marked right", words[0].Of(o.Text))
		}
	}
}
