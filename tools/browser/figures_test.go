package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// built reads what was built for an address.
func built(t *testing.T, address string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(address), "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// From home a figure is cited and downloaded in three presses: the section, the subject, then a button or a file.
func TestThreePresses(t *testing.T) {
	for home, section := range map[string]string{"/": "/cijfers/", "/en/": "/en/figures/"} {
		if !strings.Contains(built(t, home), `href="`+section+`"`) {
			t.Errorf("%s does not lead to %s", home, section)
		}
		subjects, front := 0, built(t, section)
		pages, err := filepath.Glob(filepath.Join(public, section, "*", "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range pages {
			address := section + filepath.Base(filepath.Dir(file)) + "/"
			subject := built(t, address)
			if !strings.Contains(subject, `id="numbers"`) {
				continue
			}
			subjects++
			for _, want := range []string{"data-copied", `href="/data/figures.csv" download`, "cite.ris", `class="Z3988"`, `name="citation_title"`} {
				if !strings.Contains(subject, want) {
					t.Errorf("%s lacks %s", address, want)
				}
			}
			if !strings.Contains(front, `href="`+address+`"`) {
				t.Errorf("%s does not lead to %s", section, address)
			}
		}
		if subjects < 10 {
			t.Errorf("%d subjects in %s", subjects, section)
		}
	}
}

// An article costs at most 35 KB and five requests before anybody presses something.
func TestWhatAnArticleCosts(t *testing.T) {
	asked := regexp.MustCompile(`<(?:link rel="stylesheet"|script|img)[^>]*(?:href|src)="(/[^"]+)"[^>]*>`)
	for _, address := range []string{article, "/cijfers/leeftijd/", "/handelen/sociaal-werk/", "/en/policy/directions/"} {
		size, requests := packed(t, address+"index.html"), 1
		for _, m := range asked.FindAllStringSubmatch(built(t, address), -1) {
			size += packed(t, m[1])
			requests++
		}
		if size > 35<<10 || requests > 5 {
			t.Errorf("%s: %d bytes, %d requests", address, size, requests)
		}
		t.Logf("%s: %d bytes, %d requests", address, size, requests)
	}
}
