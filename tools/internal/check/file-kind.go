package check

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "file-kind",
	Title: "a file that would be published without having been read",
	Why:   "Hugo publishes what it finds: a copy of a page, an office file with its history, a file with passwords. A page in another notation than Markdown, or made by a template, would reach readers past every rule.",
	Wrong: "content/netwerk/notities.docx\nstatic/.env",
	Right: "content/netwerk/structuur.xx.md\nstatic/favicon.svg",
	Mend:  "keep it outside content/ and static/. A kind that is to be published stands in `published` under [params] in config.toml. Pages and files that Hugo is to find elsewhere, by a mount or in a theme, are moved there.",
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
		for i, m := range p.Config.Module.Mounts {
			if publishes(m.Target) && !isRead(m.Source, m.Target) {
				p.Report(p.ConfigAt(fmt.Sprintf("/module/mounts/%d", i)), bringIn, "%q would be published unread", m.Source)
			}
		}
		for _, dir := range p.themes() {
			for _, part := range publishing {
				if _, err := fs.Stat(p.FS, dir+"/"+part); err == nil || !fs.ValidPath(dir) {
					p.Report(diag.Position{File: site.ConfigFile}, bringIn, "%q would be published unread", dir)
					break
				}
			}
		}
	},
})

const bringIn = "move its files to content/ or static/"

// publishes reports whether Hugo makes pages of what is mounted there, or
// copies it.
func publishes(target string) bool {
	top, _, _ := strings.Cut(path.Clean(target), "/")
	return top == "content" || top == "static"
}

// isRead reports whether rules read the files of a mount as what Hugo takes
// them for.
func isRead(source, target string) bool {
	top, _, _ := strings.Cut(path.Clean(target), "/")
	from, _, _ := strings.Cut(path.Clean(source), "/")
	return from == top || from == site.Generated || from == "adapters"
}

// publishing are the parts of a theme that Hugo publishes, and those in
// which it may mount more.
var publishing = []string{"content", "static", "config", "config.toml", "config.yaml", "config.json", "hugo.toml", "hugo.yaml", "hugo.json"}

// themes lists the folders of the themes that the configuration names.
func (p *Pass) themes() (dirs []string) {
	if p.Written == nil {
		return nil
	}
	settings := p.Written.Value
	module, _ := settings["module"].(map[string]any)
	imports, _ := module["imports"].([]any)
	names, _ := settings["theme"].([]any)
	names = append(names, settings["theme"])
	for _, one := range imports {
		table, _ := one.(map[string]any)
		names = append(names, table["path"])
	}
	within, _ := settings["themesDir"].(string)
	for _, name := range names {
		if name, ok := name.(string); ok {
			dirs = append(dirs, path.Join(cmp.Or(within, "themes"), name))
		}
	}
	return dirs
}

// pageKinds are the notations in which Hugo takes a file for a page, other
// than the one that wijzer reads.
var pageKinds = []string{".html", ".htm", ".mdown", ".markdown", ".org", ".rst", ".adoc", ".asciidoc", ".ad", ".pandoc", ".pdc", ".gotmpl"}

// webKinds are what may be published where the site does not say.
var webKinds = []string{"html", "css", "js", "json", "txt", "svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "ico", "woff2", "pdf", "webmanifest"}

// notPublishable returns the remedy for a file that must not be published,
// "" where it may be.
func notPublishable(name string, kinds []string) (hint string) {
	top, rest, _ := strings.Cut(name, "/")
	kind := strings.ToLower(path.Ext(name))
	switch {
	case top != "content" && top != "static" || top == "content" && kind == ".md":
		return ""
	case top == "content" && slices.Contains(pageKinds, kind):
		return "write it as Markdown: <page>.<language>.md"
	case hidden(rest) || !slices.ContainsFunc(kinds, func(end string) bool { return endsIn(name, end) }):
		return "keep it outside " + top + "/, or list its kind in published, under [params] in config.toml"
	}
	return ""
}

// endsIn reports whether a file is of a kind, "txt", or has that name,
// "licences.txt".
func endsIn(name, end string) bool {
	return strings.EqualFold(path.Ext(name), "."+end) || path.Base(name) == end
}

// hidden reports whether a file or a folder around it is hidden, other than
// the one that RFC 8615 asks for.
func hidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") && part != ".well-known"
	})
}
