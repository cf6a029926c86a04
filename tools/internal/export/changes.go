package export

import "comwijzer/tools/internal/site"

var _ = register(Export{
	Path: "data/changes.json",
	Doc:  "what changed for readers, by language and release, and the feeds that tell it",
	Make: byLanguage(func(s *site.Site, lang string) toldLanguage {
		told := toldIn(s, lang)
		out := toldLanguage{None: noneTold(s, told), Releases: []toldRelease{}, Feeds: feedsOf(s, lang)}
		for _, t := range told {
			if n := len(out.Releases); n == 0 || out.Releases[n-1].On != t.On {
				out.Releases = append(out.Releases, toldRelease{On: t.On})
			}
			last := &out.Releases[len(out.Releases)-1]
			last.Entries = append(last.Entries, t)
		}
		return out
	}),
})

type toldLanguage struct {
	None     string        `json:"none,omitempty"`
	Releases []toldRelease `json:"releases"`
	Feeds    []feed        `json:"feeds"`
}

type toldRelease struct {
	On      string      `json:"on"`
	Entries []toldEntry `json:"entries"`
}
