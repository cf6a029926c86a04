package export

import (
	"cmp"
	"html"
	"iter"
	"strings"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// citing is how others refer to something: by a reference in each language,
// and by what programs take from the page. The files stand beside the page.
type citing struct {
	References map[string]cite.Reference `json:"references"`
	COinS      string                    `json:"coins"`
	Issued     string                    `json:"issued"` // the day of the page
}

// isCited reports whether a page says how it is cited: one that was
// compared with its sources, but for terms that are not for spreading.
func isCited(p *site.Page) bool {
	caution := p.Entry != nil && p.Entry.Term.Status == glossary.Caution
	return p.Published() && p.Checked != "" && !caution
}

func pageItem(s *site.Site, p *site.Page) *bib.Item { return workItem(s.WorkOf(p), p.Path) }

func workItem(work cite.Work, path string) *bib.Item {
	item := bib.NewItem(cmp.Or(strings.ReplaceAll(strings.Trim(path, "/"), "/", "-"), "home")+"-"+work.Language, work.Type)
	item.Names["author"], item.Dates["issued"] = work.Author, work.Issued
	item.Texts["title"], item.Texts["URL"], item.Texts["language"] = work.Title, work.URL, work.Language
	return item
}

// citingOf returns how a page is cited; nil for one that is not.
func citingOf(s *site.Site, p *site.Page) *citing {
	if !isCited(p) {
		return nil
	}
	work := s.WorkOf(p)
	references := site.ByLanguage(s, func(lang string) cite.Reference { return s.ReferenceWords(lang).Reference(work) })
	return &citing{references, pageItem(s, p).COinS(), work.Issued}
}

// pagedRecords visits the records that have a page of their own which
// others may cite; that of a source is about a work of others.
func pagedRecords(s *site.Site, lang string) iter.Seq[*site.Record] {
	return func(yield func(*site.Record) bool) {
		for _, r := range s.Records {
			if r.Kind != "source" && s.RecordURL(lang, r.Kind, r.ID) != "" && !yield(r) {
				return
			}
		}
	}
}

// recordWork returns the page of a record as a work, of the day on which it
// was compared with its sources.
func recordWork(s *site.Site, lang string, r *site.Record) cite.Work {
	return cite.Work{Type: "webpage", Title: s.TitleOf(lang, r.Kind, r.ID), Author: []cite.Name{{Literal: s.Config.Title}},
		Issued: cmp.Or(r.Text("/checked"), checkedOn(s, r)), Language: lang, URL: base(s) + s.RecordURL(lang, r.Kind, r.ID)}
}

// checkedOn returns the last day on which a page that shows a record, or
// the topic of it, was compared with its sources: also that nobody has
// counted is so on a day.
func checkedOn(s *site.Site, r *site.Record) (latest string) {
	topic := ""
	if f := s.Figure(r.ID); r.Kind == "figure" && f != nil {
		topic = f.Topic
	}
	for _, p := range s.Pages {
		if p.Checked <= latest || !p.Published() {
			continue
		}
		for _, ref := range p.Refs {
			if ref.Kind == r.Kind && ref.ID == r.ID || ref.Kind == "topic" && ref.ID == topic {
				latest = p.Checked
				break
			}
		}
	}
	return latest
}

// recordItems returns what to cite for the page of a record: who published
// a figure first, then the page.
func recordItems(s *site.Site, lang string, r *site.Record) (items []*bib.Item) {
	if source := figureSource(s, r); source != nil {
		items = append(items, source.Item())
	}
	return append(items, workItem(recordWork(s, lang, r), s.PathOf(r.Kind, r.ID)))
}

// figureSource returns the source of a figure, nil for another kind of record.
func figureSource(s *site.Site, r *site.Record) *site.Source {
	if r.Kind != "figure" {
		return nil
	}
	return s.Source(r.Source)
}

// citingRecord returns how the page of a record is cited. A figure is cited
// by who published it, with the place, and then by where it was found.
func citingRecord(s *site.Site, lang string, r *site.Record) *citing {
	source := figureSource(s, r)
	references := site.ByLanguage(s, func(in string) cite.Reference {
		words := s.ReferenceWords(in)
		found := words.Reference(recordWork(s, lang, r))
		if source == nil {
			return found
		}
		texts, place := s.Interface(in), r.Locator.In(in)
		if place != "" && !s.Locators()[in].IsNone(place) {
			place = texts["place_in_source"] + ": " + html.EscapeString(place) + "."
		} else {
			place = ""
		}
		of := words.Reference(source.Work)
		return cite.Reference{Text: cite.Joined(" ", of.Text, of.Address, place, texts["found_through"], found.Text), Address: found.Address}
	})
	item := recordItems(s, lang, r)[0] // the source of a figure, or else the page
	return &citing{references, item.COinS(), checkedOn(s, r)}
}
