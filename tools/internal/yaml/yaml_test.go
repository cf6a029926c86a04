package yaml

import (
	"strings"
	"testing"

	"comwijzer/tools/internal/diag"
)

func TestPositionsCountCharactersFromTheOrigin(t *testing.T) {
	doc, err := Parse([]byte("naam: é\nlijst:\n  - één: 1\n    twee: [a, b]\n"), diag.Position{File: "x.yaml", Line: 10})
	if err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]string{
		"/naam":           "x.yaml:10:7",
		"/lijst/0":        "x.yaml:12:5",
		"/lijst/0/één":    "x.yaml:12:10",
		"/lijst/0/twee/1": "x.yaml:13:15",
		"/lijst/0/drie":   "x.yaml:12:5",
	} {
		if got := doc.Position(pointer).String(); got != want {
			t.Errorf("Position(%s) = %s, want %s", pointer, got, want)
		}
	}
	if got := doc.KeyPosition("/lijst/0/twee").String(); got != "x.yaml:13:5" {
		t.Errorf("KeyPosition = %s", got)
	}
}

func TestFaultsCarryTheirPlace(t *testing.T) {
	for src, want := range map[string]string{
		"a: [1, 2":                      "x.yaml:1:",
		"a: 1\nb: *x\n":                 "anchors and aliases",
		"a: &x 1\n":                     "anchors and aliases",
		strings.Repeat("? a\n", 50_000): "more than 4000 keys",
		"a: 1\n---\nb: 2\n":             "more than one YAML document",
		"a: 1\na: 2\n":                  "x.yaml:2:1: YAML: mapping key \"a\" already defined",
		strings.Repeat("[", 100_000):    "levels deep",
		strings.Repeat("- ", 100_000):   "levels deep",
		"a: \"open\n":                   "x.yaml:1:",
		"\ta: 1":                        "x.yaml:1:",
	} {
		_, err := Parse([]byte(src), diag.Position{File: "x.yaml", Line: 1})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%.20q) = %v, want %q", src, err, want)
		}
	}
}

func TestEmptyDocument(t *testing.T) {
	for _, src := range []string{"", "\n", "# only a comment\n"} {
		doc, err := Parse([]byte(src), diag.Position{File: "x.yaml", Line: 1})
		if err != nil || doc.Value != nil {
			t.Errorf("Parse(%q) = %v, %v", src, doc.Value, err)
		}
	}
}

func TestAt(t *testing.T) {
	doc, err := Parse([]byte("a: [x, {b/c: y}]\n"), diag.Position{File: "f", Line: 1})
	if err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]any{"/a/0": "x", "/a/1/b~1c": "y", "/a/2": nil, "/a/-1": nil, "/a/x": nil, "/a/0/z": nil, "/q": nil} {
		if got := doc.At(pointer); got != want {
			t.Errorf("%s: %v, want %v", pointer, got, want)
		}
	}
	if _, ok := doc.At("").(map[string]any); !ok {
		t.Error("the empty pointer is not the document")
	}
}

func TestDecodeFillsWhatFits(t *testing.T) {
	doc, err := Parse([]byte("namen: [a, 2, c]\naantal: vier\nin: {nl: x}\n"), diag.Position{File: "x.yaml", Line: 1})
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Names []string `json:"namen"`
		Count int      `json:"aantal"`
		In    struct {
			NL string `json:"nl"`
		} `json:"in"`
	}
	if err := doc.Decode("", &got); err == nil {
		t.Error("a text passed for a number")
	}
	if strings.Join(got.Names, ",") != "a,,c" || got.Count != 0 || got.In.NL != "x" {
		t.Errorf("%+v", got)
	}
	var nl string
	if err := doc.Decode("/in/nl", &nl); err != nil || nl != "x" || doc.Text("/in/nl") != "x" || doc.Text("/aantal/nl") != "" {
		t.Errorf("%q, %v", nl, err)
	}
}

// Line ends of two characters count as one, in places and in texts.
func TestLineEndsOfWindows(t *testing.T) {
	doc, err := Parse([]byte("# a comment\r\na: |\r\n  one\r\n  two\r\n# another\r\nb: 1\r\n"), diag.Position{File: "f", Line: 1})
	if err != nil {
		t.Fatal(err)
	}
	if at := doc.KeyPosition("/b"); at.Line != 6 || doc.Text("/a") != "one\ntwo\n" {
		t.Errorf("%v %q", at, doc.Text("/a"))
	}
}
