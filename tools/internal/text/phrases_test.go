package text

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"
)

func TestPhrases(t *testing.T) {
	f := NewPhrases([]string{"web", "spinnenweb", "web van draden", "Net", "net", "één", "draden-boom", "draden"})
	for text, want := range map[string]string{
		"Een web van draden, een webje, een net.": "[web van draden=2 net=4]",
		"web van dradenboom":                      "[web=0]",
		"Web":                                     "[]", // three letters: exact
		"Spinnenweb Net":                          "[Spinnenweb=1 Net=3]",
		"SPINNENWEB":                              "[]",
		"web-site web's web- 'web' (web)":         "[web=0 web=0 web=0]",
		"Één draden-boom één.":                    "[draden-boom=6 één=5]", // three letters
		"éweb webé web_ 1web":                     "[]",
		"":                                        "[]",
	} {
		if got := show(f, text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
	f.Hyphens = true
	if got := show(f, "web-site web's pre-web"); got != "[web=0 web=0 web=0]" {
		t.Errorf("hyphens: %s", got)
	}
	if got := show(NewPhrases([]string{"foto's", "'s nachts"}), "Foto’s ’s nachts foto's"); got != "[Foto’s=0 ’s nachts=1 foto's=0]" {
		t.Errorf("apostrophes of typesetters: %s", got)
	}
	if got := show(NewPhrases(nil), "iets"); got != "[]" {
		t.Errorf("no phrases: %s", got)
	}
}

func TestPhrasesExcept(t *testing.T) {
	f := NewPhrases([]string{"web", "draad"})
	f.Except = NewPhrases([]string{"web van draden", "Rode draad", "het web van iets"})
	for text, want := range map[string]string{
		"een web van draden en een web": "[web=0]",
		"Rode draad, rode draad":        "[draad=1]",
		"het web van iets, het web":     "[web=0]",
		"web van draad":                 "[web=0 draad=1]",
		"web van draden":                "[]",
	} {
		if got := show(f, text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func show(f *Phrases, text string) string {
	out := []string{}
	for _, m := range f.Find(text) {
		out = append(out, fmt.Sprintf("%s=%d", text[m.From:m.To], m.Phrase))
	}
	return fmt.Sprint(out)
}

// The index finds what a plain search finds, in any text; and sentences
// join up to the text.
func FuzzPhrases(f *testing.F) {
	f.Add("gore", "sextortion", "Com", "Gore, e-gore en sextortion. Com’s 'gore'? Com-netwerk…")
	f.Add("a", "ab", "b c", "a ab b c abc ab-c A Ab. B c")
	f.Add("één", "É", "’", "Één één. É! ’t '’ ’’ É-é")
	f.Add("", " ", ".", ". . ... \n. 1. 2")
	f.Add("aa", "aaa", "aa aa", strings.Repeat("aa ", 50))
	f.Add("\xff", "x\xff", "x", "x\xff \xff x")
	f.Fuzz(func(t *testing.T, a, b, c, text string) {
		if len(a)+len(b)+len(c) > 100 || len(text) > 1000 {
			t.Skip()
		}
		f := NewPhrases([]string{a, b, c})
		if diff := gocmp.Diff(plainly(f, []string{a, b, c}, text), f.Find(text)); diff != "" {
			t.Error(diff)
		}
		joined := ""
		for _, s := range Sentences(text) {
			joined += text[s.From:s.To]
		}
		if joined != text {
			t.Errorf("sentences join up to %q", joined)
		}
		for _, q := range Quotations(text) {
			if q.From < 0 || q.To > len(text) || q.From >= q.To {
				t.Errorf("quotation %v", q)
			}
		}
		Numbers(text)
	})
}

// plainly is Find without index.
func plainly(f *Phrases, list []string, text string) []Mention {
	seen := map[string]bool{}
	var all []Mention
	search := func(p string, i int) {
		if p == "" || seen[p] || !utf8.ValidString(p) {
			return
		}
		seen[p] = true
		for from := 0; ; from++ {
			at := strings.Index(text[from:], p)
			if at < 0 {
				return
			}
			from += at
			if f.standsAlone(text, from, from+len(p)) {
				all = append(all, Mention{Range{from, from + len(p)}, i})
			}
		}
	}
	for i, p := range list {
		search(p, i)
	}
	for i, p := range list {
		if utf8.RuneCountInString(p) > 3 {
			search(Capitalised(p), i)
		}
	}
	return slices.Clip(longest(all))
}

// longest keeps, of mentions that overlap, the first and longest.
func longest(all []Mention) []Mention {
	slices.SortFunc(all, func(a, b Mention) int { return cmp.Or(a.From-b.From, b.To-a.To) })
	kept, end := all[:0], 0
	for _, m := range all {
		if m.From >= end {
			kept, end = append(kept, m), m.To
		}
	}
	return kept
}

func BenchmarkPhrases(b *testing.B) {
	var list []string
	for i := range 4000 {
		list = append(list, fmt.Sprintf("vorm %d van begrip %d", i, i%300))
	}
	f := NewPhrases(list)
	text := strings.Repeat("Een vorm 12 van iets, en vorm 12 van begrip 12 in een zin die verder niets zegt. ", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		f.Find(text)
	}
}
