// Package starter makes a small site to start with, from the templates in starter/.
package starter

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"

	"comwijzer"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/write"
)

// Options say what site to make.
type Options struct {
	Name      string
	Languages []string // codes, the leading one first
	Country   string   // its code: NL
	Emergency string   // the number for immediate danger; empty: that of the country
	URL       string
	Sensitive bool // its subject: then the rules of the safety set are on
	Today     time.Time
}

// Make makes the site in a new folder. Nothing is left when that fails.
func Make(dir string, o Options) error {
	if write.Exists(dir) {
		return failure.Usage("choose a folder that is not there yet", "%q exists", dir)
	}
	files, err := Files(o)
	if err != nil {
		return err
	}
	parent := filepath.Dir(filepath.Clean(dir))
	next, err := os.MkdirTemp(parent, ".wijzer-new-*")
	if errors.Is(err, fs.ErrNotExist) {
		return failure.Usage("make it first", "no folder %q", parent)
	}
	if err != nil {
		return failure.File("making the site", err)
	}
	defer os.RemoveAll(next)
	if err = write.Tree(next, files); err == nil {
		err = os.Chmod(next, 0o755)
	}
	if err == nil {
		err = os.Rename(next, dir)
	}
	return failure.File("making the site", err)
}

// Files returns the files of a site to start with, by path.
func Files(o Options) (map[string][]byte, error) {
	if err := o.complete(); err != nil {
		return nil, err
	}
	m := &maker{Options: o, files: map[string][]byte{}}
	err := fs.WalkDir(theme.Files, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return m.file(strings.TrimPrefix(name, "starter/"))
	})
	return m.files, err
}

// A maker fills in the templates.
type maker struct {
	Options
	files map[string][]byte
}

// file makes what comes of one template: one file, or one a language.
func (m *maker) file(name string) error {
	switch {
	case name == textsFile || name == numbersFile:
		return nil
	case name == "i18n/words.toml":
		for _, lang := range m.Languages {
			to := "i18n/" + lang + ".toml"
			if err := m.fill(name, to, lang); err != nil {
				return err
			}
			m.files[to] = append(m.files[to], Untranslated(lang)...)
		}
		return nil
	case strings.HasPrefix(name, "content/"):
		base, isSpare := strings.CutSuffix(name, "."+theme.Spare+".md")
		if !isSpare {
			return nil // the page in the spare language stands for it in all of them
		}
		return m.page(base)
	case name == "gitignore":
		return m.fill(name, ".gitignore", m.Languages[0])
	}
	return m.fill(name, name, m.Languages[0])
}

// page makes a page in every language: in the spare one, where there is no other.
func (m *maker) page(base string) error {
	for _, lang := range m.Languages {
		template := base + "." + lang + ".md"
		if !isWritten(template) {
			template = base + "." + theme.Spare + ".md"
		}
		if err := m.fill(template, base+"."+lang+".md", lang); err != nil {
			return err
		}
	}
	return nil
}

func isWritten(template string) bool {
	_, err := fs.Stat(theme.Files, "starter/"+template)
	return err == nil
}

// borrowed reports whether pages are in the spare language for want of their own.
func (m *maker) borrowed() bool {
	return slices.ContainsFunc(m.Languages, func(lang string) bool { return !isWritten("content/_index." + lang + ".md") })
}

func (m *maker) fill(from, to, lang string) error {
	src, err := theme.Files.ReadFile("starter/" + from)
	if err != nil {
		return err
	}
	t, err := template.New(from).Delims("[[", "]]").Funcs(m.functions()).Parse(string(src))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{
		"Name": m.Name, "URL": m.URL, "Country": m.Country, "Emergency": m.Emergency, "Sensitive": m.Sensitive, "Borrowed": m.borrowed(),
		"Languages": m.Languages, "Lead": m.Languages[0], "Lang": lang, "Today": m.Today.Format(time.DateOnly),
	})
	m.files[to] = out.Bytes()
	return err
}

func (m *maker) functions() template.FuncMap {
	return template.FuncMap{
		"quote": quote,
		"rtl":   RightToLeft,
		"inc":   func(i int) int { return i + 1 },
		"text":  func(lang, key string) string { s, _ := textOf(lang, key).(string); return s },
		"texts": func(key string) string { return m.perLanguage(key, func(v any) string { return quote(fmt.Sprint(v)) }) },
		"lists": func(key string) string { return m.perLanguage(key, quoteAll) },
		"tops":  tops,
	}
}

// perLanguage writes a mapping of YAML with a text in every language.
func (m *maker) perLanguage(key string, write func(any) string) string {
	var parts []string
	for _, lang := range m.Languages {
		parts = append(parts, lang+": "+write(textOf(lang, key)))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func quoteAll(list any) string {
	var parts []string
	items, _ := list.([]any)
	for _, item := range items {
		parts = append(parts, quote(fmt.Sprint(item)))
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// A top is a section with a place in the addresses of a language.
type top struct {
	Section string
	First   bool
}

// tops lists the sections that are called otherwise in the addresses of a language.
func tops(lang string) (tops []top) {
	for key := range texts()[lang] {
		if section, ok := strings.CutPrefix(key, "path_"); ok {
			tops = append(tops, top{Section: section})
		}
	}
	slices.SortFunc(tops, func(a, b top) int { return strings.Compare(a.Section, b.Section) })
	if len(tops) > 0 {
		tops[0].First = true
	}
	return tops
}
