package rename

import (
	"bytes"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/fix"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// mend plans the edits of all that refers to the old name, and of the relative
// links of what moves to another folder.
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
		if t.Of == r.kind && t.Successor == r.old {
			r.edit(reference, t.Position("/successor"), r.old, r.to)
		}
	}
	r.mendConfig()
}

func (r *renaming) mendUse(use site.Use) {
	if use.Link == nil {
		r.edit(reference, use.Position, use.ID, r.to)
		return
	}
	scheme, _, _ := strings.Cut(use.Link.Dest, ":")
	r.mendLink(use.Page, *use.Link, false, scheme+":"+r.to)
}

// mendLink writes another address where a link has its own: behind its text, or
// in the definition that it names.
func (r *renaming) mendLink(p *site.Page, link md.Link, inBlock bool, to string) {
	if inBlock {
		r.edit(reference, link.Position, link.Dest, to)
		return
	}
	quoted := regexp.QuoteMeta(link.Dest)
	src, _ := fs.ReadFile(r.FS, p.File)
	from, _ := fix.Offset(src, link.Position)
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
	if r.kind == heading {
		if target.Path == r.path && target.Fragment == r.old {
			file, _, _ := strings.Cut(link.Dest, "#")
			return file + "#" + r.to
		}
		return link.Dest
	}
	file, _, _ := strings.Cut(link.Dest, "#")
	if file == "" || r.newPath == "" {
		return link.Dest
	}
	there := path.Join("/", path.Dir(strings.TrimPrefix(p.File, "content")), file)
	if strings.HasPrefix(file, "/") {
		there = path.Clean(file)
	}
	moved := target.Path == r.path
	if moved {
		_, rest, _ := strings.Cut(path.Base(there), ".")
		there = r.newPath + "." + rest
	}
	now := r.mapped(p.File)
	switch {
	case strings.HasPrefix(file, "/"):
		return dest(link.Link, there)
	case !moved && path.Dir(now) == path.Dir(p.File):
		return link.Dest
	}
	return dest(link.Link, relative(now, "content"+there))
}

// mendFiles keeps the pictures and files beside a page that moves to another folder.
func (r *renaming) mendFiles(p *site.Page) {
	now := r.mapped(p.File)
	if path.Dir(now) == path.Dir(p.File) {
		return
	}
	mend := func(at diag.Position, dest string) {
		scheme, _ := md.SplitDest(dest)
		if scheme == "" && !md.IsPageLink(dest) && !strings.HasPrefix(dest, "/") {
			r.mendLink(p, md.Link{Position: at, Dest: dest}, false, relative(now, path.Join(path.Dir(p.File), dest)))
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

// mendConfig renames paths of pages in config.toml, and the terms that are groups.
func (r *renaming) mendConfig() {
	src, _ := fs.ReadFile(r.FS, site.ConfigFile)
	groups := regexp.MustCompile(`(?ms)^\[params\.groups\].*?^terms\s*=\s*\[.*?\]`).FindIndex(src)
	lines := diag.NewLines(site.ConfigFile, src)
	for _, m := range regexp.MustCompile(`"[^"\n]*"|'[^'\n]*'`).FindAllIndex(src, -1) {
		text := string(src[m[0]+1 : m[1]-1])
		to := r.to
		switch {
		case r.path != "" && r.newPath != "" && text == r.path:
			to = r.newPath
		case r.kind == term && text == r.old && groups != nil && m[0] > groups[0] && m[1] <= groups[1]:
		default:
			continue
		}
		if !bytes.HasPrefix(bytes.TrimSpace(lineAt(src, m[0])), []byte("#")) {
			r.edit(reference, lines.Position(m[0]), text, to)
		}
	}
}

// lineAt returns the line that holds an offset.
func lineAt(src []byte, offset int) []byte {
	start := bytes.LastIndexByte(src[:offset], '\n') + 1
	end := bytes.IndexByte(src[offset:], '\n')
	if end < 0 {
		return src[start:]
	}
	return src[start : offset+end]
}
