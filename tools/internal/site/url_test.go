package site

import "testing"

func TestParseBaseURL(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org": "https://example.org/", "http://localhost:1313/": "http://localhost:1313/",
		"https://example.org/a/b": "https://example.org/a/b/",
		"example.org":             "", "/": "", "": "", "ftp://example.org/": "", "https://": "", "https:///a": "",
		"https://example.org/?q": "", "https://example.org/#a": "", "https://me@example.org/": "", "https://exa mple.org": "",
	} {
		got, err := ParseBaseURL(address)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", address, got, err)
		}
	}
}
