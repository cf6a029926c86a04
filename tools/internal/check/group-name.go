package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "group-name",
	Title:  "the name of a group where it helps nobody, or twice in a paragraph",
	Why:    "A name is there to recognise; more of it is fame for the group (ESP-03). Somebody who needs to act has no use for it.",
	Wrong:  "type: guidance\n---\nLeden van De Snelle Ploeg …",
	Right:  "type: guidance\n---\nLeden van zulke groepen …",
	Mend:   "write \"the group\". [params.groups] in config.toml lists the terms that are names of groups and the sections that may name them; an abbreviation in brackets right after the name is no second mention. A paragraph with several sources may be about the name: there it is a warning.",
	Safety: true,
	Source: func(p *Pass) {
		groups := p.Config.Params.Groups
		if len(groups.Terms) == 0 {
			return
		}
		names := map[string]*glossary.Finder{}
		for _, lang := range p.Languages {
			names[lang] = p.Finder(lang, func(t *glossary.Term) bool { return slices.Contains(groups.Terms, t.ID) })
			names[lang].Hyphens = true
		}
		if guidance := p.Config.Params.Guidance; slices.Contains(groups.Sections, guidance) {
			p.Report(p.ConfigAt(fmt.Sprintf("/params/groups/sections/%d", slices.Index(groups.Sections, guidance))), "take it out: who needs to act has no use for the name", "section %q, which helps, may name groups", guidance)
		}
		for _, page := range p.Pages {
			if slices.Contains(groups.Sections, page.Section) {
				namedTwice(p, page, names[page.Lang])
			} else {
				namedOnPage(p, page, names[page.Lang])
			}
		}
		namedInRecords(p, names)
	},
})

// namedOnPage reports the groups named on a page that may name none.
func namedOnPage(p *Pass, page *site.Page, f *glossary.Finder) {
	for t := range page.Passages() {
		for _, m := range named(f, t) {
			p.Report(t.At(m.From), `write "the group", or what kind of group it is`, "group %q is named in section %q", m.Of(t.Text), page.Section)
		}
	}
}

// namedInRecords reports the groups named in records for those who need
// help.
func namedInRecords(p *Pass, names map[string]*glossary.Finder) {
	for t := range p.RecordPassages(helpRecords...) {
		for _, m := range named(names[t.Lang], t) {
			p.Report(t.At(0), `write "the group", or what kind of group it is`, "group %q is named in a %s", m.Of(t.Text), t.Record.Kind)
		}
	}
}

// helpRecords are the kinds of records that pages on what to do show.
var helpRecords = []string{"contact", "gap", "signal"}

// namedTwice reports the groups that one paragraph names more than once.
func namedTwice(p *Pass, page *site.Page, f *glossary.Finder) {
	for t := range page.Prose() {
		seen, r := map[*glossary.Term]text.Range{}, p.reporter
		if cited := citedBy(p, t); slices.ContainsFunc(cited, func(s *site.Source) bool { return s != cited[0] }) {
			r = p.As(Warning) // what several sources say of a name
		}
		for _, m := range named(f, t) {
			for _, owner := range m.Terms {
				before, again := seen[owner]
				if again && !abbreviates(t.Text, before, m.Range) {
					r.Report(t.At(m.From), `write "the group"`, "group %q is named again in this paragraph", m.Of(t.Text))
				}
				seen[owner] = m.Range
			}
		}
	}
}

// named finds the forms of terms in a text, other than in code.
func named(f *glossary.Finder, t *site.Passage) []glossary.Named {
	return slices.DeleteFunc(f.Find(t.Text), func(m glossary.Named) bool { return t.IsCode(m.From) })
}

// abbreviates reports whether a mention is a second name in brackets right
// after the first.
func abbreviates(prose string, before, m text.Range) bool {
	between := strings.Trim(prose[before.To:m.From], ` "'“”‘’`)
	return between == "(" && strings.HasPrefix(strings.TrimLeft(prose[m.To:], `"'”’`), ")")
}
