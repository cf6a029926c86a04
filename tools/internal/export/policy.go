package export

import (
	"comwijzer/tools/internal/headers"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/policy.json",
	Doc:  "the content security policy that pages carry: the one that web servers send too",
	Make: func(*site.Site) ([]byte, error) { return encode(map[string]string{"policy": headers.Policy()}) },
})
