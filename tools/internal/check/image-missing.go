package check

import (
	"strings"

	"comwijzer/tools/internal/md"
)

var _ = register(StructureRules, Error, Rule{
	ID:     "image-missing",
	Title:  "an image whose file does not exist, or that stands on another host",
	Why:    "The reader sees a broken picture, or another host sees the reader.",
	Wrong:  `![Drie overlappende kringen](delem.svg)`,
	Right:  `![Drie overlappende kringen](delen.svg)`,
	Mend:   "put the file beside the page, or in static/ and write its path from there with a leading slash.",
	Safety: true,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, image := range page.Doc.Images {
				scheme, _ := md.SplitDest(image.Dest)
				switch {
				case scheme != "" || strings.HasPrefix(image.Dest, "//"):
					p.Report(image.Position, "keep a copy in the repository", "image %q is not ours", image.Dest)
				case !p.HasFile(page.StaticFile(image.Dest)):
					p.Report(image.Position, "check path and name", "no image %q", image.Dest)
				}
			}
		}
	},
})
