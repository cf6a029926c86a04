// Package export writes derived files.
package export

import (
	"io/fs"

	"comwijzer/tools/internal/site"
)

// All renders every export in memory: path below .gen/ → bytes.
func All(s *site.Site) (map[string][]byte, error) { return nil, nil }

var _ fs.FS
