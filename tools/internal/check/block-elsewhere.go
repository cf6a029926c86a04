package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "block-elsewhere",
	Title: "a block of figures or cases under a heading that is about others, or twice on a page, or one of contacts beside words about others",
	Why:   "Readers take the figures under a heading for those of the heading, and call whom the buttons name.",
	Wrong: "## Fietsers {#fietsers}\n\n    topic: scholen",
	Right: "## Fietsers {#fietsers}\n\n    topic: fietsers",
	Mend:  "ask for what the heading is about. Its id may be that of a topic: an error on a page with figures under the id of their topic, a warning on others, but for those whose title names the topic shown; its text the name of a country (country_XX in i18n/). Of contacts, two or more that the section does not name stand in the block, and two or more that it links do not; on the page for those who need help most (params.cry_page) all that it links do.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			shown := map[string]bool{}
			for _, b := range page.ReadBlocks() {
				topic, country := b.Text("/topic"), b.Text("/country")
				if topic != "" && shown[topic] {
					p.Report(b.Position("/topic"), "ask for the topic of this section", "topic %q is shown on this page before", topic)
				} else if b.Fence.Heading >= 0 {
					reportTopic(p, page, b, topic)
					reportCountry(p, page, b, country)
				}
				shown[topic] = true
				if b.Fence.Kind == "contacts" {
					reportOthers(p, page, b)
				}
			}
		}
	},
})

// reportTopic reports figures under the id of another topic. An id may be a
// word that a topic happens to be called by: on a page that calls no
// heading after its figures.
func reportTopic(p *Pass, page *site.Page, b site.Block, topic string) {
	id := page.Doc.Headings[b.Fence.Heading].ID
	if topic == "" || id == topic || p.Record("topic", id) == nil {
		return
	}
	called := func(b site.Block) bool {
		return b.Fence.Heading >= 0 && b.Text("/topic") != "" && page.Doc.Headings[b.Fence.Heading].ID == b.Text("/topic")
	}
	report := p.Report
	if !slices.ContainsFunc(page.ReadBlocks(), called) {
		if own := p.Topic(topic); own != nil && sharesWord(page.Title, own.Title[page.Lang]) {
			return
		}
		report = p.As(Warning).Report
	}
	report(b.Position("/topic"), "write topic: "+id, "topic %q under the heading of topic %q", topic, id)
}

func reportCountry(p *Pass, page *site.Page, b site.Block, country string) {
	heading := page.Doc.Headings[b.Fence.Heading]
	for key, name := range p.Interface(page.Lang) {
		code, ok := strings.CutPrefix(key, "country_")
		if ok && country != "" && code != country && text.HoldsAny(heading.Text, []string{strings.ToLower(name)}) {
			p.Report(b.Position("/country"), "write country: "+code, "cases of %q under the heading %q", country, heading.Text)
		}
	}
}

// reportOthers reports a block of contacts that shows others than its
// section links.
func reportOthers(p *Pass, page *site.Page, b site.Block) {
	var shown, linked []string
	_ = b.Decode("/ids", &shown) // the schema says what is wrong
	for _, l := range page.Doc.Links {
		if id, ok := strings.CutPrefix(l.Dest, "contact:"); ok && l.Heading == b.Fence.Heading && !slices.Contains(linked, id) {
			linked = append(linked, id)
		}
	}
	without := func(ids, others []string) int {
		return len(slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(others, id) }))
	}
	if without(shown, linked) > 1 && without(linked, shown) > 1 {
		p.Report(b.Position("/ids"), "show whom the words name", "the block shows other contacts than its section links: %s", strings.Join(linked, ", "))
	} else if missing := slices.DeleteFunc(slices.Clone(linked), func(id string) bool { return slices.Contains(shown, id) }); page.Path == p.Config.Params.CryPage && len(missing) > 0 {
		p.Report(b.Position("/ids"), "show whom the words name", "the block lacks contacts that its section links: %s", strings.Join(missing, ", "))
	}
}
