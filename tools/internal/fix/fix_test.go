package fix

import (
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/diag"
)

func find(line, column int, old, new string) diag.Diagnostic {
	return diag.Diagnostic{Position: diag.Position{File: "a.md", Line: line, Column: column}, Fix: diag.Fix{Old: old, New: new}}
}

func apply(t *testing.T, src string, ds ...diag.Diagnostic) string {
	files, err := Apply(fstest.MapFS{"a.md": {Data: []byte(src)}}, ds)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		return src
	}
	return string(files[0].New)
}

func TestRemediesApplyAtTheirPlace(t *testing.T) {
	got := apply(t, "een zin\né een [x](cite:a) en een\n",
		find(2, 3, "een", "EEN"), find(2, 7, "(cite:a)", "(cite:b)"), find(2, 20, "een", "één"))
	if want := "een zin\né EEN [x](cite:b) en één\n"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestWhatNoLongerFitsIsLeft(t *testing.T) {
	src := "een zin\n"
	for _, d := range []diag.Diagnostic{find(9, 1, "een", "x"), find(1, 5, "een", "x"), find(1, 99, "een", "x"), find(0, 0, "een", "x"), find(1, 1, "", "x")} {
		if got := apply(t, src, d); got != src {
			t.Errorf("%+v gave %q", d, got)
		}
	}
}

func TestOverlappingRemediesAreDoneOneAtATime(t *testing.T) {
	if got := apply(t, "abc\n", find(1, 1, "ab", "x"), find(1, 2, "bc", "y")); got != "xc\n" {
		t.Errorf("got %q", got)
	}
}

// Where a word goes on with something invisible, what is seen is not what stands
// there: nothing is edited in it.
func TestAWordWithSomethingInvisibleIsLeft(t *testing.T) {
	for _, hidden := range []string{"\u00AD", "\u200B", "\u200D", "\u2060", "\u200E", "\uFEFF", "\u034F", "&shy;", "&#173;", "&#xad;", "&ZeroWidthSpace;"} {
		for _, src := range []string{"de fiets" + hidden + "pad\n", "de " + hidden + "fiets\n", "de fiets" + hidden + " staat\n", "de kinder" + hidden + "fiets staat\n"} {
			if got := apply(t, src, find(1, 1, "fiets", "[fiets](term:fiets)")); got != src {
				t.Errorf("%q became %q", src, got)
			}
		}
	}
	for src, want := range map[string]string{
		"&shy; de fiets &shy;\n": "&shy; de rijwiel &shy;\n", "&eacute;fiets&amp;\n": "&eacute;rijwiel&amp;\n", "**fiets**\n": "**rijwiel**\n", "\u00AD\nfiets": "\u00AD\nrijwiel",
	} {
		if got := apply(t, src, find(1, 1, "fiets", "rijwiel")); got != want {
			t.Errorf("%q became %q", src, got)
		}
	}
}
