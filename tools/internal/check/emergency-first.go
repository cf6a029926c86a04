package check

import (
	"fmt"
	"slices"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:      "emergency-first",
	Title:   "a page on what to do whose first step, or the first box of its drawing, does not lead to the emergency number",
	Why:     "Who is in danger reads one line.",
	Wrong:   "1. Praat met een collega.\n2. Is iemand in gevaar? Bel [112](contact:noodnummer).",
	Right:   "1. Is iemand in gevaar? Bel [112](contact:noodnummer).\n2. Praat met een collega.",
	Mend:    "begin with danger, and a link to the emergency contact: params.emergency in config.toml, or the first of the help strip. The help strip, in the order of its contacts, begins with it too. Looked at are the part what-now and the drawings of pages of the type guidance: an arrow leads from the first box to the one with the number. On a page of the type signal the first step leads there when a later one does and names danger: the list `danger` in data/lexicon/<lang>.yaml.",
	Absence: true,
	Safety:  true,
	Source: func(p *Pass) {
		first, steps, danger := p.Emergency(), p.PartID(whatNow), p.Words("danger")
		if strip := p.HelpStrip(); first != nil && first.Strip && len(strip) > 0 && strip[0].Contact != first {
			p.Report(first.Position("/order"), fmt.Sprintf("write a number below %d, that of contact:%s", strip[0].Order, strip[0].ID), "%q is not the first of the help strip", first.ID)
		}
		for _, page := range p.Pages {
			i := slices.IndexFunc(page.Doc.Headings, func(h md.Heading) bool { return h.ID == steps })
			if first == nil || i < 0 || page.Type != "guidance" && (page.Type != "signal" || !namesDanger(page, i, first, danger[page.Lang])) {
				continue
			}
			if page.Type == "guidance" {
				reportDrawn(p, page, first)
			}
			for t := range page.Prose() {
				if t.Heading == i {
					if !t.IsTo("contact:" + first.ID) {
						p.Report(t.At(0), "begin with danger, and a link to contact:"+first.ID, "the first step does not lead to %q", first.ID)
					}
					break
				}
			}
		}
	},
})

// namesDanger reports whether a step under a heading names danger and leads
// to the emergency contact.
func namesDanger(page *site.Page, heading int, first *site.Contact, danger *text.Phrases) bool {
	for t := range page.Prose() {
		if t.Heading == heading && t.Kind == "item" && danger.Has(t.Text) && t.IsTo("contact:"+first.ID) {
			return true
		}
	}
	return false
}

// reportDrawn reports a drawing that has the emergency number, and not at
// the first step already.
func reportDrawn(p *Pass, page *site.Page, first *site.Contact) {
	for _, d := range drawingsOf(page) {
		for i, node := range d.Nodes {
			if i > 0 && !slices.Contains(d.Links, arrow{d.Nodes[0].ID, node.ID}) && first.Phone != "" && text.HoldsAny(node.Label, []string{first.Phone}) {
				p.Report(d.at.Position(fmt.Sprintf("/nodes/%d", i)), "let an arrow lead there from the first box", "%q is not reached from %q", node.Label, d.Nodes[0].Label)
			}
		}
	}
}
