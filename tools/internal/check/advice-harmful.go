package check

import (
	"strings"
	"sync"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "advice-harmful",
	Title:   "advice that can harm: to delete, send, pay, confront, wait, promise silence",
	Why:     "Readers in a hurry do what an instruction says. One word lost from a list of what not to do makes an instruction of it.",
	Wrong:   "Stuur het filmpje naar de politie.",
	Right:   "Stuur geen beelden. Bel de politie.",
	Mend:    "say what not to do, and who to call. The list `advice` in data/lexicon/<lang>.yaml has the first words of such instructions, what makes them harmful (with), and what not (unless, in the same clause: one begins after a comma with a word of `joints`), as a word of `ruled_out` does for all; a word of the list `except` makes them so again. What stands in a text of the entry's own `except` (keeping an eye on) makes nothing harmful. To look up in a step of a path of learning what a word of `indirect` begins is a warning: there one reads a page. Words in quotation marks count too: what somebody is to say is advice; and texts of the interface and of config.toml. A question, but for one in running text that asks for something (a word of `requests`), questions of a quiz and options that it calls wrong, what an item of a list or a cell names that no instruction begins where a word of `negation` or `ruled_out` stands in the heading, the line above the list or at the head of the column, to ask `to_stop` of who forwarded (a word of `joined` in the heading or before it in the paragraph, and none of `guilty` or `strangers`), lists and tables on the page on what not to do (params.donts_page) and pages about the site itself are left alone.",
	ByWords: true,
	Source: func(p *Pass) {
		advice := p.wordLists("advice")
		for _, lang := range p.Languages {
			advice[lang].Quoted = true // what somebody is to say is advice
			advice[lang].Except = p.Lexicon(lang).Words("except")
			advice[lang].Joints = p.Lexicon(lang).Phrases("joints")
			advice[lang].RuledOut = p.Lexicon(lang).Words("ruled_out")
		}
		requests := p.Words("requests")
		imperative, ruledOut := p.wordSets("imperative"), p.dontsAbove()
		indirect := p.Words("indirect")
		toStop, joined, strangers := p.Words("to_stop"), p.Words("joined"), p.Words("guilty", "strangers")
		for t := range p.Said() {
			onDonts := t.Page != nil && t.Kind != "paragraph" && t.Page.Path == p.Config.Params.DontsPage
			if onDonts || p.IsColophon(t.Page) || !p.isAdvice(t) {
				continue
			}
			onlyAsks := once(func(said text.Range) bool {
				return text.IsQuestion(said.Of(t.Text)) && (t.Kind == "heading" || !requests[t.Lang].Has(said.Of(t.Text)))
			})
			isDont := sync.OnceValue(func() bool { return ruledOut(t) })
			isJoined := once(func(about string) bool { return joined[t.Lang].Has(about) && !strangers[t.Lang].Has(about) })
			for entry, word := range advice[t.Lang].Find(t) {
				if onlyAsks(t.SentenceAt(word.From)) || isDont() && !instructs(t, word, imperative[t.Lang]) {
					continue
				}
				if toStop[t.Lang].Begin(t.Text[word.To:]) && isJoined(told(t, word)) {
					continue
				}
				report := p.Report
				if _, look, isLook := strings.Cut(t.Text[:word.From], "look:"); isLook && t.Kind == "line" && strings.Trim(look, ` '"`) == "" && indirect[t.Lang].Begin(t.Text[word.To:]) {
					report = p.As(Warning).Report
				}
				report(t.At(word.From), entry.Use, "%q in an instruction that can harm", word.Of(t.Text))
			}
		}
	},
})

// instructs reports whether the sentence of a word begins with an
// instruction, or the word itself does: a list of what not to do names it,
// and tells nobody to.
func instructs(t *site.Passage, word text.Range, imperative map[string]bool) bool {
	s := t.SentenceAt(word.From)
	first, _, _ := strings.Cut(strings.TrimLeft(s.Of(t.Text), " '\"‘“"), " ")
	return s.From == word.From || imperative[strings.ToLower(strings.Trim(first, ",.:;"))]
}

// told returns what a paragraph is about up to the end of the sentence of a
// word: the heading above it too.
func told(t *site.Passage, word text.Range) string {
	about := t.Text[:t.SentenceAt(word.From).To]
	if t.Para == nil || t.Para.Heading < 0 {
		return about
	}
	return t.Page.Doc.Headings[t.Para.Heading].Text + ". " + about
}
