package check

import (
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "danger-elsewhere",
	Title:   "words on danger or despair that lead to another contact than the one for it, or a list of whom to call that does not begin with the emergency number",
	Why:     "Who is in danger calls the first number that stands there. A line for advice sends no ambulance.",
	Wrong:   "Is iemand nu in gevaar? Bel de [Fietslijn](contact:fietslijn).",
	Right:   "Is iemand nu in gevaar? Bel [112](contact:noodnummer).",
	Mend:    "lead to the emergency contact first: params.emergency in config.toml. The words are the list `danger` in data/lexicon/<lang>.yaml; what counts is the first contact that a paragraph or line names after one. After a word of `despair` that is one of the help lines, the first two of the help strip. To call somebody of the list `colleagues` in danger comes after the emergency contact. The first list of contacts on a page, and that of a signal, begin with the emergency contact too, and no other contact says that it is for an emergency (`urgent`); after such a word, in a sentence or in a row of a table, comes none whose purpose denies that.",
	ByWords: true,
	Safety:  true,
	Source: func(p *Pass) {
		first, danger, despair := p.Contact(p.Config.Params.Emergency), p.Words("danger"), p.Words("despair")
		if first == nil {
			return
		}
		if reportUrgent(p, first) {
			return // of which the rest follows
		}
		lines := []string{}
		for _, c := range p.HelpLines() {
			lines = append(lines, c.ID)
		}
		urgent, negation, unhurried := p.Words("urgent"), p.Words("negation"), map[string]bool{}
		for t := range p.RecordPassages("contact") {
			if t.Kind == "purpose" && urgent[t.Lang].Has(t.Text) && len(claims(t, urgent[t.Lang], negation[t.Lang])) == 0 {
				unhurried[t.Record.ID] = true
			}
		}
		reportOthersFirst(p, first)
		for _, page := range p.Pages {
			reportUnhurried(p, page, unhurried, urgent[page.Lang], negation[page.Lang])
			for t := range page.Passages() {
				reportOther(p, t, danger[t.Lang], []string{first.ID})
				reportOther(p, t, despair[t.Lang], lines)
			}
			for _, b := range page.ReadBlocks() {
				var ids []string
				if b.Fence.Kind == "contacts" && b.Decode("/ids", &ids) == nil && len(ids) > 0 {
					reportFirst(p, b.Position("/ids"), ids, first.ID)
					break
				}
			}
		}
		for _, signal := range p.Signals() {
			reportFirst(p, signal.Position("/call"), signal.Call, first.ID)
		}
	},
})

// reportOthersFirst reports that in danger somebody is to be called who is
// no emergency contact ("your manager"), where that contact is not named
// before.
func reportOthersFirst(p *Pass, first *site.Contact) {
	danger, calls, others, negation := p.Words("danger"), p.Words("calls"), p.Words("colleagues"), p.Words("negation")
	for t := range p.Said() {
		found := danger[t.Lang].Find(t.Text)
		if len(found) == 0 || p.IsColophon(t.Page) || !others[t.Lang].Has(t.Text) {
			continue
		}
		named, joints := namedAt(p, t, first), p.Lexicon(t.Lang).Phrases("joints")
		for _, m := range found {
			told := t.SentenceAt(m.From)
			if text.IsQuestion(told.Of(t.Text)) && told.To < len(t.Text) { // the answer
				told = t.SentenceAt(told.To + 1)
			}
			for _, other := range others[t.Lang].Find(told.Of(t.Text)) {
				before := text.Range{From: told.From, To: told.From + other.From}
				if named >= 0 && named <= before.To || !calls[t.Lang].Has(before.Of(t.Text)) {
					continue
				}
				isDenied := slices.ContainsFunc(text.ClausesIn(t.Text, told, joints), func(clause text.Range) bool {
					return clause.Holds(before.To) && negation[t.Lang].Has(clause.Of(t.Text))
				})
				if !isDenied {
					p.Report(t.At(before.To), "lead to contact:"+first.ID, "%q, and who is to be called is %q", m.Of(t.Text), other.Of(told.Of(t.Text)))
					break
				}
			}
		}
	}
}

// namedAt returns where a text first links to a contact, or has its name or
// number; -1 for nowhere.
func namedAt(p *Pass, t *site.Passage, c *site.Contact) int {
	at := -1
	for id, link := range t.References("contact") {
		if id == c.ID && (at < 0 || link.Offset < at) {
			at = link.Offset
		}
	}
	for _, name := range p.namesOf(c, t.Lang) {
		if i := strings.Index(t.Text, name); name != "" && i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if i := strings.Index(t.Text, "{{"); t.Page == nil && i >= 0 && (at < 0 || i < at) { // filled in
		at = i
	}
	return at
}

// reportOther reports words after which another contact comes than one of
// those for it, and in whose sentence none of those stood before them
// ("call 112 in danger").
func reportOther(p *Pass, t *site.Passage, words *text.Phrases, lines []string) {
	for _, m := range words.Find(t.Text) {
		other := calledAfter(p, t, m.To)
		if other == "" || len(lines) == 0 || slices.Contains(lines, other) {
			continue
		}
		before := text.Range{From: t.SentenceAt(m.From).From, To: m.From}
		if !slices.ContainsFunc(contactsIn(p, t, before), func(c *site.Contact) bool { return slices.Contains(lines, c.ID) }) {
			p.Report(t.At(m.From), "lead to contact:"+lines[len(lines)-1], "%q, and the contact is %q", m.Of(t.Text), other)
		}
	}
}

// reportUrgent reports contacts other than the emergency contact that say
// that they are for an emergency; where another says so and that does not,
// it reports the setting.
func reportUrgent(p *Pass, first *site.Contact) (misset bool) {
	urgent, negation := p.Words("urgent"), p.Words("negation")
	saying := func(c *site.Contact, lists ...map[string]*text.Phrases) (at *site.Passage, word text.Mention) {
		for t := range c.Passages() {
			for _, list := range lists {
				if words := claims(t, list[t.Lang], negation[t.Lang]); t.Kind == "purpose" && len(words) > 0 {
					return t, words[0]
				}
			}
		}
		return nil, word
	}
	own, _ := saying(first, urgent, p.Words("danger"))
	for _, c := range p.Contacts() {
		if c == first {
			continue
		}
		if other, _ := saying(c, urgent, p.Words("danger")); other != nil && own == nil {
			p.Report(p.ConfigAt("/params/emergency"), "write emergency = "+strconv.Quote(c.ID), "%q is the emergency contact, and %q says that it is for danger", first.ID, c.ID)
			return true
		}
		if t, word := saying(c, urgent); t != nil {
			p.Report(t.At(word.From), "say that it is not for emergencies, which are for contact:"+first.ID, "%q in the purpose of contact %q", word.Of(t.Text), c.ID)
		}
	}
	return false
}

// reportUnhurried reports words of an emergency before a contact whose
// purpose denies to be for one, in a sentence, or in one row of a table,
// where what denies the word stands between the same commas: "without your
// name, urgent".
func reportUnhurried(p *Pass, page *site.Page, unhurried map[string]bool, urgent, negation *text.Phrases) {
	line, word, at := 0, "", diag.Position{}
	for t := range page.Prose() {
		if word != "" && t.At(0).Line == line { // the next cells of the row
			if id := calledAfter(p, t, 0); id != "" {
				if unhurried[id] {
					p.Report(at, "lead to contact:"+p.Config.Params.Emergency, "%q, and the contact is %q", word, id)
				}
				word = ""
			}
			continue
		}
		word = ""
		isDenied := once(func(said text.Range) bool { return negation.Has(said.Of(t.Text)) })
		for _, m := range urgent.Find(t.Text) {
			sentence := t.SentenceAt(m.From)
			said := sentence
			if t.Kind == "cell" {
				said = betweenCommas(t.Text, m.Range)
			}
			if isDenied(said) || t.IsCode(m.From) {
				continue
			}
			if id := calledAfter(p, t, m.To); t.Kind == "cell" && id == "" {
				line, word, at = t.At(0).Line, m.Of(t.Text), t.At(m.From)
			} else if unhurried[id] && slices.ContainsFunc(contactsIn(p, t, sentence), func(c *site.Contact) bool { return c.ID == id }) {
				p.Report(t.At(m.From), "lead to contact:"+p.Config.Params.Emergency, "%q, and the contact is %q", m.Of(t.Text), id)
			}
		}
	}
}

// betweenCommas returns the part of a text around a range, up to the commas
// beside it.
func betweenCommas(s string, r text.Range) text.Range {
	from, to := strings.LastIndex(s[:r.From], ",")+1, strings.Index(s[r.To:], ",")
	if to < 0 {
		return text.Range{From: from, To: len(s)}
	}
	return text.Range{From: from, To: r.To + to}
}

// reportFirst reports a list of contacts that does not begin with the
// emergency contact.
func reportFirst(p *Pass, at diag.Position, ids []string, first string) {
	if len(ids) > 0 && ids[0] != first {
		p.Report(at, "put "+first+" first", "the list begins with %q", ids[0])
	}
}

// calledAfter returns the first contact that a paragraph links to after a
// place; in a line of a block the one that it names, the emergency contact
// if that is among them; "" for none.
func calledAfter(p *Pass, t *site.Passage, at int) (id string) {
	next := len(t.Text) + 1
	for to, link := range t.References("contact") {
		if link.Offset >= at && link.Offset < next {
			id, next = to, link.Offset
		}
	}
	if t.Kind != "line" {
		return id
	}
	for _, c := range contactsIn(p, t, text.Range{From: at, To: len(t.Text)}) {
		if id == "" || c.ID == p.Config.Params.Emergency {
			id = c.ID
		}
	}
	return id
}
