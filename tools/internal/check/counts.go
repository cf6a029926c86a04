package check

import (
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// isLabel reports whether a number names something instead of counting it:
// step 4, article 5.
func (c *claims) isLabel(text string, n text.Range) bool {
	words := strings.Fields(text[:n.From])
	return len(words) > 0 && c.numbered[bare(words[len(words)-1])]
}

// isShare reports whether a number is a percentage.
func (c *claims) isShare(sentence string, n text.Range) bool {
	rest := strings.TrimLeft(sentence[n.To:], " \u00a0")
	for _, unit := range c.perCent {
		if strings.HasPrefix(rest, unit) && (!text.EndsInWord(unit) || !text.StartsWithWord(rest[len(unit):])) {
			return true
		}
	}
	return false
}

// isCount reports whether one of the three words after a number, in the same
// clause, is something that is counted.
func (c *claims) isCount(text string, at int) bool {
	for i, word := range strings.Fields(text[at:min(len(text), at+120)]) {
		if i == 3 {
			break
		}
		if c.counted[bare(word)] {
			return true
		}
		if strings.ContainsAny(word[len(word)-1:], ".,;:?!)") {
			break
		}
	}
	return false
}

func bare(word string) string { return strings.ToLower(strings.Trim(word, "()'\"‘’“”.,;:?!")) }

// isYear reports whether a number is a year that is not part of a date.
func (c *claims) isYear(text string, n text.Range) bool {
	year := text[n.From:n.To]
	if len(year) != 4 || !strings.HasPrefix(year, "19") && !strings.HasPrefix(year, "20") || strings.ContainsAny(year, ".,-/:") {
		return false
	}
	words := strings.Fields(text[:n.From])
	return len(words) == 0 || !c.months[bare(words[len(words)-1])]
}

// plainNumbers gives the numbers of a paragraph that stand in plain words: in
// no link, no code and no quotation.
func plainNumbers(doc *md.Doc, para *md.Paragraph) []text.Range {
	all := text.Numbers(para.Text)
	if len(all) == 0 {
		return nil
	}
	quoted := text.Quotations(para.Text)
	var out []text.Range
	for _, n := range all {
		if linkAt(doc, para, n.From) == nil && !para.Literal(n.From) && !text.Within(quoted, n.From) {
			out = append(out, n)
		}
	}
	return out
}
