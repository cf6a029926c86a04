package check

import (
	"slices"
	"strconv"

	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:    "asked-cry",
	Title: "a cry for help that leads to the page for it, and to a page without help too",
	Why:   "Who types that somebody threatens them is to find whom they can talk to, not a page on policy that uses the same words.",
	Wrong: "```asked\n- hij dreigt mij\n```   # on a page about rules, and on the page of params.cry_page",
	Right: "```asked\n- regels over dreigen\n```",
	Mend:  "take it out there. Looked at are blocks asked, other than on pages that say what to do: a question that stands on the page of params.cry_page too, with a word of `cries.self` in data/lexicon/<lang>.yaml.",
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			cry := p.Page(lang, p.Config.Params.CryPage)
			if cry == nil {
				continue
			}
			self, cries := text.NewPhrases(p.Lexicon(lang).Lists("cries")["self"]), map[string]bool{}
			for _, questions := range cry.Asked() {
				for _, question := range questions {
					cries[text.Normal(question)] = self.Has(question)
				}
			}
			for _, page := range p.Pages {
				if page.Lang != lang || slices.Contains(practiceTypes, page.Type) {
					continue
				}
				for _, b := range page.ReadBlocks() {
					var questions []string
					if !b.Schema.OfReaders() || b.Decode("", &questions) != nil {
						continue
					}
					for i, question := range questions {
						if cries[text.Normal(question)] {
							p.Report(b.Position("/"+strconv.Itoa(i)), "take it out here", "%q leads to %s, where there is help", question, cry.File)
						}
					}
				}
			}
		}
	},
})
