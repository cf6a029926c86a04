package check

import (
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "advice-harmful",
	Title:    "advice that can harm: to delete, send, pay, confront, wait, promise silence",
	Why:      "Readers in a hurry do what an instruction says. One word lost from a list of what not to do makes an instruction of it.",
	Wrong:    "Stuur het filmpje naar de politie.",
	Right:    "Stuur geen beelden. Bel de politie.",
	Mend:     "say what not to do, and who to call. The list `advice` in data/lexicon/<lang>.yaml has the first words of such instructions, what makes them harmful (with), and what not (unless, in the same clause: one begins after a comma with a word of `joints`); a word of `except` makes them so again. Words in quotation marks count too: what somebody is to say is advice. A question, but for one that asks for something (a word of `requests`), questions of a quiz and options that it calls wrong, to ask `to_stop` of who forwarded (a word of `joined` in the heading or before it in the paragraph, and none of `guilty` or `strangers`), lists and tables on the page on what not to do (params.donts_page) and pages about the site itself are left alone.",
	Set:      SafetyRules,
	Severity: Error,
	Source: func(p *Pass) {
		advice := p.wordLists("advice")
		for _, lang := range p.Languages {
			advice[lang].Quoted = true // what somebody is to say is advice
			advice[lang].Except = p.Lexicon(lang).Words("except")
			advice[lang].Joints = p.Lexicon(lang).Phrases("joints")
		}
		others, requests := notAdvice(p), p.Words("requests")
		toStop, joined, strangers := p.Words("to_stop"), p.Words("joined"), p.Words("guilty", "strangers")
		for t := range p.Passages() {
			isDont := t.Page != nil && t.Kind != "paragraph" && t.Page.Path == p.Config.Params.DontsPage
			if isDont || p.IsColophon(t.Page) || t.Kind == "line" && others[lineOf(t.At(0))] {
				continue
			}
			for entry, word := range advice[t.Lang].Find(t) {
				if asks := t.SentenceAt(word.From).Of(t.Text); text.IsQuestion(asks) && !requests[t.Lang].Has(asks) {
					continue
				}
				asked, about := toStop[t.Lang].Find(t.Text[word.To:]), told(t, word)
				if len(asked) > 0 && asked[0].From == len(" ") && joined[t.Lang].Has(about) && !strangers[t.Lang].Has(about) {
					continue
				}
				p.Report(t.At(word.From), entry.Use, "%q in an instruction that can harm", word.Of(t.Text))
			}
		}
	},
})

// told returns what a paragraph is about up to the end of the sentence of a word: the
// heading above it too.
func told(t *site.Passage, word text.Range) string {
	about := t.Text[:t.SentenceAt(word.From).To]
	if t.Para == nil || t.Para.Heading < 0 {
		return about
	}
	return t.Page.Doc.Headings[t.Para.Heading].Text + ". " + about
}
