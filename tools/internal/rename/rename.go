// Package rename gives pages, headings, terms and records another name:
// what moves, every reference to it, and the redirect that stays behind. It
// works on texts in memory; writing them is the caller's business.
package rename

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/fix"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// File is one file that a rename changes: From is "" for a new one, To for
// one that goes.
type File struct {
	From, To string
	Old, New []byte
}

// Plan is a rename before it is made.
type Plan struct {
	Files  []File // sorted by name
	Places int    // references that are mended
}

// renaming is the work on a plan.
type renaming struct {
	*site.Site
	name                    // what is renamed
	moves map[string]string // file → file
	edits []diag.Diagnostic // each a place and what is to stand there
}

// Make plans to give what is called old the name to. What an editor renamed
// by hand already, references left behind, is mended in the same way.
func Make(s *site.Site, old, to string) (Plan, error) {
	n, err := read(s, old, to)
	if err != nil {
		return Plan{}, err
	}
	plan, err := n.plan(s)
	also, known := twins[n.kind]
	if err != nil || !known || !s.Exists(also, n.old) || s.Exists(also, n.to) {
		return plan, err
	}
	after, _ := site.Load(overlay(s.FS, plan.Files))
	if n, err = readID(after, also, n.old, n.to); err != nil {
		return Plan{}, err
	}
	next, err := n.plan(after)
	return plan.and(next), err
}

// twins are the kinds whose names are one: an organisation that is
// explained and can be called is a term and a contact by the same id.
var twins = map[string]string{term: "contact", "contact": term}

// plan works out one rename.
func (n name) plan(s *site.Site) (Plan, error) {
	r := &renaming{Site: s, name: n, moves: map[string]string{}}
	if !n.done {
		r.move()
	}
	r.mend()
	files, err := r.files()
	if err != nil {
		return Plan{}, err
	}
	plan := Plan{Files: files}
	for _, e := range r.edits {
		if e.Rule == reference {
			plan.Places++
		}
	}
	return plan, nil
}

// and returns the plan of both renames, of which the second begins where
// the first ends.
func (p Plan) and(next Plan) Plan {
	sum := Plan{Places: p.Places + next.Places}
	for _, f := range p.Files {
		i := slices.IndexFunc(next.Files, func(n File) bool { return f.To != "" && n.From == f.To })
		if i >= 0 {
			f.To, f.New = next.Files[i].To, next.Files[i].New
			next.Files = slices.Delete(slices.Clone(next.Files), i, i+1)
		}
		if f.From+f.To != "" {
			sum.Files = append(sum.Files, f)
		}
	}
	sum.Files = sorted(append(sum.Files, next.Files...))
	return sum
}

func sorted(files []File) []File {
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(cmp.Or(a.From, a.To), cmp.Or(b.From, b.To)) })
	return files
}

// The kinds of edits, in the place of rules.
const (
	reference = "reference"
	itself    = "itself" // the name where it is given
)

func (r *renaming) edit(kind string, at diag.Position, old, to string) {
	if old != to {
		r.edits = append(r.edits, diag.Diagnostic{Position: at, Rule: kind, Fix: diag.Fix{Old: old, New: to}})
	}
}

// move finds the files that get another name, or the place where an id is given.
func (r *renaming) move() {
	switch {
	case r.kind == heading:
		r.moveHeading()
	case r.kind == address:
		r.moveSlug()
	case r.folder:
		r.moveFolder()
	case r.path != "":
		for _, page := range r.Pages {
			if page.Path == r.path {
				r.moves[page.File] = "content" + r.newPath + "." + page.Lang + ".md"
			}
		}
	}
	if record := r.Record(r.kind, r.old); record != nil {
		r.moves[record.File] = path.Join(path.Dir(record.File), r.to+".yaml")
	}
}

// moveFolder moves a folder of pages, and what makes more pages in it.
func (r *renaming) moveFolder() {
	for _, root := range []string{"content", "adapters"} {
		_ = fs.WalkDir(r.FS, root+r.path, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				r.moves[name] = root + r.newPath + strings.TrimPrefix(name, root+r.path)
			}
			return nil // what is not there has nothing to move
		})
	}
}

// moveHeading writes the new id behind the heading, in every language.
func (r *renaming) moveHeading() {
	for _, page := range r.Pages {
		h := page.Heading(r.old)
		switch {
		case page.Path != r.path || h == nil:
		case h.Explicit:
			r.edit(itself, h.Position, "{#"+r.old+"}", "{#"+r.to+"}")
		default:
			line := strings.TrimRight(r.line(h.Position), "\r\n")
			r.edit(itself, diag.Position{File: h.File, Line: h.Line, Column: 1}, line, strings.TrimRight(line, " #")+" {#"+r.to+"}")
		}
	}
}

// moveSlug writes the slug that makes the new address: behind the title
// where there was none, and from there it goes again when it says no more
// than the file's name.
func (r *renaming) moveSlug() {
	page, slug := r.page, path.Base(r.to)
	title, at := page.Front.KeyPosition("/title"), page.Front.Position("/slug")
	switch {
	case page.Slug == "":
		line := r.line(title)
		r.edit(itself, diag.Position{File: page.File, Line: title.Line, Column: 1}, line, line+"slug: "+slug+"\n")
	case slug == path.Base(page.Path) && at.Line == title.Line+1 && r.line(at) == "slug: "+page.Slug+"\n":
		r.edit(itself, diag.Position{File: page.File, Line: at.Line, Column: 1}, r.line(at), "")
	default:
		r.edit(itself, at, page.Slug, slug)
	}
}

// line returns the line at a position, with its end.
func (r *renaming) line(at diag.Position) string {
	src, _ := fs.ReadFile(r.FS, at.File)
	lines := slices.Collect(strings.Lines(string(src)))
	return lines[at.Line-1]
}

// files applies the edits, moves what moves, and adds what follows from how
// the site is afterwards: redirects, and what people decided about it.
func (r *renaming) files() ([]File, error) {
	changed := map[string]File{}
	err := r.apply(r.edits, changed)
	if err != nil {
		return nil, err
	}
	for from, to := range r.moves {
		f, ok := changed[from]
		if !ok {
			if f.Old, err = fs.ReadFile(r.FS, from); err != nil {
				return nil, err
			}
			f.New = f.Old
		}
		f.From, f.To = from, to
		changed[from] = f
	}
	after, _ := site.Load(overlay(r.FS, slices.Collect(maps.Values(changed))))
	if err := r.prove(after); err != nil {
		return nil, err
	}
	if err := r.redirects(changed, after); err != nil {
		return nil, err
	}
	if err := r.keep(changed, after); err != nil {
		return nil, err
	}
	return sorted(slices.Collect(maps.Values(changed))), nil
}

// apply adds the files as edits leave them.
func (r *renaming) apply(edits []diag.Diagnostic, changed map[string]File) error {
	mended, err := fix.Apply(r.FS, edits)
	for _, f := range mended {
		changed[f.Name] = File{f.Name, f.Name, f.Old, f.New}
	}
	return err
}

// prove looks at the site as it would be, and refuses what would miss a reference.
func (r *renaming) prove(after *site.Site) error {
	for use := range after.Uses(r.kind) {
		if use.ID == r.old && !after.Exists(r.kind, r.old) {
			return r.unmended(use.Position)
		}
	}
	for link := range after.PageLinks() {
		lost := r.kind == heading && link.Path == r.path && link.Fragment == r.old
		if lost || link.Page == nil && r.now(link.Path) != link.Path {
			return r.unmended(link.Position)
		}
	}
	return nil
}

func (r *renaming) unmended(at diag.Position) error {
	return failure.Usage("write the reference in plain characters, then run the command again",
		"%s: cannot mend the reference to %q here; nothing was changed", at, r.old)
}

// mapped returns where a file below content/ or data/ stands afterwards.
func (r *renaming) mapped(name string) string { return cmp.Or(r.moves[name], name) }

// dest returns the address of a link with what is before # replaced.
func dest(link md.Link, file string) string {
	_, fragment, found := strings.Cut(link.Dest, "#")
	if found {
		return file + "#" + fragment
	}
	return file
}

// overlay is the site as it would be.
func overlay(fsys fs.FS, files []File) fs.FS {
	texts := map[string][]byte{}
	for _, f := range files {
		if f.From != "" {
			texts[f.From] = nil
		}
	}
	for _, f := range files {
		if f.To != "" {
			texts[f.To] = f.New
		}
	}
	return site.Overlay(fsys, texts)
}
