package export

import (
	"encoding/xml"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "static/feeds",
	Doc:  "what changed for readers, as Atom (RFC 4287) and JSON Feed 1.1: all of a language, and for each audience",
	Files: func(s *site.Site) (map[string][]byte, error) {
		files := map[string][]byte{}
		for _, lang := range s.Languages {
			for _, f := range feedsOf(s, lang) {
				atom, err := xml.MarshalIndent(f.atom(s, lang), "", " ")
				if err != nil {
					return nil, err
				}
				files["static/"+f.Atom] = []byte(xml.Header + string(atom) + "\n")
				if files["static/"+f.JSON], err = encode(f.json(s, lang)); err != nil {
					return nil, err
				}
			}
		}
		return files, nil
	},
})

// updated is the moment of the newest entry; before the first that of the newest text.
func (f feed) updated(s *site.Site) string {
	if len(f.entries) > 0 {
		return moment(f.entries[0].On)
	}
	latest := ""
	for _, p := range s.Pages {
		latest = max(latest, p.Date)
	}
	return moment(latest)
}

func moment(day string) string { return day + "T00:00:00Z" }

// id names an entry for good: tag URI (RFC 4151), whatever becomes of addresses.
func (e toldEntry) id(s *site.Site, lang string) string {
	return "tag:" + s.Home().Hostname() + "," + e.On + ":" + lang + ":" + e.Of
}

// words say of what kind the changes are, and where.
func (e toldEntry) words(s *site.Site, lang string) string {
	texts, said := s.Interface(lang), []string{}
	if e.New {
		said = append(said, texts["change_new"])
	}
	for _, kind := range e.Kinds {
		said = append(said, texts["change_"+kind])
	}
	words := strings.Join(said, ", ")
	var sections []string
	for _, section := range e.Sections {
		sections = append(sections, section.Title)
	}
	if len(sections) > 0 {
		words += ": " + strings.Join(sections, "; ")
	}
	if e.Note != "" {
		words += ". " + e.Note
	}
	return words
}

// full returns the whole address of what is below that of the site.
func full(s *site.Site, at string) string {
	return base(s) + "/" + strings.TrimPrefix(at, "/")
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Link       atomLink       `xml:"link"`
	Summary    string         `xml:"summary"`
	Categories []atomCategory `xml:"category"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

func (f feed) atom(s *site.Site, lang string) atomFeed {
	out := atomFeed{Lang: lang, ID: full(s, f.Atom), Title: f.Title, Subtitle: f.none, Updated: f.updated(s), Author: s.Config.Title, Links: []atomLink{
		{"self", "application/atom+xml", full(s, f.Atom)}, {"alternate", "text/html", full(s, f.page)},
	}}
	for _, e := range f.entries {
		entry := atomEntry{ID: e.id(s, lang), Title: e.Title, Updated: moment(e.On), Link: atomLink{"alternate", "text/html", full(s, e.At)}, Summary: e.words(s, lang)}
		for _, kind := range e.Kinds {
			entry.Categories = append(entry.Categories, atomCategory{kind, s.Interface(lang)["change_"+kind]})
		}
		out.Entries = append(out.Entries, entry)
	}
	return out
}

type jsonFeed struct {
	Version     string     `json:"version"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Home        string     `json:"home_page_url"`
	URL         string     `json:"feed_url"`
	Language    string     `json:"language"`
	Items       []jsonItem `json:"items"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published"`
	Tags      []string `json:"tags"`
}

func (f feed) json(s *site.Site, lang string) jsonFeed {
	out := jsonFeed{"https://jsonfeed.org/version/1.1", f.Title, f.none, full(s, f.page), full(s, f.JSON), lang, []jsonItem{}}
	for _, e := range f.entries {
		var tags []string
		for _, kind := range e.Kinds {
			tags = append(tags, s.Interface(lang)["change_"+kind])
		}
		out.Items = append(out.Items, jsonItem{e.id(s, lang), full(s, e.At), e.Title, e.words(s, lang), moment(e.On), tags})
	}
	return out
}
