package check

import "slices"

// has reports whether the site has something of a kind: a page by its path,
// in any language, a term or a record by its id.
func (p *Pass) has(kind, id string) bool {
	if kind != "page" {
		return p.Exists(kind, id)
	}
	return slices.ContainsFunc(p.Languages, func(lang string) bool { return p.Page(lang, id) != nil || p.PageLost(lang, id) })
}

// all lists what has can find of a kind, for hints.
func (p *Pass) all(kind string) []string {
	if kind == "page" {
		return p.Paths(p.DefaultLanguage())
	}
	return p.IDs(kind)
}
