package check

import (
	"strings"
	"unicode"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// claims knows how a language makes claims: the lexicon's lists, ready to use.
type claims struct {
	attribution  *text.Phrases   // according to …
	amounts      *text.Phrases   // dozens of …
	unsourced    *text.Phrases   // says of itself that it has no source
	address      *text.Phrases   // you, we: no claims about the world
	imperative   map[string]bool // first words of an instruction
	counted      map[string]bool // what a number of people or cases stands before
	perCent      []string
	numbered     map[string]bool // after these a number is a label
	months       map[string]bool
	organisation *text.Phrases // who sources are by
}

func newClaims(p *Pass, lang string) *claims {
	x := p.Lexicon(lang)
	address := x.Phrases("address")
	for _, word := range x.Phrases("address") { // two letters and three, also at the head of a sentence
		address = append(address, text.Capitalised(word))
	}
	return &claims{
		attribution: text.NewPhrases(x.Phrases("attribution")), amounts: text.NewPhrases(x.Phrases("amounts")),
		unsourced: text.NewPhrases(x.Phrases("unsourced")), address: text.NewPhrases(address),
		imperative: text.Set(x.Phrases("imperative")), counted: text.Set(x.Phrases("counted")),
		perCent: x.Phrases("per_cent"), numbered: text.Set(x.Phrases("numbered")), months: text.Set(x.Phrases("months")),
		organisation: text.NewPhrases(publishers(p)),
	}
}

// eachClaimant visits the pages with the claims of their language.
func eachClaimant(p *Pass, visit func(*site.Page, *claims)) {
	by := map[string]*claims{}
	for _, lang := range p.Languages {
		by[lang] = newClaims(p, lang)
	}
	for _, page := range p.Pages {
		visit(page, by[page.Lang])
	}
}

// publishers lists who the sources are by, as far as an organisation, with
// what they are short for: publishers, authors and labels.
func publishers(p *Pass) []string {
	var names []string
	add := func(name string) {
		full, rest, _ := strings.Cut(name, "(")
		short, _, _ := strings.Cut(rest, ")")
		for _, n := range []string{strings.Trim(full, " ,"), short} {
			if strings.ContainsFunc(n, unicode.IsUpper) && !strings.ContainsFunc(short, unicode.IsDigit) {
				names = append(names, n)
			}
		}
	}
	for _, r := range p.RecordsOf("source") {
		add(r.Text("publisher", ""))
		add(r.Text("container-title", ""))
		for _, lang := range p.Languages {
			label, _, _ := strings.Cut(r.Text("label", lang), "(")
			add(label)
		}
	}
	return names
}

// isSourced reports whether a link brings a source with it.
func isSourced(link *md.Link) bool {
	scheme, _ := md.SplitDest(link.Dest)
	return scheme == "cite" || scheme == "figure" || scheme == "case"
}

// citedFrom gives the place of the paragraph's last citation: what stands
// before it has a source. -1 for none.
func citedFrom(doc *md.Doc, para *md.Paragraph) int {
	last := -1
	for _, i := range para.Links {
		if scheme, _ := md.SplitDest(doc.Links[i].Dest); scheme == "cite" {
			last = doc.Links[i].Offset
		}
	}
	return last
}

// citedIn reports whether a citation stands in a sentence or directly after.
func citedIn(doc *md.Doc, para *md.Paragraph, sentence text.Range) bool {
	for _, i := range para.Links {
		link := &doc.Links[i]
		if scheme, _ := md.SplitDest(link.Dest); scheme != "cite" || link.Offset < sentence.From {
			continue
		}
		if link.Offset < sentence.To || sentence.To == len(para.Text) {
			return true
		}
	}
	return false
}

// isOwn reports whether a sentence is no claim about the world: a question, an
// instruction, or one that addresses the reader or speaks of the site itself.
func (c *claims) isOwn(sentence string) bool {
	sentence = strings.TrimSpace(sentence)
	first, _, _ := strings.Cut(sentence, " ")
	return strings.HasSuffix(sentence, "?") || c.imperative[strings.ToLower(strings.Trim(first, ",.:;"))] ||
		len(c.address.Find(sentence)) > 0
}
