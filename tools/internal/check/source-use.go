package check

import (
	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "source-use",
	Title: "a source that is said to be read where its own words say that it is not, or the other way round",
	Why:   "Whether we read a work is what a reader most wants to know of it.",
	Wrong: "kind_of_use: read\nread_as: {xx: Niet door ons gelezen.}",
	Right: "kind_of_use: cited-in\nread_as: {xx: Niet door ons gelezen.}",
	Mend:  "correct one of the two. The first sentence of read_as counts; the words are the lists `unread` and `read_whole` in data/lexicon/<lang>.yaml.",
	Source: func(p *Pass) {
		unread, whole := p.Words("unread"), p.Words("read_whole")
		for t := range p.RecordPassages("source") {
			use := t.Record.Text("/kind_of_use")
			if t.Kind != "read_as" || use == "" {
				continue
			}
			first := t.SentenceAt(0).Of(t.Text)
			wrong := unread[t.Lang].Find(first)
			if use == site.CitedIn {
				wrong = whole[t.Lang].Find(first)
			}
			if len(wrong) > 0 {
				p.Report(t.Record.Position("/kind_of_use"), "correct kind_of_use, or read_as", "kind_of_use %q, and %q in read_as", use, wrong[0].Of(first))
			}
		}
	},
})
