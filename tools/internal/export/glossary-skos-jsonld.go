package export

import "comwijzer/tools/internal/site"

var _ = register(Export{
	Path:   "static/downloads/glossary.skos.jsonld",
	Doc:    "the glossary as SKOS thesaurus, in JSON-LD",
	Format: "download_skos_jsonld",
	Make:   func(s *site.Site) ([]byte, error) { return skos(s).jsonld() },
})
