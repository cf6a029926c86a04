package site

import (
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/glossary"
)

// visited returns what an iterator visits, as text, and fails when it goes on
// after its visitor has stopped.
func visited[T any](t *testing.T, visits iter.Seq[T], text func(T) string) []string {
	t.Helper()
	var out []string
	for item := range visits {
		out = append(out, text(item))
	}
	for range out {
		for range visits {
			break // panics where the iterator does not notice
		}
	}
	return out
}

func TestIterators(t *testing.T) {
	s := load(t, map[string]string{
		"content/a.nl.md": front("summary: Kort.\n") + "# Kop\n\nTekst met [b](b.md) en [bron](cite:s1).\n\n" +
			"```text\nniemands proza\n```\n\n```steps\nsteps:\n  - {page: b.md, look: Kijk.}\n```\n",
		"content/a.en.md":               front("summary: Short.\n") + "Text.\n",
		"content/b.nl.md":               front("") + "Een [term](term:fiets).\n",
		"content/begrippen/fiets.nl.md": "---\ntitle: fiets\ntype: term\nstatus: publish\n---\n\nEen voertuig.\n",
		"content/begrippen/fiets.en.md": "---\ntitle: bicycle\ntype: term\n---\n\nA vehicle.\n",
		"data/gaps/g1.yaml":             "title: {nl: Gat, en: Gap}\nrefer: [c1]\n",
		"data/contacts/c1.yaml":         "name: {nl: Lijn, en: Line}\nphone: '112'\n",
		"data/lexicon/nl.yaml":          "crisis: [dood]\n",
	})
	passage := func(p *Passage) string { return p.Lang + " " + p.Text }
	entry := func(e *glossary.Entry) string { return e.Lang + " " + e.Title }
	use := func(u Use) string { return u.In() + " → " + u.Kind + " " + u.ID }
	link := func(l PageLink) string { return fmt.Sprint(l.From.File, " → ", l.Path, " ", l.InBlock) }
	document := func(d Document) string { return d.Position("").File }
	a := s.Page("nl", "/a")
	ofA := []string{"nl T", "nl Kort.", "nl Kop", "nl Tekst met b en .", "nl steps:", "nl   - {page: b.md, look: Kijk.}"}
	records := []string{"en Line", "nl Lijn", "en Gap", "nl Gat"}
	for name, test := range map[string]struct{ got, want []string }{
		"words of a page":  {visited(t, a.Passages(), passage), ofA},
		"prose":            {visited(t, a.Prose(), passage), ofA[3:4]},
		"words of records": {visited(t, s.RecordPassages(), passage), records},
		"words of gaps":    {visited(t, s.RecordPassages("gap", "signal"), passage), records[2:]},
		"all words": {visited(t, s.Passages(), passage), slices.Concat([]string{"en T", "en Short.", "en Text."}, ofA,
			[]string{"nl T", "nl Een term.", "en bicycle", "en A vehicle.", "nl fiets", "nl Een voertuig."}, records)},
		"entries":    {visited(t, s.Entries(), entry), []string{"nl fiets", "en bicycle"}},
		"in English": {visited(t, s.Entries("en"), entry), []string{"en bicycle"}},
		"uses": {visited(t, s.Uses(""), use), []string{
			`page "/a" → source s1`, `page "/b" → term fiets`, `gap "g1" → contact c1`}},
		"uses of contacts": {visited(t, s.Uses("contact"), use), []string{`gap "g1" → contact c1`}},
		"links of pages": {visited(t, s.PageLinks(), link), []string{
			"content/a.nl.md → /b false", "content/a.nl.md → /b true"}},
		"links of a page, not resolved": {visited(t, a.Links(), link), []string{
			"content/a.nl.md →  false", "content/a.nl.md →  true"}},
		"documents": {visited(t, slices.Values(s.Documents()), document), []string{"content/a.en.md", "content/a.nl.md", "content/a.nl.md", "content/b.nl.md",
			"content/begrippen/fiets.en.md", "content/begrippen/fiets.nl.md", "data/contacts/c1.yaml", "data/gaps/g1.yaml", "data/lexicon/nl.yaml"}},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	var translations []string
	for lead, page := range s.Translations() {
		translations = append(translations, lead.File+" "+page.File)
	}
	for range s.Translations() {
		break
	}
	want := []string{"content/a.nl.md content/a.en.md", "content/begrippen/fiets.nl.md content/begrippen/fiets.en.md"}
	if diff := cmp.Diff(want, translations); diff != "" {
		t.Error(diff)
	}
}
