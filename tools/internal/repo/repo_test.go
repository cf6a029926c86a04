// Package repo tests the repository itself: what no single package can see.
package repo

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
)

const root = "../../.."

// filesOf lists the files of the repository: those that git knows, and new ones that it does not ignore.
func filesOf(t *testing.T) []string {
	cmd := exec.Command("git", "ls-files", "-co", "--exclude-standard")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	return strings.Fields(string(out))
}

// What belongs to one machine or one registry must not be in the repository.
var foreign = regexp.MustCompile(`registry\.npm` + `js|proxy\.golang` + `\.org|/home/[a-z]+/|/root/`)

func TestNothingOfOneMachineIsCommitted(t *testing.T) {
	for _, name := range filesOf(t) {
		src, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || bytes.IndexByte(src, 0) >= 0 || strings.HasSuffix(name, "repo_test.go") {
			continue
		}
		if m := foreign.Find(src); m != nil {
			t.Errorf("%s names %q", name, m)
		}
	}
}

func TestGeneratedFilesAreNotCommitted(t *testing.T) {
	for _, name := range filesOf(t) {
		for _, dir := range []string{".gen/", "public/", "node_modules/"} {
			if strings.HasPrefix(name, dir) {
				t.Errorf("%s is generated", name)
			}
		}
	}
}

// Who has no make runs the same: the tests of all folders but those that measure.
func TestReadmeRunsWhatMakeRuns(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob(filepath.Join(root, "tools", "*"))
	if err != nil || len(folders) == 0 {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if name := filepath.Base(folder); name != "bench" && !strings.Contains(string(makefile), " ./tools/"+name+" ") && !strings.Contains(string(makefile), " ./tools/"+name+"/...") {
			t.Errorf("make test does not try tools/%s", name)
		}
	}
	for _, target := range []string{"serve", "test"} {
		_, recipe, _ := strings.Cut(string(makefile), "\n"+target+":\n\t")
		recipe, _, _ = strings.Cut(recipe, "\n\n")
		if want := strings.ReplaceAll(recipe, "\n\t", " && "); !strings.Contains(string(readme), "`"+want+"`") {
			t.Errorf("README.md lacks what make %s runs: %s", target, want)
		}
	}
}

func TestDecisionsAreNumbered(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(root, "docs/adr/*.md"))
	for i, f := range files {
		if want := []byte{'0', '0', byte('0' + (i+1)/10), byte('0' + (i+1)%10), '-'}; !strings.HasPrefix(filepath.Base(f), string(want)) {
			t.Errorf("%s breaks the numbering", f)
		}
		src, _ := os.ReadFile(f)
		if !bytes.Contains(src, []byte("\n## Context\n")) && !bytes.Contains(src, []byte("| module |")) {
			t.Errorf("%s has no context", f)
		}
	}
}

// One idea a line: a template whose lines fit on a screen can be read.
func TestLayoutsHaveShortLines(t *testing.T) {
	const most = 120
	for _, name := range filesOf(t) {
		if !strings.HasPrefix(name, "layouts/") {
			continue
		}
		src, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			continue // moved
		}
		n := 0
		for line := range strings.Lines(string(src)) {
			if n++; utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > most {
				t.Errorf("%s:%d: a line of more than %d characters\n    hint: break it between attributes, or inside {{ }}", name, n, most)
			}
		}
	}
}

// A scheme of links is a line in site.SchemeKinds and a partial; beside them stand the mark
// of our own, links to pages and those that leave the site.
func TestEverySchemeHasAPartial(t *testing.T) {
	schemes := slices.Sorted(maps.Keys(site.SchemeKinds))
	schemes = slices.Sorted(slices.Values(append(schemes, "own", "page", "web")))
	partials := namesIn("layouts/_partials/links/*.html")
	if !slices.Equal(schemes, partials) {
		t.Errorf("schemes of links: %q, with a partial: %q", schemes, partials)
	}
}

// A new kind of block is one schema and one partial.
func TestEveryBlockHasASchemaAndAPartial(t *testing.T) {
	schemas, partials := namesIn("tools/internal/schema/block-*.json"), namesIn("layouts/_partials/blocks/*.html")
	for i, name := range schemas {
		schemas[i] = strings.TrimPrefix(name, "block-")
	}
	if !slices.Equal(schemas, partials) {
		t.Errorf("blocks with a schema: %q, with a partial: %q", schemas, partials)
	}
}

// Who edits records in Visual Studio Code is helped with each kind.
func TestEditorKnowsEveryKindOfRecord(t *testing.T) {
	src, err := os.ReadFile(filepath.Join(root, ".vscode/settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range schema.Names("") {
		if line := fmt.Sprintf("%q: %q", "tools/internal/schema/"+kind+".json", "data/"+kind+"s/*.yaml"); !bytes.Contains(src, []byte(line)) {
			t.Errorf(".vscode/settings.json lacks %s", line)
		}
	}
}

// namesIn lists the names of files, without their endings.
func namesIn(pattern string) []string {
	names, _ := filepath.Glob(filepath.Join(root, pattern))
	for i, name := range names {
		names[i] = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	return names
}
