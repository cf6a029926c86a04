package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "own-words",
	Title:  "eight words or more in a row that also stand in a given text",
	Why:    "The site says in its own words what a source says: that respects its author, and it is how an editor shows to have understood it.",
	Wrong:  "a sentence of the report, with its commas changed",
	Right:  "what the sentence comes down to, shorter and for this reader",
	Mend:   "say it anew. Only wijzer check --against DIR looks, at the texts in DIR; titles and names in records may be used in full.",
	Safety: true,
	Against: func(p *Pass, texts map[string]string) {
		corpus, free := text.NewCorpus(texts), text.NewFreeTexts(literals(p.Site))
		for t := range p.Passages() {
			for _, o := range corpus.Find(t.Text) {
				reportTaken(p, t.At(o.From), o, t.Text, free)
			}
		}
		for _, page := range p.Pages {
			for i := range page.Doc.Paragraphs { // block quotations are no way around it
				if para := &page.Doc.Paragraphs[i]; para.Quoted && !para.Alert {
					for _, o := range corpus.Find(para.Text) {
						reportTaken(p, page.Doc.At(para, o.From), o, para.Text, free)
					}
				}
			}
		}
	},
})

func reportTaken(p *Pass, at diag.Position, o text.Overlap, s string, free text.FreeTexts) {
	if words := o.Of(s); !free.Hold(words) {
		p.Report(at, "say it in your own words", "%d words in a row as in %q: %q", o.Count, o.Source, shorten(words))
	}
}

// literalKeys are the keys in records under which a text is a title or a
// name.
var literalKeys = []string{"title", "container-title", "publisher", "name", "label", "literal", "family", "given"}

// literals lists the titles and names in the records.
func literals(s *site.Site) (out []string) {
	for _, r := range s.Records {
		for pointer, words := range r.Texts() {
			isLiteral := func(part string) bool { return slices.Contains(literalKeys, part) }
			if slices.ContainsFunc(strings.Split(pointer, "/"), isLiteral) {
				out = append(out, words)
			}
		}
	}
	return out
}

// shorten cuts a quotation in a message to a length that can be read.
func shorten(s string) string {
	const most = 120
	if len(s) <= most {
		return s
	}
	cut := most
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}
