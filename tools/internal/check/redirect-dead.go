package check

import (
	"fmt"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:      "redirect-dead",
	Title:   "a redirect or tombstone that leads to what does not exist, or stands for what does",
	Why:     "Who follows an old address or id is led on to nothing; and a page cannot stand where a redirect or tombstone stands.",
	Wrong:   "addresses: [{was: /weg/oud/, now: /weg/nergens}]",
	Right:   "addresses: [{was: /weg/oud/, now: /weg/nieuw}]",
	Mend:    "rename with wijzer mv, which keeps redirects right; name what there is now, or take the line out, or the tombstone, when the old name is in use again. The successor of a tombstone is of the same kind.",
	Absence: true,
	Source: func(p *Pass) {
		reportTombstones(p)
		list := p.List("redirects")
		if list == nil {
			return
		}
		at := func(pointer string, i int, key string) diag.Position {
			return list.Position(fmt.Sprintf("/%s/%d/%s", pointer, i, key))
		}
		redirects := p.Redirects()
		for i, r := range redirects.Names {
			if !p.Exists(r.Kind, r.Now) {
				p.Report(at("names", i, "now"), text.DidYouMean(r.Now, p.IDs(r.Kind), "name what there is now"), "redirect to unknown %s %q", r.Kind, r.Now)
			}
			if p.Exists(r.Kind, r.Was) {
				p.Report(at("names", i, "was"), "take the line out", "redirect from %s %q, which exists", r.Kind, r.Was)
			}
		}
		taken := takenAddresses(p)
		for i, m := range redirects.Addresses {
			if p.Address(p.LanguageOf(m.Was), m.Now) == "" {
				p.Report(at("addresses", i, "now"), text.DidYouMean(m.Now, p.IDs("page"), "name what there is now"), "redirect to unknown page %q", m.Now)
			}
			if owner := taken[m.Was]; owner != "" {
				p.Report(at("addresses", i, "was"), "take the line out", "redirect from %q, where %s stands", m.Was, owner)
			}
			taken[m.Was] = "another redirect"
		}
		for i, h := range redirects.Headings {
			reportHeading(p, h, at("headings", i, "now"))
		}
	},
})

// reportHeading reports an old id that leads to no heading, or is one, in
// any language that has the page.
func reportHeading(p *Pass, h site.Heading, at diag.Position) {
	there := false
	for _, lang := range p.Languages {
		page := p.Page(lang, h.Page)
		if page == nil {
			continue
		}
		there = true
		if !page.HasAnchor(h.Now) {
			p.Report(at, "name a heading of the page", "redirect to unknown heading %q of %s", h.Now, page.File)
		}
		if page.HasAnchor(h.Was) {
			p.Report(at, "take the line out", "redirect from heading %q of %s, which exists", h.Was, page.File)
		}
	}
	if !there {
		p.Report(at, text.DidYouMean(h.Page, p.IDs("page"), "name a page"), "redirect on unknown page %q", h.Page)
	}
}

// reportTombstones reports a successor that is not there, and a tombstone
// on what lives.
func reportTombstones(p *Pass) {
	for _, t := range p.Tombstones() {
		if t.Successor != "" && !p.Exists(t.Of, t.Successor) {
			p.Report(t.Position("/successor"), text.DidYouMean(t.Successor, p.IDs(t.Of), "name one that exists, or leave it out"),
				"successor: unknown %s %q", t.Of, t.Successor)
		}
		if t.Was != "" && p.Exists(t.Of, t.Was) {
			p.Report(t.Position("/was"), "remove the tombstone", "%s %q is not gone", t.Of, t.Was)
		}
	}
}
