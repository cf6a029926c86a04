package check

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// photographs are the kinds of files that hold pixels, and often also where
// and with what they were made.
var photographs = []string{".avif", ".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}

var _ = register(SafetyRules, Warning, Rule{
	ID:     "image-source",
	Title:  "an image that is no drawing of our own",
	Why:    "A photo of a child, a wound or a screen hurts who recognises it, and shows what the text leaves out; a file with pixels can carry the place and device it was made with (ESP-24).",
	Wrong:  "![Een kind achter een scherm](kind.jpg)",
	Right:  "![Drie overlappende kringen: de delen van de stad](/diagrams/delen.svg)",
	Mend:   "draw a diagram, as SVG in the folder that params.diagrams in config.toml names, or use a block such as network. Putting a file there is the editor's approval. Files with pixels below content/, static/ and assets/ are reported too; a record of data/ or a page cannot allow those: remove them. What cannot be SVG, such as the card that chats show, stands in params.drawn once the editor saw it, with what sha256sum prints of it: another picture under that name is a finding.",
	Safety: true,
	Source: func(p *Pass) {
		folder := p.Config.Params.Diagrams
		if folder == "" {
			return
		}
		for _, page := range p.Pages {
			for _, image := range page.Doc.Images {
				if !isDiagram(page, image.Dest, folder) && !wasSeen(p, page.StaticFile(image.Dest)) {
					p.Report(image.Position, "draw it as SVG in "+folder, "image %q is no drawing from %q", image.Dest, folder)
				}
			}
		}
		for _, name := range p.Files() {
			if slices.Contains(photographs, strings.ToLower(path.Ext(name))) && !wasSeen(p, name) {
				p.Report(diag.Position{File: name}, "remove it, or draw it as SVG", "a file with pixels that nobody saw as it is now")
			}
		}
	},
})

// wasSeen reports whether params.drawn has a file as it is, byte for byte.
func wasSeen(p *Pass, name string) bool {
	pixels, err := fs.ReadFile(p.FS, name)
	return err == nil && slices.Contains(p.Config.Params.Drawn, fmt.Sprintf("%s %x", name, sha256.Sum256(pixels)))
}

// isDiagram reports whether an image of a page is an SVG in folder.
func isDiagram(page *site.Page, dest, folder string) bool {
	if !strings.HasPrefix(dest, "/") {
		dest = path.Join("/", strings.TrimPrefix(path.Dir(page.File), "content"), dest)
	}
	return strings.HasPrefix(dest, strings.TrimSuffix(folder, "/")+"/") && strings.HasSuffix(dest, ".svg")
}
