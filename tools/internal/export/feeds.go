package export

import (
	"bytes"
	_ "embed"
	"strings"
	"text/template"

	"comwijzer/tools/internal/plot"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "static/feeds",
	Doc:  "what changed for readers, as Atom (RFC 4287) and JSON Feed 1.1: all of a language, and for each audience",
	Files: func(s *site.Site) (map[string][]byte, error) {
		files := map[string][]byte{}
		for _, lang := range s.Languages {
			for _, f := range feedsOf(s, lang) {
				told := f.told(s, lang)
				src, err := encode(told)
				if err != nil {
					return nil, err
				}
				files["static/"+f.JSON], files["static/"+f.Atom] = src, told.atom()
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

// jsonFeed is a feed as JSON Feed has it, with what Atom asks besides.
type jsonFeed struct {
	Version     string     `json:"version"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Home        string     `json:"home_page_url"`
	URL         string     `json:"feed_url"`
	Language    string     `json:"language"`
	Items       []jsonItem `json:"items"`

	Atom    string `json:"-"` // its address
	Author  string `json:"-"`
	Updated string `json:"-"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published"`
	Tags      []string `json:"tags"`
	Kinds     []string `json:"-"` // of which the tags are the words
}

func (f feed) told(s *site.Site, lang string) jsonFeed {
	out := jsonFeed{"https://jsonfeed.org/version/1.1", f.Title, f.none, full(s, f.page), full(s, f.JSON), lang, []jsonItem{},
		full(s, f.Atom), s.Config.Title, f.updated(s)}
	for _, e := range f.entries {
		var tags []string
		for _, kind := range e.Kinds {
			tags = append(tags, s.Interface(lang)["change_"+kind])
		}
		out.Items = append(out.Items, jsonItem{e.id(s, lang), full(s, e.At), e.Title, e.words(s, lang), moment(e.On), tags, e.Kinds})
	}
	return out
}

//go:embed feeds.atom
var atomText string

var atomFeed = template.Must(template.New("").Funcs(template.FuncMap{"x": plot.Escape}).Parse(atomText))

func (f jsonFeed) atom() []byte {
	var b bytes.Buffer
	if err := atomFeed.Execute(&b, f); err != nil {
		panic(err) // part of the program
	}
	return b.Bytes()
}
