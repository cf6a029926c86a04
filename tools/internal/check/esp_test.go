package check

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// docs/esp.md says which rules hold the editorial safety policy: all of its
// parts, by rules that exist and that know it.
func TestPolicyIsHeld(t *testing.T) {
	src, err := os.ReadFile("../../../docs/esp.md")
	if err != nil {
		t.Fatal(err)
	}
	var rule = regexp.MustCompile("`([a-z-]+)`")
	next, holding := 1, map[string]bool{}
	for line := range strings.Lines(string(src)) {
		cells := strings.Split(line, "|")
		if len(cells) != 7 || !strings.HasPrefix(cells[1], " ESP-") {
			continue
		}
		part := strings.TrimSpace(cells[1])
		if want := fmt.Sprintf("ESP-%02d", next); part != want {
			t.Fatalf("%s stands where %s should", part, want)
		}
		next++
		if kind := strings.TrimSpace(cells[3]); kind != "auto" && kind != "semi" {
			t.Errorf("%s is %q, neither auto nor semi", part, kind)
		}
		named := rule.FindAllStringSubmatch(cells[4], -1)
		if len(named) == 0 {
			t.Errorf("%s is held by no rule", part)
		}
		for _, m := range named {
			holding[m[1]] = true
			if registry[m[1]] == nil {
				t.Errorf("%s: there is no rule %q", part, m[1])
			}
		}
	}
	for id, r := range registry {
		if r.Safety != holding[id] {
			t.Errorf("%s: Safety is %v in its file, and %v in docs/esp.md", id, r.Safety, holding[id])
		}
	}
	if next != 33 {
		t.Errorf("%d parts of 32", next-1)
	}
}
