package rename

import (
	"bytes"
	"io/fs"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Guess tells what somebody renamed by hand: of what is gone, was in
// before, the site as it was, and has a counterpart among the new files.
// old and to are as the command takes them.
func Guess(s *site.Site, before fs.FS, gone diag.Name) (old, to string, ok bool) {
	for _, was := range filesOf(s, gone) {
		text, err := fs.ReadFile(before, was)
		if err != nil {
			continue
		}
		for _, is := range s.Files() {
			if _, err := fs.Stat(before, is); err != nil && sameKind(was, is) && resembles(s.FS, is, text) {
				return plain(s, was), plain(s, is), true
			}
		}
	}
	return "", "", false
}

// filesOf lists where something would stand: a page or term in each language.
func filesOf(s *site.Site, name diag.Name) (files []string) {
	stem := ""
	switch name.Kind {
	case page:
		stem = "content" + name.ID
	case term:
		stem = "content/" + s.Config.Params.Glossary + "/" + name.ID
	default:
		return []string{"data/" + name.Kind + "s/" + name.ID + ".yaml"}
	}
	for _, lang := range s.Languages {
		files = append(files, stem+"."+lang+".md")
	}
	return files
}

// sameKind reports whether one file can be the other under another name:
// both are pages in one language, or records of one kind.
func sameKind(was, is string) bool {
	if m, n := recFile.FindStringSubmatch(was), recFile.FindStringSubmatch(is); m != nil || n != nil {
		return m != nil && n != nil && m[1] == n[1]
	}
	m, n := pageFile.FindStringSubmatch(was), pageFile.FindStringSubmatch(is)
	return m != nil && n != nil && was[len("content"+m[1]):] == is[len("content"+n[1]):]
}

// resembles reports whether a file still has more than half of the lines.
func resembles(fsys fs.FS, name string, text []byte) bool {
	now, err := fs.ReadFile(fsys, name)
	if err != nil {
		return false
	}
	still := map[string]bool{}
	for line := range bytes.Lines(now) {
		still[string(line)] = true
	}
	all, kept := 0, 0
	for line := range bytes.Lines(text) {
		all++
		if still[string(line)] {
			kept++
		}
	}
	return 2*kept > all
}
