package check

import (
	"slices"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Warning, Rule{
	ID:     "figure-alone",
	Title:  "a figure that stands alone where others of its topic differ",
	Why:    "Where sources disagree, the reader sees that they do, or the way to where it shows: choosing in silence is taking sides.",
	Wrong:  "[25](figure:nl-leiders-nrc) jongeren deden mee.   # another figure of the topic says 70",
	Right:  "[25](figure:nl-leiders-nrc) jongeren deden mee; zie [cijfers naast elkaar](../cijfers/naast-elkaar.md).",
	Mend:   "show the topic's block on the page, name the other figure too, or link to a page that shows the block.",
	Safety: true,
	Source: func(p *Pass) {
		topics := topics{p, map[string][]*site.Figure{}}
		for _, f := range p.Figures() {
			topics.figures[f.Topic] = append(topics.figures[f.Topic], f)
		}
		shown := map[*site.Page]map[string]bool{}
		for _, page := range p.Pages {
			shown[page] = topics.shownOn(page)
		}
		for _, page := range p.Pages {
			topics.reportAlone(p, page, shown)
		}
	},
})

// topics holds the figures of each topic.
type topics struct {
	p       *Pass
	figures map[string][]*site.Figure
}

// shownOn returns the topics that a page shows by a block, or of which it
// names two figures.
func (t topics) shownOn(page *site.Page) map[string]bool {
	shown := map[string]bool{}
	named := map[string]string{}
	for _, ref := range page.Refs {
		switch ref.Kind {
		case "topic":
			shown[ref.ID] = true
		case "figure":
			topic := t.topicOf(ref.ID)
			shown[topic] = shown[topic] || named[topic] != "" && named[topic] != ref.ID
			named[topic] = ref.ID
		}
	}
	return shown
}

func (t topics) topicOf(figure string) string {
	if f := t.p.Figure(figure); f != nil {
		return f.Topic
	}
	return ""
}

func (t topics) reportAlone(p *Pass, page *site.Page, shown map[*site.Page]map[string]bool) {
	for _, ref := range page.Refs {
		if ref.Kind != "figure" || ref.Link == nil {
			continue
		}
		topic := t.topicOf(ref.ID)
		other := t.differing(topic, ref.ID, page.Lang)
		if other == nil || shown[page][topic] || t.leadsTo(page, topic, shown) {
			continue
		}
		p.Report(ref.Position, "show the block of topic "+topic+", or link to a page that does",
			"figure %q stands alone, and figure %q of the same topic says %q", ref.ID, other.ID, other.Value.In(page.Lang))
	}
}

// differing returns a figure of the topic with another value, nil for none.
func (t topics) differing(topic, id, lang string) *site.Figure {
	figure := t.p.Figure(id)
	i := slices.IndexFunc(t.figures[topic], func(f *site.Figure) bool {
		return text.PlainValue(f.Value.In(lang)) != text.PlainValue(figure.Value.In(lang))
	})
	if i < 0 || topic == "" {
		return nil
	}
	return t.figures[topic][i]
}

// leadsTo reports whether the page links to one that shows the topic.
func (t topics) leadsTo(page *site.Page, topic string, shown map[*site.Page]map[string]bool) bool {
	return slices.ContainsFunc(page.Doc.Links, func(link md.Link) bool {
		return md.IsPageLink(link.Dest) && shown[t.p.Resolve(page, link.Dest).Page][topic]
	})
}
