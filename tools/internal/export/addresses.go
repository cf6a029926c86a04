package export

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/addresses.json",
	Doc:  "what became of old addresses: where they lead, what stood there, and the old ids of headings",
	Make: func(s *site.Site) ([]byte, error) { return encode(oldAddresses(s)) },
})

// addresses is the one list of what is not where it was.
type addresses struct {
	Moved   []moved             `json:"moved"`
	Gone    []gone              `json:"gone"`
	Anchors map[string][]string `json:"anchors"` // path#id of a heading → the ids that it had
}

type moved struct {
	Lang string `json:"lang"`
	From string `json:"from"`
	To   string `json:"to"`
}

type gone struct {
	Lang      string     `json:"lang"`
	Path      string     `json:"path"` // equal in all languages
	At        string     `json:"at"`
	Kind      string     `json:"kind"`
	Title     string     `json:"title"`
	Reason    string     `json:"reason"`
	On        string     `json:"on"`
	Successor *successor `json:"successor,omitempty"`
}

type successor struct {
	At    string `json:"at"`
	Title string `json:"title"`
}

func oldAddresses(s *site.Site) addresses {
	redirects := s.Redirects()
	out := addresses{Moved: []moved{}, Gone: []gone{}, Anchors: map[string][]string{}}
	for _, m := range redirects.Addresses {
		lang := s.LanguageOf(m.Was)
		if to := s.Address(lang, m.Now); to != "" {
			out.Moved = append(out.Moved, moved{lang, m.Was, to})
		}
	}
	slices.SortFunc(out.Moved, func(a, b moved) int { return strings.Compare(a.From, b.From) })
	for _, g := range s.Gone() {
		out.Gone = append(out.Gone, goneFrom(s, g))
	}
	for _, h := range redirects.Headings {
		out.Anchors[h.Page+"#"+h.Now] = append(out.Anchors[h.Page+"#"+h.Now], h.Was)
	}
	return out
}

// Moved returns where old addresses lead, for web servers.
func Moved(s *site.Site) map[string]string {
	leads := map[string]string{}
	for _, m := range oldAddresses(s).Moved {
		leads[m.From] = m.To
	}
	return leads
}

func goneFrom(s *site.Site, g site.Gone) gone {
	out := gone{g.Lang, g.Path, g.URL, g.Of, goneTitle(g), g.Reason.In(g.Lang), g.On, nil}
	if at := s.Address(g.Lang, s.PathOf(g.Of, g.Successor)); g.Successor != "" && at != "" {
		out.Successor = &successor{at, s.TitleOf(g.Lang, g.Of, g.Successor)}
	}
	return out
}
