package site

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/schema"
)

// URL returns the address that Hugo publishes a page at, without host: the
// language's folder, unless it is the default, and then the pattern for the
// page's section in [languages.xx.permalinks], or the page's path. Of
// Hugo's tokens only two are known, :slugorcontentbasename and
// :sectionslugs[1:]; the rule built-page proves on the rendered site that
// every address is right.
func (s *Site) URL(p *Page) string {
	if p.Path == "/" {
		return s.folder(p.Lang) + "/"
	}
	if p.IsSection() {
		pattern := cmp.Or(s.Config.Languages[p.Lang].Permalinks.Section[p.Section], p.Path+"/")
		return s.folder(p.Lang) + s.inSections(p.Lang, pattern, p.Path)
	}
	return s.permalink(p.Lang, p.Section, path.Dir(p.Path), cmp.Or(p.Slug, path.Base(p.Path)))
}

// LanguageOf returns the language of the page at an address: the default
// one has no folder of its own.
func (s *Site) LanguageOf(url string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(url, "/"), "/")
	if slices.Contains(s.Languages, first) {
		return first
	}
	return s.DefaultLanguage()
}

// Home returns the site's own address, an empty one when it is not known.
func (s *Site) Home() *url.URL {
	u, err := url.Parse(s.Config.BaseURL)
	if err != nil {
		return &url.URL{}
	}
	return u
}

// BasePath returns the path that the site's address has, without slash at
// its end: "" for none.
func (s *Site) BasePath() string { return strings.TrimSuffix(s.Home().Path, "/") }

// IsOwn reports whether a full address is one of the site itself.
func (s *Site) IsOwn(address string) bool {
	home := strings.TrimSuffix(s.Config.BaseURL, "/")
	return home != "" && strings.HasPrefix(address, home+"/")
}

// RecordURL returns the address of the page that is made from a record; ""
// when the site has no pages of that kind, or the record none.
func (s *Site) RecordURL(lang, kind, id string) string {
	section := s.sectionOf(kind)
	if section == "" {
		return ""
	}
	if signal := s.Signal(id); kind == "signal" {
		if signal == nil || signal.Name == nil {
			return ""
		}
		id = cmp.Or(signal.Slug[lang], id)
	}
	return s.permalink(lang, section, "/"+section, id)
}

// recordPages are the kinds of records that may have pages of their own.
var recordPages = []string{"source", "signal", "figure", "topic"}

// sectionOf returns the section with a page per record of a kind, "" for none.
func (s *Site) sectionOf(kind string) string {
	switch params := s.Config.Params; kind {
	case "source":
		return params.Sources
	case "signal":
		return params.Signals
	case "figure", "topic":
		return params.Figures
	}
	return ""
}

func (s *Site) permalink(lang, section, dir, leaf string) string {
	pattern := cmp.Or(s.Config.Languages[lang].Permalinks.Page[section], path.Join(dir, ":slugorcontentbasename")+"/")
	return s.folder(lang) + strings.ReplaceAll(s.inSections(lang, pattern, dir), ":slugorcontentbasename", leaf)
}

// sectionSlugs stands in a pattern for the sections inside the first one.
const sectionSlugs = ":sectionslugs[1:]"

// inSections fills in a pattern the sections that a folder is in, each by
// the slug of its front page.
func (s *Site) inSections(lang, pattern, dir string) string {
	if !strings.Contains(pattern, sectionSlugs) {
		return pattern
	}
	names := strings.Split(strings.Trim(dir, "/"), "/")
	slugs, at := "", "/"+names[0]
	for _, name := range names[1:] {
		at = path.Join(at, name)
		if front := s.Page(lang, at); front != nil {
			name = cmp.Or(front.Slug, name)
		}
		slugs = path.Join(slugs, name)
	}
	return path.Clean(strings.ReplaceAll(pattern, sectionSlugs, slugs)) + "/"
}

// folder is where the pages of a language begin.
func (s *Site) folder(lang string) string {
	if lang == s.DefaultLanguage() {
		return ""
	}
	return "/" + lang
}

// IsSection reports whether the page is a section's front page, or home.
func (p *Page) IsSection() bool { return strings.HasPrefix(path.Base(p.File), "_index.") }

// IsReading tells the pages that are for reading from the front pages of
// sections, which lists and menus lead to, and from terms and the search page.
func (p *Page) IsReading() bool { return !p.IsSection() && p.Entry == nil && p.Type != "search" }

// MakesClaims reports whether the paragraphs of a page of this type tell facts.
func (p *Page) MakesClaims() bool {
	s, ok := schema.Get("page-" + p.Type)
	return ok && s.MakesClaims()
}

// HeadingIndex returns the index of the heading that a reference stands under: that of its link or block, -1 for none.
func (r Ref) HeadingIndex() int {
	switch {
	case r.Link != nil:
		return r.Link.Heading
	case r.Block != nil:
		return r.Block.Heading
	}
	return -1
}

// ParseBaseURL checks that the address of the site is a full one, and
// returns it with a slash at the end.
func ParseBaseURL(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" {
		return "", failure.Usage("write it in full, such as https://example.org/", "base URL %q is not a full http or https address", address)
	}
	if u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", failure.Usage("leave out the user, ? and #", "base URL %q has more than a host and a path", address)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}
