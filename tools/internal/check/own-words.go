package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "own-words",
	Title:    "eight words or more in a row that also stand in a given text",
	Why:      "The site says in its own words what a source says: that respects its author, and it is how an editor shows to have understood it.",
	Wrong:    "a sentence of the report, with its commas changed",
	Right:    "what the sentence comes down to, shorter and for this reader",
	Mend:     "say it anew. Only wijzer check --against DIR looks, at the texts in DIR; titles and names in records may be used in full.",
	Severity: diag.Error,
})

// Against compares the site's own words with other texts, by name, and reports
// what they share, as findings of the rule own-words.
func Against(s *site.Site, texts map[string]string) []diag.Diagnostic {
	var found []diag.Diagnostic
	r := reporter{rule: registry["own-words"], found: &found}
	corpus, free := text.NewCorpus(texts), text.NewFreeTexts(literals(s))
	compare := func(own *runningText) {
		for _, run := range corpus.Find(own.text) {
			words := run.Of(own.text)
			if !free.Hold(words) {
				r.Report(own.at(run.From), "say it in your own words", "%d words in a row as in %q: %q", run.Count, run.Source, shorten(words))
			}
		}
	}
	for _, page := range s.Pages {
		eachPageText(page, compare)
	}
	for _, record := range s.Records {
		eachRecordText(s, record, compare)
	}
	eachQuotation(s, compare)
	return diag.Sort(withSeverities(found, s))
}

// eachQuotation visits the block quotations: they are no way around the rule.
func eachQuotation(s *site.Site, visit func(*runningText)) {
	for _, page := range s.Pages {
		for i := range page.Doc.Paragraphs {
			if para := &page.Doc.Paragraphs[i]; para.Quoted && !para.Alert {
				visit(&runningText{lang: page.Lang, text: para.Text, doc: page.Doc, para: para})
			}
		}
	}
}

// literalKeys are the keys in records under which a text is a title or a name.
var literalKeys = []string{"title", "container-title", "publisher", "name", "label", "literal", "family", "given"}

// literals lists the titles and names in the records.
func literals(s *site.Site) []string {
	var out []string
	for _, r := range s.Records {
		eachText(r.Value, "", func(pointer, text string) {
			if isUnder(pointer, literalKeys) {
				out = append(out, text)
			}
		})
	}
	return out
}

// isUnder reports whether a JSON pointer passes one of the keys.
func isUnder(pointer string, keys []string) bool {
	return slices.ContainsFunc(strings.Split(pointer, "/"), func(part string) bool { return slices.Contains(keys, part) })
}

// shorten cuts a quotation in a message to a length that can be read.
func shorten(text string) string {
	const most = 120
	if len(text) <= most {
		return text
	}
	cut := most
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut] + "…"
}
