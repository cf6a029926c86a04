package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "link-dead",
	Title: "a link to a page that does not exist, or that differs from the file's name in case",
	Why:   "Hugo lets such a link pass without a word, and the reader meets a page that is not found. One in the wrong case works on one computer and breaks on the server, where case counts.",
	Wrong: `[organisatie](organisatei.md)`,
	Right: `[organisatie](organisatie.md)`,
	Mend:  "link to the file by relative path, with .md and without the language: ../fiets/onderhoud.md.",
	Source: func(p *Pass) {
		paths := once(p.Paths)
		lower := once(func(lang string) map[string]string {
			byLower := map[string]string{}
			for _, path := range paths(lang) {
				byLower[strings.ToLower(path)] = path
			}
			return byLower
		})
		gone := map[string]bool{} // pages of which another rule says so
		for id := range vanished(p) {
			if id.Kind == "page" && setting(p.Config.Params.Rules, "id-vanished") != SwitchedOff {
				gone[id.ID] = true
			}
		}
		for link := range p.PageLinks() {
			if gone[link.Path] {
				continue
			}
			if link.Page == nil && p.Page(link.From.Lang, link.Path) == nil {
				reportDead(p, link, lower(link.From.Lang)[strings.ToLower(link.Path)], paths(link.From.Lang))
			}
		}
		for _, page := range p.Pages {
			for _, link := range page.Doc.Links {
				if link.Dest == "" {
					p.Report(link.Position, "link to a page as ../section/page.md", "a link to nothing")
				} else if link.IsTo("") && !md.IsPageLink(link.Dest) && !p.HasFile(page.StaticFile(link.Dest)) {
					p.Report(link.Position, "link to a page as ../section/page.md", "dead link %q", link.Dest)
				}
			}
		}
	},
})

// reportDead reports a link to no page; alike is the path of one in another
// case.
func reportDead(p *Pass, link site.PageLink, alike string, paths []string) {
	if alike != "" {
		p.Fix(link.Position, lowered(link), fmt.Sprintf("the page is %q", alike), "wrong case in link %q", link.Dest)
		return
	}
	for _, lang := range p.Languages {
		if link.Lang == "" && p.Page(lang, link.Path) != nil {
			p.Report(link.Position, "translate it, or link to the page in that language by its file name", "page %q exists only in language %q", link.Dest, lang)
			return
		}
	}
	paths = p.near(paths)
	for _, gone := range p.Gone() {
		if gone.Path == link.Path && gone.Lang == link.From.Lang {
			p.Report(link.Position, "take the link out, or link to what is there instead", "link to %q, which was retired on %s", link.Dest, gone.On)
			return
		}
	}
	p.Missing("page", link.Path).Fix(link.Position, respelt(link, paths), text.DidYouMean(link.Path, paths, "check path and name"), "dead link %q", link.Dest)
}

// respelt writes the name of the one page in the same folder that is
// nearest.
func respelt(link site.PageLink, paths []string) diag.Fix {
	paths = slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return path.Dir(p) != path.Dir(link.Path) })
	file, fragment, found := strings.Cut(link.Dest, "#")
	fix := corrected(path.Base(link.Path), bases(paths))
	dir, isFile := strings.CutSuffix(file, fix.Old+".md")
	switch {
	case fix == (diag.Fix{}) || !isFile:
		return diag.Fix{}
	case link.InBlock:
		return diag.Fix{Old: fix.Old + ".md", New: fix.New + ".md"}
	case found:
		return linkFix(dir, fix, ".md#"+fragment)
	}
	return linkFix(dir, fix, ".md")
}

func bases(paths []string) (names []string) {
	for _, p := range paths {
		names = append(names, path.Base(p))
	}
	return names
}

// lowered lowers the path and leaves the fragment: files have names in
// lower case, as the rule file-name sees to.
func lowered(link site.PageLink) diag.Fix {
	file, fragment, found := strings.Cut(link.Dest, "#")
	lower := strings.ToLower(file)
	if found {
		lower += "#" + fragment
	}
	if link.InBlock {
		return diag.Fix{Old: link.Dest, New: lower}
	}
	return diag.Fix{Old: "](" + link.Dest + ")", New: "](" + lower + ")"}
}
