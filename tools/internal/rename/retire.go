package rename

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

// Retirement is what stays of something that goes for good.
type Retirement struct {
	Plan
	Left []diag.Position // where it is still named: an editor decides what to write there
}

// Retire plans to take away a page, a term or a record, with a tombstone
// that says why and on which day. With a successor, of the same kind, all
// that points at the old one points there afterwards.
func Retire(s *site.Site, old, successor string, reason map[string]string, on string) (Retirement, error) {
	n, err := readRetired(s, old, successor)
	if err != nil {
		return Retirement{}, err
	}
	r := &renaming{Site: s, name: n, moves: map[string]string{}}
	if n.to != "" {
		r.mend()
	}
	changed, err := r.buried(reason, on)
	if err != nil {
		return Retirement{}, err
	}
	after, _ := site.Load(overlay(s.FS, slices.Collect(maps.Values(changed))))
	if n.to != "" {
		if err := r.prove(after); err != nil {
			return Retirement{}, err
		}
	}
	plan := Plan{Files: sorted(slices.Collect(maps.Values(changed)))}
	for _, e := range r.edits {
		if changed[e.File].To != "" { // what goes needs no mending
			plan.Places++
		}
	}
	return Retirement{plan, r.left(after)}, nil
}

// readRetired says what goes, and what takes its place.
func readRetired(s *site.Site, old, successor string) (name, error) {
	n, err := standing(s, old)
	switch {
	case err == nil && n.kind == page && inFolder(s, n.old, ""):
		return n, failure.Usage("retire its pages one by one, then remove the folder", "%q is a section", n.old)
	case err != nil || successor == "":
		return n, err
	}
	next, err := standing(s, successor)
	switch {
	case err != nil:
		return n, err
	case next.kind != n.kind:
		return n, failure.Usage("name a "+n.kind, "%s %q cannot take the place of a %s", next.kind, next.old, n.kind)
	case next.old == n.old:
		return n, failure.Usage("name another one, or leave it out", "%q cannot take its own place", n.old)
	}
	n.to, n.newPath = next.old, next.path
	return n, nil
}

// standing reads the name of something that exists: a path or a file, or kind:id.
func standing(s *site.Site, given string) (name, error) {
	given = plain(s, given)
	kind, id, isID := strings.Cut(given, ":")
	n := name{kind: kindOf(kind), old: id}
	if !isID {
		n = name{kind: page, old: given}
		if p := s.Page(s.DefaultLanguage(), given); p != nil && p.Entry != nil {
			n = name{kind: term, old: p.Entry.Term.ID}
		}
	}
	if n.kind == "tombstone" || !s.Exists(n.kind, n.old) {
		return n, failure.Usage(text.DidYouMean(n.old, s.IDs(n.kind), "name a page by its path, a term or record by kind:id"), "no %s %q", n.kind, n.old)
	}
	n.path = s.PathOf(n.kind, n.old)
	if n.kind == page {
		n.path = n.old
	}
	return n, nil
}

// buried returns the files as they are afterwards: mended, gone, and the tombstone.
func (r *renaming) buried(reason map[string]string, on string) (map[string]File, error) {
	changed := map[string]File{}
	if err := r.apply(r.edits, changed); err != nil {
		return nil, err
	}
	for _, name := range r.own() {
		src, err := fs.ReadFile(r.FS, name)
		if err != nil {
			return nil, err
		}
		changed[name] = File{From: name, Old: src}
	}
	grave := r.grave()
	if _, err := fs.Stat(r.FS, grave); err == nil {
		return nil, failure.Usage("look at it: it remembers something else, or this once went before", "%q exists", grave)
	}
	changed[grave] = File{To: grave, New: r.tombstone(reason, on)}
	return changed, r.bequeath(changed)
}

// own lists the files that go: the pages in all languages, or the record.
func (r *renaming) own() (names []string) {
	for _, p := range r.Pages {
		if p.Path == r.path && (r.kind == page || r.kind == term) {
			names = append(names, p.File)
		}
	}
	if record := r.Record(r.kind, r.old); record != nil {
		names = append(names, record.File)
	}
	return names
}

func (r *renaming) grave() string {
	return "data/tombstones/" + strings.ReplaceAll(strings.Trim(r.old, "/"), "/", "-") + ".yaml"
}

func (r *renaming) tombstone(reason map[string]string, on string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# yaml-language-server: $schema=../../tools/internal/schema/tombstone.json\nkind: %s\nwas: %s\nreason:\n", r.kind, r.old)
	for _, lang := range slices.Sorted(maps.Keys(reason)) {
		fmt.Fprintf(&b, "  %s: %s\n", lang, yaml.Scalar(reason[lang]))
	}
	fmt.Fprintf(&b, "on: %q\n", on)
	if r.to != "" {
		fmt.Fprintf(&b, "successor: %s\n", r.to)
	}
	return []byte(b.String())
}

// bequeath lets the redirects to what goes lead to its successor. Old ids
// of its headings lead on no more: they were its own.
func (r *renaming) bequeath(changed map[string]File) error {
	now := r.Redirects()
	before := now.Text()
	now.Headings = slices.DeleteFunc(now.Headings, func(h site.Heading) bool { return h.Page == r.path })
	if r.to != "" {
		r.follow(&now)
	}
	return r.lead(changed, before, now.Text())
}

// left lists where what is gone is still named, and the links that lead to
// a part of it which its successor has not.
func (r *renaming) left(after *site.Site) (at []diag.Position) {
	dangling := map[diag.Position]bool{} // before, too
	for link := range r.PageLinks() {
		dangling[link.Position] = link.Page == nil || link.Path != r.path && !link.Page.HasAnchor(link.Fragment)
	}
	for use := range after.Uses(r.kind) {
		if use.ID == r.old {
			at = append(at, use.Position)
		}
	}
	for link := range after.PageLinks() {
		named := r.path != "" && link.Path == r.path && link.Page == nil
		part := r.to != "" && link.Page != nil && link.Path == r.newPath && link.Fragment != "" && !link.Page.HasAnchor(link.Fragment)
		if named || part && !dangling[link.Position] {
			at = append(at, link.Position)
		}
	}
	redirects, list := after.Redirects(), after.List("redirects")
	for i, n := range redirects.Names {
		if n.Kind == r.kind && n.Now == r.old && r.to == "" {
			at = append(at, list.Position(fmt.Sprintf("/names/%d/now", i)))
		}
	}
	for i, m := range redirects.Addresses {
		if m.Now == r.path && r.to == "" {
			at = append(at, list.Position(fmt.Sprintf("/addresses/%d/now", i)))
		}
	}
	return at
}

// drop takes the old name out of a list that holds the new one already, and
// reports whether it did.
func (r *renaming) drop(at diag.Position) bool {
	src, _ := fs.ReadFile(r.FS, at.File)
	from, ok := diag.NewLines(at.File, src).Offset(at)
	if !ok {
		return false
	}
	if line := r.line(at); strings.TrimSpace(line) == "- "+r.old {
		beside := r.besides(at, strings.Replace(line, r.old, r.to, 1))
		if beside {
			r.edit(reference, diag.Position{File: at.File, Line: at.Line, Column: 1}, line, "")
		}
		return beside
	}
	text := string(src)
	open, closing := strings.LastIndexByte(text[:from], '['), strings.IndexByte(text[from:], ']')
	if open < 0 || closing < 0 || strings.ContainsRune(text[open:from], ']') || !slices.Contains(items(text[open+1:from+closing]), r.to) {
		return false
	}
	lines := diag.NewLines(at.File, src)
	if m := commaAfter.FindString(text[from+len(r.old):]); m != "" {
		r.edit(reference, at, r.old+m, "")
	} else if m := commaBefore.FindString(text[:from]); m != "" {
		r.edit(reference, lines.Position(from-len(m)), m+r.old, "")
	}
	return true
}

var (
	commaAfter  = regexp.MustCompile(`^,\s*`)
	commaBefore = regexp.MustCompile(`,\s*$`)
)

// items lists what stands in a list of names on one line, or several.
func items(list string) (names []string) {
	for _, item := range strings.Split(list, ",") {
		names = append(names, strings.Trim(item, " \t\n\"'"))
	}
	return names
}

// besides reports whether a line stands in the same list as the line at a position.
func (r *renaming) besides(at diag.Position, wanted string) bool {
	src, _ := fs.ReadFile(r.FS, at.File)
	lines := slices.Collect(strings.Lines(string(src)))
	mark := wanted[:strings.Index(wanted, "- ")+2]
	for _, step := range []int{-1, 1} {
		for i := at.Line - 1 + step; i >= 0 && i < len(lines) && strings.HasPrefix(lines[i], mark); i += step {
			if strings.TrimSpace(lines[i]) == strings.TrimSpace(wanted) {
				return true
			}
		}
	}
	return false
}
