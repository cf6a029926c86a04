package check

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "built-link",
	Title:    "a link or resource on a rendered page that leads nowhere",
	Why:      "This is the proof on what readers get: templates can make dead links that no page holds.",
	Wrong:    `<a href="/netwerk/organisatei/">`,
	Right:    `<a href="/netwerk/organisatie/">`,
	Mend:     "correct the page, or the layout that makes the link.",
	Severity: diag.Error,
	Built: func(p *BuiltPass) {
		for _, page := range p.Pages {
			for _, link := range page.Links {
				p.follow(page, link.Position, link.Dest)
			}
			for _, r := range page.Resources {
				p.follow(page, r.Position, r.Value)
			}
		}
	},
})

// follow reports an address on the site itself that has no file, or whose
// fragment has no element. Other hosts are not its business.
func (p *BuiltPass) follow(page *built.Page, at diag.Position, dest string) {
	u, err := url.Parse(dest)
	if err != nil {
		p.Report(at, "", "unreadable address %q", dest)
		return
	}
	if u.Scheme != "" || u.Host != "" {
		return
	}
	root := strings.TrimSuffix(p.basePath(), "/")
	base := &url.URL{Path: root + page.URL}
	full, ok := strings.CutPrefix(base.ResolveReference(u).Path, root)
	if !ok {
		p.Report(at, "start it with "+root+"/", "address %q lies outside the site at %s/", dest, root)
		return
	}
	target := p.Page(full)
	if target == nil {
		if !p.Files[strings.TrimPrefix(path.Clean(full), "/")] && !madeLater(full) {
			p.Report(at, text.DidYouMean(full, p.addresses(), ""), "dead address %q", dest)
		}
		return
	}
	if u.Fragment != "" && u.Fragment != "top" && !target.HasID(u.Fragment) {
		p.Report(at, "give the element that id, or link to another", "no element with id %q on %s", u.Fragment, target.URL)
	}
}

// basePath is the path that the site's address has, "/" or "" for none.
func (p *BuiltPass) basePath() string {
	u, err := url.Parse(p.Source.Config.BaseURL)
	if err != nil {
		return ""
	}
	return u.Path
}

// madeLater tells the search index, which is made of the pages after the
// checks have passed.
func madeLater(full string) bool { return strings.HasPrefix(full, "/pagefind-") }

func (p *BuiltPass) addresses() []string {
	var out []string
	for _, page := range p.Pages {
		out = append(out, page.URL)
	}
	slices.Sort(out)
	return out
}
