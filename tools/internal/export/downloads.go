package export

import (
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/downloads.json",
	Doc:  "the list of what readers are offered: files, kinds and sizes",
	Make: func(s *site.Site) ([]byte, error) {
		list := downloads{Licence: licence(s.Config.Params.Licence), Modified: modified(s), Files: []download{}}
		for _, e := range Exports() {
			if e.Format == "" {
				continue
			}
			data, err := e.Make(s) // once more, which costs a hundredth of a build
			if err != nil {
				return nil, err
			}
			list.Files = append(list.Files, download{strings.TrimPrefix(e.Path, "static/"), e.Format, typeOf(e.Path), len(data)})
		}
		return encode(list)
	},
})

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
