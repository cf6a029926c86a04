package browser

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"comwijzer/tools/internal/toolchain"
)

// excused are findings that are no fault here, by a part of their text or the name of their rule.
var excused = map[string]string{
	"Content Security Policy": "the checker reads files, and for a file nothing is 'self'",
	"on a “td” element":       onPhones, "on a “tr” element": onPhones, "on a “th” element": onPhones,
	"role is unnecessary for element “t": onPhones, "no-redundant-role": onPhones,
	"tel-non-breaking": "the style sheet keeps numbers on one line; a sign that cannot be typed would be copied along",
	"form-dup-name":    "the boxes of one question have one name, as the HTML standard has it",
	"wcag/h32":         "the filters of search work when they are ticked; without script there is nothing to filter",
	"long-title":       "the full name of an authority is its title, however long",
	"valid-id":         "an id may begin with a digit, as the HTML standard has it, and ids of sources do",
}

const onPhones = "on a phone rows and cells are blocks, and browsers then may forget that they are a table"

// isExcused reports whether something excuses a finding.
func isExcused(text string) bool {
	for part := range excused {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// builtFiles lists the built pages to look at: one of every kind, or all.
func builtFiles(t *testing.T) (files []string) {
	if *trial {
		return everyFile(t)
	}
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for _, path := range kinds {
		files = append(files, builtFile(path))
	}
	return files
}

// everyFile lists all built pages.
func everyFile(t *testing.T) (files []string) {
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(public, func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// builtFile returns the file of a page by its address.
func builtFile(path string) string {
	path, _, _ = strings.Cut(path, "?")
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return filepath.Join(public, filepath.FromSlash(path))
}

// The HTML follows its standard, by the checker of the W3C.
func TestMarkupByNu(t *testing.T) {
	t.Parallel()
	args := []string{"-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", npm(t, "vnu-jar/build/dist/vnu.jar"), "--format", "json", "--stdout", "--exit-zero-always"}
	out, err := exec.Command("java", append(args, builtFiles(t)...)...).Output()
	if err != nil {
		t.Fatalf("%v\n    hint: go run ./tools/wijzer doctor --install", err)
	}
	var told struct {
		Messages []struct {
			URL, Type, Message string
			LastLine           int
		}
	}
	if err := json.Unmarshal(out, &told); err != nil {
		t.Fatal(err)
	}
	for _, m := range told.Messages {
		if !isExcused(m.Message) {
			t.Errorf("%s:%d: %s: %s", m.URL, m.LastLine, m.Type, m.Message)
		}
	}
}

// npm returns where a file of an npm package stands, all of which are as pinned.
func npm(t *testing.T, name string) string {
	t.Helper()
	if err := pinned(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "node_modules", name)
}

var pinned = sync.OnceValue(func() error { return toolchain.Pinned(root) })

// It keeps the rules of html-validate, those for access too.
func TestMarkupByHTMLValidate(t *testing.T) {
	t.Parallel()
	report := filepath.Join(t.TempDir(), "report.json")
	judged := slices.DeleteFunc(builtFiles(t), func(file string) bool {
		for name, path := range kinds {
			if builtFile(path) == file {
				return leftOut(name)
			}
		}
		return false
	})
	args := []string{npm(t, "html-validate/bin/html-validate.mjs"), "--config", "testdata/html-validate.json", "--formatter", "json=" + report}
	said, err := exec.Command("node", append(args, judged...)...).CombinedOutput()
	text, missing := os.ReadFile(report)
	if missing != nil {
		t.Fatalf("%v: %s\n    hint: npm ci", err, said)
	}
	var told []struct {
		FilePath string
		Messages []struct {
			RuleID, Message, Selector string
			Line                      int
		}
	}
	if err := json.Unmarshal(text, &told); err != nil {
		t.Fatal(err)
	}
	for _, file := range told {
		for _, m := range file.Messages {
			if !isExcused(m.RuleID) {
				t.Errorf("%s:%d: %s (%s)\n    %s", file.FilePath, m.Line, m.Message, m.RuleID, m.Selector)
			}
		}
	}
}
