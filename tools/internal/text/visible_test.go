package text

import (
	"fmt"
	"testing"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"":                      "",
		"gewoon":                "gewoon",
		"café":                  "café",
		"cafe\u0301":            "café",
		"fiets\u00adpad":        "fietspad",
		"a\u200b\u2060\ufeffb":  "ab",
		"\u202eomgekeerd\u202c": "omgekeerd",
		"0800\u00a02000":        "0800 2000",
		"a\u2009b":              "a b",
		"e\u00ad\u0301":         "e\u0301", // the accent stands alone: nothing to compose with
		"regel\nregel\t\r\n":    "regel\nregel\t\r\n",
		"\xff\xfekapot":         "\ufffd\ufffdkapot",
		"\xc2\u00ad\xad":        "\ufffd\ufffd", // two stray bytes do not become a character
		"０８００ ２０００":             "0800 2000",
		"ｔ．ｍｅ, 𝟎𝟖𝟎𝟎, Ⓕiets":      "t.me, 0800, Fiets",
		"（全角：１）":                 "（全角：1）", // marks that other scripts write so stay
		"\u0301los":              "\u0301los",
		"각":                      "각",
		"vlag \U0001F3F3\ufe0f!": "vlag \U0001F3F3!",
	} {
		if got := Visible(in); got != want {
			t.Errorf("%q is seen as %q, want %q", in, got, want)
		}
	}
}

func TestRunsKnowTheirSource(t *testing.T) {
	var got string
	Runs([]byte("een cafe\u0301 en\u00ad de"), Plain, func(text string, from, to int) { got += fmt.Sprintf("%q %d-%d, ", text, from, to) })
	if want := `"een caf" 0-7, "é" 7-10, " en" 10-13, " de" 15-18, `; got != want {
		t.Errorf("got %s", got)
	}
}

func FuzzRuns(f *testing.F) {
	for _, s := range []string{"", "cafe\u0301", "a\u00adb", "\xff", "\xc2\u00ad\xad", "\u0301", "ᄀ\u200dᅡ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end, all := 0, ""
		Runs([]byte(s), Plain, func(text string, from, to int) {
			if from < end || to <= from || to > len(s) || text == "" {
				t.Fatalf("run %q at %d-%d after %d", text, from, to, end)
			}
			end, all = to, all+text
		})
		for _, r := range all {
			if Invisible(r) {
				t.Errorf("%q shows %U", s, r)
			}
		}
	})
}
