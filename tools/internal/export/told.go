package export

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// noneTold returns the key of the text for who finds nothing told yet, ""
// when there is something: nothing was released, or one release, with none
// before to compare with.
func noneTold(s *site.Site, told []toldEntry) string {
	switch {
	case len(told) > 0:
		return ""
	case s.List("released") == nil:
		return "changes_none"
	}
	return "changes_first"
}

// toldEntry is what changed at a place, as readers are told of it.
type toldEntry struct {
	On       string        `json:"-"`
	Of       string        `json:"-"`
	Title    string        `json:"title"`
	At       string        `json:"at"` // its address
	Kinds    []string      `json:"kinds"`
	Sections []toldSection `json:"sections"`
	New      bool          `json:"new"`
	Note     string        `json:"note,omitempty"`
	Audience []string      `json:"-"` // whom the page is for, nil for everybody
}

type toldSection struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// toldIn lists what changed for the readers of a language, what matters most first
// within a release. What is no more, and has no tombstone, is left out.
func toldIn(s *site.Site, lang string) (entries []toldEntry) {
	seen := map[string]int{}
	for _, t := range s.Told() {
		if t.Lang != "" && t.Lang != lang {
			continue
		}
		e, ok := toldAt(s, lang, t)
		key := t.On + " " + t.Of
		if i, twice := seen[key]; ok && twice { // for all languages, and for this one
			entries[i].Kinds = slices.Compact(slices.Sorted(slices.Values(append(entries[i].Kinds, e.Kinds...))))
		} else if ok {
			seen[key] = len(entries)
			entries = append(entries, e)
		}
	}
	for _, e := range entries {
		slices.SortFunc(e.Kinds, func(a, b string) int { return cmp.Compare(rankOf(a), rankOf(b)) })
	}
	slices.SortStableFunc(entries, func(a, b toldEntry) int {
		return cmp.Or(cmp.Compare(b.On, a.On), cmp.Compare(rankOf(a.Kinds[0]), rankOf(b.Kinds[0])), cmp.Compare(a.Title, b.Title))
	})
	return entries
}

func rankOf(kind string) int { return slices.Index(site.ToldKinds, kind) }

// toldAt finds the place of a change: its own page, or one that shows it.
func toldAt(s *site.Site, lang string, t site.Told) (toldEntry, bool) {
	kind, id, _ := strings.Cut(t.Of, ":")
	id = cmp.Or(s.Renamed(kind, id), id)
	e := toldEntry{On: t.On, Of: t.Of, Kinds: slices.Clone(t.Kinds), Sections: []toldSection{}, New: t.New, Note: t.Note}
	e.At, e.Title = s.Address(lang, s.PathOf(kind, id)), s.TitleOf(lang, kind, id)
	if p := s.Page(lang, id); kind == "page" && p != nil {
		e.Audience = p.Audience
		for _, section := range t.Sections {
			if h := p.Heading(section); h != nil {
				e.Sections = append(e.Sections, toldSection{h.ID, h.Text})
			}
		}
		return e, p.Published()
	}
	if e.At == "" {
		e.shownOn(s, lang, kind, id)
	}
	for _, g := range s.Gone() {
		if e.At == "" && g.Lang == lang && g.Of == kind && g.Was == id {
			e.At, e.Title = g.URL, goneTitle(g)
		}
	}
	return e, e.At != ""
}

// shownOn makes the place of a record without page the first page that
// shows it, and its audience that of all that do.
func (e *toldEntry) shownOn(s *site.Site, lang, kind, id string) {
	for use := range s.Uses(kind) {
		if use.ID != id || use.Page == nil || use.Page.Lang != lang || !use.Page.Published() {
			continue
		}
		if e.At == "" {
			e.At, e.Title = s.URL(use.Page), use.Page.Title
		}
		e.Audience = append(e.Audience, use.Page.Audience...)
	}
	if c := s.Contact(id); kind == "contact" && c != nil {
		e.Title = c.Name.In(lang)
		if page := changesPage(s, lang); e.At == "" && page != nil { // blocks choose it by what it is for
			e.At = s.URL(page)
		}
	}
}

// feed is what is told of changes to an audience, "" for everybody.
type feed struct {
	Audience string `json:"audience"`
	Title    string `json:"title"`
	Atom     string `json:"atom"` // below the site's address
	JSON     string `json:"json"`
	page     string // its address
	none     string // what is said before there is something to tell
	entries  []toldEntry
}

// changesPage returns the page with the block that shows changes, nil for none.
func changesPage(s *site.Site, lang string) *site.Page {
	i := slices.IndexFunc(s.Pages, func(p *site.Page) bool {
		return p.Lang == lang && slices.ContainsFunc(p.Doc.Blocks, func(b md.Block) bool { return b.Kind == "changes" })
	})
	if i < 0 {
		return nil
	}
	return s.Pages[i]
}

// mostEntries is how many entries a feed has at most.
const mostEntries = 200

// feedsOf lists the feeds of a language: none without a page that shows changes.
func feedsOf(s *site.Site, lang string) []feed {
	page, feeds := changesPage(s, lang), []feed{}
	if page == nil {
		return feeds
	}
	told := toldIn(s, lang)
	for _, audience := range append([]string{""}, s.Config.Params.Audiences...) {
		f := feed{Audience: audience, Title: s.Config.Title + ": " + s.Interface(lang)["changes"], Atom: "feeds/" + lang, page: s.URL(page)}
		f.none = s.Interface(lang)[noneTold(s, told)]
		if audience != "" {
			f.Title += ", " + s.Interface(lang)["audience_"+audience]
			f.Atom += "-" + audience
		}
		for _, e := range told {
			if len(f.entries) < mostEntries && (audience == "" || e.Audience == nil || slices.Contains(e.Audience, audience)) {
				f.entries = append(f.entries, e)
			}
		}
		f.Atom, f.JSON = f.Atom+".atom", f.Atom+".json"
		feeds = append(feeds, f)
	}
	return feeds
}

// goneTitle returns the title of what is gone, or what is left of it.
func goneTitle(g site.Gone) string {
	return cmp.Or(g.Title, strings.ReplaceAll(path.Base(g.Path), "-", " "))
}
