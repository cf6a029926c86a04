package check

import (
	"strings"

	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Error, Rule{
	ID:    "number-marks",
	Title: "a number with the marks of another language",
	Why:   "1,700 is less than two in one language and more than a thousand in another.",
	Wrong: "xx: Dat waren 1,700 zaken.",
	Right: "xx: Dat waren 1.700 zaken.",
	Mend:  "write the mark that this language groups thousands with (the list `thousands` in data/lexicon/<lang>.yaml); the other one divides.",
	Source: func(p *Pass) {
		groups := p.phrases("thousands")
		for t := range p.Passages() {
			group := strings.Join(groups[t.Lang], "")
			if group == "" || t.Kind == "line" || !strings.ContainsAny(t.Text, ".,") || !strings.ContainsAny(t.Text, "0123456789") {
				continue
			}
			for _, n := range text.Numerals(t.Text) {
				if number := n.Of(t.Text); isForeignNumber(number, group) && !t.IsCode(n.From) {
					p.Report(t.At(n.From), "group thousands with "+group, "%q is written as in another language", number)
				}
			}
		}
	},
})

// isForeignNumber reports whether a number has another mark than this
// before its last three digits, or this mark before one digit.
func isForeignNumber(number, group string) bool {
	i := strings.LastIndexAny(number, ".,")
	if i < 0 || strings.IndexAny(number, ".,") != i || number[0] == '0' {
		return false
	}
	mark, after := number[i:i+1], len(number)-i-1
	if mark != group {
		return after == 3
	}
	return after == 1 && mark == ","
}
