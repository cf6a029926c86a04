package rename_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/passage"
	"comwijzer/tools/internal/rename"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
)

const root = "../../.."

var (
	trial = flag.Bool("trial", false, "rename what the real site has, not the fixture site")
	today = time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)
)

// fresh is put before names: what is renamed gets a name that stands nowhere.
const fresh = "zz-"

// Renames change no finding but their names, and the way back leaves every byte as
// it was: of pages, headings, slugs, sections, terms and every kind of record. Those
// of a kind follow each other, and are checked once: that costs a tenth.
func TestTrialOfRenames(t *testing.T) {
	files := read(t, root, "config.toml", "i18n", "data", "content", "adapters", "layouts", "docs", "tools/browser/testdata")
	each := 15
	if !*trial {
		each = 1
		maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool {
			return strings.HasPrefix(name, "content/") || strings.HasPrefix(name, "data/") && path.Dir(name) != site.LexiconDir
		})
		maps.Copy(files, read(t, root+"/tools/wijzer/testdata/site", "content", "data"))
	}
	s, _ := site.Load(files)
	addStored(files, s)
	s, _ = site.Load(files)
	before := findings(files)
	for kind, names := range renames(s) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			after := files
			var done [][2]string
			for i, name := range names {
				moved := slices.ContainsFunc(done, func(section [2]string) bool { return strings.HasPrefix(name[0], section[0]+"/") })
				if i%max(1, len(names)/each) == 0 && !moved {
					after, done = make(t, after, name[0], name[1]), append(done, name)
				}
			}
			compare(t, before, findings(after))
			for _, name := range slices.Backward(done) {
				after = make(t, after, name[1], name[0])
			}
			same(t, files, after)
		})
	}
}

// read returns files of a folder in memory.
func read(t *testing.T, root string, parts ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, part := range parts {
		err := fs.WalkDir(os.DirFS(root), part, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(path.Join(root, name))
			files[name] = &fstest.MapFile{Data: text}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// renames lists, by kind, what there is with the name that it is to get.
func renames(s *site.Site) map[string][][2]string {
	all := map[string][][2]string{}
	add := func(kind, old, to string) { all[kind] = append(all[kind], [2]string{old, to}) }
	for _, p := range s.Pages {
		to := path.Join(path.Dir(p.Path), fresh+path.Base(p.Path))
		switch {
		case p.Lang != s.DefaultLanguage():
			if kind, ok := schema.Get("page-" + p.Type); ok && kind.Has("/slug") && !p.IsSection() {
				url := s.URL(p)
				add("slug", url, path.Join(path.Dir(path.Clean(url)), fresh+path.Base(url))+"/")
			}
			continue
		case p.Path == "/" || p.Entry != nil:
		case p.IsSection():
			add("section", p.Path, to)
		default:
			add("page", p.Path, to)
		}
		for _, h := range p.Doc.Headings {
			if !isPart(s, p, h.ID) {
				add("heading", p.Path+"#"+h.ID, p.Path+"#"+fresh+h.ID)
			}
		}
	}
	for _, term := range s.Terms {
		add("term", "term:"+term.ID, "term:"+fresh+term.ID)
	}
	for _, r := range s.Records {
		if r.Kind != "tombstone" {
			add(r.Kind, r.Kind+":"+r.ID, r.Kind+":"+fresh+r.ID)
		}
	}
	return all
}

func isPart(s *site.Site, p *site.Page, id string) bool {
	return slices.ContainsFunc(s.Parts(p), func(part schema.Part) bool { return part.Heading == id })
}

// make renames in a copy.
func make(t *testing.T, files fstest.MapFS, old, to string) fstest.MapFS {
	t.Helper()
	s, _ := site.Load(files)
	plan, err := rename.Make(s, old, to)
	if err != nil {
		t.Fatalf("%s to %s: %v", old, to, err)
	}
	after := maps.Clone(files)
	for _, f := range plan.Files {
		delete(after, f.From)
	}
	for _, f := range plan.Files {
		if f.To != "" {
			after[f.To] = &fstest.MapFile{Data: f.New}
		}
	}
	return after
}

// findings counts what check says, with new names as the old ones and without
// columns, which move.
func findings(files fstest.MapFS) map[string]int {
	s, found := site.Load(files)
	found = append(found, check.Source(s, today)...)
	if known, err := diag.ReadBaseline(strings.NewReader(text(files, site.KnownFile))); err == nil {
		found, _ = known.Filter(found)
	}
	count := map[string]int{}
	for _, d := range found {
		if d.Rule == "source-unverified" {
			continue // tells of the first of many, which changes with the order
		}
		count[strings.ReplaceAll(fmt.Sprintf("%s:%d: %s (%s)", d.File, d.Line, d.Message, d.Rule), fresh, "")]++
	}
	return count
}

func compare(t *testing.T, before, after map[string]int) {
	t.Helper()
	for finding, n := range after {
		if before[finding] < n {
			t.Errorf("new: %s", finding)
		}
	}
	for finding, n := range before {
		if after[finding] < n {
			t.Errorf("gone: %s", finding)
		}
	}
}

func same(t *testing.T, want, got fstest.MapFS) {
	t.Helper()
	for name, f := range want {
		if got[name] == nil || !bytes.Equal(got[name].Data, f.Data) {
			t.Errorf("the way back changed %s", name)
		}
	}
	for name := range got {
		if want[name] == nil {
			t.Errorf("the way back left %s", name)
		}
	}
}

func text(files fstest.MapFS, name string) string {
	if f := files[name]; f != nil {
		return string(f.Data)
	}
	return ""
}

// addStored adds what a site keeps by name besides content and records: looks at
// differences between languages, fingerprints of passages, reviews, which texts
// translate each other, and known remarks.
func addStored(files fstest.MapFS, s *site.Site) {
	for _, p := range s.Pages {
		if p.Lang != s.DefaultLanguage() && !p.IsSection() && p.Type != "search" {
			text := fmt.Sprintf("\n\nSee [1234](%s.md) or [5678](%[1]s.md#x).\n", path.Base(p.Path))
			files[p.File] = &fstest.MapFile{Data: append(slices.Clone(files[p.File].Data), text...)}
		}
	}
	s, _ = site.Load(files)
	looks := "looks:\n"
	for _, d := range between.Differences(s) {
		l := d.Look("editor", "2026-11-20", "right")
		looks += fmt.Sprintf("  - {kind: %s, place: %q, texts: %q, by: %s, on: %q}\n", l.Kind, l.Place, l.Texts, l.By, l.On)
	}
	files[between.LookFile] = &fstest.MapFile{Data: []byte(looks)}
	var entries []passage.Entry
	for _, source := range s.Sources() {
		entries = append(entries, passage.Entry{Source: source.ID, Address: source.URL})
	}
	files[passage.Ledger.File] = &fstest.MapFile{Data: passage.Ledger.Encode(entries)}
	addDecided(files, s)
}

func addDecided(files fstest.MapFS, s *site.Site) {
	reviews := "reviews:\n"
	for _, p := range s.Pages {
		reviews += fmt.Sprintf("  - {page: %q, role: editor, scope: [facts], on: \"2026-11-01\", until: \"2027-11-01\", texts: {%s: %q}}\n", p.Path, p.Lang, p.Fingerprint())
	}
	files[site.ReviewFile] = &fstest.MapFile{Data: []byte(reviews)}
	state := between.State{}
	for _, p := range between.Sections(s) {
		state.Say(p.Place, p.Other.Lang, p.Marks())
	}
	files[between.StateFile] = &fstest.MapFile{Data: state.YAML()}
	s, _ = site.Load(files)
	remarks := slices.DeleteFunc(check.Source(s, today), func(d diag.Diagnostic) bool { return d.Severity != diag.Info })
	var known bytes.Buffer
	if err := diag.NewBaseline(remarks).Write(&known); err != nil {
		panic(err)
	}
	files[site.KnownFile] = &fstest.MapFile{Data: known.Bytes()}
}
