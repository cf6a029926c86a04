package messages

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// translated are the languages with texts: that of the program itself has an empty file.
func translated(t *testing.T) map[string][]Entry {
	all := map[string][]Entry{}
	for _, lang := range Languages() {
		src, err := os.ReadFile(lang + ".po")
		if err != nil {
			t.Fatal(err)
		}
		if entries := Entries(string(src)); len(entries) > 0 {
			all[lang] = entries
		}
	}
	if len(all) == 0 || len(all) == len(Languages()) {
		t.Fatalf("%d of %v have texts", len(all), Languages())
	}
	return all
}

func TestAllThatIsSaidIsTranslated(t *testing.T) {
	texts := said(t)
	for lang, entries := range translated(t) {
		known := map[string]int{}
		for _, e := range entries {
			known[e.English]++
			if known[e.English] == 2 {
				t.Errorf("%s.po has twice: msgid %q", lang, e.English)
			}
			if texts[e.English] == "" {
				t.Errorf("nothing says this any more, take it out of tools/internal/messages/%s.po:\nmsgid %q", lang, e.English)
			}
		}
		for _, english := range slices.Sorted(maps.Keys(texts)) {
			if known[english] == 0 {
				t.Errorf("%s says what has no translation, add to tools/internal/messages/%s.po:\nmsgid %q\nmsgstr \"…\"", texts[english], lang, english)
			}
		}
	}
}

// What is filled in stands in both, by number where the order is another.
func TestTranslationsFillInTheSame(t *testing.T) {
	for lang, entries := range translated(t) {
		for _, e := range entries {
			in, out := verb.FindAllString(e.English, -1), verb.FindAllString(e.Text, -1)
			for i, v := range out {
				number, rest, found := strings.Cut(strings.TrimPrefix(v, "%["), "]")
				if found {
					var n int
					fmt.Sscan(number, &n)
					in, out[i] = renumbered(in, n), "%"+rest
				}
			}
			slices.Sort(in)
			slices.Sort(out)
			if e.Text == "" || !slices.Equal(in, out) && !slices.Equal(slices.Compact(in), slices.Compact(out)) {
				t.Errorf("%s.po: %q has other verbs than %q", lang, e.Text, e.English)
			}
		}
	}
}

func renumbered(verbs []string, n int) []string {
	if n > len(verbs) {
		return append(verbs, "too few")
	}
	return verbs
}

// samples are what stands in a text for each kind of verb.
func samples(english string) (args []any, said []any) {
	for i, v := range verb.FindAllString(english, -1) {
		switch v[len(v)-1] {
		case '%':
			continue
		case 'd', 'x':
			args = append(args, 70+i)
		case 'f':
			args = append(args, 7.5+float64(i))
		case 'w':
			args = append(args, fmt.Errorf("qx%d", i))
		default:
			args = append(args, fmt.Sprintf("qx%d", i))
		}
		said = append(said, strings.TrimSpace(fmt.Sprintf(strings.ReplaceAll(v, "w", "v"), args[len(args)-1])))
	}
	return args, said
}

// Each format is known again by what it made, and by no other.
func TestFormatsAreReadBack(t *testing.T) {
	for lang, entries := range translated(t) {
		c := In(lang)
		for _, e := range entries {
			if !verb.MatchString(e.English) {
				continue
			}
			args, said := samples(e.English)
			made := fmt.Errorf(e.English, args...).Error()
			want := fmt.Sprintf(verb.ReplaceAllStringFunc(e.Text, asText), said...)
			if got := c.Say(made); got != want {
				t.Errorf("%s: %q\nis %q\nnot %q", lang, made, got, want)
			}
		}
	}
}

func TestSay(t *testing.T) {
	c := &Catalogue{texts: map[string]string{"it is empty": "leeg"}}
	for _, e := range []Entry{
		{"%d errors", "%d fouten"}, {"%s in %s", "%s in %s"}, {"%d files", "%d bestanden"}, {"%q, not %q", "niet %[2]q maar %[1]q"},
		{"cannot read %q: %w", "kan %q niet lezen: %w"}, {"cat", "kat"}, {"no %s %q", "%s %q is er niet"}, {"%s and %s", "%s en %s"}, {"use %s", "gebruik %s"}, {"%s of %s", "%s van %s"},
	} {
		c.add(e)
	}
	for english, want := range map[string]string{
		"3 errors, 1 other in 2 files":           "3 fouten, 1 other in 2 bestanden",
		`"a \"b\", not \"c\"", not "d"`:          `niet "d" maar "a \"b\", not \"c\""`,
		`cannot read "it is empty": it is empty`: `kan "it is empty" niet lezen: leeg`,
		"use this and that":                      "gebruik this en that",
		"a cat and a dog":                        "a cat and a dog", // who wrote this wrote it so
		`no cat "cat"`:                           `kat "cat" is er niet`,
		"use cat":                                "gebruik cat", // the name of something
		"cat 3 of #dogs":                         "kat 3 van #dogs",
		"nobody knows this":                      "nobody knows this",
		"":                                       "",
	} {
		if got := c.Say(english); got != want {
			t.Errorf("%q is %q, not %q", english, got, want)
		}
	}
	if got := (*Catalogue)(nil).Say("3 errors"); got != "3 errors" {
		t.Errorf("without a catalogue: %q", got)
	}
}

func TestPreferred(t *testing.T) {
	lang := slices.Sorted(maps.Keys(translated(t)))[0]
	for _, c := range []struct{ all, messages, lang, want string }{
		{"", "", lang + "_XX.UTF-8", lang}, {"", "", "C.UTF-8", ""}, {"C", "", lang, ""}, {"", lang, "C", lang}, {"", "", "", ""}, {"", "", "xx", ""},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := Preferred(func(key string) string { return env[key] }); got != c.want {
			t.Errorf("%v: %q, not %q", env, got, c.want)
		}
	}
}
