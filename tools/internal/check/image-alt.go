package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "image-alt",
	Title:    "an image without alternative text",
	Why:      "Who does not see the image gets nothing (WCAG 1.1.1).",
	Wrong:    `![](delen.svg)`,
	Right:    `![Drie overlappende kringen: de delen van de stad](delen.svg)`,
	Mend:     "say in a few words what the image tells.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, image := range page.Doc.Images {
				if strings.TrimSpace(image.Alt) == "" {
					p.Report(image.Position, "write ![what the image tells]("+image.Dest+")", "image %q has no alternative text", image.Dest)
				}
			}
		}
	},
})
