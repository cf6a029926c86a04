package cite

import (
	"os"

	"fmt"
	"github.com/goccy/go-yaml"
	"math"
	"strings"
	"testing"
)

func showParts(parts []Part) string {
	var out []string
	for _, p := range parts {
		switch {
		case p.Kind == "heading":
			out = append(out, "heading "+p.Title)
		case p.First == p.Last:
			out = append(out, fmt.Sprint(p.Kind, " ", p.First))
		default:
			out = append(out, fmt.Sprintf("%s %d-%d", p.Kind, p.First, p.Last))
		}
	}
	return strings.Join(out, "; ")
}

// locators are those of the site's own lexicon, and of a language without one.
var locators = map[string]*Locators{"nl": readLocators("nl"), "en": readLocators("en"), "de": NewLocators[[]string](nil)}

func readLocators(lang string) *Locators {
	src, err := os.ReadFile("../../../data/lexicon/" + lang + ".yaml")
	if err != nil {
		panic(err)
	}
	var lexicon struct{ Locators map[string][]string }
	if err := yaml.Unmarshal(src, &lexicon); err != nil {
		panic(err)
	}
	return NewLocators(lexicon.Locators)
}

func TestLocators(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"nl", "hfst. 2", "chapter 2"},
		{"nl", "Hoofdstuk 2", "chapter 2"},
		{"nl", "hfst. 2 en 3", "chapter 2; chapter 3"},
		{"nl", "hfst. 2; hfst. 3", "chapter 2; chapter 3"},
		{"nl", "hfst. 2 en hfst. 3", "chapter 2; chapter 3"},
		{"nl", "hfst. 5, Grooming en targeting", "chapter 5"},
		{"nl", "hfst. 3, 764; noot 13", "chapter 3; note 13"},
		{"nl", "hfst. 2, Stap 4 in het gesprek", "chapter 2"},
		{"nl", "hfst. 2, stap 4", "chapter 2; step 4"},
		{"nl", "hfst. 3.2", "chapter 3"},
		{"nl", "par. 3", "section 3"},
		{"nl", "§ 3.2", ""},
		{"nl", "§3–5", "section 3-5"},
		{"nl", "noten 19 en 20", "note 19; note 20"},
		{"nl", "noot 5, 7 en 9", "note 5; note 7; note 9"},
		{"nl", "alinea 2", "paragraph 2"},
		{"nl", "alinea’s 2 t/m 4", "paragraph 2-4"},
		{"nl", "kop 'Grote drempel'", "heading Grote drempel"},
		{"nl", "kop 'Politie, zorg en foto's', alinea 2", "heading Politie, zorg en foto's; paragraph 2"},
		{"nl", "kop Ronselen, alinea 2", "heading Ronselen; paragraph 2"},
		{"nl", "blz. 12-14", "page 12-14"},
		{"nl", "p. 123-4", "page 123-124"},
		{"nl", "p. 12 e.v.", "page 12"},
		{"nl", "p.12", "page 12"},
		{"nl", "p. 30-12", "page 30-12"},
		{"nl", "stap 4", "step 4"},
		{"nl", "kernpunten", ""},
		{"nl", "noot vooraf", ""},
		{"nl", "z.p.", ""},
		{"en", "ch. 2", "chapter 2"},
		{"en", "chapters 2 and 3", "chapter 2; chapter 3"},
		{"en", "ch. 6, box on the German case", "chapter 6"},
		{"en", "nn. 19 and 20", "note 19; note 20"},
		{"en", "n. 5", "note 5"},
		{"en", "n. pag.", ""},
		{"en", "para. 3; para. 9", "paragraph 3; paragraph 9"},
		{"en", "par. 3", "paragraph 3"},
		{"en", "s. 4 to 6", "section 4-6"},
		{"en", "pp. 12–14, 20", "page 12-14; page 20"},
		{"en", "heading “Ronselen”", "heading Ronselen"},
		{"en", "takeaways", ""},
		{"en", "alinea 2", ""},
		{"de", "S. 12", ""},
		{"nl", "p. 99999999999999999999", fmt.Sprint("page ", math.MaxInt32)},
		{"nl", "", ""},
	} {
		if got := showParts(locators[c.lang].Parse(c.text)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestNoLocator(t *testing.T) {
	own := map[string][]string{"nl": {"z.p.", "Z.P.", "z. p.", "zonder pagina"}, "en": {"n. pag.", "n.pag", "No page"}}
	for lang, l := range locators {
		for text, want := range map[string]bool{"": true, " ": true, "n. 5": false, "p. 5": false, "titel": false} {
			if l.IsNone(text) != want {
				t.Errorf("%s %q: none is %v", lang, text, !want)
			}
		}
		for _, text := range own[lang] {
			if !l.IsNone(text) || len(l.Parse(text)) > 0 {
				t.Errorf("%s %q names a place", lang, text)
			}
		}
	}
}

// Whatever the text: no panic, no part out of nothing, and time in proportion.
func FuzzLocator(f *testing.F) {
	for _, seed := range []string{"hfst. 5, Grooming en targeting", "noten 19 en 20", "kop 'Politie, zorg'", "p. 12–14, 20; §§ 3", "alinea’s 2 t/m 4", "kop '", ",;,;", "p. 99999999999999999999-1", "n. pag.", "ſ. 1"} {
		f.Add(seed, "nl")
		f.Add(seed, "en")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		if locators[lang] == nil {
			return
		}
		parts := locators[lang].Parse(text)
		if len(parts) > len(text) {
			t.Errorf("%q: %d parts", text, len(parts))
		}
		for _, p := range parts {
			if p.Kind == "" || p.First < 0 || p.Last < 0 {
				t.Errorf("%q: %+v", text, p)
			}
		}
	})
}

func TestLongTextTakesNoLonger(t *testing.T) {
	for _, seed := range []string{"hfst. 1, ", "kop ' ", "p. 1 en ", ";", "kop a, ", "kop “a, "} {
		if parts := locators["nl"].Parse(strings.Repeat(seed, 200_000)); len(parts) > maxLocator {
			t.Errorf("%q: %d parts", seed, len(parts))
		}
	}
}
