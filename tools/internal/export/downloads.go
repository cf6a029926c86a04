package export

import (
	"strings"

	"comwijzer/tools/internal/site"
)

// downloadsPath is the list of what readers are offered. It is no Export: it
// is made last, from the others.
const downloadsPath = "data/downloads.json"

type downloads struct {
	Licence  licence    `json:"licence"`
	Modified string     `json:"modified"`
	Files    []download `json:"files"` // by path
}

type download struct {
	Path   string `json:"path"`   // below the site's address
	Format string `json:"format"` // a key in i18n
	Type   string `json:"type"`   // the media type
	Bytes  int    `json:"bytes"`
}

// listDownloads tells what the glossary page needs to know of the files.
func listDownloads(s *site.Site, files map[string][]byte) ([]byte, error) {
	list := downloads{Licence: licence(s.Config.Params.Licence), Modified: modified(s), Files: []download{}}
	for _, e := range Exports() {
		if e.Format != "" {
			path := strings.TrimPrefix(e.Path, "static/")
			list.Files = append(list.Files, download{path, e.Format, e.Type, len(files[e.Path])})
		}
	}
	return encode(list)
}
