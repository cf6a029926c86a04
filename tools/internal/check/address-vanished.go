package check

import (
	"fmt"
	"path"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:      "address-vanished",
	Title:   "an address or heading id that was released and leads nowhere now",
	Why:     "A slug or a heading that gets another name breaks the links of others as a page does that is removed. Other words in a title or summary do not.",
	Wrong:   "slug: another-name, while data/released.yaml lists the page at /yy/road/name/",
	Right:   "slug: another-name, and in data/redirects.yaml: addresses: [{was: /yy/road/name/, now: /weg/naam}]",
	Mend:    "put the name back, or run wijzer mv with the old and the new address: it leaves a redirect.",
	Absence: true,
	Source: func(p *Pass) {
		released := p.Site.Released()
		if p.List("released") == nil {
			return
		}
		taken, moved := takenAddresses(p), map[[2]string]int{}
		for _, m := range p.Redirects().Addresses {
			taken[m.Was] = "a redirect"
		}
		for _, was := range released.Pages {
			if taken[was.URL] == "" {
				moved[folders(p, was)]++
			}
		}
		for i, was := range released.Pages {
			if page := p.Page(was.Lang, was.Path); page != nil {
				reportTargets(p, page, was)
			}
			dirs := folders(p, was)
			switch n := moved[dirs]; {
			case taken[was.URL] != "":
			case n > 1 && dirs[1] != "":
				reportFolder(p, was.Lang, dirs, n)
				moved[dirs] = -1
			case n >= 0:
				reportMoved(p, was, fmt.Sprintf("/addresses/%d", i))
			}
		}
		for i, url := range released.Old {
			if taken[url] == "" {
				p.Report(p.List("released").Position(fmt.Sprintf("/old/%d", i)), "put its line in "+site.RedirectsFile+" back", "old address %q led on and is gone", url)
			}
		}
	},
})

// folders returns the folder of an address and that in which its page
// stands now by the same name, "" where that is not what became of it.
func folders(p *Pass, was site.Standing) [2]string {
	before, now := path.Clean(was.URL), path.Clean(p.Address(was.Lang, was.Path))
	if path.Base(before) != path.Base(now) || path.Dir(before) == path.Dir(now) {
		return [2]string{path.Dir(before), ""}
	}
	return [2]string{path.Dir(before), path.Dir(now)}
}

// reportFolder reports once that the pages of a folder stand in another.
func reportFolder(p *Pass, lang string, dirs [2]string, n int) {
	p.Report(p.ConfigAt("/languages/"+lang+"/permalinks/page"), "put the folder back where permalinks, or the page of the section, name it",
		"%d addresses below %q were released, and their pages stand below %q now", n, dirs[0], dirs[1])
}

// reportMoved reports an address at the page that has another one now. A
// page that is gone as a whole is for the rule id-vanished.
func reportMoved(p *Pass, was site.Standing, pointer string) {
	now := p.Address(was.Lang, was.Path)
	if now != "" {
		at := diag.Position{File: site.ReleasedFile}
		if page := p.Page(was.Lang, was.Path); page != nil {
			at = page.Front.Position("/title")
			if page.Slug != "" {
				at = page.Front.Position("/slug")
			}
		}
		p.Report(at, fmt.Sprintf("put it back, or run wijzer mv %s %s", was.URL, now), "address %q was released, and the page stands at %q now", was.URL, now)
		return
	}
	if onePage(p, was.Path) {
		p.Report(p.List("released").Position(pointer), "put the page back in this language, or add a redirect to "+site.RedirectsFile,
			"address %q was released and is gone", was.URL)
	}
}

// onePage reports whether another language still has the page.
func onePage(p *Pass, logical string) bool {
	return slices.ContainsFunc(p.Languages, func(lang string) bool { return p.Address(lang, logical) != "" })
}

// reportTargets reports ids that a page had, at the heading that seems to
// have been theirs.
func reportTargets(p *Pass, page *site.Page, was site.Standing) {
	before := 0
	for _, id := range was.IDs {
		if i := slices.IndexFunc(page.Doc.Headings, func(h md.Heading) bool { return h.ID == id }); i >= 0 {
			before = i + 1
			continue
		}
		if page.HasAnchor(id) || p.Redirected(page.Path, id) {
			continue
		}
		at, hint := page.Front.Position("/title"), fmt.Sprintf("give a heading this id: {#%s}, or run wijzer mv '%s#%s' '#NEW'", id, page.Path, id)
		if before < len(page.Doc.Headings) && !slices.Contains(was.IDs, page.Doc.Headings[before].ID) {
			h := page.Doc.Headings[before]
			at, hint = h.Position, fmt.Sprintf("put it back: {#%s}, or run wijzer mv '%s#%s' '#%s'", id, page.Path, id, h.ID)
			before++
		}
		p.Report(at, hint, "heading id %q was released and is gone from %s", id, path.Base(page.File))
	}
}
