package check

import (
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "images-kept",
	Title:   "words that tell the reader to keep images or to look at them",
	Why:     "Having such images, copying or sending them is an offence, and looking at them harms who looks (ESP-20).",
	Wrong:   "Bewaar de beelden als bewijs.",
	Right:   "Bewaar geen beelden. Bel de politie.",
	Mend:    "say what not to do, and who to call. Lists and tables on the page on what not to do (params.donts_page), clauses with a word of the list `negation` (one begins after a comma with a word of `joints`) in sentences with none of `except`, what a list or a column of what not to do names, options that a quiz calls wrong and pages about the site itself are left alone. The words are the lists `keep` and `images` in data/lexicon/<lang>.yaml.",
	ByWords: true,
	Source: func(p *Pass) {
		for t, words := range p.Urged("keep", "images") {
			if t.Page == nil || t.Kind == "paragraph" || t.Page.Path != p.Config.Params.DontsPage {
				p.Report(t.At(words[0].From), callInstead, "%q in a sentence with %q", words[0].Of(t.Text), words[1].Of(t.Text))
			}
		}
		keep, images, negation := p.Words("keep"), p.Words("images"), p.Words("negation")
		for t := range p.Said() {
			if !p.IsColophon(t.Page) && strings.Contains(t.Text, "?") && images[t.Lang].Has(t.Text) {
				reportAnswer(p, t, keep[t.Lang], images[t.Lang], negation[t.Lang])
			}
		}
	},
})

const callInstead = "say what not to do, and who to call"

// reportAnswer reports an answer to a question about images that says to
// keep them: "Is it an image? Then keep it."
func reportAnswer(p *Pass, t *site.Passage, keep, images, negation *text.Phrases) {
	sentences := text.Sentences(t.Text)
	for i := 1; i < len(sentences); i++ {
		asked, answer := strings.TrimSpace(sentences[i-1].Of(t.Text)), sentences[i].Of(t.Text)
		if words := keep.Find(answer); len(words) > 0 && strings.HasSuffix(asked, "?") && images.Has(asked) && !images.Has(answer) && !negation.Has(answer) {
			p.Report(t.At(sentences[i].From+words[0].From), callInstead, "%q after a question about images", words[0].Of(answer))
		}
	}
}
