package check

import (
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "block-elsewhere",
	Title:    "a block of figures or cases under a heading that is about others, or twice on a page",
	Why:      "Readers take the figures under a heading for those of the heading.",
	Wrong:    "## Fietsers {#fietsers}\n\n    topic: scholen",
	Right:    "## Fietsers {#fietsers}\n\n    topic: fietsers",
	Mend:     "ask for what the heading is about. Its id may be that of a topic, its text the name of a country (country_XX in i18n/).",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			shown := map[string]bool{}
			for _, b := range page.ReadBlocks() {
				topic, country := b.Text("/topic"), b.Text("/country")
				if topic != "" && shown[topic] {
					p.Report(b.Position("/topic"), "ask for the topic of this section", "topic %q is shown on this page before", topic)
				} else if b.Fence.Heading >= 0 {
					reportElsewhere(p, page, b, topic, country)
				}
				shown[topic] = true
			}
		}
	},
})

func reportElsewhere(p *Pass, page *site.Page, b site.Block, topic, country string) {
	heading := page.Doc.Headings[b.Fence.Heading]
	if topic != "" && heading.ID != topic && p.Record("topic", heading.ID) != nil {
		p.Report(b.Position("/topic"), "write topic: "+heading.ID, "topic %q under the heading of topic %q", topic, heading.ID)
	}
	for key, name := range p.Interface(page.Lang) {
		code, ok := strings.CutPrefix(key, "country_")
		if ok && country != "" && code != country && text.HoldsAny(heading.Text, []string{strings.ToLower(name)}) {
			p.Report(b.Position("/country"), "write country: "+code, "cases of %q under the heading %q", country, heading.Text)
		}
	}
}
