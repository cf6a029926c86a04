package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "figure-text",
	Title:    "a link to a figure whose text lacks the figure's value",
	Why:      "The sentence then says one number and its source another, and nobody sees it when the record changes.",
	Wrong:    `[Minstens 60](figure:deelnemers)   # the record says: minstens 70`,
	Right:    `[Minstens 70](figure:deelnemers)`,
	Mend:     "write the value of the record in that language. Capitals, kinds of space and dash, and thousands separators may differ.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, ref := range page.Refs {
				if ref.Kind == "figure" && ref.Link != nil {
					reportFigureText(p, page, ref)
				}
			}
		}
	},
})

func reportFigureText(p *Pass, page *site.Page, ref site.Ref) {
	figure := p.Record("figure", ref.ID)
	if figure == nil {
		return
	}
	value := figure.Text("value", page.Lang)
	if value != "" && !holdsValue(ref.Text, value) {
		p.Report(ref.Position, "write "+value, "%q lacks the value %q of figure %q", ref.Text, value, ref.ID)
	}
}

// holdsValue reports whether text holds a value, as whole words.
func holdsValue(words, value string) bool {
	words, value = plainValue(words), plainValue(value)
	for at := 0; ; at++ {
		i := strings.Index(words[at:], value)
		if i < 0 {
			return false
		}
		at += i
		before, after := words[:at], words[at+len(value):]
		if !text.EndsInWord(before) && !text.StartsWithWord(after) && !decimalBefore(before) && !decimalAfter(after) {
			return true
		}
	}
}

// plainValue takes away the ways in which one value is written differently.
func plainValue(s string) string {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "–", "-", "—", "-", "‑", "-", "−", "-").Replace(strings.ToLower(s))
	s = strings.Join(strings.Fields(s), " ")
	s = strings.NewReplacer(" %", "%", " - ", "-").Replace(s)
	return withoutThousands(s)
}

// withoutThousands takes out the points, commas, spaces and apostrophes that
// group digits by three.
func withoutThousands(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if strings.IndexByte(".,' ", s[i]) < 0 || !groups(s, i) {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// groups reports whether the byte at i stands between digits, with exactly
// three after it.
func groups(s string, i int) bool {
	return i > 0 && text.IsDigit(s[i-1]) && i+3 < len(s) && text.IsDigit(s[i+1]) && text.IsDigit(s[i+2]) && text.IsDigit(s[i+3]) &&
		(i+4 == len(s) || !text.IsDigit(s[i+4]))
}

func decimalBefore(before string) bool {
	n := len(before)
	return n > 1 && strings.IndexByte(".,-", before[n-1]) >= 0 && text.IsDigit(before[n-2])
}

func decimalAfter(after string) bool {
	return len(after) > 1 && strings.IndexByte(".,-", after[0]) >= 0 && text.IsDigit(after[1])
}
