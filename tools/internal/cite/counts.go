package cite

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// Counts returns the percentages and the numbers of people or cases that a
// paragraph holds in plain words.
func (c *Claims) Counts(doc *md.Doc, para *md.Paragraph) (out []text.Range) {
	for _, n := range plainNumbers(doc, para) {
		if c.isShare(para.Text, n) || c.isCount(para.Text, n.To) && !c.isLabel(para.Text, n) && !c.isYear(para.Text, n) {
			out = append(out, n)
		}
	}
	amounts := c.amounts.Find(para.Text)
	if len(amounts) == 0 {
		return out
	}
	quoted := text.Quotations(para.Text)
	for _, m := range amounts {
		if c.isCount(para.Text, m.To) && doc.LinkAt(para, m.From) == nil && !text.Within(quoted, m.From) {
			out = append(out, m.Range)
		}
	}
	return out
}

// Years returns the years in plain words that are not part of a date.
func (c *Claims) Years(doc *md.Doc, para *md.Paragraph) []text.Range {
	return slices.DeleteFunc(plainNumbers(doc, para), func(n text.Range) bool {
		return !c.isYear(para.Text, n) || c.isLabel(para.Text, n)
	})
}

// holdsCount reports whether a sentence holds a number that is no label.
func (c *Claims) holdsCount(doc *md.Doc, para *md.Paragraph, s text.Range) bool {
	sentence := s.Of(para.Text)
	return c.amounts.Has(sentence) || slices.ContainsFunc(text.Numbers(sentence), func(n text.Range) bool {
		at := s.From + n.From
		return doc.LinkAt(para, at) == nil && !para.Literal(at) && !c.isLabel(sentence, n)
	})
}

// isLabel reports whether a number names something instead of counting it:
// step 4, article 5.
func (c *Claims) isLabel(s string, n text.Range) bool {
	words := strings.Fields(s[:n.From])
	return len(words) > 0 && c.numbered[bareWord(words[len(words)-1])]
}

// isShare reports whether a number is a percentage.
func (c *Claims) isShare(s string, n text.Range) bool {
	rest := strings.TrimLeft(s[n.To:], " \u00a0")
	return slices.ContainsFunc(c.perCent, func(unit string) bool {
		return strings.HasPrefix(rest, unit) && (!text.EndsInWord(unit) || !text.StartsWithWord(rest[len(unit):]))
	})
}

// isCount reports whether one of the three words after a place, in the same
// clause, is something that is counted.
func (c *Claims) isCount(s string, at int) bool {
	for i, word := range strings.Fields(s[at:min(len(s), at+120)]) {
		if i == 3 {
			break
		}
		if c.counted[bareWord(word)] {
			return true
		}
		if strings.ContainsAny(word[len(word)-1:], ".,;:?!)") {
			break
		}
	}
	return false
}

func bareWord(word string) string {
	return strings.ToLower(strings.Trim(word, "()'\"‘’“”.,;:?!"))
}

// isYear reports whether a number is a year that is not part of a date.
func (c *Claims) isYear(s string, n text.Range) bool {
	year := n.Of(s)
	if len(year) != 4 || !strings.HasPrefix(year, "19") && !strings.HasPrefix(year, "20") || strings.ContainsAny(year, ".,-/:") {
		return false
	}
	words := strings.Fields(s[:n.From])
	return len(words) == 0 || !c.months[bareWord(words[len(words)-1])]
}

// plainNumbers returns the numbers of a paragraph that stand in plain
// words: in no link, no code and no quotation.
func plainNumbers(doc *md.Doc, para *md.Paragraph) []text.Range {
	all := text.Numbers(para.Text)
	if len(all) == 0 {
		return nil
	}
	quoted := text.Quotations(para.Text)
	return slices.DeleteFunc(all, func(n text.Range) bool {
		return doc.LinkAt(para, n.From) != nil || para.Literal(n.From) || text.Within(quoted, n.From)
	})
}
