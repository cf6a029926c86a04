package review

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// names knows what has another name than it had: what was is no more, what
// is was not yet, and a redirect leads from the one to the other.
type names struct {
	was, is *site.Site
	now     map[string]string // "kind:id", "path", or "path#id" → the same as it is now
	before  map[string]string // the other way about
	files   map[string]string // as they were → as they are, of what moved
}

func namesOf(was, is *site.Site) *names {
	n := &names{was, is, map[string]string{}, map[string]string{}, map[string]string{}}
	for _, r := range is.Redirects().Names {
		if was.Exists(r.Kind, r.Was) && !is.Exists(r.Kind, r.Was) && is.Exists(r.Kind, r.Now) && !was.Exists(r.Kind, r.Now) {
			n.set(name(r.Kind, r.Was), name(r.Kind, r.Now))
		}
	}
	for _, p := range is.Pages {
		if old := n.pageBefore(p); old != nil && old.File != p.File {
			n.files[old.File] = p.File
			if old.Path != p.Path {
				n.set(old.Path, p.Path)
			}
		}
	}
	for _, r := range is.Records {
		if old := n.recordBefore(r); old != nil {
			n.files[old.File] = r.File
			if page := was.PathOf(old.Kind, old.ID); page != is.PathOf(r.Kind, r.ID) {
				n.set(page, is.PathOf(r.Kind, r.ID)) // made from the record
			}
		}
	}
	for _, h := range is.Redirects().Headings {
		p := is.Page(is.DefaultLanguage(), h.Page)
		for _, lang := range is.Languages {
			if p == nil {
				p = is.Page(lang, h.Page)
			}
		}
		if p == nil {
			continue
		}
		if old := n.pageBefore(p); old != nil && old.HasAnchor(h.Was) && !p.HasAnchor(h.Was) {
			n.set(old.Path+"#"+h.Was, h.Page+"#"+h.Now)
		}
	}
	return n
}

// name is what a page, term or record is called among names.
func name(kind, id string) string {
	if kind == "page" {
		return id
	}
	return kind + ":" + id
}

func (n *names) set(was, is string) { n.now[was], n.before[is] = is, was }

// pageBefore returns a page as it was, nil for a new one.
func (n *names) pageBefore(p *site.Page) *site.Page {
	if p.Entry != nil {
		id := p.Entry.Term.ID
		if _, old, renamed := strings.Cut(n.before[name("term", id)], ":"); renamed {
			id = old
		}
		if term := n.was.Term(id); term != nil && term.Lead != nil {
			return n.was.Page(p.Lang, term.Lead.Path)
		}
	}
	if old := n.was.Page(p.Lang, p.Path); old != nil {
		return old
	}
	return n.was.Page(p.Lang, n.before[p.Path])
}

// recordBefore returns a record as it was, nil for a new one.
func (n *names) recordBefore(r *site.Record) *site.Record {
	if old := n.was.Record(r.Kind, r.ID); old != nil {
		return old
	}
	_, id, _ := strings.Cut(n.before[name(r.Kind, r.ID)], ":")
	return n.was.Record(r.Kind, id)
}

func (n *names) fileNow(file string) string { return cmp.Or(n.files[file], file) }

// fileBefore returns what a file was called.
func (n *names) fileBefore(file string) string {
	for was, now := range n.files {
		if now == file {
			return was
		}
	}
	return file
}

func (n *names) nameNow(was string) string {
	if now, renamed := n.now[was]; renamed {
		return now
	}
	return was
}

// target says where a link leads, in the words of now: a link that was
// mended for a rename still leads there.
func (n *names) target(p *site.Page, dest string) string {
	s, now := n.is, func(name string) string { return name }
	if n.was.Page(p.Lang, p.Path) == p {
		s, now = n.was, n.nameNow
	}
	scheme, id := md.SplitDest(dest)
	if kind := site.SchemeKinds[scheme]; kind != "" {
		return now(name(kind, id))
	}
	if !md.IsPageLink(dest) {
		return dest
	}
	to := s.Resolve(p, dest)
	if to.Fragment == "" {
		return now(to.Path) + ":" + to.Lang
	}
	if renamed := now(to.Path + "#" + to.Fragment); renamed != to.Path+"#"+to.Fragment {
		return renamed + ":" + to.Lang
	}
	return now(to.Path) + "#" + to.Fragment + ":" + to.Lang
}

// equal reports whether two values say the same, but for names that changed.
func (n *names) equal(was, is any) bool {
	switch old := was.(type) {
	case string:
		now, ok := is.(string)
		return ok && (old == now || n.named(old, now))
	case []any:
		now, ok := is.([]any)
		return ok && slices.EqualFunc(old, now, n.equal)
	case map[string]any:
		now, ok := is.(map[string]any)
		return ok && maps.EqualFunc(old, now, n.equal)
	}
	return was == is
}

// named reports whether one text is the name that something had, and the
// other the name that it has: its path or id, or a link to its file.
func (n *names) named(was, is string) bool {
	wasFile, wasHeading, _ := strings.Cut(was, "#")
	isFile, isHeading, _ := strings.Cut(is, "#")
	for old, now := range n.now {
		switch {
		case was == old && is == now, was == bare(old) && is == bare(now):
			return true
		case wasHeading == isHeading && baseOf(wasFile) == path.Base(old) && baseOf(isFile) == path.Base(now):
			return true
		}
	}
	return false
}

// bare is an id without its kind, or a section without the slash.
func bare(name string) string {
	if _, id, isID := strings.Cut(name, ":"); isID {
		return id
	}
	return strings.TrimPrefix(name, "/")
}

// baseOf returns the last part of the path of the page that a link names,
// "" when it names none.
func baseOf(file string) string {
	logical, isPage := strings.CutSuffix(file, ".md")
	if !isPage {
		return ""
	}
	return path.Base(strings.TrimSuffix(logical, "/_index"))
}

// renamed reports what has another name: what moved with its section is
// told with that.
func (r *reviewer) renamed() {
	for _, was := range slices.Sorted(maps.Keys(r.names.now)) {
		now := r.names.now[was]
		if path.Base(was) == path.Base(now) && r.names.now[path.Dir(was)] == path.Dir(now) {
			continue
		}
		if at := r.placeOf(now); at.File != "" {
			r.report("renamed", at, "renamed "+was+" → "+now)
		}
	}
}

// placeOf returns where something stands that has a name, nowhere for the
// page of a term, which has two.
func (r *reviewer) placeOf(now string) diag.Position {
	if kind, id, ok := strings.Cut(now, ":"); ok {
		if record := r.is.Record(kind, id); record != nil {
			return diag.Position{File: record.File, Line: 1, Column: 1}
		}
		return diag.Position{File: r.is.Term(id).Lead.File, Line: 1, Column: 1}
	}
	logical, id, isHeading := strings.Cut(now, "#")
	for _, lang := range append([]string{r.is.DefaultLanguage()}, r.is.Languages...) {
		p := r.is.Page(lang, logical)
		if p == nil || p.Entry != nil && !isHeading {
			continue
		}
		if isHeading && p.Heading(id) != nil {
			return p.Heading(id).Position
		}
		return diag.Position{File: p.File, Line: 1, Column: 1}
	}
	return diag.Position{}
}

// redirects reports those that are new or gone, but for those that a rename left.
func (r *reviewer) redirects() {
	left := map[string]bool{} // what a rename accounts for
	for _, now := range r.names.now {
		left[now] = true
	}
	was, is := r.was.Redirects(), r.is.Redirects()
	for i, n := range was.Names { // they follow what they lead to
		was.Names[i].Now = strings.TrimPrefix(r.names.nameNow(name(n.Kind, n.Now)), n.Kind+":")
	}
	for i, m := range was.Addresses {
		was.Addresses[i].Now = r.names.nameNow(m.Now)
	}
	for i, h := range was.Headings {
		_, was.Headings[i].Now, _ = strings.Cut(r.names.nameNow(h.Page+"#"+h.Now), "#")
		was.Headings[i].Page = r.names.nameNow(h.Page)
	}
	differ(r, was.Names, is.Names, func(n site.Renamed) (string, bool) {
		return n.Kind + " " + n.Was + " → " + n.Now, r.names.now[name(n.Kind, n.Was)] == name(n.Kind, n.Now)
	})
	differ(r, was.Addresses, is.Addresses, func(m site.Moved) (string, bool) { return m.Was + " → " + m.Now, left[m.Now] })
	differ(r, was.Headings, is.Headings, func(h site.Heading) (string, bool) {
		return h.Page + "#" + h.Was + " → #" + h.Now, left[h.Page+"#"+h.Now]
	})
}

// differ reports each redirect that is in one list alone. Shown returns
// what is shown of one, and whether it is accounted for.
func differ[T comparable](r *reviewer, was, is []T, shown func(T) (string, bool)) {
	at := diag.Position{File: site.RedirectsFile, Line: 1, Column: 1}
	for _, one := range is {
		if what, known := shown(one); !known && !slices.Contains(was, one) {
			r.report("guard", at, "new redirect: "+what)
		}
	}
	for _, one := range was {
		if what, _ := shown(one); !slices.Contains(is, one) {
			r.report("guard", at, "redirect gone: "+what)
		}
	}
}
