package check

import (
	"cmp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "link-dead",
	Title:    "a link to a page that does not exist",
	Why:      "Hugo lets such a link pass without a word, and the reader meets a page that is not found.",
	Wrong:    `[organisatie](organisatei.md)`,
	Right:    `[organisatie](organisatie.md)`,
	Mend:     "link to the file by relative path, with .md and without the language: ../fiets/onderhoud.md.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachPageLink(p, func(page *site.Page, link md.Link, target site.Target) {
			if target.Page != nil || p.Page(page.Lang, target.Path) != nil || sameButCase(p, page.Lang, target.Path) != "" {
				return
			}
			for _, lang := range p.Languages {
				if target.Lang == "" && p.Page(lang, target.Path) != nil {
					p.Report(link.Position, "translate it, or link to the page in that language by its file name", "page %q exists only in language %q", link.Dest, lang)
					return
				}
			}
			p.Report(link.Position, text.DidYouMean(target.Path, p.Paths(page.Lang), "check path and name"), "dead link %q", link.Dest)
		})
		for _, page := range p.Pages {
			for _, link := range page.Doc.Links {
				scheme, _ := md.SplitDest(link.Dest)
				if scheme == "" && !site.IsPageLink(link.Dest) && !p.HasFile(staticFile(page, link.Dest)) {
					p.Report(link.Position, "link to a page as ../section/page.md", "dead link %q", link.Dest)
				}
			}
		}
	},
})

// eachPageLink visits the links between pages with their target, but for
// pages that could not be read.
func eachPageLink(p *Pass, visit func(*site.Page, md.Link, site.Target)) {
	for _, page := range p.Pages {
		for _, link := range slices.Concat(page.Doc.Links, blockLinks(page)) {
			if !site.IsPageLink(link.Dest) {
				continue
			}
			if target := p.Resolve(page, link.Dest); !p.PageLost(cmp.Or(target.Lang, page.Lang), target.Path) {
				visit(page, link, target)
			}
		}
	}
}

// sameButCase gives the path that differs from path in case only, if any.
func sameButCase(p *Pass, lang, path string) string {
	paths := p.Paths(lang)
	i := slices.IndexFunc(paths, func(other string) bool { return other != path && strings.EqualFold(other, path) })
	if i < 0 {
		return ""
	}
	return paths[i]
}
