package check

import (
	"cmp"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "built-help-line",
	Title:    "a text with a word of the list `crisis` that is published without the help line",
	Why:      "Somebody who reads it may be thinking of it. Whom to call stands in the same section, and with every text that is read by itself: a definition, a search result, a line of a download (ESP-05).",
	Wrong:    `<h2>…</h2><p>… [word of the list] …</p><h2>…`,
	Right:    `<h2>…</h2><p>… [word of the list] …</p><p><a href="tel:112">…</a> <a href="tel:113">…</a></p><h2>…`,
	Mend:     "let the layout show records/help.html in the section, or the export write the help lines with the entry. Needed are the numbers of the first two contacts with strip: true. The words are the list `crisis` in data/lexicon/<lang>.yaml. Navigation, links by themselves and literal titles need none.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		numbers := helpNumbers(p.Source)
		if len(numbers) == 0 {
			return
		}
		words := crisisWords(p.Source)
		for _, page := range p.Pages {
			p.withoutHelp(page, words[p.languageOf(page.URL)], numbers)
		}
		p.resultsWithoutHelp(words)
		p.linesWithoutHelp(words, stripPhones(p.Source)[:len(numbers)])
	},
})

// helpNumbers gives the telephone numbers that a help line must have: those of
// the first two contacts of the help strip.
func helpNumbers(s *site.Site) []string {
	numbers := stripNumbers(s)
	return numbers[:min(2, len(numbers))]
}

// stripNumbers gives the telephone numbers of the help strip, in their order,
// as a link has them.
func stripNumbers(s *site.Site) []string {
	var numbers []string
	for _, phone := range stripPhones(s) {
		numbers = append(numbers, dialled(phone))
	}
	return numbers
}

// stripPhones gives them as people read them.
func stripPhones(s *site.Site) []string {
	var strip []*site.Record
	for _, r := range s.RecordsOf("contact") {
		if r.Map()["strip"] == true {
			strip = append(strip, r)
		}
	}
	order := func(r *site.Record) uint64 { n, _ := r.Map()["order"].(uint64); return n }
	slices.SortStableFunc(strip, func(a, b *site.Record) int { return cmp.Compare(order(a), order(b)) })
	var phones []string
	for _, r := range strip {
		phones = append(phones, r.Text("phone", ""))
	}
	return phones
}

// dialled leaves of a telephone number what a tel: address has of it.
func dialled(number string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
}

func missingFrom(numbers []string, there func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(numbers), there)
}

// withoutHelp reports, once for each section and each element that stands
// alone, the first such word that has no help line with it.
func (p *BuiltPass) withoutHelp(page *built.Page, words crisis, numbers []string) {
	calls := map[int][]string{} // per section, outside what stands alone
	for _, part := range page.Passages {
		if !part.Alone {
			calls[part.Section] = append(calls[part.Section], part.Calls...)
		}
	}
	told := map[int]bool{}
	for _, part := range page.Passages {
		here := part.Calls
		if !part.Alone {
			here = calls[part.Section]
		}
		missing := missingFrom(numbers, func(n string) bool { return slices.Contains(here, n) })
		if len(missing) == 0 || !part.Alone && told[part.Section] {
			continue
		}
		if text, m, ok := firstCrisis(part.Texts, words); ok {
			told[part.Section] = told[part.Section] || !part.Alone
			p.Report(text.Position, "show the help line in this section or entry", "%q without %s", text.Value[m.From:m.To], strings.Join(missing, " and "))
		}
	}
}

func firstCrisis(texts []built.Text, words crisis) (built.Text, text.Mention, bool) {
	for _, text := range texts {
		if text.Literal {
			continue
		}
		if m, ok := words.first(text.Value); ok {
			return text, m, true
		}
	}
	return built.Text{}, text.Mention{}, false
}

// resultsWithoutHelp reports what a search can find that speaks of it, when
// the search page has no help line for its results or does not know the word.
func (p *BuiltPass) resultsWithoutHelp(words map[string]crisis) {
	known := map[string]bool{}
	for _, page := range p.Pages {
		for _, data := range page.Data {
			if data.Name == "data-help-words" {
				for _, word := range strings.Split(data.Value, "|") {
					known[word] = true
				}
			}
		}
	}
	for _, text := range p.Other {
		if path.Ext(text.File) != ".pf_fragment" {
			continue
		}
		var fragment struct{ Content, URL string }
		if json.Unmarshal([]byte(text.Value), &fragment) != nil {
			continue
		}
		lang := p.languageOf(fragment.URL)
		if m, ok := words[lang].first(fragment.Content); ok && !known[p.crisisWord(lang, fragment.Content[m.From:m.To])] {
			p.Report(text.Position, "let the search page know the lexicon's list, in data-help-words", "search result %s holds %q, and the search page has no help line for that word", fragment.URL, fragment.Content[m.From:m.To])
		}
	}
}

// crisisWord gives a word of the list as the list has it.
func (p *BuiltPass) crisisWord(lang, word string) string {
	for _, w := range p.Source.Lexicon(lang).Phrases("crisis") {
		if strings.EqualFold(w, word) {
			return w
		}
	}
	return word
}

// linesWithoutHelp looks for definitions that speak of it in what can be
// downloaded, and is read without the site around it.
func (p *BuiltPass) linesWithoutHelp(words map[string]crisis, phones []string) {
	probes := text.NewPhrases(definitionProbes(p.Source, words))
	for i, text := range p.Other {
		reach, isDownload := entryLines[path.Ext(text.File)]
		if !isDownload {
			continue
		}
		for _, m := range probes.Find(text.Value) {
			entry := p.around(i, reach)
			if missing := missingFrom(phones, func(n string) bool { return holdsNumber(entry, n) }); len(missing) > 0 {
				p.Report(text.Position, "let the export write the help lines with the entry", "an entry with %q without %s", text.Value[m.From:m.To], strings.Join(missing, " and "))
			}
		}
	}
}

// entryLines tells, for each kind of download, how many lines on either side
// of a definition belong to the same entry.
var entryLines = map[string]int{
	".csv": 0, ".tsv": 0, ".txt": 0, ".json": 8, ".jsonld": 40, ".ttl": 8, ".tbx": 8, ".md": 8,
}

func (p *BuiltPass) around(i, reach int) string {
	var b strings.Builder
	for j := max(0, i-reach); j <= i+reach && j < len(p.Other); j++ {
		if p.Other[j].File == p.Other[i].File {
			b.WriteString(p.Other[j].Value + "\n")
		}
	}
	return b.String()
}

// holdsNumber reports whether a telephone number stands in a text, and not as
// part of another.
func holdsNumber(entry, number string) bool {
	for at := 0; ; at++ {
		i := strings.Index(entry[at:], number)
		if i < 0 {
			return false
		}
		at += i
		if end := at + len(number); (at == 0 || !text.IsDigit(entry[at-1])) && (end == len(entry) || !text.IsDigit(entry[end])) {
			return true
		}
	}
}

// definitionProbes gives a piece of each definition that holds such a word:
// the words around it, as far as no export writes them in another way.
func definitionProbes(s *site.Site, words map[string]crisis) []string {
	var probes []string
	for _, t := range s.Terms {
		for lang, page := range t.Pages {
			if len(page.Doc.Paragraphs) == 0 || t.Internal(s) {
				continue
			}
			text := page.Doc.Paragraphs[0].Text
			if m, ok := words[lang].first(text); ok {
				probes = append(probes, probe(text, m)) // newPhrases leaves out ""
			}
		}
	}
	slices.Sort(probes)
	return probes
}

// probe widens a mention to the words around it that no export writes in
// another way; "" when the mention stands too much alone to be known by them.
func probe(text string, m text.Mention) string {
	from, to, words := m.From, m.To, 0
	for ; words < 3 && from > 0 && text[from-1] == ' '; words++ {
		word := text[strings.LastIndexByte(text[:from-1], ' ')+1 : from-1]
		if !isPlain(word) {
			break
		}
		from -= len(word) + 1
	}
	for ; words < 3 && to < len(text) && text[to] == ' '; words++ {
		word, _, _ := strings.Cut(text[to+1:], " ")
		if !isPlain(word) {
			break
		}
		to += len(word) + 1
	}
	if words < 2 {
		return ""
	}
	return text[from:to]
}

func isPlain(word string) bool {
	return word != "" && !strings.ContainsAny(word, "\"'<>&\\‘’“”[](),.;:")
}
