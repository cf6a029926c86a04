package check

import (
	"path"
	"regexp"
	"strings"
)

var _ = register(StructureRules, Error, Rule{
	ID:     "image-alt",
	Title:  "an image without alternative text, or with a file name as such",
	Why:    "Who does not see the image gets nothing (WCAG 1.1.1).",
	Wrong:  `![](delen.svg)`,
	Right:  `![Drie overlappende kringen: de delen van de stad](delen.svg)`,
	Mend:   "say in a few words what the image tells.",
	Safety: true,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, image := range page.Doc.Images {
				hint := "write ![what the image tells](" + image.Dest + ")"
				switch alt := strings.TrimSpace(image.Alt); {
				case alt == "":
					p.Report(image.Position, hint, "image %q has no alternative text", image.Dest)
				case isFileName(alt, image.Dest):
					p.Report(image.Position, hint, "alternative text %q is the name of a file", alt)
				}
			}
		}
	},
})

// isFileName reports whether a text is the name of a file, with or without
// its extension.
func isFileName(alt, dest string) bool {
	name := path.Base(dest)
	return strings.EqualFold(alt, name) || strings.EqualFold(alt, strings.TrimSuffix(name, path.Ext(name))) && !strings.Contains(alt, " ") && strings.ContainsAny(alt, "0123456789_-") ||
		fileName.MatchString(alt)
}

var fileName = regexp.MustCompile(`(?i)^\S+\.(?:svg|png|jpe?g|gif|webp)$`)
