package site

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/toml"
	"comwijzer/tools/internal/yaml"
)

// The rules that Load itself applies; package check documents them.
const (
	ConfigInvalid   = "config-invalid"
	FileUnreadable  = "file-unreadable"
	FileName        = "file-name"
	FrontMatter     = "front-matter"
	YAMLSyntax      = "yaml-syntax"
	RecordDuplicate = "record-duplicate"
	CharacterHidden = "character-hidden"

	InterfaceBorrowed = "interface-borrowed"
)

// encoding says what a text that is no UTF-8 most likely is.
func encoding(src []byte) string {
	if bytes.HasPrefix(src, []byte("\xFF\xFE")) || bytes.HasPrefix(src, []byte("\xFE\xFF")) {
		return "is in UTF-16"
	}
	return "seems to be in Latin-1 (Windows-1252)"
}

// causes are the rules about what is not read at all: what follows from it
// is not reported.
var causes = []string{ConfigInvalid, FileUnreadable, FileName, FrontMatter, YAMLSyntax}

// MaxFileSize bounds one authored text file, in bytes. The longest page of
// any knowledge site is a tenth of it; a larger file is a mistake.
const MaxFileSize = 2 << 20

// maxBlock bounds a run of lines without a blank one, in bytes: Markdown
// parsers need time that grows with the square of its nesting, and some
// rules look at all of a sentence for each thing in it. The longest here is
// a quarter of it.
const maxBlock = 8 << 10

// maxOpen bounds the brackets and other marks of nesting in such a run: of
// each a parser keeps some five hundred bytes, and looks back at all of
// them. With more, it takes more than twice as long for a byte as a whole
// check of other text; the most here are a fifth.
const maxOpen = 500

// heavyBlock returns the byte offset of a run of lines that costs a parser
// too much, and what there is too much of; "" for none.
func heavyBlock(src []byte) (offset int, what string) {
	start, at, open := 0, 0, 0
	for line := range bytes.Lines(src) {
		at += len(line)
		if len(bytes.TrimSpace(line)) == 0 {
			start, open = at, 0
			continue
		}
		for _, mark := range []string{"[", "> ", "*", "_", "~"} {
			open += bytes.Count(line, []byte(mark))
		}
		switch {
		case at-start > maxBlock:
			return start, fmt.Sprintf("%d KiB", maxBlock>>10)
		case open > maxOpen:
			return start, fmt.Sprintf("%d brackets and other marks", maxOpen)
		}
	}
	return 0, ""
}

// Load reads the site below fsys. What cannot be read becomes a diagnostic
// and is left out; the rest is loaded, so that all faults show at once.
func Load(fsys fs.FS) (*Site, []diag.Diagnostic) {
	l := &loader{site: empty(fsys)}
	l.config()
	if len(l.site.Languages) == 0 {
		return l.site, diag.Sort(l.found)
	}
	l.content()
	l.data()
	l.glossary()
	for _, dir := range []string{"assets", "layouts", "adapters"} {
		l.walk(dir, func(string) {})
	}
	l.walk("static", l.plain)
	l.walk("i18n", l.texts)
	l.site.keyed = ByLanguage(l.site, l.site.keyedTexts)
	return l.site, diag.Sort(l.found)
}

// empty returns a site of which nothing was read.
func empty(fsys fs.FS) *Site {
	return &Site{
		FS:        fsys,
		pages:     map[string]map[string]*Page{},
		records:   map[string]map[string]*Record{},
		lexicons:  map[string]*Lexicon{},
		lists:     map[string]*yaml.Doc{},
		files:     map[string]bool{},
		texts:     map[string]map[string]string{},
		textFiles: map[string]*toml.Doc{},
		unread:    map[string]bool{},
	}
}

type loader struct {
	site  *Site
	mu    sync.Mutex // guards found
	found []diag.Diagnostic
}

// portable reports a file that not everybody can have.
func (l *loader) portable(name string) {
	if Reserved(name) {
		l.report(diag.Position{File: name}, FileName, "rename it: wijzer mv", "Windows keeps the name %q for a device: nobody can fetch the site there", path.Base(name))
	}
}

func (l *loader) report(at diag.Position, rule, hint, format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.found = append(l.found, diag.Diagnostic{
		Position: at, Rule: rule, Severity: diag.Error, Message: fmt.Sprintf(format, args...), Hint: hint,
		Cause: slices.Contains(causes, rule),
	})
}

func (l *loader) allow(as []Allowance) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.site.Allowances = append(l.site.Allowances, as...)
}

// walk calls visit for each regular file below dir, and notes that it
// exists. Files that Hugo passes over are passed over. A folder that cannot
// be read is reported; one that is not there is not: visit simply never
// happens.
func (l *loader) walk(dir string, visit func(name string)) {
	_ = fs.WalkDir(l.site.FS, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == dir && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			l.report(diag.Position{File: name}, FileUnreadable, "check its permissions", "cannot read %q: %v", name, cause(err))
			return nil
		case name != dir && l.passedOver(name):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() && !written[path.Ext(name)]:
			return nil
		case !d.Type().IsRegular():
			return l.noFile(name, d)
		}
		l.site.files[name] = true
		visit(name)
		return nil
	})
}

// noFile reports what stands where a file should.
func (l *loader) noFile(name string, d fs.DirEntry) error {
	l.lostFile(name)
	switch at := (diag.Position{File: name}); {
	case d.IsDir():
		l.report(at, FileUnreadable, "rename the folder, or put a file there", "%q is a folder", name)
		return fs.SkipDir
	case d.Type()&fs.ModeSymlink != 0:
		l.report(at, FileUnreadable, "put the file itself there", "%q is a symbolic link, which is not followed", name)
	default:
		l.report(at, FileUnreadable, "remove it", "%q is no regular file", name)
	}
	return nil
}

// written are the endings of what people write: no folder is called so.
var written = map[string]bool{".md": true, ".yaml": true}

// passedOver reports whether Hugo never looks at a file or folder: hidden
// ones and what editors leave behind (source.SourceSpec.IgnoreFile). What
// stands in static/ is copied as it is, hidden or not.
func (l *loader) passedOver(name string) bool {
	base := path.Base(name)
	return !strings.HasPrefix(name, "static/") && (base[0] == '.' || base[0] == '#' || base[len(base)-1] == '~')
}

// read returns the text of one authored file, or reports why it cannot.
func (l *loader) read(name string) ([]byte, bool) {
	at := diag.Position{File: name}
	info, err := fs.Stat(l.site.FS, name)
	switch {
	case err != nil:
		l.report(at, FileUnreadable, "check that it is there and may be read", "cannot read %q: %v", name, cause(err))
		return nil, false
	case !info.Mode().IsRegular(): // to open a pipe is to wait for ever
		l.report(at, FileUnreadable, "remove it", "%q is no regular file", name)
		return nil, false
	case info.Size() > MaxFileSize:
		l.report(at, FileUnreadable, "split it, or keep data of that size outside the content", "%q is larger than %d MiB", name, MaxFileSize>>20)
		return nil, false
	}
	src, err := fs.ReadFile(l.site.FS, name)
	if err != nil {
		l.report(at, FileUnreadable, "check its permissions", "cannot read %q: %v", name, cause(err))
		return nil, false
	}
	return src, l.isText(name, src)
}

// isText reports what is wrong with the bytes of a text, and false then.
func (l *loader) isText(name string, src []byte) bool {
	at := diag.Position{File: name}
	switch {
	case len(bytes.TrimSpace(src)) == 0:
		l.report(at, FileUnreadable, "write it or remove it", "%q is empty", name)
	case !utf8.Valid(src):
		l.report(badByte(name, src), FileUnreadable, "save the file as UTF-8; it "+encoding(src), "not UTF-8 text")
	case bytes.HasPrefix(src, []byte("\xEF\xBB\xBF")):
		l.report(diag.Position{File: name, Line: 1, Column: 1}, FileUnreadable, "save the file as UTF-8 without BOM, or run wijzer check --fix", "starts with a byte order mark")
		l.found[len(l.found)-1].Fix = diag.Fix{Old: "\uFEFF"}
	case bytes.IndexByte(src, 0) >= 0:
		l.report(diag.NewLines(name, src).Position(bytes.IndexByte(src, 0)), FileUnreadable, "save the file as UTF-8 text", "holds a NUL byte")
	case mergeMark(src) >= 0:
		l.report(diag.NewLines(name, src).Position(mergeMark(src)), FileUnreadable, "keep one of the two versions, and remove the lines with marks",
			"holds the marks of a merge that was not finished")
	default:
		l.hidden(name, src)
		return true
	}
	return false
}

// mergeMark returns where git's mark of a conflict stands, -1 for nowhere.
func mergeMark(src []byte) int {
	for _, mark := range []string{"<<<<<<<", ">>>>>>>", "|||||||"} {
		for i := 0; ; i += len(mark) {
			found := bytes.Index(src[i:], []byte(mark))
			if found < 0 {
				break
			}
			i += found
			if rest := src[i+len(mark):]; (i == 0 || src[i-1] == '\n') && (len(rest) == 0 || strings.IndexByte(" \r\n", rest[0]) >= 0) {
				return i
			}
		}
	}
	return -1
}

func badByte(name string, src []byte) diag.Position {
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			return diag.NewLines(name, src).Position(i)
		}
		i += size
	}
	return diag.Position{File: name}
}

// cause leaves the path out of an error, which the position already gives.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// content reads all pages, on all cores: parsing them is most of the work.
func (l *loader) content() {
	var names []string
	l.walk("content", func(name string) {
		if strings.EqualFold(path.Ext(name), ".md") {
			names = append(names, name)
			return
		}
		l.plain(name)
	})
	pages := make([]*Page, len(names))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		group.Go(func() error { pages[i] = l.page(name); return nil })
	}
	_ = group.Wait() // what cannot be read is reported
	for _, p := range pages {
		l.addPage(p)
	}
}

// plain reads a file that is published as it is, where it is a text: what
// no rule can read no reader gets.
func (l *loader) plain(name string) {
	if ext := strings.ToLower(path.Ext(name)); ext == ".txt" || ext == ".svg" {
		l.read(name)
	}
}

func (l *loader) addPage(p *Page) {
	if p == nil {
		return
	}
	byPath := l.site.pages[p.Lang]
	if byPath == nil {
		byPath = map[string]*Page{}
		l.site.pages[p.Lang] = byPath
	}
	if other := byPath[p.Path]; other != nil {
		l.report(diag.Position{File: p.File}, RecordDuplicate, "remove or rename one of them", "%q has the same address as %q", p.File, other.File)
		return
	}
	byPath[p.Path] = p
	l.site.Pages = append(l.site.Pages, p)
}

// data reads the records of every kind that has a schema.
func (l *loader) data() {
	for _, kind := range schema.Names("") {
		l.site.records[kind] = map[string]*Record{}
	}
	l.walk("data", func(name string) {
		if path.Dir(name) == LexiconDir {
			l.lexicon(name)
		} else if !l.list(name) {
			l.addRecord(l.record(name))
		}
	})
	slices.SortFunc(l.site.Records, func(a, b *Record) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
	})
}

func (l *loader) addRecord(r *Record) {
	if r == nil {
		return
	}
	byID := l.site.records[r.Kind]
	if other := byID[r.ID]; other != nil {
		l.report(diag.Position{File: r.File}, RecordDuplicate, "remove or rename one of them", "%s %q is also recorded in %q", r.Kind, r.ID, other.File)
		return
	}
	byID[r.ID] = r
	l.site.Records = append(l.site.Records, r)
}
