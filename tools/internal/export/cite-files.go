package export

import (
	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "static/",
	Doc:  "per page and source how to cite it, as files beside it: cite.json, cite.bib, cite.ris",
	Files: func(s *site.Site) (map[string][]byte, error) {
		files := map[string][]byte{}
		for _, p := range s.Pages {
			if isCited(p) {
				if err := addCitation(files, []*bib.Item{pageItem(s, p)}, s.URL(p)); err != nil {
					return nil, err
				}
			}
		}
		for _, lang := range s.Languages {
			for r := range pagedRecords(s, lang) {
				if err := addCitation(files, recordItems(s, lang, r), s.RecordURL(lang, r.Kind, r.ID)); err != nil {
					return nil, err
				}
			}
		}
		for _, source := range s.Sources() {
			var urls []string
			for _, lang := range s.Languages {
				urls = append(urls, s.RecordURL(lang, "source", source.ID))
			}
			if err := addCitation(files, []*bib.Item{source.Item()}, urls...); err != nil {
				return nil, err
			}
		}
		return files, nil
	},
})

// addCitation adds the files of works beside the pages that are about them.
func addCitation(files map[string][]byte, items []*bib.Item, urls ...string) error {
	for _, f := range bib.Formats {
		src, err := f.Write(items)
		if err != nil {
			return err
		}
		for _, url := range urls {
			if url != "" { // a site without pages of sources
				files["static"+url+"cite."+f.End] = src
			}
		}
	}
	return nil
}
