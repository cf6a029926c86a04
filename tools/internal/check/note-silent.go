package check

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "note-silent",
	Title:   "a note that is silent on the gravest thing that its page speaks of, or that is about another page",
	Why:     "Who is vulnerable to that decides by the note whether to read on (ESP-25): a note that names everything else lets them walk into it.",
	Wrong:   "note: Deze pagina gaat over herstel.   # below: ## [a word of the list]",
	Right:   "note: Deze pagina gaat over herstel en noemt [the word].",
	Mend:    "name it in the note, in neutral words. Looked at are sensitive pages whose title, a heading, or several paragraphs hold a word of the list `crisis` in data/lexicon/<lang>.yaml, and those with the note of another page, whose words, or words of their `families`, stand in that one's text and not in their own.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		words := p.CrisisWords()
		for _, page := range p.Pages {
			if page.Sensitive && page.Note != "" && !words[page.Lang].Has(page.Note) && speaksOf(page.Passages(), words[page.Lang]) {
				p.Report(page.Front.Doc.Position("/note"), "name it in the note, in neutral words", "the page speaks of what the list `crisis` is about, and its note does not say so")
			}
		}
		reportOtherNotes(p)
	},
})

// severalParagraphs is how many speak of something before a page is about
// it.
const severalParagraphs = 3

// speaksOf reports whether the title, a heading or several paragraphs hold
// one of the words.
func speaksOf(passages iter.Seq[*site.Passage], words *text.Phrases) bool {
	n := 0
	for t := range passages {
		switch {
		case !words.Has(t.Text):
		case t.Kind == "heading" || t.Kind == "title":
			return true
		case t.Para != nil:
			n++
		}
	}
	return n >= severalParagraphs
}

// reportOtherNotes reports notes that two pages have, and of which only the
// other page speaks: somebody copied it, and it warns of what is not there.
func reportOtherNotes(p *Pass) {
	idle := p.wordSets("stop_words")
	for _, lang := range p.Languages {
		with, in := map[string][]*site.Page{}, map[string]int{}
		for _, page := range p.Pages {
			if page.Lang == lang && page.Sensitive && page.Note != "" {
				if with[page.Note] = append(with[page.Note], page); len(with[page.Note]) == 1 {
					for word := range wordsIn(page.Note) {
						in[word]++
					}
				}
			}
		}
		for note, pages := range with {
			telling := wordsIn(note)
			maps.DeleteFunc(telling, func(word string, _ bool) bool {
				return len(word) < minTelling || idle[lang][word] || in[word] > 1+len(with)/8 // "this page is about"
			})
			if len(pages) < 2 || len(telling) == 0 {
				continue
			}
			for _, family := range p.Lexicon(lang).Groups("families") {
				if slices.ContainsFunc(family, func(word string) bool { return telling[word] }) {
					for _, word := range family {
						telling[word] = true
					}
				}
			}
			var silent []*site.Page
			for _, page := range pages {
				if !saysAny(page, telling) {
					silent = append(silent, page)
				}
			}
			for _, page := range silent {
				if len(silent) < len(pages) {
					p.Report(page.Front.Doc.Position("/note"), "say what this page is about", "the note is that of another page: no word of %q stands in the text", note)
				}
			}
		}
	}
}

// minTelling is how many letters a word has at least that tells what a note
// is about.
const minTelling = 5

// saysAny reports whether a page has one of some words, its note left
// aside.
func saysAny(page *site.Page, words map[string]bool) bool {
	for t := range page.Passages() {
		if t.Kind == "note" {
			continue
		}
		for said := range wordsIn(t.Text) {
			for word := range words {
				if strings.Contains(said, word) {
					return true
				}
			}
		}
	}
	return false
}

// wordsIn returns the words of a text, in lower case.
func wordsIn(s string) map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(c rune) bool { return !text.InWord(c) }) {
		words[word] = true
	}
	return words
}
