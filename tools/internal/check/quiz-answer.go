package check

import (
	"fmt"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "quiz-answer",
	Title:    "a question in a quiz that cannot be answered well",
	Why:      "A question without a right answer tells readers that they are wrong whatever they know, and one with only right answers that they are right whatever they know.",
	Wrong:    "options:\n  - {text: één organisatie}\n  - {text: losse groepen}",
	Right:    "options:\n  - {text: één organisatie}\n  - {text: losse groepen, right: true}",
	Mend:     "mark each right option with right: true, leave at least one unmarked, and let no two options read the same.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, quiz := range quizzes(page) {
				for _, q := range quiz {
					reportOptions(p, q)
				}
			}
		}
	},
})

func reportOptions(p *Pass, q question) {
	at := q.doc.Position(q.pointer)
	switch rights := q.rights(); {
	case len(rights) == 0: // the schema says so
	case !strings.Contains(rights, "1"):
		p.Report(at, "mark the right option with right: true", "a question without a right option")
	case !strings.Contains(rights, "0"):
		p.Report(at, "add an option that is not right", "a question with right options only")
	}
	first := map[string]int{}
	for i, o := range q.options {
		text := text.Normal(o.text)
		if n, again := first[text]; again && text != "" {
			p.Report(q.doc.Position(fmt.Sprintf("%s/options/%d/text", q.pointer, i)), "write another one or remove it", "option %q reads the same as option %d", o.text, n+1)
			continue
		}
		first[text] = i
	}
}
