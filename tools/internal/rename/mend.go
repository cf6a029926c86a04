package rename

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// mend plans the edits of all that refers to the old name, and of the
// relative links of what moves to another folder.
func (r *renaming) mend() {
	for use := range r.Uses(r.kind) {
		if use.ID == r.old {
			r.mendUse(use)
		}
	}
	for _, p := range r.Pages {
		for link := range p.Links() {
			if to := r.newDest(p, link); to != link.Dest {
				r.mendLink(p, link.Link, link.InBlock, to)
			}
		}
		r.mendFiles(p)
	}
	for _, t := range r.Tombstones() {
		r.edit(reference, t.Position("/successor"), t.Successor, r.nameNow(t.Of, t.Successor))
	}
	r.mendConfig()
	r.mendSection()
	r.mendPassages()
	r.mendMentions()
}

func (r *renaming) mendUse(use site.Use) {
	if use.Link == nil {
		if !r.drop(use.Position) {
			r.edit(reference, use.Position, use.ID, r.to)
		}
		return
	}
	scheme, _, _ := strings.Cut(use.Link.Dest, ":")
	r.mendLink(use.Page, *use.Link, false, scheme+":"+r.to)
}

// mendLink writes another address where a link has its own: behind its
// text, or in the definition that it names.
func (r *renaming) mendLink(p *site.Page, link md.Link, inBlock bool, to string) {
	if inBlock {
		r.edit(reference, link.Position, link.Dest, to)
		return
	}
	quoted := regexp.QuoteMeta(link.Dest)
	src, _ := fs.ReadFile(r.FS, p.File)
	from, _ := diag.NewLines(p.File, src).Offset(link.Position)
	inline := regexp.MustCompile(`(?:\]\([ \t]*<?|<)` + quoted + `[>) \t\n]`)
	if m := inline.FindIndex(src[from:min(len(src), from+maxLink)]); m != nil {
		text := string(src[from+m[0] : from+m[1]])
		r.edit(reference, link.Position, text, strings.Replace(text, link.Dest, to, 1))
	}
	definition := regexp.MustCompile(`(?m)^ {0,3}\[[^\]\n]+\]:[ \t]*<?` + quoted + `(?:[> \t\r].*)?$`)
	for _, m := range definition.FindAllIndex(src, -1) {
		text := string(src[m[0]:m[1]])
		i := strings.LastIndex(text, link.Dest)
		r.edit(reference, diag.NewLines(p.File, src).Position(m[0]), text, text[:i]+to+text[i+len(link.Dest):])
	}
}

// maxLink is how far from its beginning the address of a link may stand, in bytes.
const maxLink = 2000

// newDest returns the address that a link between pages is to have.
func (r *renaming) newDest(p *site.Page, link site.PageLink) string {
	target := r.Resolve(p, link.Dest)
	file, _, _ := strings.Cut(link.Dest, "#")
	if r.kind == heading && target.Path == r.path && target.Fragment == r.old {
		return file + "#" + r.to
	}
	if file == "" || r.newPath == "" {
		return link.Dest
	}
	was := path.Join("/", path.Dir(strings.TrimPrefix(p.File, "content")), file)
	if strings.HasPrefix(file, "/") {
		was = path.Clean(file)
	}
	is := was
	if r.now(target.Path) != target.Path {
		is = r.newPath + strings.TrimPrefix(was, r.path)
	}
	return dest(link.Link, r.way(p, file, "content"+was, "content"+is))
}

// way returns how a page names a file, which it named in some way, when one
// of both or each moves: as it did, as far as that still leads there.
func (r *renaming) way(p *site.Page, named, was, is string) string {
	now := r.mapped(p.File)
	stays := path.Dir(now) == path.Dir(p.File) && path.Dir(was) == path.Dir(is)
	switch {
	case stays:
		return strings.TrimSuffix(named, path.Base(was)) + path.Base(is)
	case strings.HasPrefix(named, "/"):
		return strings.TrimPrefix(is, "content")
	case named == relative(p.File, was):
		return relative(now, is)
	case path.Join(path.Dir(now), named) == is:
		return named
	default: // out of a folder, and back in by its name
		up := named[:len(named)-len(strings.TrimLeft(named, "./"))]
		if back, found := strings.CutPrefix(is, path.Join(path.Dir(now), up)+"/"); found {
			return up + back
		}
	}
	return relative(now, is)
}

// mendFiles keeps the pictures and files beside a page, when one of both moves.
func (r *renaming) mendFiles(p *site.Page) {
	mend := func(at diag.Position, to string) {
		scheme, _ := md.SplitDest(to)
		file, _, _ := strings.Cut(to, "#")
		if scheme != "" || file == "" || md.IsPageLink(to) || strings.HasPrefix(file, "/") {
			return
		}
		link := md.Link{Position: at, Dest: to}
		was := path.Join(path.Dir(p.File), file)
		if now := dest(link, r.way(p, file, was, r.mapped(was))); now != to {
			r.mendLink(p, link, false, now)
		}
	}
	for _, image := range p.Doc.Images {
		mend(image.Position, image.Dest)
	}
	for _, link := range p.Doc.Links {
		mend(link.Position, link.Dest)
	}
}

// relative returns the way from the folder of one file to another file.
func relative(from, to string) string {
	way, err := filepath.Rel(path.Dir(from), to)
	if err != nil {
		panic(err) // both are relative to the root
	}
	return filepath.ToSlash(way)
}
