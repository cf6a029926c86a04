package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Warning, Rule{
	ID:    "text-cut",
	Title: "a text that breaks off",
	Why:   "Half a sentence was pasted or deleted, and with it perhaps the half that says what not to do.",
	Wrong: "De groepen veranderen omdat",
	Right: "De groepen veranderen omdat leden weggaan.",
	Mend:  "write the rest, or the full stop. A text of more than one sentence, and a paragraph, ends with a mark; no text ends with a word or phrase of the list `unfinished` in data/lexicon/<lang>.yaml; with one of `perhaps_unfinished`, which may be whole (discuss it), that is a remark.",
	Source: func(p *Pass) {
		unfinished, perhaps := p.Words("unfinished"), p.Words("perhaps_unfinished")
		for t := range p.Passages() {
			if endsInMark(t.Text) {
				continue
			}
			own := text.Tidy(t.Text)
			last := own[strings.LastIndexByte(own, ' ')+1:]
			open, doubtful := lastOf(unfinished[t.Lang], own), lastOf(perhaps[t.Lang], own)
			switch {
			case t.Kind == "line" || strings.HasSuffix(t.Kind, "locator") || text.CountWords(own) < 4 || t.IsCode(len(t.Text)-1):
			case open > doubtful:
				p.Report(t.At(len(t.Text)-1), "write the rest", "a text that ends with %q", last)
			case breaksOff(t, own):
				p.Report(t.At(len(t.Text)-1), "write the rest, or the full stop", "a text without an end: … %q", last)
			case doubtful > 0:
				p.As(Info).Report(t.At(len(t.Text)-1), "write the rest", "a text that ends with %q", last)
			}
		}
	},
})

// lastOf returns how long the phrase is that a text ends with, 0 for none.
func lastOf(phrases *text.Phrases, own string) int {
	if found := phrases.Find(own); len(found) > 0 && found[len(found)-1].To == len(own) {
		return len(found[len(found)-1].Of(own))
	}
	return 0
}

// endsInMark reports whether a text ends with another mark than a comma.
// Nearly all do.
func endsInMark(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " "))
	return !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != ','
}

// breaksOff reports whether a text that must end with a mark ends in a
// word.
func breaksOff(t *site.Passage, own string) bool {
	return t.Kind == "paragraph" && !endsInLink(t) || len(text.Sentences(own)) > 1
}

// endsInLink reports whether a link that is no citation is the end of a
// text: such a line leads somewhere.
func endsInLink(t *site.Passage) bool {
	return t.Page.Doc.LinkAt(t.Para, len(strings.TrimRight(t.Text, " "))-1) != nil
}
