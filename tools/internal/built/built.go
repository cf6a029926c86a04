// Package built reads the rendered site: public/**/*.html.
package built

import "io/fs"

// Site is the rendered site.
type Site struct{}

// Read stub. languages: codes, default first.
func Read(fsys fs.FS) (*Site, error) { return &Site{}, nil }
