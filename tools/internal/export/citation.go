package export

import (
	"cmp"
	"strings"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

// citing is how others refer to something: by a reference in each language, and by
// what programs take from the page. The files stand beside the page.
type citing struct {
	References map[string]cite.Reference `json:"references"`
	COinS      string                    `json:"coins"`
}

var _ = register(Export{
	Path: "static/",
	Doc:  "per page and source how to cite it, as files beside it: cite.json, cite.bib, cite.ris",
	Files: func(s *site.Site) (map[string][]byte, error) {
		files := map[string][]byte{}
		for _, p := range s.Pages {
			if isCited(p) {
				if err := addCitation(files, pageItem(s, p), s.URL(p)); err != nil {
					return nil, err
				}
			}
		}
		for _, source := range s.Sources() {
			var urls []string
			for _, lang := range s.Languages {
				urls = append(urls, s.SourceURL(lang, source.ID))
			}
			if err := addCitation(files, source.Item(), urls...); err != nil {
				return nil, err
			}
		}
		return files, nil
	},
})

// addCitation adds the files of a work beside the pages that are about it.
func addCitation(files map[string][]byte, item *bib.Item, urls ...string) error {
	for _, f := range bib.Formats {
		src, err := f.Write([]*bib.Item{item})
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

// isCited reports whether a page says how it is cited: one that was compared with
// its sources, but for terms that are not for spreading.
func isCited(p *site.Page) bool {
	caution := p.Entry != nil && p.Entry.Term.Status == glossary.Caution
	return p.Published() && p.Checked != "" && !caution
}

// pageItem returns a page of the site as a work.
func pageItem(s *site.Site, p *site.Page) *bib.Item {
	work := s.WorkOf(p)
	item := bib.NewItem(cmp.Or(strings.ReplaceAll(strings.Trim(p.Path, "/"), "/", "-"), "home")+"-"+p.Lang, work.Type)
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
	references := perLanguage(s, func(lang string) cite.Reference { return s.ReferenceWords(lang).Reference(work) })
	return &citing{references, pageItem(s, p).COinS()}
}
