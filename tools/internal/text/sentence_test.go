package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentencesJoinUp(t *testing.T) {
	s := "Een.  Twee? 3 is meer… 'Vier' o.a. vijf. "
	var got []string
	for _, r := range Sentences(s) {
		got = append(got, r.Of(s))
	}
	if diff := cmp.Diff([]string{"Een.  ", "Twee? ", "3 is meer… ", "'Vier' o.a. vijf. "}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSentencesEndBehindTheirMarks(t *testing.T) {
	for _, s := range []string{
		"Hij zei: 'Kom.' Daarna ging hij.", "Zij zei: ‘Kom!’ 3 keer.", "Zij vroeg: “Kom je?” ‘Nee.’", "(Dat is zo.) Daarna niet.", "Hij zei \"ja.\" Zij niet.", "«Ja.» Nee.",
	} {
		if got := Sentences(s); len(got) != 2 {
			t.Errorf("%q: %v", s, got)
		}
	}
	for _, s := range []string{"'Kom.' zei hij.", "'Kom!' riep Jan.", "Dat is o.a.) zo."} {
		if got := Sentences(s); len(got) != 1 {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// clause returns the clause of text that holds an offset.
func clause(text string, at int, joints []string) string {
	all := ClausesIn(text, SentenceAt(text, at), joints)
	return all[slices.IndexFunc(all, func(c Range) bool { return at < c.To })].Of(text)
}

func TestClause(t *testing.T) {
	joints := []string{"en", "maar"}
	for text, want := range map[string]string{
		"Fiets niet, maar loop.":          ", maar loop.",
		"Fiets, loop of ren niet.":        "Fiets, loop of ren niet.",
		"Fiets niet; loop hier. Niet zo.": "; loop hier. ",
	} {
		if got := clause(text, strings.Index(text, "loop"), joints); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := clause("Fiets niet, maar loop.", 0, nil); got != "Fiets niet, maar loop." {
		t.Errorf("without joints a sentence is no clause: %q", got)
	}
}
