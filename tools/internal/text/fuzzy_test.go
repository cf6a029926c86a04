package text

import (
	"fmt"
	"strings"
	"testing"
)

func TestOnlyNearestWantsOneNearest(t *testing.T) {
	if got, ok := OnlyNearest("cutsing", []string{"cutsign", "cutshow"}); !ok || got != "cutsign" {
		t.Errorf("got %q, %v", got, ok)
	}
	if got, ok := OnlyNearest("gap-3", []string{"gap-1", "gap-2"}); ok {
		t.Errorf("%q is no nearer than the other", got)
	}
}

func TestNearest(t *testing.T) {
	ids := []string{"hcss-com", "metro-2025-08", "nl", "cutsign", "cutshow", "veilig-thuis", "comp"}
	for word, want := range map[string]string{
		"hcss-con": "hcss-com", "HCSS-COM": "hcss-com", "hcss": "hcss-com", "cutsing": "cutsign",
		"veiligthuis": "veilig-thuis", "ln": "nl", "csam": "", "cmop": "comp", "iets-anders": "", "x": "", "": "",
	} {
		if got, _ := Nearest(word, ids); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestWhatLooksTheSameIsToldApart(t *testing.T) {
	for word, candidate := range map[string]string{"caf\u00e9": "cafe\u0301", "cafe\u0301": "caf\u00e9", "fiets\u00adpad": "fietspad", "een\u00a0weg": "een weg"} {
		if got, want := DidYouMean(word, []string{candidate}, ""), fmt.Sprintf("%+q", candidate); !strings.Contains(got, want) {
			t.Errorf("%+q: %s does not say %s", word, got, want)
		}
	}
}
