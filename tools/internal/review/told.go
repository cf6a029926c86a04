package review

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Tell returns what changed for readers, by place and language, without the
// words that changed: what had to go must not live on in a list of changes.
// What only editors see is left out.
func Tell(was, is State) []site.Told {
	t := teller{was: was.Site, is: is.Site, names: namesOf(was.Site, is.Site), told: map[[2]string]*site.Told{}}
	t.index()
	for _, a := range alikeIn(found(was, is, t.names), is.Languages) {
		for _, d := range *a {
			if !behind(d) {
				t.tell(d, kindFor(d, len(*a) > 1, is.Languages))
			}
		}
	}
	var told []site.Told
	for _, one := range t.told {
		slices.SortFunc(one.Kinds, func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
		told = append(told, *one)
	}
	slices.SortFunc(told, func(a, b site.Told) int { return cmp.Or(cmp.Compare(a.Of, b.Of), cmp.Compare(a.Lang, b.Lang)) })
	return told
}

// behind reports whether only editors see a change: what rules find no more
// or leave to them, and fields with which they keep the books.
func behind(d diag.Diagnostic) bool {
	field, _, _ := strings.Cut(d.Message, ": ")
	return d.Rule == "vanished" || d.Rule == "doubtful" || slices.Contains(books, field)
}

var books = []string{"date", "checked", "checked_on", "checked_by", "verified_on", "reviewed_on", "review_by", "accessed", "weight", "order", "draft", "publishDate"}

type teller struct {
	was, is *site.Site
	names   *names
	pages   map[string]*site.Page // by file, as they are or else were
	records map[string]*site.Record
	told    map[[2]string]*site.Told
}

func (t *teller) index() {
	t.pages, t.records = map[string]*site.Page{}, map[string]*site.Record{}
	for _, s := range []*site.Site{t.was, t.is} {
		for _, p := range s.Pages {
			t.pages[p.File] = p
		}
		for _, r := range s.Records {
			t.records[r.File] = r
		}
	}
}

// tell adds a change to what is told of its place.
func (t *teller) tell(d diag.Diagnostic, kind int) {
	of, lang, section, fresh := "", "", "", false
	if p := t.pages[d.File]; p != nil && p.Published() && !typed(p, d.Line) {
		of, lang, section = "page:"+p.Path, p.Lang, headingAbove(p, d.Line)
		fresh = t.names.pageBefore(p) == nil
	} else if r := t.records[d.File]; r != nil && r.Kind != "tombstone" {
		of, fresh = r.Kind+":"+r.ID, t.names.recordBefore(r) == nil
		_, lang = placeOf(d, t.is.Languages)
	}
	if of == "" {
		return
	}
	at := [2]string{of, lang}
	if t.told[at] == nil {
		t.told[at] = &site.Told{Of: of, Lang: lang, New: fresh}
	}
	one := t.told[at]
	if name := Kinds[kind].Kind; !slices.Contains(one.Kinds, name) {
		one.Kinds = append(one.Kinds, name)
	}
	if section != "" && !fresh && !slices.Contains(one.Sections, section) {
		one.Sections = append(one.Sections, section)
	}
}

// headingAbove returns the id of the heading that a line stands under.
func headingAbove(p *site.Page, line int) (id string) {
	for _, h := range p.Doc.Headings {
		if h.Line <= line {
			id = h.ID
		}
	}
	return id
}

// typed reports whether a line is in a block of what people type into a search.
func typed(p *site.Page, line int) bool {
	return slices.ContainsFunc(p.ReadBlocks(), func(b site.Block) bool {
		first := b.Fence.Line
		return b.Schema.OfReaders() && first <= line && line <= first+1+strings.Count(string(b.Fence.Body), "\n")
	})
}
