package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "contact-audience",
	Title:  "a contact that is offered to others than its own purpose says",
	Why:    "Who calls a line for others is sent away, and may not call again; who is left out never sees it.",
	Wrong:  "purpose: {xx: Voor medewerkers van scholen.}\naudience: [jongere, professional]",
	Right:  "purpose: {xx: Voor medewerkers van scholen.}\naudience: [professional]",
	Mend:   "correct the audience, or the purpose from the contact's own page. Who is meant is the list `served` in data/lexicon/<lang>.yaml: for each audience its name and the words for it, who needs a line most first; an audience may stand beside one before it, not before all that are named. Looked at are sentences of a purpose with a word of `meant_for` and none of `also`. What the page for those who need help most (params.cry_page) lists is for the first of them, and whom a gap refers an audience to is for that audience.",
	Safety: true,
	Source: func(p *Pass) {
		reportTurnedAway(p)
		reportReferred(p)
		for _, lang := range p.Languages {
			served := p.Lexicon(lang).Groups("served")
			words := newSequence(served)
			meant, also := p.Lexicon(lang).Words("meant_for"), p.Lexicon(lang).Words("also")
			for _, c := range p.Contacts() {
				reportAudience(p, c, served, meantIn(c.Purpose.In(lang), words, meant, also))
			}
		}
	},
})

// meantIn returns the first word for each group that a purpose is meant
// for: they follow a word of meant, and one another.
func meantIn(purpose string, groups sequence, meant, also *text.Phrases) map[int]string {
	named := map[int]string{}
	for _, s := range text.Sentences(purpose) {
		sentence := s.Of(purpose)
		if also.Has(sentence) {
			continue
		}
		ends := []int{} // of words after which one of a group counts
		for _, m := range meant.Find(sentence) {
			ends = append(ends, m.To)
		}
		for _, m := range groups.words.Find(sentence) {
			follows := func(end int) bool { return end < m.From && m.From-end <= len(" and ") }
			if group := groups.step[m.Phrase]; slices.ContainsFunc(ends, follows) {
				named[group], ends = cmp.Or(named[group], m.Of(sentence)), append(ends, m.To)
			}
		}
	}
	return named
}

func reportAudience(p *Pass, c *site.Contact, served []site.Phrases, named map[int]string) {
	first := len(served)
	for i := range named {
		first = min(first, i)
	}
	for i, group := range served {
		switch word, meant := named[i]; {
		case len(named) == 0 || len(group) == 0:
		case meant && !slices.Contains(c.Audience, group[0]):
			p.Report(c.Position("/audience"), "add "+group[0]+", or correct the purpose", "the purpose of contact %q names %q", c.ID, word)
		case i < first && slices.Contains(c.Audience, group[0]):
			p.Report(c.Position("/audience"), "take "+group[0]+" out, or correct the purpose", "%q, and the purpose of contact %q names only %q", group[0], c.ID, named[first])
		}
	}
}

// reportTurnedAway reports the contacts that the page for those who need
// help most lists, and that are not for them.
func reportTurnedAway(p *Pass) {
	served := p.Lexicon(p.DefaultLanguage()).Groups("served")
	for use := range p.Uses("contact") {
		if use.Page == nil || use.Page.Path != p.Config.Params.CryPage || len(served) == 0 {
			continue
		}
		if c, who := p.Contact(use.ID), served[0][0]; c != nil && !slices.Contains(c.Audience, who) {
			p.Report(use.Position, "add "+who+" to its audience, or leave it out here", "contact %q is not for %q", c.ID, who)
		}
	}
}

// reportReferred reports the contacts that a gap names for one audience,
// and that are not for it.
func reportReferred(p *Pass) {
	served := p.Lexicon(p.DefaultLanguage()).Groups("served")
	for _, gap := range p.Gaps() {
		for _, audience := range slices.Sorted(maps.Keys(gap.For)) {
			i := slices.IndexFunc(served, func(group site.Phrases) bool { return slices.Contains(group, audience) })
			var refer []string
			_ = gap.Decode("/for/"+audience+"/refer", &refer)
			for n, id := range refer {
				if c := p.Contact(id); i >= 0 && c != nil && !slices.Contains(c.Audience, served[i][0]) {
					p.Report(gap.Position(fmt.Sprintf("/for/%s/refer/%d", audience, n)), "name one that is, or add "+served[i][0]+" to its audience", "contact %q is not for %q", id, served[i][0])
				}
			}
		}
	}
}
