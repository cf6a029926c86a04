package ledger

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

type entry struct {
	Name string `json:"name"`
	Days []int  `json:"days,omitempty"`
}

var list = Ledger[entry]{
	File: "checks/list.json", Key: func(e entry) string { return e.Name },
	Valid: func(e entry) error {
		if e.Name == "" {
			return errors.New("no name")
		}
		return nil
	},
}

func TestWhatIsSavedIsLoaded(t *testing.T) {
	root := t.TempDir()
	if none, err := list.Load(root); none != nil || err != nil {
		t.Fatal(none, err)
	}
	if err := list.Save(root, []entry{{"b", []int{1}}, {"a<", nil}}); err != nil {
		t.Fatal(err)
	}
	got, err := list.Load(root)
	if diff := cmp.Diff([]entry{{"a<", nil}, {"b", []int{1}}}, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
	text, _ := os.ReadFile(filepath.Join(root, list.File))
	if !strings.Contains(string(text), "\n    \"name\": \"a<\"\n") {
		t.Errorf("%s", text)
	}
}

// What is there already is not written again, and a failure leaves it as it was.
func TestSaveChangesNothingInVain(t *testing.T) {
	root := t.TempDir()
	if err := list.Save(root, []entry{{Name: "a"}}); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(root, list.File)
	before, _ := os.Stat(name)
	if err := list.Save(root, []entry{{Name: "a"}}); err != nil {
		t.Fatal(err)
	}
	if after, _ := os.Stat(name); !os.SameFile(before, after) {
		t.Error("written again")
	}
	if left, _ := os.ReadDir(filepath.Dir(name)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if err := list.Save(name, nil); err == nil {
		t.Error("saved below a file")
	}
}

func TestFaultsHaveAPlace(t *testing.T) {
	for text, want := range map[string]string{
		"[\n  {,\n":                      "checks/list.json:2: invalid character",
		"{}":                             "checks/list.json:1: cannot unmarshal",
		"[\n{\"nam\": \"x\"}]":           `checks/list.json:2: unknown field "nam"`,
		"[] []":                          "text after the end",
		`[{}]`:                           `checks/list.json: "": no name`,
		`[{"name": "x"}, {"name": "x"}]`: `"x" stands twice`,
	} {
		if _, err := list.Decode([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestStale(t *testing.T) {
	now := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	for day, want := range map[string]bool{"": true, "soon": true, "2026-03-31": false, "2026-03-30": true, "2026-04-01": true, Day(now): false} {
		if Stale(day, now, 24*time.Hour) != want {
			t.Errorf("%q: want %v", day, want)
		}
	}
	if ValidDay("on", "") != nil || ValidDay("on", "2026-03-31") != nil || ValidDay("on", "1 mei") == nil {
		t.Error("days")
	}
}
