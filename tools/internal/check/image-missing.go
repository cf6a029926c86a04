package check

import (
	"path"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "image-missing",
	Title:    "an image whose file does not exist, or that stands on another host",
	Why:      "The reader sees a broken picture, or another host sees the reader.",
	Wrong:    `![Drie overlappende kringen](delem.svg)`,
	Right:    `![Drie overlappende kringen](delen.svg)`,
	Mend:     "put the file beside the page, or in static/ and write its path from there with a leading slash.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, image := range page.Doc.Images {
				scheme, _ := md.SplitDest(image.Dest)
				switch {
				case scheme != "" || strings.HasPrefix(image.Dest, "//"):
					p.Report(image.Position, "keep a copy in the repository", "image %q is not ours", image.Dest)
				case !p.HasFile(staticFile(page, image.Dest)):
					p.Report(image.Position, "check path and name", "no image %q", image.Dest)
				}
			}
		}
	},
})

// staticFile gives the file behind an address in a page: beside the page, or
// below static/ when it starts with a slash.
func staticFile(page *site.Page, dest string) string {
	dest, _, _ = strings.Cut(dest, "#")
	if strings.HasPrefix(dest, "/") {
		return path.Join("static", dest)
	}
	return path.Join(path.Dir(page.File), dest)
}
