package headers

import (
	"strings"
	"testing"

	"comwijzer/tools/internal/bib"
)

// Every kind says all that the list says, and where old addresses lead.
func TestEveryKindSaysAll(t *testing.T) {
	for _, k := range Kinds {
		text := k.Make(small)
		for _, h := range always {
			if k.Name != "_redirects" && !strings.Contains(text, h.Value) {
				t.Errorf("%s lacks %s", k.Name, h.Name)
			}
		}
		for old, now := range small.Moved {
			if k.Name != "_headers" && (!strings.Contains(text, old) || !strings.Contains(text, now)) {
				t.Errorf("%s does not lead from %s to %s", k.Name, old, now)
			}
		}
		if k.Name != "_headers" && !strings.Contains(text, "/en/404.html") {
			t.Errorf("%s has no page in English for what is not found", k.Name)
		}
		if k.Doc == "" {
			t.Errorf("%s does not say where it goes", k.Name)
		}
	}
}

func TestHashed(t *testing.T) {
	for name, want := range map[string]bool{sheet: true, "/" + sheet: true, "search-nl/text/8a8be026.json": true,
		"index.html": false, "search-nl/index.json": false, "a/deadbeef/index.html": false, "downloads/glossary.json": false} {
		if Hashed(name) != want {
			t.Errorf("%s: want %v", name, want)
		}
	}
}

// Whoever downloads works gets them as what they are, and they are compressed as text.
func TestWorksHaveTheirType(t *testing.T) {
	for _, f := range bib.Formats {
		if end := "." + f.End; Type(end) == Type(".unknown") || !IsText(end) {
			t.Errorf("%s is served as %s", end, Type(end))
		}
	}
}

// What the policy must never allow.
func TestPolicy(t *testing.T) {
	for _, part := range []string{"unsafe", "*", "http:", "https:"} {
		if strings.Contains(Policy(), part) {
			t.Errorf("the policy has %q: %s", part, Policy())
		}
	}
}
