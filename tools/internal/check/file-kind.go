package check

import (
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "file-kind",
	Title:    "a file that would be published without having been read",
	Why:      "Hugo publishes what it finds: a copy of a page, an office file with its history, a file with passwords. A page in another notation than Markdown, or made by a template, would reach readers past every rule.",
	Wrong:    "content/netwerk/notities.docx\nstatic/.env",
	Right:    "content/netwerk/structuur.xx.md\nstatic/favicon.svg",
	Mend:     "keep it outside content/ and static/. A kind that is to be published stands in `published` under [params] in config.toml.",
	Set:      StructureRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		kinds := p.Config.Params.Published
		if len(kinds) == 0 {
			kinds = webKinds
		}
		for _, name := range p.Files() {
			if hint := notPublishable(name, kinds); hint != "" {
				p.Report(diag.Position{File: name}, hint, "%q would be published unread", name)
			}
		}
	},
})

// pageKinds are the notations in which Hugo takes a file for a page, other
// than the one that wijzer reads.
var pageKinds = []string{".html", ".htm", ".mdown", ".markdown", ".org", ".rst", ".adoc", ".asciidoc", ".ad", ".pandoc", ".pdc", ".gotmpl"}

// webKinds are what may be published where the site does not say.
var webKinds = []string{"html", "css", "js", "json", "txt", "svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "ico", "woff2", "pdf", "webmanifest"}

// notPublishable returns the remedy for a file that must not be published, ""
// where it may be.
func notPublishable(name string, kinds []string) (hint string) {
	top, rest, _ := strings.Cut(name, "/")
	kind := strings.ToLower(path.Ext(name))
	switch {
	case top != "content" && top != "static" || top == "content" && kind == ".md":
		return ""
	case top == "content" && slices.Contains(pageKinds, kind):
		return "write it as Markdown: <page>.<language>.md"
	case hidden(rest) || !slices.Contains(kinds, strings.TrimPrefix(kind, ".")):
		return "keep it outside " + top + "/, or list its kind in published, under [params] in config.toml"
	}
	return ""
}

// hidden reports whether a file or a folder around it is hidden, other than
// the one that RFC 8615 asks for.
func hidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") && part != ".well-known"
	})
}
