package check

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(RenderedRules, Error, Rule{
	ID:    "built-link",
	Title: "a link or resource on a rendered page that leads nowhere",
	Why:   "This is the proof on what readers get: templates can make dead links that no page holds.",
	Wrong: `<a href="/fiets/onderhuod/">`,
	Right: `<a href="/fiets/onderhoud/">`,
	Mend:  "correct the page, or the layout that makes the link.",
	Page: func(p *BuiltPass) func(*built.Page) {
		return func(page *built.Page) {
			for _, link := range page.Links {
				p.followable(link)
			}
		}
	},
	Built: func(p *BuiltPass) {
		own := p.Source.Home()
		for _, page := range p.Pages {
			for _, lead := range page.Leads {
				p.follow(own, page, page.At(lead), lead.To)
			}
		}
	},
})

// followable reports a link that readers are not to be given: only pages,
// the web, mail and telephone are, and those with somebody behind them.
func (p *BuiltPass) followable(link built.Link) {
	u, err := built.Parse(link.Dest)
	if err != nil {
		return // follow reports it
	}
	switch u.Scheme {
	case "":
	case "http", "https":
		if u.Host == "" {
			p.Report(link.Position, "write the whole address", "address %q has no host", link.Dest)
		}
	case "tel":
		number, _, _ := strings.Cut(u.Opaque, ";") // what follows says more of it
		if number, err := url.PathUnescape(number); err != nil || text.Digits(number) == "" {
			p.Report(link.Position, "give the number in the contact's record", "telephone link without number: %q", link.Dest)
		}
	case "mailto":
		if !isMail(u.Opaque) {
			p.Report(link.Position, "give the address in the contact's record", "mail link without address: %q", link.Dest)
		}
	default:
		p.Report(link.Position, "link to a page, a web address, a mail address or a telephone number", "link with scheme %q: %q", u.Scheme, link.Dest)
	}
}

// isMail reports whether a mail link names somebody at a host on the
// internet.
func isMail(opaque string) bool {
	address, err := url.PathUnescape(opaque)
	name, domain, _ := strings.Cut(address, "@")
	if err != nil || name == "" || strings.ContainsAny(address, ": \t\r\n") {
		return false
	}
	_, err = cite.Host(domain)
	return err == nil
}

var encodedSlash = regexp.MustCompile(`(?i)%2f|%5c|%00`)

// follow reports an address on the site itself, at own, that has no file,
// or whose fragment has no element. Other hosts are not its business.
func (p *BuiltPass) follow(own *url.URL, page *built.Page, at diag.Position, dest string) {
	root := strings.TrimSuffix(own.Path, "/")
	u, err := page.Resolve(root, dest)
	if err != nil {
		p.Report(at, "write it as the URL standard has it", "unreadable address %q", dest)
		return
	}
	if u.Scheme != "" && u.Host == "" || u.Host != "" && !strings.EqualFold(u.Host, own.Host) {
		return
	}
	if encodedSlash.MatchString(u.EscapedPath()) {
		p.Report(at, "write the slash itself: an encoded one is part of a name", "dead address %q", dest)
		return
	}
	full, ok := strings.CutPrefix(u.Path, root)
	if !ok || full != "" && full[0] != '/' {
		p.Report(at, "start it with "+root+"/", "address %q lies outside the site at %s/", dest, root)
		return
	}
	target := p.Page(full)
	if target == nil {
		if !p.Files[strings.TrimPrefix(path.Clean(full), "/")] && !built.IsSearchIndex(full) {
			p.Report(at, text.DidYouMean(full, p.near(p.URLs()), ""), "dead address %q", dest)
		}
		return
	}
	if !target.HasAnchor(u.EscapedFragment()) && !target.HasAnchor(u.Fragment) { // as it stands, then decoded
		p.Report(at, "give the element that id, or link to another", "no element with id %q on %s", u.Fragment, target.URL)
	}
}
