package text

import "testing"

func TestName(t *testing.T) {
	for from, want := range map[string]string{
		"Østergaard": "ostergaard", "Łukasz & Çağlar": "lukasz-caglar", "Groß": "gross", "van ’t Hof": "van-t-hof",
		"Cijfers (2024)": "cijfers-2024", "Иванов": "", "": "",
	} {
		if got := Name(from); got != want {
			t.Errorf("%q: %q, want %q", from, got, want)
		}
	}
}
