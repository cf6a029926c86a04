package site

import (
	"io/fs"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
)

// opened is a file system that tells which files were opened.
type opened struct {
	fstest.MapFS
	mu    *sync.Mutex // files are read several at a time
	names *[]string
}

func (o opened) Open(name string) (fs.File, error) {
	o.note(name)
	return o.MapFS.Open(name)
}

func (o opened) ReadFile(name string) ([]byte, error) {
	o.note(name)
	return o.MapFS.ReadFile(name)
}

func (o opened) note(name string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	*o.names = append(*o.names, name)
}

func TestReread(t *testing.T) {
	var names []string
	files := opened{fstest.MapFS{}, &sync.Mutex{}, &names}
	write := func(name, text string) { files.MapFS[name] = &fstest.MapFile{Data: []byte(text)} }
	write("config.toml", config)
	write("content/a.nl.md", front("")+"Een [fiets](term:fiets).\n")
	write("content/b.nl.md", front("")+"Tekst.\n")
	write("content/begrippen/fiets.nl.md", "---\ntitle: fiets\ntype: term\nstatus: publish\n---\n\nEen voertuig.\n")
	s, found := Load(files)
	if len(found) > 0 {
		t.Fatal(found)
	}
	names = nil

	write("content/a.nl.md", front("")+"Twee [fietsen](term:fiets) en nog een [fiets](term:fiets).\n")
	again, pages := s.Reread([]string{"content/a.nl.md"})
	names = slices.Compact(names)
	if len(pages) != 1 || len(pages[0].Refs) != 2 || again.Page("nl", "/a") != pages[0] || !slices.Equal(names, []string{"content/a.nl.md"}) {
		t.Errorf("%v, files opened: %q", pages, names)
	}
	if len(s.Page("nl", "/a").Refs) != 1 || again.Page("nl", "/b") != s.Page("nl", "/b") {
		t.Error("the site before was changed, or more than the page is new")
	}

	write("content/begrippen/fiets.nl.md", "---\ntitle: fiets\ntype: term\nstatus: publish\n---\n\nEen ding met wielen.\n")
	again, pages = s.Reread([]string{"content/begrippen/fiets.nl.md"})
	if len(pages) != 1 || pages[0].Entry.Definition != "Een ding met wielen." || again.Term("fiets").In("nl") != pages[0].Entry {
		t.Errorf("term: %v", pages)
	}
	if e := s.Page("nl", "/begrippen/fiets").Entry; e.Definition != "Een voertuig." || e != s.Term("fiets").In("nl") {
		t.Errorf("the site before has another term: %q", e.Definition)
	}

	write("content/b.nl.md", front("slug: c\n")+"Tekst.\n")
	for what, file := range map[string]string{"moved": "content/b.nl.md", "new": "content/c.nl.md", "no page": "config.toml"} {
		if _, pages := s.Reread([]string{"content/a.nl.md", file}); pages != nil {
			t.Errorf("%s: %v", what, pages)
		}
	}
	for what, text := range map[string]string{"no front matter": "Tekst.\n", "unknown": front("") + "Een [step](term:step).\n"} {
		write("content/b.nl.md", text)
		if _, pages := s.Reread([]string{"content/b.nl.md"}); pages != nil {
			t.Errorf("%s: %v", what, pages)
		}
	}
}
