package site

import (
	"iter"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/glossary"
)

// glossary makes terms of the pages that are of them.
func (l *loader) glossary() {
	pages := map[string][]glossary.Page{}
	for _, p := range l.site.Pages {
		if p.Type != "term" {
			continue
		}
		id := path.Base(p.Path)
		i := slices.IndexFunc(pages[id], func(other glossary.Page) bool { return other.Lang == p.Lang })
		if i >= 0 {
			l.report(diag.Position{File: p.File}, RecordDuplicate, "rename one of them: a term's file name is its id", "term %q is also recorded in %q", id, pages[id][i].File)
			continue
		}
		pages[id] = append(pages[id], l.site.glossaryPage(p))
	}
	l.site.Terms = glossary.Build(l.site.Languages, pages)
	for _, p := range l.site.Pages {
		if p.Type == "term" {
			p.Entry = l.site.Term(path.Base(p.Path)).In(p.Lang)
		}
	}
}

func (s *Site) glossaryPage(p *Page) glossary.Page {
	return glossary.Page{
		Lang: p.Lang, File: p.File, Path: p.Path, Address: strings.TrimSuffix(s.Config.BaseURL, "/") + s.URL(p),
		Title: p.Title, Modified: max(p.Date, p.Checked), Sensitive: p.Sensitive, Sources: s.definitionSources(p),
		Front: p.Front.Doc, Doc: p.Doc,
	}
}

// definitionSources lists what the first paragraph cites, in reading order.
func (s *Site) definitionSources(p *Page) []glossary.Cited {
	out := []glossary.Cited{}
	for _, ref := range p.Refs {
		if ref.Kind != "source" || ref.Link == nil || ref.Link.Paragraph != 0 || !s.Exists("source", ref.ID) {
			continue
		}
		i := slices.IndexFunc(out, func(c glossary.Cited) bool { return c.Source == ref.ID })
		if i < 0 {
			i = len(out)
			out = append(out, glossary.Cited{Source: ref.ID, Locators: []string{}})
		}
		if !slices.Contains(out[i].Locators, ref.Text) {
			out[i].Locators = append(out[i].Locators, ref.Text)
		}
	}
	return out
}

// Entries visits the entries of all terms, also of those that are not
// shown, by id: those of the languages named, or of all.
func (s *Site) Entries(languages ...string) iter.Seq[*glossary.Entry] {
	entries := inEach(s.Terms, func(t *glossary.Term) iter.Seq[*glossary.Entry] { return slices.Values(t.Entries) })
	return those(entries, func(e *glossary.Entry) bool { return len(languages) == 0 || slices.Contains(languages, e.Lang) })
}

// Finder finds the names of the terms that are wanted in texts of one language.
// What the lexicon's list "ordinary" calls an everyday word is no name.
func (s *Site) Finder(lang string, want func(*glossary.Term) bool) *glossary.Finder {
	return glossary.NewFinder(s.Terms, lang, want, s.Lexicon(lang).Phrases("ordinary"))
}

// Published reports whether the page is on the site: that of an internal
// term is not.
func (p *Page) Published() bool {
	return p.Entry == nil || p.Entry.Term.Status != glossary.Internal
}
