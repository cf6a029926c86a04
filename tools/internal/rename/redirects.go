package rename

import (
	"io/fs"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
)

// redirects leads the old name on. A rename back to what it was leaves
// none, unless the name in between was released.
func (r *renaming) redirects(changed map[string]File, after *site.Site) error {
	now := r.Redirects()
	before := now.Text()
	back := r.follow(&now)
	r.leave(&now, back)
	stands := map[string]bool{} // the addresses at which there is a page afterwards
	for _, lang := range after.Languages {
		for _, url := range after.Addresses(lang) {
			stands[url] = true
		}
	}
	now.Addresses = slices.DeleteFunc(now.Addresses, func(m site.Moved) bool { return stands[m.Was] })
	return r.lead(changed, before, now.Text())
}

// lead writes the redirects, as they were and as they are to be; where none
// is left there is no file.
func (r *renaming) lead(changed map[string]File, before, text []byte) error {
	if slices.Equal(before, text) {
		return nil
	}
	f := File{To: site.RedirectsFile, New: text}
	if r.List("redirects") != nil {
		f.From = site.RedirectsFile
		var err error
		if f.Old, err = fs.ReadFile(r.FS, f.From); err != nil {
			return err
		}
	}
	if text == nil {
		f.To = ""
	}
	changed[site.RedirectsFile] = f
	return nil
}

// follow lets the redirects there are lead to the new name, and takes out
// those from it. It reports whether one led to itself then: a rename back.
func (r *renaming) follow(all *site.Redirects) (back bool) {
	for i, n := range all.Names {
		all.Names[i].Now = r.nameNow(n.Kind, n.Now)
	}
	for i, m := range all.Addresses {
		all.Addresses[i].Now = r.now(m.Now)
	}
	for i, h := range all.Headings {
		all.Headings[i].Page = r.now(h.Page)
		if r.kind == heading && h.Page == r.path && h.Now == r.old {
			all.Headings[i].Now = r.to
		}
	}
	back = slices.ContainsFunc(all.Names, func(n site.Renamed) bool { return n.Was == n.Now }) ||
		slices.ContainsFunc(all.Headings, func(h site.Heading) bool { return h.Was == h.Now }) ||
		slices.ContainsFunc(all.Addresses, func(m site.Moved) bool { return r.kind == address && m == site.Moved{Was: r.to, Now: r.path} })
	r.free(all)
	return back
}

// free takes out the redirects from what the rename gives its name to.
func (r *renaming) free(all *site.Redirects) {
	taken := map[string]bool{}
	for _, was := range r.names() {
		taken[r.nameNow(r.kind, was)] = true
	}
	all.Names = slices.DeleteFunc(all.Names, func(n site.Renamed) bool { return n.Kind == r.kind && taken[n.Was] })
	all.Headings = slices.DeleteFunc(all.Headings, func(h site.Heading) bool { return r.kind == heading && h.Page == r.path && h.Was == r.to })
	all.Addresses = slices.DeleteFunc(all.Addresses, func(m site.Moved) bool { return r.kind == address && m.Was == r.to })
}

// nameNow returns what something of a kind is called afterwards.
func (r *renaming) nameNow(kind, name string) string {
	switch {
	case kind != r.kind:
		return name
	case kind == page:
		return r.now(name)
	case name == r.old:
		return r.to
	}
	return name
}

// leave adds what leads on from the old names, and from the addresses that
// change; of a rename back only from what was released.
func (r *renaming) leave(all *site.Redirects, back bool) {
	released := r.Released()
	switch r.kind {
	case heading:
		known := func(p site.Standing) bool { return p.Path == r.path && slices.Contains(p.IDs, r.old) }
		if !back || slices.ContainsFunc(released.Pages, known) {
			all.Headings = append(all.Headings, site.Heading{Page: r.path, Was: r.old, Now: r.to})
		}
		return
	case address:
		known := func(p site.Standing) bool { return p.URL == r.old }
		if !back || slices.ContainsFunc(released.Pages, known) {
			all.Addresses = append(all.Addresses, site.Moved{Was: r.old, Now: r.path})
		}
		return
	}
	names, addresses := r.names(), r.addresses()
	if back {
		var ids []string
		_ = r.List("released").Decode("/"+r.kind+"s", &ids)
		names = slices.DeleteFunc(names, func(n string) bool { return !slices.Contains(ids, n) })
		addresses = slices.DeleteFunc(addresses, func(m site.Moved) bool {
			return !slices.ContainsFunc(released.Pages, func(p site.Standing) bool { return p.URL == m.Was })
		})
	}
	for _, was := range names {
		all.Names = append(all.Names, site.Renamed{Kind: r.kind, Was: was, Now: r.nameNow(r.kind, was)})
	}
	all.Addresses = append(all.Addresses, addresses...)
}

// names lists what is called otherwise afterwards: with a section all pages in it.
func (r *renaming) names() []string {
	names := []string{r.old}
	for _, p := range r.Pages {
		if was := r.was(p.Path); r.folder && p.Entry == nil && r.now(was) != was {
			names = append(names, was)
		}
	}
	return names
}

// was returns the path that a page had, where somebody moved its folder by hand.
func (r *renaming) was(logical string) string {
	if rest, moved := strings.CutPrefix(logical, r.newPath+"/"); r.done && r.folder && moved {
		return r.path + "/" + rest
	}
	return logical
}

// addresses lists where the pages stood: as they stand now, or, when they
// were renamed by hand, as they were released or would have been.
func (r *renaming) addresses() (moved []site.Moved) {
	add := func(url, was string) { moved = append(moved, site.Moved{Was: url, Now: r.now(was)}) }
	for _, lang := range r.Languages {
		for path, url := range r.Addresses(lang) {
			if r.now(path) != path {
				add(url, path)
			}
		}
		if !r.done || r.newPath == "" {
			continue
		}
		add(r.Stood(lang, r.path).URL, r.path)
		for path := range r.Addresses(lang) {
			if was := r.was(path); was != path {
				add(r.Stood(lang, was).URL, was)
			}
		}
	}
	return moved
}
