package text

import (
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
