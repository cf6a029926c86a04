package export

import "comwijzer/tools/internal/site"

var _ = register(Export{
	Path:   "static/downloads/glossary.skos.ttl",
	Doc:    "the glossary as SKOS thesaurus, in Turtle",
	Format: "download_skos_turtle",
	Make:   func(s *site.Site) ([]byte, error) { return skos(s).turtle(), nil },
})
