package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "group-name",
	Title:    "the name of a group where it helps nobody, or twice in a paragraph",
	Why:      "A name is there to recognise; more of it is fame for the group (ESP-03). Somebody who needs to act has no use for it.",
	Wrong:    "type: handeling\n---\nLeden van De Snelle Ploeg …",
	Right:    "type: handeling\n---\nLeden van zulke groepen …",
	Mend:     "write \"the group\". [params.groups] in config.toml lists the terms that are names of groups and the sections that may name them; an abbreviation in brackets right after the name is no second mention.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		groups := p.Config.Params.Groups
		if len(groups.Terms) == 0 {
			return
		}
		names := map[string]*glossary{}
		for _, lang := range p.Languages {
			names[lang] = newGlossary(p.Site, lang, func(t *site.Term) bool { return slices.Contains(groups.Terms, t.ID) })
			names[lang].forms.Hyphens = true
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
func namedOnPage(p *Pass, page *site.Page, g *glossary) {
	eachPageText(page, func(t *runningText) {
		for _, m := range g.named(t) {
			p.Report(t.at(m.From), `write "the group", or what kind of group it is`, "group %q is named in section %q", t.text[m.From:m.To], page.Section)
		}
	})
}

// namedInRecords reports the groups named in records for those who need help.
func namedInRecords(p *Pass, names map[string]*glossary) {
	for _, r := range p.Records {
		if !slices.Contains(helpRecords, r.Kind) {
			continue
		}
		eachRecordText(p.Site, r, func(t *runningText) {
			for _, m := range names[t.lang].named(t) {
				p.Report(t.place, `write "the group", or what kind of group it is`, "group %q is named in a %s", t.text[m.From:m.To], r.Kind)
			}
		})
	}
}

// helpRecords are the kinds of records that pages on what to do show.
var helpRecords = []string{"contact", "gap", "signal"}

// namedTwice reports the groups that one paragraph names more than once.
func namedTwice(p *Pass, page *site.Page, g *glossary) {
	eachParagraphText(page, func(t *runningText) {
		seen := map[*site.Term]text.Mention{}
		for _, m := range g.named(t) {
			for _, owner := range g.owners[m.Phrase] {
				before, again := seen[owner]
				if again && !abbreviates(t.text, before, m) {
					p.Report(t.at(m.From), `write "the group"`, "group %q is named again in this paragraph", t.text[m.From:m.To])
				}
				seen[owner] = m
			}
		}
	})
}

// named finds the forms of terms in a text, other than in code.
func (g *glossary) named(t *runningText) []text.Mention {
	return slices.DeleteFunc(g.forms.Find(t.text), func(m text.Mention) bool { return t.code(m.From) || len(g.owners[m.Phrase]) == 0 })
}

// abbreviates reports whether a mention is a second name in brackets right
// after the first.
func abbreviates(text string, before, m text.Mention) bool {
	between := strings.Trim(text[before.To:m.From], ` "'“”‘’`)
	return between == "(" && strings.HasPrefix(strings.TrimLeft(text[m.To:], `"'”’`), ")")
}
