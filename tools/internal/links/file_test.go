package links

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

func TestAddressesOfRecords(t *testing.T) {
	s, _ := site.Load(fstest.MapFS{
		"config.toml":          {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\nweight = 1\n")},
		"data/sources/a.yaml":  {Data: []byte("type: book\nURL: https://example.org/b#page=3\nDOI: 10.1000/a<b>c\n")},
		"data/sources/b.yaml":  {Data: []byte("URL: https://example.org/b\narchived: https://web.example/1\n")},
		"data/contacts/c.yaml": {Data: []byte("web: https://example.org/c\nchat: https://example.org/b\n")},
	})
	var got []string
	for _, a := range Addresses(s) {
		got = append(got, fmt.Sprint(a.URL, a.Places))
	}
	want := []string{
		"https://doi.org/10.1000/a%3Cb%3Ec[data/sources/a.yaml:3:6]",
		"https://example.org/b[data/contacts/c.yaml:2:7 data/sources/a.yaml:2:6 data/sources/b.yaml:1:6]",
		"https://example.org/c[data/contacts/c.yaml:1:6]",
		"https://web.example/1[data/sources/b.yaml:2:11]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestVerdictFile(t *testing.T) {
	root := t.TempDir()
	if known, err := Ledger.Load(root); known != nil || err != nil {
		t.Fatalf("no file gives %v, %v", known, err)
	}
	entries := []Entry{
		{Address: "https://b.example/?a&b", Verdict: Moved, Status: 200, MovedTo: "https://c.example/", CheckedOn: "2026-01-02", Archived: "https://web.example/", Reason: "x"},
		{Address: "https://a.example/", Verdict: NeverChecked},
	}
	for range 2 {
		if err := Ledger.Save(root, entries); err != nil {
			t.Fatal(err)
		}
	}
	text, _ := os.ReadFile(filepath.Join(root, Ledger.File))
	want := `[
  {
    "address": "https://a.example/",
    "verdict": "never-checked"
  },
  {
    "address": "https://b.example/?a&b",
    "verdict": "moved",
    "status": 200,
    "moved_to": "https://c.example/",
    "checked_on": "2026-01-02",
    "archived": "https://web.example/",
    "reason": "x"
  }
]
`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
	known, err := Ledger.Load(root)
	if err != nil || string(Ledger.Encode(known)) != want {
		t.Errorf("read back: %v, %v", known, err)
	}
	if left, _ := os.ReadDir(filepath.Join(root, "checks")); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	if string(Ledger.Encode(nil)) != "[]\n" {
		t.Error("an empty list is a list")
	}
}

func TestFaultsOfTheVerdictFile(t *testing.T) {
	for text, want := range map[string]string{
		"[\n  {,\n":                             "checks/links.json:2: invalid character",
		"{}":                                    "checks/links.json:1: cannot unmarshal",
		"[\n{\"adress\": \"x\"}]":               `checks/links.json:2: unknown field "adress"`,
		`[] []`:                                 "text after the end",
		`[{"verdict": "alive"}]`:                "no address",
		`[{"address": "x", "verdict": "fine"}]`: `"x": unknown verdict "fine"`,
		`[{"address": "x", "verdict": "gone", "checked_on": "1 mei"}]`:               `checked_on "1 mei" is no day`,
		`[{"address": "x", "verdict": "gone"}, {"address": "x", "verdict": "gone"}]`: `"x" stands twice`,
		"": "checks/links.json:1: ",
	} {
		if _, err := Ledger.Decode([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestDue(t *testing.T) {
	now := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	addresses := []Address{{URL: "new"}, {URL: "old"}, {URL: "fresh"}, {URL: "tomorrow"}, {URL: "listed"}}
	known := []Entry{
		{Address: "old", CheckedOn: "2026-03-01"}, {Address: "fresh", CheckedOn: "2026-03-02"},
		{Address: "tomorrow", CheckedOn: "2027-01-01"}, {Address: "listed"},
	}
	if got := fmt.Sprint(Due(addresses, known, now, 30*24*time.Hour)); got != "[new old tomorrow listed]" {
		t.Error(got)
	}
	if got := Due(addresses, known, now, 0); len(got) != 5 {
		t.Error(got)
	}
}

func TestMerge(t *testing.T) {
	day := time.Date(2026, 3, 31, 23, 0, 0, 0, time.UTC)
	addresses := []Address{{URL: "a"}, {URL: "b"}, {URL: "c"}}
	known := []Entry{
		{Address: "a", Verdict: Alive, CheckedOn: "2026-01-01", Archived: "x"}, {Address: "b", Verdict: Alive, CheckedOn: "2026-01-01"},
		{Address: "unused", Verdict: Gone}, {Address: "kept", Verdict: Gone, Archived: "y"},
	}
	got := Merge(addresses, known, []Entry{{Address: "a", Verdict: Gone, Status: 404}}, day)
	want := []Entry{
		{Address: "a", Verdict: Gone, Status: 404, CheckedOn: "2026-03-31", Archived: "x"},
		{Address: "b", Verdict: Alive, CheckedOn: "2026-01-01"}, {Address: "c", Verdict: NeverChecked},
		{Address: "kept", Verdict: Gone, Archived: "y"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFindings(t *testing.T) {
	at := diag.Position{File: "data/sources/a.yaml", Line: 3, Column: 6}
	var addresses []Address
	var entries []Entry
	for _, v := range Verdicts {
		addresses = append(addresses, Address{string(v), []diag.Position{at}})
		entries = append(entries, Entry{Address: string(v), Verdict: v, MovedTo: "elders", Archived: "kopie", Reason: "r"})
	}
	var got []string
	for _, d := range Findings(addresses, entries) {
		got = append(got, d.Severity.String()+" "+d.Message+" | "+d.Hint)
	}
	want := []string{
		`info "blocked" is blocked (r) | look at it in a browser, once a year at least`,
		`error "gone" is gone (r) | refer to the archived copy, kopie`,
		`info "moved" is moved (r) | write "elders"`,
		`error "soft-404" is soft-404 (r) | refer to the archived copy, kopie`,
		`error "unreachable" is unreachable (r) | look at it in a browser; when it fails there too, refer to the archived copy, kopie`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
