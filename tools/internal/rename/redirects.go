package rename

import (
	"io/fs"
	"maps"
	"slices"

	"comwijzer/tools/internal/site"
)

// redirects leads the old name on. A rename back to what it was leaves none, unless
// the name in between was released.
func (r *renaming) redirects(changed map[string]File) error {
	now := r.Redirects()
	before := now.Text()
	back := r.follow(&now)
	if !back || r.released() {
		r.leave(&now)
	}
	stands := r.standing(changed)
	now.Addresses = slices.DeleteFunc(now.Addresses, func(m site.Moved) bool { return stands[m.Was] })
	after := now.Text()
	if slices.Equal(before, after) {
		return nil
	}
	f := File{To: site.RedirectsFile, New: after}
	if r.List("redirects") != nil {
		f.From = site.RedirectsFile
		var err error
		if f.Old, err = fs.ReadFile(r.FS, f.From); err != nil {
			return err
		}
	}
	if after == nil {
		f.To = ""
	}
	changed[site.RedirectsFile] = f
	return nil
}

// follow lets the redirects there are lead to the new name, and takes out those
// from it. It reports whether there were such: a rename back.
func (r *renaming) follow(all *site.Redirects) (back bool) {
	for i, n := range all.Names {
		if n.Kind == r.kind && n.Now == r.old {
			all.Names[i].Now = r.to
		}
	}
	for i, m := range all.Addresses {
		if r.newPath != "" && m.Now == r.path {
			all.Addresses[i].Now = r.newPath
		}
	}
	for i, h := range all.Headings {
		switch {
		case r.kind == heading && h.Page == r.path && h.Now == r.old:
			all.Headings[i].Now = r.to
		case r.newPath != "" && h.Page == r.path:
			all.Headings[i].Page = r.newPath
		}
	}
	before := len(all.Names) + len(all.Addresses) + len(all.Headings)
	all.Names = slices.DeleteFunc(all.Names, func(n site.Renamed) bool { return n.Kind == r.kind && n.Was == r.to })
	all.Headings = slices.DeleteFunc(all.Headings, func(h site.Heading) bool { return r.kind == heading && h.Page == r.path && h.Was == r.to })
	all.Addresses = slices.DeleteFunc(all.Addresses, func(m site.Moved) bool { return r.kind == address && m.Was == r.to })
	return len(all.Names)+len(all.Addresses)+len(all.Headings) < before
}

// released reports whether others may know the old name.
func (r *renaming) released() bool {
	list := r.List("released")
	var ids []string
	_ = list.Decode("/"+r.kind+"s", &ids)
	known := func(p site.Standing) bool {
		return r.kind == address && p.URL == r.old || r.kind == heading && p.Path == r.path && slices.Contains(p.IDs, r.old)
	}
	return slices.Contains(ids, r.old) || slices.ContainsFunc(r.Released().Pages, known)
}

// leave adds what leads on from the old name, and from the addresses that change.
func (r *renaming) leave(all *site.Redirects) {
	switch r.kind {
	case heading:
		all.Headings = append(all.Headings, site.Heading{Page: r.path, Was: r.old, Now: r.to})
		return
	case address:
		all.Addresses = append(all.Addresses, site.Moved{Was: r.old, Now: r.path})
		return
	}
	all.Names = append(all.Names, site.Renamed{Kind: r.kind, Was: r.old, Now: r.to})
	if r.newPath == "" {
		return
	}
	for _, was := range r.oldAddresses() {
		all.Addresses = append(all.Addresses, site.Moved{Was: was, Now: r.newPath})
	}
}

// standing lists the addresses at which pages stand after the rename.
func (r *renaming) standing(changed map[string]File) map[string]bool {
	after, _ := site.Load(overlay(r.FS, slices.Collect(maps.Values(changed))))
	stands := map[string]bool{}
	for _, lang := range after.Languages {
		for _, url := range after.Addresses(lang) {
			stands[url] = true
		}
	}
	return stands
}

// oldAddresses lists where the page stood: as it is now, or, when it was renamed by
// hand, as it was released or would have been.
func (r *renaming) oldAddresses() (urls []string) {
	for _, lang := range r.Languages {
		if url := r.Address(lang, r.path); url != "" {
			urls = append(urls, url)
		} else if r.done {
			urls = append(urls, r.Stood(lang, r.path))
		}
	}
	return urls
}
