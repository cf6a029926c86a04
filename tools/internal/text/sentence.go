package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence returns the sentence of text that holds an offset.
func Sentence(text string, at int) string { return strings.TrimSpace(SentenceAt(text, at).Of(text)) }

// SentenceAt returns where the sentence stands that holds an offset, the
// last one for an offset behind them all.
func SentenceAt(text string, at int) (last Range) {
	for _, last = range Sentences(text) {
		if at < last.To {
			break
		}
	}
	return last
}

// Sentences returns the sentences of text, the white space after each
// included, so that they join up. A sentence ends at . ? ! or …, and the
// quotation mark or bracket that closes right after it, before white space
// and a capital letter, digit or quote.
func Sentences(text string) (out []Range) {
	if len(text) == 1 { // as a cell often is
		return []Range{{0, 1}}
	}
	from := 0
	for i := 0; i < len(text); {
		if !mayEnd[text[i]] { // nearly every byte
			i++
			continue
		}
		i++
		if text[i-1] == lastOfEllipsis && !strings.HasSuffix(text[:i], "…") {
			continue
		}
		end := len(text) - len(strings.TrimLeft(text[i:], closing))
		if !endsSentence(text[end:]) {
			continue
		}
		i = end
		i += len(text[i:]) - len(strings.TrimLeft(text[i:], " \n\t"))
		out = append(out, Range{from, i})
		from = i
	}
	if from < len(text) {
		out = append(out, Range{from, len(text)})
	}
	return out
}

// mayEnd says which bytes can be the last of a mark that ends a sentence.
var mayEnd = [256]bool{'.': true, '?': true, '!': true, lastOfEllipsis: true}

// lastOfEllipsis is the last byte of …, which other characters end in too.
const lastOfEllipsis = 0xA6

// closing marks may stand between the end of a sentence and the space after it.
const closing = "'’”\"»)]"

func endsSentence(rest string) bool {
	trimmed := strings.TrimLeft(rest, " \n\t")
	if len(trimmed) == len(rest) && rest != "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(trimmed)
	return trimmed == "" || unicode.IsUpper(next) || unicode.IsDigit(next) || strings.ContainsRune("'‘“\"", next)
}

// IsQuestion reports whether a sentence asks.
func IsQuestion(sentence string) bool {
	return strings.HasSuffix(strings.TrimRight(sentence, closing+" \n\t*"), "?")
}

// ClausesIn returns the clauses of a sentence of text, so that they join
// up. One ends before a semicolon or dash, and before a comma with one of
// the words after it.
func ClausesIn(text string, s Range, joints []string) (clauses []Range) {
	from := s.From
	for i := s.From + 1; i < s.To && len(joints) > 0; i++ {
		rest := text[i:s.To]
		ends := strings.HasPrefix(rest, "; ") || strings.HasPrefix(rest, " – ")
		if after, ok := strings.CutPrefix(rest, ", "); ok {
			ends = slices.Contains(joints, after[:wordLength(after)])
		}
		if ends {
			clauses, from = append(clauses, Range{from, i}), i
		}
	}
	return append(clauses, Range{from, s.To})
}
