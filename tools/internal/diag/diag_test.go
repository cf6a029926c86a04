package diag

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var sample = Sort([]Diagnostic{
	{Position{"content/b, c.nl.md", 12, 9}, "cite-unknown", Error, `unknown source "hcss-con"`, `did you mean "hcss-com"?`, Fix{}, Decision{}, false, Name{}},
	{Position{"content/a.nl.md", 0, 0}, "translation-missing", Warning, "100% of it is missing", "", Fix{}, Decision{}, false, Name{}},
	{Position{"content/a.nl.md", 0, 0}, "translation-missing", Warning, "100% of it is missing", "", Fix{}, Decision{}, false, Name{}},
})

func output(t *testing.T, format string, ds []Diagnostic) string {
	var b bytes.Buffer
	if err := Print(&b, format, ds, Options{Rules: map[string]string{"cite-unknown": "a citation of nothing"}}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	want := `content/a.nl.md: warning: 100% of it is missing (translation-missing)
content/b, c.nl.md:12:9: unknown source "hcss-con" (cite-unknown)
    hint: did you mean "hcss-com"?
`
	if diff := cmp.Diff(want, output(t, "text", sample)); diff != "" {
		t.Error(diff)
	}
}

func TestGitHubEscapes(t *testing.T) {
	want := `::warning file=content/a.nl.md,title=translation-missing::100%25 of it is missing
::error file=content/b%2C c.nl.md,line=12,col=9,title=cite-unknown::unknown source "hcss-con"%0Ahint: did you mean "hcss-com"?
`
	if diff := cmp.Diff(want, output(t, "github", sample)); diff != "" {
		t.Error(diff)
	}
}

func TestMarkdownEscapes(t *testing.T) {
	want := "- warning: **translation-missing** `content/a.nl.md` 100% of it is missing\n" +
		"- **cite-unknown** `content/b, c.nl.md:12:9` unknown source \"hcss-con\"  \n  did you mean \"hcss-com\"?\n" +
		"- info: **r** `a` \\*a\\* \\[b\\]\n"
	marks := Diagnostic{Position: Position{File: "a"}, Rule: "r", Message: "*a* [b]"}
	if diff := cmp.Diff(want, output(t, "markdown", append(slices.Clone(sample), marks))); diff != "" {
		t.Error(diff)
	}
}

func TestJSONIsAnArrayEvenWhenEmpty(t *testing.T) {
	if got := strings.TrimSpace(output(t, "json", nil)); got != "[]" {
		t.Errorf("empty: %s", got)
	}
	var back []map[string]any
	if err := json.Unmarshal([]byte(output(t, "json", sample)), &back); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"file": "content/b, c.nl.md", "line": 12.0, "column": 9.0, "rule": "cite-unknown",
		"severity": "error", "message": `unknown source "hcss-con"`, "hint": `did you mean "hcss-com"?`,
	}
	if diff := cmp.Diff(want, back[1]); diff != "" {
		t.Error(diff)
	}
}

func TestSARIFIsValid(t *testing.T) {
	for _, ds := range [][]Diagnostic{sample, nil} {
		rep, err := sarif.FromString(output(t, "sarif", ds))
		if err != nil {
			t.Fatal(err)
		}
		if err := rep.Validate(); err != nil {
			t.Error(err)
		}
		if got := len(rep.Runs[0].Results); got != len(ds) {
			t.Errorf("%d results, want %d", got, len(ds))
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Print(&bytes.Buffer{}, "xml", nil, Options{})
	if err == nil || !strings.Contains(err.Error(), `unknown format "xml": use one of github, json, markdown, sarif, text`) {
		t.Error(err)
	}
}

func TestPositionsCountCharacters(t *testing.T) {
	l := NewLines("x", []byte("éé\nab\n"))
	for offset, want := range map[int]string{0: "x:1:1", 2: "x:1:2", 4: "x:1:3", 5: "x:2:1", 8: "x:3:1", 99: "x:3:1", -1: "x:1:1"} {
		if got := l.Position(offset).String(); got != want {
			t.Errorf("Position(%d) = %s, want %s", offset, got, want)
		}
	}
}

func TestBaselineOnlyTightens(t *testing.T) {
	one := Diagnostic{Position: Position{"a", 1, 1}, Rule: "r", Message: "m"}
	two := Diagnostic{Position: Position{"a", 9, 1}, Rule: "r", Message: "m"}
	other := Diagnostic{Position: Position{"b", 1, 1}, Rule: "r", Message: "m"}
	var b bytes.Buffer
	if err := NewBaseline([]Diagnostic{one, two}).Write(&b); err != nil {
		t.Fatal(err)
	}
	base, err := ReadBaseline(&b)
	if err != nil {
		t.Fatal(err)
	}
	fresh, still := base.Filter([]Diagnostic{two, other})
	if diff := cmp.Diff([]Diagnostic{other}, fresh); diff != "" {
		t.Error(diff)
	}
	if base.Len() != 2 || still.Len() != 1 {
		t.Errorf("accepted %d, still %d", base.Len(), still.Len())
	}
	if fresh, _ := still.Filter([]Diagnostic{one, two}); len(fresh) != 1 {
		t.Errorf("a tightened baseline let %d through", 2-len(fresh))
	}
}

func TestJSONFitsItsSchema(t *testing.T) {
	s, err := jsonschema.NewCompiler().Compile("findings.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	decided := slices.Clone(sample)
	decided[0].Decision = Decision{Until: "2027-05-01", Reason: "a newspaper"}
	for _, ds := range [][]Diagnostic{sample, decided, nil} {
		var v any
		if err := json.Unmarshal([]byte(output(t, "json", ds)), &v); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Error(err)
		}
	}
}

// A finding that somebody decided on is shown as such, and is no annotation.
func TestDecisions(t *testing.T) {
	d := sample[0]
	d.Decision = Decision{By: "editor", Until: "2027-05-01", Reason: "the name of a newspaper"}
	ds := []Diagnostic{d}
	want := "content/a.nl.md: decided: 100% of it is missing (translation-missing)\n    by editor until 2027-05-01: the name of a newspaper\n"
	if diff := cmp.Diff(want, output(t, "text", ds)); diff != "" {
		t.Error(diff)
	}
	if got := output(t, "github", ds); got != "" {
		t.Errorf("annotated %q", got)
	}
	rep, err := sarif.FromString(output(t, "sarif", ds))
	if err != nil {
		t.Fatal(err)
	}
	if err := rep.Validate(); err != nil {
		t.Error(err)
	}
	s := rep.Runs[0].Results[0].Suppressions
	if len(s) != 1 || *s[0].Kind != "inSource" || *s[0].Status != "accepted" || *s[0].Justification != d.Decision.String() {
		t.Errorf("suppressions %+v", s)
	}
}

// Columns on a long line are counted from nearby, and are the same.
func TestLongLines(t *testing.T) {
	src := []byte("kort é\n" + strings.Repeat("aé😀", 1000) + "\nb")
	lines := NewLines("f", src)
	if lines.runes == nil {
		t.Fatal("no line is long")
	}
	for at := range string(src) {
		got := lines.Position(at)
		start := bytes.LastIndexByte(src[:at], '\n') + 1
		if want := utf8.RuneCount(src[start:at]) + 1; got.Column != want {
			t.Fatalf("offset %d: column %d, want %d", at, got.Column, want)
		}
		if back, ok := lines.Offset(got); !ok || back != at {
			t.Fatalf("offset %d comes back as %d", at, back)
		}
	}
}
