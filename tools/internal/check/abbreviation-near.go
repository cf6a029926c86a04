package check

import (
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "abbreviation-near",
	Title:    "an abbreviation with the letters of a known one in another order",
	Why:      "It stands for nothing, or for another organisation.",
	Wrong:    "De DVTC waarschuwde.",
	Right:    "De DTVC waarschuwde.",
	Mend:     "write the known one, or name this one in a term, source or contact.",
	Set:      GlossaryRules,
	Severity: Error,
	Source: func(p *Pass) {
		known := map[string]string{} // by letters in order of the alphabet
		add := func(name string) {
			for _, word := range abbreviations(name) {
				known[sorted(word.Of(name))] = word.Of(name)
			}
		}
		for entry := range p.Entries() {
			for _, name := range entry.Names() {
				add(name)
			}
		}
		names := sync.OnceValue(func() string { return knownNames(p) })
		for t := range p.Passages() {
			for _, r := range abbreviations(t.Text) {
				word := r.Of(t.Text)
				if right := known[sorted(word)]; right != "" && right != word && !strings.Contains(names(), text.Fold(word)) && !t.IsCode(r.From) && t.Kind != "line" {
					p.Report(t.At(r.From), "write "+right, "%q has the letters of %q", word, right)
				}
			}
		}
	},
})

// abbreviations finds the words of three capitals or more.
func abbreviations(s string) (found []text.Range) {
	from := -1
	for i := 0; i <= len(s); i++ {
		capital := i < len(s) && s[i] >= 'A' && s[i] <= 'Z'
		switch {
		case capital && from < 0 && !text.EndsInWord(s[:i]):
			from = i
		case !capital && from >= 0:
			if i-from >= 3 && !text.StartsWithWord(s[i:]) {
				found = append(found, text.Range{From: from, To: i})
			}
			from = -1
		}
	}
	return found
}

func sorted(word string) string {
	letters := []byte(word)
	slices.Sort(letters)
	return string(letters)
}
