// Package mutation makes one mistake at a time in a copy of the real site and
// demands that the expected rule finds it, in the expected file and line. A
// mistake that nobody finds is a hole in the rules.
package mutation

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

const (
	root    = "../.."
	listing = root + "/docs/faults.md"
)

var update = flag.Bool("update", false, "rewrite docs/faults.md")

var today = time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)

// asked are words of readers: what no rule reads is no place for a fault. Telephone numbers among them are read (dialled).
var asked, dialled = regexp.MustCompile("(?ms)^```asked\n.*?^```\n\n?"), regexp.MustCompile(`"0\d00 \d{4}"`)

// original holds the real site's files in memory, without the words of readers.
func original(t *testing.T) fstest.MapFS {
	files := fstest.MapFS{}
	read := func(dir string) error {
		return fs.WalkDir(os.DirFS(root), dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(root + "/" + name)
			files[name] = &fstest.MapFile{Data: asked.ReplaceAllFunc(data, func(block []byte) []byte {
				if dialled.Match(block) {
					return block
				}
				return nil
			})}
			return err
		})
	}
	for _, dir := range []string{"content", "data", "i18n", "static", "config.toml"} {
		if err := read(dir); err != nil {
			t.Fatal(err)
		}
	}
	if files[site.ReleasedFile] == nil { // until the first release, as if it were today's
		s, _ := site.Load(files)
		files[site.ReleasedFile] = &fstest.MapFile{Data: s.Release(nil)}
	}
	return files
}

var asItIs struct {
	sync.Once
	found []diag.Diagnostic
}

// foundAsItIs returns what is found on the real site.
func foundAsItIs(site fstest.MapFS) []diag.Diagnostic {
	asItIs.Do(func() { asItIs.found = findings(site) })
	return asItIs.found
}

func findings(files fstest.MapFS) []diag.Diagnostic {
	s, found := site.Load(files)
	return diag.Sort(append(found, check.Source(s, today)...))
}

// A mutant is the site with one mistake in it.
type mutant struct {
	rule, name string
	file       string
	line       int               // 0: the whole file
	at         string            // as in fault; with lines, the kind that the message begins with
	lines      map[string][2]int // the first and last line where it may be found, by file; nil: as at says
	files      fstest.MapFS
}

func TestEveryFaultIsCaught(t *testing.T) {
	site := original(t)
	clean := map[diag.Diagnostic]bool{}
	for _, d := range foundAsItIs(site) {
		if d.Severity == diag.Error {
			t.Errorf("the real site is not clean: %s: %s (%s)", d.Position, d.Message, d.Rule)
		}
		clean[d] = true
	}
	mutants := mutantsOf(t, site)
	if len(mutants) < 150 {
		t.Errorf("only %d faults: there should be at least 150", len(mutants))
	}
	listed(t, mutants)
	mutants = spread(mutants)
	var caught, alone atomic.Int32
	t.Run("mutants", func(t *testing.T) {
		for _, batch := range batched(site, mutants, mutant.everywhere) {
			found := sync.OnceValue(func() []diag.Diagnostic { return findings(batch.files) })
			for _, m := range batch.mutants {
				t.Run(m.rule+"-"+m.name, func(t *testing.T) {
					t.Parallel()
					if !batch.closed && slices.ContainsFunc(found(), func(d diag.Diagnostic) bool { return !clean[d] && m.right(d) }) {
						caught.Add(1)
						return
					}
					alone.Add(1)
					if m.caught(t, clean) {
						caught.Add(1)
					}
				})
			}
		}
	})
	t.Logf("caught %d of %d faults, %d of them alone", caught.Load(), len(mutants), alone.Load())
}

// A batch is the site with several mistakes in it.
type batch struct {
	mutants []mutant
	files   fstest.MapFS
	touched map[string]bool
	closed  bool // its mistake is to be alone
}

// batched puts mistakes in different files together: one reading of the site shows what each brings. One that is not found
// among the others is made alone, as are those that a function says, those in what all else is read by and, on trial, all;
// and those that few could join, for one rule is asked then, not all.
func batched(site fstest.MapFS, mutants []mutant, apart func(mutant) bool) (batches []*batch) {
	const fewest, most = 6, 40
	for _, m := range mutants {
		changes := maps.Clone(m.files)
		maps.DeleteFunc(changes, func(name string, file *fstest.MapFile) bool { return site[name] == file })
		alone := *trial || apart(m) || changes["config.toml"] != nil
		i := slices.IndexFunc(batches, func(b *batch) bool { return !alone && !b.closed && len(b.mutants) < most && b.free(changes) })
		if i < 0 {
			i = len(batches)
			batches = append(batches, &batch{files: maps.Clone(site), touched: map[string]bool{}, closed: alone})
		}
		b := batches[i]
		b.mutants = append(b.mutants, m)
		for name, file := range changes {
			b.files[name], b.touched[name] = file, true
		}
	}
	for _, b := range batches {
		b.closed = b.closed || len(b.mutants) < fewest
	}
	return batches
}

// free reports whether no mistake is in these files yet, nor in their translations.
func (b *batch) free(changes fstest.MapFS) bool {
	for name := range changes {
		if b.touched[twin(name)] || b.touched[name] {
			return false
		}
	}
	return true
}

// everywhere reports whether a mutant changes whole files, or may be found anywhere: among others it could not be told apart.
func (m mutant) everywhere() bool { return m.at == "any" || m.line == 0 && m.lines == nil }

// spread returns one mutant of every rule and kind: the first in a file that holds fewest of the others, so that many can be
// made together. On trial it returns all.
func spread(all []mutant) (out []mutant) {
	if *trial {
		return all
	}
	kinds, order := map[string][]mutant{}, []string{}
	for _, m := range all {
		kind := m.rule + " " + m.at
		if kinds[kind] == nil {
			order = append(order, kind)
		}
		kinds[kind] = append(kinds[kind], m)
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(len(kinds[a]), len(kinds[b])) }) // who has no choice comes first
	held := map[string]int{}
	page := func(m mutant) string { return min(m.file, twin(m.file)) }
	for _, kind := range order {
		m := slices.MinFunc(kinds[kind], func(a, b mutant) int { return cmp.Compare(held[page(a)], held[page(b)]) })
		held[page(m)]++
		out = append(out, m)
	}
	return out
}

// sampled returns the first of every kind; on trial, all.
func sampled[T any](all []T, kind func(T) string) []T {
	if *trial {
		return all
	}
	seen := map[string]bool{}
	var out []T
	for _, one := range all {
		if k := kind(one); !seen[k] {
			seen[k] = true
			out = append(out, one)
		}
	}
	return out
}

// caught reports whether the rule finds the mutant at its place. Findings that
// the site had before do not count.
func (m mutant) caught(t *testing.T, clean map[diag.Diagnostic]bool) bool {
	var others []string
	s, found := site.Load(m.files)
	if slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return !clean[d] && m.right(d) }) {
		return true
	}
	for _, d := range append(found, check.Only(s, today, m.rule)...) {
		if clean[d] {
			continue
		}
		if m.right(d) {
			return true
		}
		others = append(others, fmt.Sprintf("  %s: %s (%s)", d.Position, d.Message, d.Rule))
	}
	t.Errorf("survived: %s in %s:%d; found instead:\n%s", m.name, m.file, m.line, strings.Join(others[:min(len(others), 6)], "\n"))
	return false
}

func (m mutant) right(d diag.Diagnostic) bool {
	if d.Rule != m.rule {
		return false
	}
	if at, ok := m.lines[d.File]; ok {
		remedy := "wijzer looked --by ROLE " + d.File
		return at[0] <= d.Line && d.Line <= at[1] && strings.Contains(d.Hint, remedy) && (m.at == "shape" || strings.HasPrefix(d.Message, m.at+" "))
	}
	switch m.at {
	case "any":
		return true
	case "twin":
		return d.File == m.file || d.File == twin(m.file)
	case "near":
		return d.File == m.file
	case "file":
		return d.File == m.file && d.Line == 0
	}
	return d.File == m.file && d.Line == m.line
}

func twin(file string) string {
	if base, ok := strings.CutSuffix(file, ".nl.md"); ok {
		return base + ".en.md"
	}
	return strings.TrimSuffix(file, ".en.md") + ".nl.md"
}

func mutantsOf(t *testing.T, site fstest.MapFS) []mutant {
	var out []mutant
	names := slices.Sorted(maps.Keys(site))
	for _, f := range faults {
		made := f.apply(site, names)
		if len(made) < f.Count {
			t.Errorf("%s, %s: the site has %d places for it, not %d", f.Rule, f.Name, len(made), f.Count)
		}
		out = append(out, made...)
	}
	return slices.Concat(out, pairMutants(t, site, names), sayingMutants(site), fileMutants(site))
}

// apply makes the mutants of one fault, in files spread over the site.
func (f fault) apply(site fstest.MapFS, names []string) []mutant {
	find := regexp.MustCompile(f.Find)
	var fit []string
	for _, name := range names {
		if ok, _ := path.Match(f.Files, name); ok && find.Match(site[name].Data) {
			fit = append(fit, name)
		}
	}
	var out []mutant
	for i := range min(f.Count, len(fit)) {
		name := fit[i*len(fit)/f.Count]
		src := site[name].Data
		at := find.FindSubmatchIndex(src)
		var mutated []byte
		mutated = append(mutated, src[:at[0]]...)
		mutated = find.Expand(mutated, []byte(f.Replace), src, at)
		mutated = append(mutated, src[at[1]:]...)
		out = append(out, mutant{
			rule: f.Rule, name: f.Name, file: name, at: f.At, files: with(site, name, mutated),
			line: 1 + bytes.Count(src[:at[0]], []byte("\n")) + f.Line,
		})
	}
	return out
}

// with returns the site with one file other or, with nil, without it.
func with(site fstest.MapFS, name string, data []byte) fstest.MapFS {
	files := maps.Clone(site)
	delete(files, name)
	if data != nil {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// fileMutants are mistakes with whole files.
func fileMutants(site fstest.MapFS) []mutant {
	const (
		page   = "content/netwerk/dreiging.nl.md"
		other  = "content/netwerk/dreiging.en.md"
		source = "data/sources/metro-2023-03.yaml"
	)
	text := func(name string) []byte { return site[name].Data }
	_, body, _ := bytes.Cut(text(page)[4:], []byte("\n---\n"))
	front, _, _ := bytes.Cut(text(other)[4:], []byte("\n---\n"))
	dutch := slices.Concat([]byte("---\n"), front, []byte("\n---\n"), body)
	copied := bytes.Replace(text(source), []byte("label:"), []byte("number: \"2\"\nlabel:"), 1)
	file := func(rule, name, file, at string, files fstest.MapFS) mutant {
		return mutant{rule: rule, name: name, file: file, at: at, files: files}
	}
	return []mutant{
		file("translation-missing", "the English page removed", page, "file", with(site, other, nil)),
		file("translation-missing", "the Dutch page removed", other, "file", with(site, page, nil)),
		file("language-wrong", "the Dutch text in the English page", other, "near", with(site, other, dutch)),
		file("file-unreadable", "an empty page", page, "file", with(site, page, []byte("\n"))),
		file("file-unreadable", "a page saved as Windows-1252", page, "near", with(site, page, append(slices.Clone(text(page)), "caf\xe9\n"...))),
		file("file-unreadable", "a page of three megabytes", page, "file", with(site, page, bytes.Repeat([]byte("woord "), 500_000))),
		file("file-unreadable", "a NUL byte in a record", source, "near", with(site, source, append(slices.Clone(text(source)), 0))),
		file("file-name", "a page without language", "content/netwerk/los.md", "file", with(site, "content/netwerk/los.md", text(page))),
		file("file-name", "a page in a language that the site has not", "content/netwerk/los.de.md", "file", with(site, "content/netwerk/los.de.md", text(page))),
		file("file-name", "a page with capitals", "content/netwerk/Los.nl.md", "file", with(site, "content/netwerk/Los.nl.md", text(page))),
		file("file-name", "a record in a folder that means nothing", "data/source/los.yaml", "file", with(site, "data/source/los.yaml", text(source))),
		file("file-name", "a record with another extension", "data/sources/los.yml", "file", with(site, "data/sources/los.yml", text(source))),
		file("record-duplicate", "two pages with one address", "content/netwerk/dreiging/_index.nl.md", "any", with(site, "content/netwerk/dreiging/_index.nl.md", text(page))),
		file("address-taken", "a record whose name differs in a capital", "data/sources/metro-2025-10.yaml", "file", with(site, "data/sources/Metro-2025-10.yaml", text(source))),
		file("source-duplicate", "a source recorded twice", "data/sources/metro-kopie.yaml", "any", with(site, "data/sources/metro-kopie.yaml", copied)),
		file("source-uncited", "a source that nothing cites", "data/sources/metro-kopie.yaml", "near", with(site, "data/sources/metro-kopie.yaml", copied)),
		file("reference-unknown", "a source removed that pages cite", "", "any", with(site, "data/sources/hcss-com.yaml", nil)),
		file("reference-unknown", "an organisation removed that pages name", "", "any", with(site, "data/contacts/fier.yaml", nil)),
		file("reference-unknown", "a term removed that pages link to", "", "any", with(with(site, "content/begrippen/grooming.nl.md", nil), "content/begrippen/grooming.en.md", nil)),
		file("id-vanished", "a page removed that others link to", "", "any", with(with(site, "content/over/werkwijze.nl.md", nil), "content/over/werkwijze.en.md", nil)),
		file("id-vanished", "a released page that is gone", "", "any", with(site, "data/released.yaml", []byte("pages: [/netwerk/verdwenen]\n"))),
		file("redirect-dead", "a redirect to a page that is not there", "data/redirects.yaml", "near", with(site, "data/redirects.yaml", []byte("addresses: [{was: /netwerk/oud/, now: /netwerk/nergens}]\n"))),
		file("redirect-dead", "a redirect from where a page stands", "data/redirects.yaml", "near", with(site, "data/redirects.yaml", []byte("addresses: [{was: /netwerk/dreiging/, now: /netwerk/omvang}]\n"))),
		file("redirect-dead", "an old heading id that leads to none", "data/redirects.yaml", "near", with(site, "data/redirects.yaml", []byte("headings: [{page: /netwerk/omvang, was: oud, now: nergens}]\n"))),
		file("redirect-dead", "an old name that exists", "data/redirects.yaml", "near", with(site, "data/redirects.yaml", []byte("names: [{kind: source, was: hcss-com, now: metro-2025-10}]\n"))),
		file("schema-mismatch", "a list that does not fit its schema", "data/domains.yaml", "near", with(site, "data/domains.yaml", []byte("alow: [example.org]\n"))),
	}
}

// listed keeps docs/faults.md in step with the faults.
func listed(t *testing.T, mutants []mutant) {
	var b strings.Builder
	fmt.Fprintf(&b, "# Faults\n\nMistakes that the mutation harness makes in a copy of the real site, one at a time. Each must be caught by the\n"+
		"rule named, at its place. %d mutants; made by `go test ./tools/mutation -update`.\n\n| rule | mistake | times |\n|---|---|---|\n", len(mutants))
	times := map[string]int{}
	for _, m := range mutants {
		times[fmt.Sprintf("| [%s](rules.md#%s) | %s |", m.rule, m.rule, m.name)]++
	}
	for _, row := range slices.Sorted(maps.Keys(times)) {
		fmt.Fprintf(&b, "%s %d |\n", row, times[row])
	}
	if *update {
		if err := os.WriteFile(listing, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(listing); err != nil || string(got) != b.String() {
		t.Errorf("docs/faults.md is stale: run go test ./tools/mutation -update (%v)", err)
	}
}
