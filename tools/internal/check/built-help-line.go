package check

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "built-help-line",
	Title:  "a text with a word of the list `crisis` that is published without the help line",
	Why:    "Somebody who reads it may be thinking of it. Whom to call stands in the same section, and with every text that is read by itself: a definition, a search result, a line of a download (ESP-05).",
	Wrong:  `<h2>…</h2><p>… [word of the list] …</p><h2>…`,
	Right:  `<h2>…</h2><p>… [word of the list] …</p><p><a href="tel:112">…</a> <a href="tel:113">…</a></p><h2>…`,
	Mend:   "let the layout show records/help.html in the section, or the export write the help lines with the entry. Needed are the numbers of the first two contacts with strip: true. The words are the list `crisis` in data/lexicon/<lang>.yaml. Navigation, links by themselves and literal titles need none.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		lines, words := p.Source.HelpLines(), p.Source.CrisisWords()
		if len(lines) == 0 {
			return nil
		}
		return func(page *built.Page) {
			p.withoutHelp(page, words[p.Source.LanguageOf(page.URL)], lines)
			for _, data := range page.Data {
				if data.Name == "data-help-words" {
					p.Note(data.Value)
				}
			}
		}
	},
	Built: func(p *BuiltPass) {
		if lines, words := p.Source.HelpLines(), p.Source.CrisisWords(); len(lines) > 0 {
			p.resultsWithoutHelp(words)
			p.linesWithoutHelp(words, lines)
		}
	},
})

// withoutHelp reports, once for each section and each element that stands
// alone, the first such word that has no help line with it.
func (p *BuiltPass) withoutHelp(page *built.Page, words *text.Phrases, lines site.Lines) {
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
		missing := lines.Without(here)
		if len(missing) == 0 || !part.Alone && told[part.Section] {
			continue
		}
		if at, word, ok := firstCrisis(part.Texts, words); ok {
			told[part.Section] = told[part.Section] || !part.Alone
			p.Report(at, "show the help line in this section or entry", "%q without %s", word, missing)
		}
	}
}

func firstCrisis(texts []built.Text, words *text.Phrases) (at diag.Position, word string, ok bool) {
	for _, t := range texts {
		if found := words.Find(t.Value); len(found) > 0 && !t.Literal {
			return t.Position, found[0].Of(t.Value), true
		}
	}
	return at, "", false
}

// resultsWithoutHelp reports what a search can find that speaks of it, when
// the search page has no help line for its results or does not know the
// word.
func (p *BuiltPass) resultsWithoutHelp(words map[string]*text.Phrases) {
	known := map[string]bool{}
	for _, words := range p.Notes {
		for word := range strings.SplitSeq(words, "|") {
			known[strings.ToLower(word)] = true
		}
	}
	for _, t := range p.Other {
		var passages []struct{ Text string }
		if !built.IsSearchIndex("/"+t.File) || json.Unmarshal([]byte(t.Value), &passages) != nil {
			continue
		}
		for _, passage := range passages {
			found := words[built.IndexLanguage("/"+t.File)].Find(passage.Text)
			if len(found) > 0 && !known[strings.ToLower(found[0].Of(passage.Text))] {
				p.Report(t.Position, "let the search page know the lexicon's list, in data-help-words",
					"a search result holds %q, and the search page has no help line for that word", found[0].Of(passage.Text))
			}
		}
	}
}

// linesWithoutHelp looks for definitions that speak of it in what can be
// downloaded, and is read without the site around it.
func (p *BuiltPass) linesWithoutHelp(words map[string]*text.Phrases, lines site.Lines) {
	probes := text.NewPhrases(definitionProbes(p.Source, words))
	for i, t := range p.Other {
		reach, isDownload := entryLines[path.Ext(t.File)]
		if !isDownload || built.IsSearchIndex("/"+t.File) {
			continue
		}
		for _, m := range probes.Find(t.Value) {
			if missing := numbersMissing(p.around(i, reach), lines); len(missing) > 0 {
				p.Report(t.Position, "let the export write the help lines with the entry", "an entry with %q without %s", m.Of(t.Value), strings.Join(missing, " and "))
			}
		}
	}
}

// entryLines tells, for each kind of download, how many lines on either
// side of a definition belong to the same entry.
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

// numbersMissing lists the telephone numbers, as people read them, that do
// not stand in an entry.
func numbersMissing(entry string, lines site.Lines) (missing []string) {
	for _, c := range lines {
		if !holdsNumber(entry, c.Shown) {
			missing = append(missing, c.Shown)
		}
	}
	return missing
}

// holdsNumber reports whether a telephone number stands in a text, and not
// as part of another.
func holdsNumber(entry, number string) bool {
	return text.HoldsWhere(entry, number, func(before, after string) bool {
		return (before == "" || !text.IsDigit(before[len(before)-1])) && (after == "" || !text.IsDigit(after[0]))
	})
}

// definitionProbes lists a piece of each definition that holds such a word:
// the words around it, as far as no export writes them in another way.
func definitionProbes(s *site.Site, words map[string]*text.Phrases) (probes []string) {
	for e := range s.Entries() {
		first := e.First()
		if first == nil || e.Term.Status == glossary.Internal {
			continue
		}
		if found := words[e.Lang].Find(first.Text); len(found) > 0 {
			probes = append(probes, probe(first.Text, found[0].Range)) // NewPhrases leaves out ""
		}
	}
	slices.Sort(probes)
	return probes
}

// probe widens a mention to the words around it that no export writes in
// another way; "" when the mention stands too much alone to be known by
// them.
func probe(definition string, m text.Range) string {
	from, to, words := m.From, m.To, 0
	for ; words < 3 && from > 0 && definition[from-1] == ' '; words++ {
		word := definition[strings.LastIndexByte(definition[:from-1], ' ')+1 : from-1]
		if !isPlain(word) {
			break
		}
		from -= len(word) + 1
	}
	for ; words < 3 && to < len(definition) && definition[to] == ' '; words++ {
		word, _, _ := strings.Cut(definition[to+1:], " ")
		if !isPlain(word) {
			break
		}
		to += len(word) + 1
	}
	if words < 2 {
		return ""
	}
	return definition[from:to]
}

func isPlain(word string) bool {
	return word != "" && !strings.ContainsAny(word, "\"'<>&\\‘’“”[](),.;:")
}
