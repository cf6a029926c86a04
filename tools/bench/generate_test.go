package bench

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// The proportions of a large site: per page four citations and three term
// links, nine kilobytes of text; 500 sources. Half of the pages is Dutch, the
// other half their translation.
const (
	sources     = 500
	paragraphs  = 22
	wordsPerPar = 62

	wordsPerSentence = 15
)

// A glossary is as large as its terms and the forms of each.
type glossary struct{ terms, forms int }

var (
	usual = glossary{300, 0}
	large = glossary{1000, 6}
)

// generate writes a site with that many pages. The same numbers give the same bytes.
func generate(dir string, pages int, terms glossary) error {
	g := &generator{dir: dir, terms: terms, random: rand.New(rand.NewPCG(1, 2))}
	g.write("config.toml", "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\nweight = 1\n[languages.en]\nweight = 2\n"+
		"[params]\naudiences = [\"lezers\"]\ndomains = [\"taal\"]\nglossary = \"begrippen\"\n")
	for i := range sources {
		g.write(fmt.Sprintf("data/sources/bron-%d.yaml", i), fmt.Sprintf(sourceRecord, i, i))
	}
	for i := range terms.terms {
		g.write(fmt.Sprintf("content/begrippen/term-%d.nl.md", i), fmt.Sprintf(termPage, i, g.forms(i), "status: publish\ndomain: taal\n", i, i%sources))
		g.write(fmt.Sprintf("content/begrippen/term-%d.en.md", i), fmt.Sprintf(termPage, i, g.forms(i), "", i, i%sources))
	}
	for i := range pages / 2 {
		for _, lang := range []string{"nl", "en"} {
			g.write(fmt.Sprintf("content/sectie-%d/pagina-%d.%s.md", i%50, i, lang), g.page(lang, i, pages/2))
		}
	}
	return g.err
}

type generator struct {
	dir    string
	terms  glossary
	random *rand.Rand
	err    error
}

func (g *generator) write(name, text string) {
	if g.err != nil {
		return
	}
	file := filepath.Join(g.dir, name)
	if g.err = os.MkdirAll(filepath.Dir(file), 0o755); g.err != nil {
		return
	}
	g.err = os.WriteFile(file, []byte(text), 0o644)
}

const sourceRecord = `type: report
title: Rapport nummer %d
label: Rapport %d
publisher: Uitgever
issued: "2024"
grade: secondary
kind_of_use: read
about: {nl: Een rapport., en: A report.}
`

const termPage = `---
title: begrip %d
type: term
forms: [%s]
%sdate: 2026-01-01
checked: 2026-01-01
---
Een uitleg van enkele woorden lang, met nummer %d. [hfst. 1](cite:bron-%d)
`

// forms returns the other forms of a term, which stand in the text too.
func (g *generator) forms(term int) string {
	var forms []string
	for f := range g.terms.forms {
		forms = append(forms, fmt.Sprintf("vorm%dvan%d", f, term))
	}
	return strings.Join(forms, ", ")
}

var words = map[string][]string{
	"nl": strings.Fields("een groep mensen werkt samen aan de weg naar huis waar het licht brandt en niemand weet hoe lang dat nog duurt omdat de wind draait boven het water dat langzaam stijgt"),
	"en": strings.Fields("a group of people works together on the road towards home where the light burns and nobody knows how long that will last because the wind turns above the water which slowly rises"),
}

func (g *generator) page(lang string, i, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Pagina %d\nsummary: Over iets.\ntype: overview\nweight: 1\ndate: 2026-01-01\n---\n", i)
	for p := range paragraphs {
		if p%5 == 0 {
			fmt.Fprintf(&b, "## Kop %d {#kop-%d}\n\n", p/5, p/5)
		}
		for w := range wordsPerPar {
			word := words[lang][g.random.IntN(len(words[lang]))]
			if w%wordsPerSentence == 0 {
				word = strings.ToUpper(word[:1]) + word[1:]
			}
			b.WriteString(word)
			b.WriteString(after(w))
		}
		g.reference(&b, p, i, n)
		b.WriteString("\n\n")
	}
	return b.String()
}

// after returns what follows word w of a paragraph.
func after(w int) string {
	switch {
	case w%wordsPerSentence == wordsPerSentence-1:
		return ". "
	case w%5 == 4:
		return ", "
	}
	return " "
}

// reference ends a paragraph: four of them with a citation, three with a term,
// one with a link to another page.
func (g *generator) reference(b *strings.Builder, p, i, n int) {
	switch p {
	case 1, 6, 11, 16:
		fmt.Fprintf(b, "slot. [hfst. %d](cite:bron-%d)", 1+p%7, (i*7+p)%sources)
	case 3, 8, 13:
		t := (i*3 + p) % g.terms.terms
		fmt.Fprintf(b, "en een [begrip %d](term:term-%d).", t, t)
		if g.terms.forms > 0 {
			fmt.Fprintf(b, " Ook vorm%dvan%d hoort daarbij.", p%g.terms.forms, t)
		}
	case 18:
		j := (i + 1) % n
		fmt.Fprintf(b, "zie [pagina %d](../sectie-%d/pagina-%d.md#kop-1).", j, j%50, j)
	default:
		b.WriteString("slot.")
	}
}
