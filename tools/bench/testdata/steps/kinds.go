package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

// A kind is files in which one thing stands again and again.
type kind struct {
	name  string
	files map[string]string
}

// size is about how many bytes a kind has: many times what a rule looks at
// together.
const size = 30_000

const front = "---\ntitle: Proef\ntype: explainer\nsummary: Een proef.\n---\n"

// lang is the language that they are in: the one that the site begins with.
var lang string

// units stand in paragraphs as long as there may be, and each in one of its
// own.
var units = []string{
	// marks
	"[a](", "![", "[](", "[a][b] ", "[[a]] ", "*a ", "_*a", "**", "~~a", "`a` ", "`", "<a>", "<http://a.nl> ", "{#a} ", "a {#b}\n", "{{ a }} ", "\\a", "[^1] ", "> ", "- a\n", "- [ ] iets\n",
	"1. a\n", "## kop\n", "a\n: b\n", "| a | b |\n", "|a|b|c|d|e|f\n", "```\na\n```\n", "```figures\ntopic: x\n```\n", "<!-- a -->", "a <!-- allow search-key until 2027-01-01 by a: b -->\n", "a\n===\n", "a\tb ",
	// links
	"[a](b) ", "[a](weg-af.md) ", "[a](proef.md#x) ", "[p. 3](cite:x) ", "[3](figure:x) ", "[a](term:x) ", "[a](case:x) ", "http://a.nl ", "https://a.nl/b ", "a@b.nl ", "t.me/", "[a]: b\n",
	// signs
	"#abc ", "#a ", "@a ", "😀 ", "‘a’ ", "\"a\" ", "«a» ", "... ", "→ ", "€ 5 ", "² ", "½ ", "a; ", "a, ", "a: b ", "a – b ", ". ", "A.B. ", "(a) ", "Wat! ", "Wie? ", "&amp;", "&#65;",
	// characters
	"a\u200Bb ", "a\u00ADb ", "a\u00A0", "e\u0301", "\u202Ea ", "\uE000", "ﬁ", "a\x01", "аbc ", "абв ", "αβγ ", "漢字", "één ",
	// numbers
	"0 ", "112 ", "113 ", "1.000 ", "5% ", "06-", "06-12345678 ", "+31612345678 ", "0800-0113 ", "9789012345678 ", "10.1000/182 ", "In 2019 ", "1 mei 2019 ", "2019-05-01 ", "geldt 1 mei 2019 ", "geldt [1](cite:hcss-com) ", "14-jarige ", "van 14 tot 17 jaar ",
	// words
	"a ", "is is ", "AA ", "Aa Bb ", "Zin. ", "de het een ", "the of and ", "aaaaaaaaaaaaaaaaaaaa", "onderzoeker Jan Jansen ", "Hij zei dat ", "bel 112 ", "u moet bellen ",
	"kinderporno ", "pleegt zelfmoord ", "suïcide bracht tot ", "‘a’ suïcide ", "TODO ", "lorem ipsum ", "zie pagina 3 ",
}

func kinds(whole fstest.MapFS) (all []kind) {
	s, _ := site.Load(whole)
	lang = s.DefaultLanguage()
	page := "content/begrijpen/proef." + lang + ".md"
	text := func(name, body string) {
		all = append(all, kind{name, map[string]string{page: front + body}})
	}
	record := func(name, file, body string) { all = append(all, kind{name, map[string]string{file: body}}) }
	many := func(unit string) string { return strings.Repeat(unit, size/len(unit)) }
	counted := func(unit string) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, unit, i)
			if i%300 == 299 && !strings.Contains(unit, "\n") {
				b.WriteString("\n\n")
			}
		}
		return b.String()
	}
	for _, unit := range units {
		text(fmt.Sprintf("%q in long paragraphs", unit), paragraphs(unit))
		text(fmt.Sprintf("%q in short ones", unit), many(strings.TrimSpace(unit)+"\n\n"))
	}
	lists := lists(whole)
	for _, name := range slices.Sorted(maps.Keys(lists)) {
		text("the words of "+name, paragraphs(strings.Join(lists[name], " ")+" "))
	}
	text("words that differ", counted("w%dx "))
	text("links that differ", counted("[a](x%d.md) "))
	text("headings that differ", counted("## Kop %d\n\n"))
	list := counted("  - a%d\n")
	record("a list in front matter", page, strings.Replace(front, "summary", "audience:\n"+list+"summary", 1)+"Tekst.\n")
	record("a list on one line in front matter", page, strings.Replace(front, "summary", "audience: ["+many("a, ")+"b]\nsummary", 1)+"Tekst.\n")
	record("a long text in front matter", page, strings.Replace(front, "Een proef.", many("aa bb cc "), 1)+"Tekst.\n")
	record("forms of a term", "content/begrippen/proef."+lang+".md", "---\ntitle: proef\ntype: term\nforms:\n"+list+"---\nIets.\n")
	record("a list in a record", "data/gaps/proef.yaml", "title:\n  "+lang+": Iets\nrefer:\n"+list)
	record("a list on one line in a record", "data/gaps/proef.yaml", "title:\n  "+lang+": Iets\nrefer: ["+many("a, ")+"b]\n")
	record("a long text in a record", "data/gaps/proef.yaml", "title:\n  "+lang+": "+many("aa bb cc ")+"\nrefer: [a]\n")
	record("authors of a source", "data/sources/proef.yaml", "title: Boek\ntype: book\nlabel: Boek (2020)\nauthor:\n"+many("  - {family: Jansen, given: Jan}\n"))
	record("a long title of a source", "data/sources/proef.yaml", "title: "+many("Een boek <i>over</i> ")+"\ntype: book\nlabel: Boek (2020)\n")
	record("pages that were released", "data/released.yaml", "pages:\n"+counted("  - /a%d\n"))
	record("redirects", "data/redirects.yaml", "addresses:\n"+counted("  - was: /a%d/\n    now: /weg\n"))
	return all
}

// paragraphs repeats a unit, in paragraphs nearly as long and as full of
// marks as there may be.
func paragraphs(unit string) string {
	marks := 0
	for _, mark := range []string{"[", "> ", "*", "_", "~"} {
		marks += strings.Count(unit, mark)
	}
	times := 7600 / len(unit)
	if marks > 0 {
		times = min(times, 490/marks)
	}
	one := strings.Repeat(unit, max(1, times)) + "\n\n"
	return strings.Repeat(one, size/len(one)+1)
}

// lists returns some words of each list of the lexicon.
func lists(whole fstest.MapFS) map[string][]string {
	doc, err := yaml.Parse(whole[site.LexiconFile(lang)].Data, diag.Position{})
	must(err)
	words := map[string][]string{}
	for pointer, word := range doc.Texts() {
		list := strings.Split(pointer, "/")[1]
		if len(words[list]) < 12 && len(word) < 40 {
			words[list] = append(words[list], word)
		}
	}
	return words
}
