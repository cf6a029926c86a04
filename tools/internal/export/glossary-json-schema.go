package export

import (
	_ "embed"

	"comwijzer/tools/internal/site"
)

//go:embed glossary.schema.json
var publicSchema []byte

var _ = register(Export{
	Path:   "static/" + schemaPath,
	Doc:    "the shape of the glossary for programs, as JSON Schema",
	Format: "download_json_schema",
	Make:   func(*site.Site) ([]byte, error) { return publicSchema, nil },
})
