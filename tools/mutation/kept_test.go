package mutation

import (
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/yaml"
)

var trial = flag.Bool("trial", false, "make every mistake, and the kept ones")

// keptMistake is one mistake in testdata/kept.yaml, in one or more files.
type keptMistake struct {
	Name   string
	Harm   bool // it could harm somebody
	Review bool // no program can see it in the site alone
	Edits  []struct{ File, For, Put, Add string }
}

// made returns the site with the mistake in it, nil where the text has changed
// since.
func (m keptMistake) made(site fstest.MapFS) fstest.MapFS {
	for _, e := range m.Edits {
		src := string(site[e.File].Data)
		if e.Add == "" && !strings.Contains(src, e.For) {
			return nil
		}
		changed := src + "\n" + e.Add + "\n"
		if e.Add == "" {
			changed = strings.Replace(src, e.For, e.Put, 1)
		}
		site = with(site, e.File, []byte(changed))
	}
	return site
}

// TestTrialOfKeptMistakes tells how many of the kept mistakes are found: by a
// finding, other than a remark, that the site had not before. A rule may be
// made of a kind of mistake, never of these.
func TestTrialOfKeptMistakes(t *testing.T) {
	if !*trial {
		t.Skip("only with -trial")
	}
	src, err := os.ReadFile("testdata/kept.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var kept struct{ Mistakes []keptMistake }
	doc, err := yaml.Parse(src, diag.Position{File: "kept.yaml", Line: 1})
	if err != nil || doc.Decode("", &kept) != nil {
		t.Fatal(err)
	}
	site := original(t)
	clean := map[[3]string]bool{}
	for _, d := range findings(site) {
		clean[key(d)] = true
	}
	found, asked := 0, 0
	for _, m := range kept.Mistakes {
		files := m.made(site)
		if files == nil || m.Review {
			continue
		}
		asked++
		if isFound(files, clean) {
			found++
		} else {
			t.Logf("not found: %s (could harm: %v)", m.Name, m.Harm)
		}
	}
	t.Logf("found %d of %d mistakes", found, asked)
	if found*10 < asked*9 {
		t.Errorf("found %d of %d mistakes: nine in ten are wanted", found, asked)
	}
}

func key(d diag.Diagnostic) [3]string { return [3]string{d.File, d.Rule, d.Message} }

func isFound(files fstest.MapFS, clean map[[3]string]bool) bool {
	for _, d := range findings(files) {
		if d.Severity != diag.Info && !clean[key(d)] {
			return true
		}
	}
	return false
}
