package near

import "testing"

func TestUniqueWantsOneNearest(t *testing.T) {
	if got, ok := Unique("cutsing", []string{"cutsign", "cutshow"}); !ok || got != "cutsign" {
		t.Errorf("got %q, %v", got, ok)
	}
	if got, ok := Unique("gap-3", []string{"gap-1", "gap-2"}); ok {
		t.Errorf("%q is no nearer than the other", got)
	}
}

func TestBest(t *testing.T) {
	ids := []string{"hcss-com", "metro-2025-08", "nl", "cutsign", "cutshow", "veilig-thuis"}
	for word, want := range map[string]string{
		"hcss-con": "hcss-com", "HCSS-COM": "hcss-com", "hcss": "hcss-com", "cutsing": "cutsign",
		"veiligthuis": "veilig-thuis", "iets-anders": "", "x": "", "": "",
	} {
		if got, _ := Best(word, ids); got != want {
			t.Errorf("Best(%q) = %q, want %q", word, got, want)
		}
	}
}
