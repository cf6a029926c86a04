package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "translation-missing",
	Title: "a page, a section of one or a text of a record that is not there in every language, or sections in another order",
	Why:   "The language switch leads to the same page; without translation it leads nowhere. Who switches keeps their place by the headings, and links to a heading must work in both; the page of a record would show an empty place.",
	Wrong: "content/fiets/wiel.xx.md, without wiel.yy.md",
	Right: "content/fiets/wiel.xx.md\ncontent/fiets/wiel.yy.md",
	Mend:  "write the page in the other language beside it, or the text of the record. Give both pages the same sections in the same order, at the same level, with the same ids in braces.",
	Source: func(p *Pass) {
		reportSectionsMissing(p)
		reportTextsMissing(p)
		for _, lang := range p.Unwritten {
			p.Cause().Report(diag.Position{File: site.ConfigFile}, "write its pages, texts and words (wijzer new language), or disabled = true under it until then",
				"no page is in language %q: nothing else is told of it", lang)
		}
		for _, page := range p.Pages {
			for _, lang := range p.Languages {
				if p.Page(lang, page.Path) == nil && !p.PageLost(lang, page.Path) {
					name := strings.TrimSuffix(path.Base(page.File), "."+page.Lang+".md")
					p.Report(diag.Position{File: page.File}, fmt.Sprintf("write %s.%s.md beside it", name, lang), "no translation in language %q", lang)
				}
			}
		}
	},
})

// reportSectionsMissing reports pages whose sections are not those of their
// translations.
func reportSectionsMissing(p *Pass) {
	for lead, page := range p.Translations() {
		found := reportSections(p, lead, page)
		if !reportSections(p, page, lead) && !found {
			reportOrder(p, lead, page)
		}
	}
}

// reportSections reports the headings of page with an id in braces that
// other does not have.
func reportSections(p *Pass, page, other *site.Page) (found bool) {
	for _, h := range page.Doc.Headings {
		if h.Explicit && other.Heading(h.ID) == nil {
			found = true
			p.Report(h.Position, fmt.Sprintf("add a heading {#%s} to %s, or remove it here", h.ID, other.File),
				"section %q is not there in language %q", h.ID, other.Lang)
		}
	}
	return found
}

// reportOrder reports the first heading that is not what it is in the
// language that leads.
func reportOrder(p *Pass, lead, page *site.Page) {
	want, got := lead.Doc.Headings, page.Doc.Headings
	for i := range min(len(want), len(got)) {
		if differ(want[i], got[i]) {
			p.Report(got[i].Position, "give both languages the same sections in the same order", "heading %q stands where language %q has %q, or at another level",
				got[i].Text, lead.Lang, want[i].Text)
			return
		}
	}
	switch {
	case len(got) > len(want):
		p.Report(got[len(want)].Position, "add it to "+lead.File+", or remove it here", "section %q is not there in language %q", got[len(want)].Text, lead.Lang)
	case len(want) > len(got):
		p.Report(want[len(got)].Position, "add it to "+page.File+", or remove it here", "section %q is not there in language %q", want[len(got)].Text, page.Lang)
	}
}

func differ(a, b md.Heading) bool {
	return a.Level != b.Level || (a.Explicit || b.Explicit) && a.ID != b.ID
}

// reportTextsMissing reports texts of records that a language of the site
// lacks.
func reportTextsMissing(p *Pass) {
	for _, r := range p.Records {
		for pointer, written := range languagesOf(r, p.Languages) {
			for _, lang := range p.Languages {
				if !slices.Contains(written, lang) {
					p.Report(r.KeyPosition(pointer), "add "+lang+": …", "%q has no text in language %q", strings.TrimPrefix(pointer, "/"), lang)
				}
			}
		}
	}
}

// languagesOf returns in which languages each text of a record is written:
// by the place that holds a key per language.
func languagesOf(r *site.Record, languages []string) map[string][]string {
	written := map[string][]string{}
	for pointer := range r.Texts() {
		for _, lang := range languages {
			if at, _, found := strings.Cut(pointer+"/", "/"+lang+"/"); found {
				written[at] = append(written[at], lang)
			}
		}
	}
	return written
}
