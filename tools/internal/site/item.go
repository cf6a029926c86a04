package site

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/cite"
)

// Item returns a source as other programs exchange it: what the work is,
// without what the site says of it.
func (s *Source) Item() *bib.Item {
	item := bib.NewItem(s.ID, s.Type)
	item.Names["author"], item.Names["editor"] = s.Author, s.Editor
	fields, _ := s.Doc.Value.(map[string]any)
	for field := range fields {
		if bib.IsDate(field) {
			item.Dates[field] = s.Text("/" + field)
		} else if bib.IsText(field) {
			item.Texts[field] = s.Text("/" + field)
		}
	}
	var more map[string]json.RawMessage
	_ = s.Decode("/csl", &more)
	for _, variable := range slices.Sorted(maps.Keys(more)) {
		s.more(item, variable, more[variable])
	}
	maps.DeleteFunc(item.Names, func(_ string, names []cite.Name) bool { return len(names) == 0 })
	return item
}

// more adds what CSL knows of a work besides.
func (s *Source) more(item *bib.Item, variable string, value json.RawMessage) {
	var text string
	var names []cite.Name
	switch {
	case bib.IsName(variable):
		_ = json.Unmarshal(value, &names)
		item.Names[variable] = names
		return
	case json.Unmarshal(value, &text) != nil:
		return
	}
	switch {
	case variable == "type":
		item.Type = text
	case bib.IsDate(variable):
		item.Dates[variable] = text
	default:
		item.Texts[variable] = text
	}
}

// WorkOf returns a page of the site as others cite it: by the site, of the
// day on which it was compared with its sources.
func (s *Site) WorkOf(p *Page) cite.Work {
	return cite.Work{Type: "webpage", Title: p.Title, Author: []cite.Name{{Literal: s.Config.Title}}, Issued: p.Checked, Language: p.Lang,
		URL: strings.TrimSuffix(s.Config.BaseURL, "/") + s.URL(p)}
}
