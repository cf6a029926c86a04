package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var updateHandbook = flag.Bool("update", false, "write what commands print into the handbook")

const handbook = "../../content/over/redactie"

// listings is a listing of the handbook: commands behind "$ ", and what they print.
var listings = regexp.MustCompile("(?s)```text\n(\\$ .*?)\n```")

// What the handbook shows of commands is what they print on this site, whatever it
// counts, and the same in every language. One listing in fifteen is played without
// -trial.
func TestHandbookListings(t *testing.T) {
	dir := siteInGit(t)
	var languages [2][]string
	for i, lang := range []string{"nl", "en"} {
		for _, page := range handbookPages(t, lang) {
			for _, m := range listings.FindAllStringSubmatch(readText(t, page), -1) {
				languages[i] = append(languages[i], m[1])
			}
		}
	}
	if len(languages[0]) < 10 {
		t.Fatalf("%d listings in %s", len(languages[0]), handbook)
	}
	said := map[string]string{}
	for i, listing := range languages[0] {
		if i%15 > 0 && !*trial && !*updateHandbook {
			continue // make test plays a sample, make trial all
		}
		got := played(t, dir, listing)
		said[listing] = got
		if diff := cmp.Diff(uncounted(listing), uncounted(got)); diff != "" && !*updateHandbook {
			t.Errorf("run go test ./tools/wijzer -run Handbook -update:\n%s", diff)
		}
	}
	if diff := cmp.Diff(commandsOf(languages[0]), commandsOf(languages[1])); diff != "" {
		t.Fatal("the languages have other commands:", diff)
	}
	if *updateHandbook {
		writeListings(t, languages, said)
	} else if diff := cmp.Diff(languages[0], languages[1]); diff != "" {
		t.Error("the languages show other outcomes:", diff)
	}
}

// handbookPages lists the files of the handbook in a language.
func handbookPages(t *testing.T, lang string) []string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(handbook, "*."+lang+".md"))
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func readText(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// siteInGit copies what a site of ours is made of into a repository of its own.
func siteInGit(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"content", "data", "i18n", "layouts", "static", "assets"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(repository, name))); err != nil {
			t.Fatal(err)
		}
	}
	for from, to := range map[string]string{"config.toml": "config.toml", "known.json": "known.json", "docs/coverage.md": "docs/coverage.md", "tools/wijzer/testdata/voorbeeld.bib": "voorbeeld.bib"} {
		src, err := os.ReadFile(filepath.Join(repository, from))
		if err == nil {
			err = os.MkdirAll(filepath.Dir(filepath.Join(dir, to)), 0o755)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, to), src, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	shell(t, dir, "git init -q && git add -A && git -c user.name=x -c user.email=x@example.org -c commit.gpgsign=false commit -qm x")
	return dir
}

// played runs the commands of a listing on the site as it was committed.
func played(t *testing.T, dir, listing string) string {
	t.Helper()
	var lines []string
	for line := range strings.Lines(listing) {
		command, is := strings.CutPrefix(strings.TrimSpace(line), "$ ")
		if !is {
			continue
		}
		lines = append(lines, "$ "+command)
		if out := strings.TrimRight(shell(t, dir, command), "\n"); out != "" {
			lines = append(lines, out)
		}
	}
	shell(t, dir, "git checkout -q . && git clean -fdq")
	return strings.Join(lines, "\n")
}

// shell runs a command as an editor types it; what it prints is what counts.
func shell(t *testing.T, dir, command string) string {
	t.Helper()
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LANG=C", "LC_ALL=C", "HOME="+t.TempDir())
	out, _ := cmd.CombinedOutput()
	return string(out)
}

// uncounted leaves out numbers: how much there is on the site changes with it.
func uncounted(text string) string { return regexp.MustCompile(`\d+`).ReplaceAllString(text, "N") }

func commandsOf(listings []string) (commands []string) {
	for _, listing := range listings {
		for line := range strings.Lines(listing) {
			if strings.HasPrefix(line, "$ ") {
				commands = append(commands, strings.TrimSpace(line))
			}
		}
	}
	return commands
}

func writeListings(t *testing.T, languages [2][]string, said map[string]string) {
	t.Helper()
	for i, lang := range []string{"nl", "en"} {
		for _, page := range handbookPages(t, lang) {
			text := readText(t, page)
			for n, listing := range languages[i] {
				text = strings.Replace(text, listing, said[languages[0][n]], 1)
			}
			if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
