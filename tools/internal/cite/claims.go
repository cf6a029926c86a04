package cite

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/text"
)

// Claims knows how a language makes claims.
type Claims struct {
	attribution   *text.Phrases   // according to …
	amounts       *text.Phrases   // dozens of …
	pointing      *text.Phrases   // of these: what a page that is linked does, too
	unsourced     *text.Phrases   // says of itself that it has no source
	unknown       *text.Phrases   // says what nobody knows
	address       *text.Phrases   // you, we, this page: no claims about the world
	indirect      *text.Phrases   // what, how: begins a sentence that tells where a question is answered
	condition     *text.Phrases   // if
	joints        map[string]bool // so, and: stands before an instruction
	imperative    map[string]bool // first words of an instruction
	counted       map[string]bool // what a number of people or cases stands before
	perCent       []string
	numbered      map[string]bool // after these a number is a label
	months        map[string]bool
	organisations *text.Phrases // who sources are by
}

// NewClaims returns what a language knows of claims: words returns a list
// of its lexicon, organisations are who sources are by.
func NewClaims(words func(list string) []string, organisations []string) *Claims {
	address := slices.Concat(words("address"), words("itself"))
	for _, word := range slices.Clone(address) { // two letters and three, also at the head of a sentence
		address = append(address, text.Capitalised(word))
	}
	attribution := text.NewPhrases(words("attribution"))
	attribution.Except = text.NewPhrases(words("says_nothing"))
	return &Claims{
		attribution: attribution, amounts: text.NewPhrases(words("amounts")),
		pointing: text.NewPhrases(words("pointing")), unsourced: text.NewPhrases(words("unsourced")), unknown: text.NewPhrases(words("not_known")), address: text.NewPhrases(address),
		indirect: text.NewPhrases(words("indirect")), condition: text.NewPhrases(words("condition")), joints: text.Set(words("joints")),
		imperative: text.Set(words("imperative")), counted: text.Set(words("counted")),
		perCent: words("per_cent"), numbered: text.Set(words("numbered")), months: text.Set(words("months")),
		organisations: text.NewPhrases(organisations),
	}
}

// maxUncited is how many words a paragraph may tell, outside questions and
// instructions, before it must say where they come from.
const maxUncited = 30

// IsFactual reports whether a paragraph makes claims: whether a sentence
// that is none of the author's own holds a number, an attribution or the
// name of a source, or such sentences together have more than maxUncited
// words and are not marked as our own. To say that something is not known
// is no claim.
func (c *Claims) IsFactual(doc *md.Doc, para *md.Paragraph) bool {
	words, quoted := 0, text.Quotations(para.Text)
	for _, s := range text.Sentences(para.Text) {
		sentence := s.Of(para.Text)
		if c.IsOwn(sentence) || c.unknown.Has(sentence) && !c.NamesSource(doc, para, s) {
			continue
		}
		leads := leadsOn(doc, para, s)
		if leads && c.indirect.Begin(sentence) && c.pointing.Has(sentence) {
			continue
		}
		if c.attributes(para.Text, s, leads, quoted) || c.NamesSource(doc, para, s) || c.holdsCount(doc, para, s) {
			return true
		}
		if !leads {
			words += text.CountWords(sentence)
		}
	}
	return words > maxUncited && !doc.Leads(para, "own")
}

// attributes reports whether a sentence says who claims it. In one that
// leads to a page, what the page describes or counts is no claim of
// somebody's; nor is what an example says between quotation marks.
func (c *Claims) attributes(para string, s text.Range, leads bool, quoted []text.Range) bool {
	sentence := s.Of(para)
	return slices.ContainsFunc(c.attribution.Find(sentence), func(m text.Mention) bool {
		return !text.Within(quoted, s.From+m.From) && (!leads || !c.pointing.Has(m.Of(sentence)))
	})
}

// IsOwn reports whether a sentence is no claim about the world: a question,
// an instruction, or one that addresses the reader or speaks of the site
// itself.
func (c *Claims) IsOwn(sentence string) bool {
	sentence = strings.TrimSpace(sentence)
	return strings.HasSuffix(sentence, "?") || c.Instructs(sentence) || c.address.Has(sentence)
}

// Instructs reports whether a sentence begins with an instruction, or names
// first when or how to follow one: "if that is so, call", "schrijft hij
// dat, bel".
func (c *Claims) Instructs(sentence string) bool {
	when, then, _ := strings.Cut(sentence, ", ")
	return !c.condition.Begin(sentence) && c.orders(sentence) || !strings.ContainsAny(when, digits) && c.orders(then)
}

const digits = "0123456789"

// orders reports whether words begin with an instruction.
func (c *Claims) orders(sentence string) bool {
	first, rest, _ := strings.Cut(sentence, " ")
	if c.joints[strings.ToLower(first)] {
		first, _, _ = strings.Cut(rest, " ")
	}
	return c.imperative[strings.ToLower(strings.Trim(first, ",.:;"))]
}

// IsUnsourced reports whether a text says of itself that it has no source.
func (c *Claims) IsUnsourced(s string) bool { return c.unsourced.Has(s) }

// IsAttributed reports whether a sentence says who claims it.
func (c *Claims) IsAttributed(sentence string) bool { return c.attribution.Has(sentence) }

// NamesSource reports whether a sentence names who a source is by, in plain
// words: a link to an organisation is a way to help.
func (c *Claims) NamesSource(doc *md.Doc, para *md.Paragraph, s text.Range) bool {
	return slices.ContainsFunc(c.organisations.Find(s.Of(para.Text)), func(m text.Mention) bool {
		return doc.LinkAt(para, s.From+m.From) == nil && !isShortOf(doc, para, s.From+m.From)
	})
}

// isShortOf reports whether a name stands in brackets right after a link:
// it is the short one of what is linked.
func isShortOf(doc *md.Doc, para *md.Paragraph, at int) bool {
	before, inBrackets := strings.CutSuffix(para.Text[:at], " (")
	return inBrackets && before != "" && doc.LinkAt(para, len(before)-1) != nil
}

// leadsOn reports whether a sentence leads to a page or to help.
func leadsOn(doc *md.Doc, para *md.Paragraph, s text.Range) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool {
		link := &doc.Links[i]
		return s.Holds(link.Offset) && (link.IsTo("contact") || md.IsPageLink(link.Dest))
	})
}

// IsSourced reports whether a paragraph brings a source with it.
func IsSourced(doc *md.Doc, para *md.Paragraph) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool { return bringsSource(&doc.Links[i]) })
}

// IsSourcedIn reports whether a source stands in a sentence.
func IsSourcedIn(doc *md.Doc, para *md.Paragraph, sentence text.Range) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool {
		return sentence.Holds(doc.Links[i].Offset) && bringsSource(&doc.Links[i])
	})
}

// bringsSource reports whether a link is a citation, or leads to a record
// that has its own.
func bringsSource(link *md.Link) bool {
	return link.IsTo("cite") || link.IsTo("figure") || link.IsTo("case")
}

// IsCited reports whether a citation stands in a sentence or directly
// after.
func IsCited(doc *md.Doc, para *md.Paragraph, sentence text.Range) bool {
	return slices.ContainsFunc(para.Links, func(i int) bool {
		link := &doc.Links[i]
		inside := sentence.Holds(link.Offset) || link.Offset >= sentence.From && sentence.To == len(para.Text)
		return inside && link.IsTo("cite")
	})
}
