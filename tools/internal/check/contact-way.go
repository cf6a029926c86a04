package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "contact-way",
	Title:   "a contact that is to be called, mailed or chatted with, or promises to be anonymous or silent, and its record knows nothing of that; or that is said to ask for a name, and its record says that it does not; or that is for others, by their age, than its record says",
	Why:     "Who is told to call a line that only chats gives up. Who was promised to stay unknown and is not, does not come back. Who reads that a line is for older children does not call it.",
	Wrong:   "Bel de [Fietslijn](contact:fietslijn).   # its record has no number",
	Right:   "Kijk bij de [Fietslijn](contact:fietslijn).",
	Mend:    "say what the record of the contact says, or correct the record from its source. Looked at are clauses with a word of `by_phone`, `by_chat`, `by_mail`, `unnamed` or `secret` in data/lexicon/<lang>.yaml that name contacts, none of which has a number, a chat or such a word in its record, or a mail address. For `unnamed` and `secret` the contacts of the sentence count where the clause has none. A clause with a word of `negation` or `open` promises nothing. What people are called by their job (`secret_names`) promises nothing either. A warning is a word of `named` (give your name) in a sentence without one of `unnamed`, also of a contact's own record, where the records of all contacts that it is about have such a word; a word of `negation` or `open` around it leaves it open. Ages are looked at in sentences that name one contact, or stand in a paragraph that does: two numbers with a word of the list `until` between them (of one with … a part before, a part between), or a number after a word of `age_limit`.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		open := p.Words("negation", "open")
		reportNameAsked(p.As(Warning), p)
		reportOtherAges(p)
		for _, way := range []string{"by_phone", "by_chat", "by_mail", "unnamed", "secret"} {
			words := p.Words(way)
			for t := range p.Passages() {
				if t.Record != nil && t.Record.Kind != "signal" || p.IsColophon(t.Page) || !p.isAdvice(t) {
					continue
				}
				read := 0 // up to where: what holds of one word of a clause holds of all
				for _, m := range words[t.Lang].Find(t.Text) {
					if m.From < read || t.IsCode(m.From) || t.Kind == "line" && isPart(t.Text, m.Range) {
						continue
					}
					clause := clauseAt(p, t, m.From)
					read = clause.To
					named := contactsIn(p, t, clause)
					if len(named) == 0 && !strings.HasPrefix(way, "by_") {
						named = contactsIn(p, t, t.SentenceAt(m.From))
					}
					has := func(c *site.Contact) bool { return hasWay(c, way, words) }
					if len(named) > 0 && !open[t.Lang].Has(clause.Of(t.Text)) && !slices.ContainsFunc(named, has) {
						p.Report(t.At(m.From), "say what its record says", "%q, and the record of contact %q knows nothing of that", m.Of(t.Text), named[0].ID)
					}
				}
			}
		}
	},
})

// isPart reports whether a word is a part of another with a hyphen, as of
// an id.
func isPart(s string, word text.Range) bool {
	return strings.HasSuffix(s[:word.From], "-") || strings.HasPrefix(s[word.To:], "-")
}

// reportNameAsked reports a contact that is said to ask for a name, against
// its record.
func reportNameAsked(r reporter, p *Pass) {
	asked, unnamed, open := p.Words("named"), p.Words("unnamed"), p.Words("negation", "open")
	for lang := range open {
		open[lang].Except, unnamed[lang].Except = asked[lang], asked[lang] // "not anonymously"
	}
	for t := range p.Passages() {
		own := t.Record != nil && t.Record.Kind == "contact" && t.Kind != verify
		if t.Record != nil && t.Record.Kind != "signal" && !own || p.IsColophon(t.Page) || !p.isAdvice(t) {
			continue
		}
		read := 0 // up to where: what holds of one word of a clause holds of all
		for _, m := range asked[t.Lang].Find(t.Text) {
			if m.From < read || t.IsCode(m.From) {
				continue
			}
			clause, sentence := clauseAt(p, t, m.From), t.SentenceAt(m.From)
			read = clause.To
			named := contactsIn(p, t, clause)
			if len(named) == 0 {
				named = contactsIn(p, t, sentence)
			}
			if own {
				named = []*site.Contact{p.Contact(t.Record.ID)}
			}
			lacks := func(c *site.Contact) bool { return !hasWay(c, "unnamed", unnamed) }
			if len(named) > 0 && !unnamed[t.Lang].Has(sentence.Of(t.Text)) && !open[t.Lang].Has(clause.Of(t.Text)) && !slices.ContainsFunc(named, lacks) {
				r.Report(t.At(m.From), "say what its record says", "%q, and the record of contact %q says that no name is needed", m.Of(t.Text), named[0].ID)
			}
		}
	}
}

// clauseAt returns the clause of a text that holds an offset.
func clauseAt(p *Pass, t *site.Passage, at int) text.Range {
	clauses := text.ClausesIn(t.Text, t.SentenceAt(at), p.Lexicon(t.Lang).Phrases("joints"))
	i := slices.IndexFunc(clauses, func(c text.Range) bool { return at < c.To })
	return clauses[max(0, i)]
}

// hasWay reports whether the record of a contact knows a way to it.
func hasWay(c *site.Contact, way string, words map[string]*text.Phrases) bool {
	switch {
	case way == "by_phone" && c.Phone != "", way == "by_chat" && c.Chat != "", way == "by_mail" && c.Email != "":
		return true
	}
	for own := range c.Passages() {
		if own.Kind != verify && words[own.Lang].Has(own.Text) {
			return true
		}
	}
	return false
}

// reportOtherAges reports ages that are not those in the record of the
// contact that a sentence is about.
func reportOtherAges(p *Pass) {
	until, limit := p.phrases("until"), p.Words("age_limit")
	for t := range p.Prose() {
		spans := spans(t.Text, until[t.Lang])
		for _, span := range spans {
			reportAges(p, t, span, until)
		}
		for _, m := range limit[t.Lang].Find(t.Text) {
			if age, ok := ageAfter(t.Text, m.To); ok && !text.Within(spans, age.From) {
				reportAges(p, t, age, until)
			}
		}
	}
}

// ageAfter returns the number of at most two digits that follows a place.
func ageAfter(s string, at int) (text.Range, bool) {
	for _, n := range text.Numerals(s) {
		if n.From >= at && n.To-n.From <= 2 {
			return n, strings.TrimSpace(s[at:n.From]) == ""
		}
	}
	return text.Range{}, false
}

func reportAges(p *Pass, t *site.Passage, span text.Range, until map[string][]string) {
	named := contactsIn(p, t, t.SentenceAt(span.From))
	if len(named) == 0 { // "That line is for …"
		named = contactsIn(p, t, text.Range{To: len(t.Text)})
	}
	if len(named) != 1 {
		return
	}
	var own []string
	for said := range named[0].Passages() {
		for _, span := range spans(said.Text, until[said.Lang]) {
			own = append(own, ages(span.Of(said.Text)))
			own = append(own, strings.Fields(ages(span.Of(said.Text)))...)
		}
	}
	if len(own) > 0 && !slices.Contains(own, ages(span.Of(t.Text))) {
		p.Report(t.At(span.From), "say what its record says", "%q, and the record of contact %q has other ages", span.Of(t.Text), named[0].ID)
	}
}

// spans finds two numbers of at most two digits with a word from one to the
// other between them.
func spans(s string, until []string) (found []text.Range) {
	numbers := text.Numerals(s)
	for i := 1; i < len(numbers); i++ {
		from, to := numbers[i-1], numbers[i]
		if len(from.Of(s)) <= 2 && len(to.Of(s)) <= 2 && slices.ContainsFunc(until, func(word string) bool { return joins(word, s[:from.From], s[from.To:to.From]) }) {
			found = append(found, text.Range{From: from.From, To: to.To})
		}
	}
	return found
}

// joins reports whether a word, or the two parts of one with …, makes a
// span of the numbers that it stands at: behind what is before, and as what
// is between.
func joins(word, before, between string) bool {
	first, second, isPair := strings.Cut(word, " … ")
	if !isPair {
		return strings.TrimSpace(between) == word
	}
	return strings.TrimSpace(between) == second && strings.HasSuffix(strings.ToLower(strings.TrimSpace(before)), first)
}

// ages returns two numbers, whatever word stands between them.
func ages(span string) string {
	var numbers []string
	for _, n := range text.Numerals(span) {
		numbers = append(numbers, n.Of(span))
	}
	return strings.Join(numbers, " ")
}
