package site

import "testing"

func TestHostIsTheNameServersOwn(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.Example.org/a?b#c":  "www.example.org",
		"http://example.org.:8080":       "example.org",
		"https://t\u3002me/x":            "t.me",
		"https://bücher.example/":        "xn--bcher-kva.example",
		"https://127.0.0.1/":             "127.0.0.1",
		"https://[::1]:80/":              "::1",
		"iemand@example.org":             "example.org",
		"iemand @ example.org":           "",
		"ftp://example.org/":             "",
		"zie https://example.org":        "",
		"https://":                       "",
		"gewone tekst":                   "",
		"https://user:pw@example.org/x@": "example.org",
	} {
		if got := Host(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestSubdomainsFallUnderTheirDomain(t *testing.T) {
	s := load(t, map[string]string{DomainsFile: "allow:\n  press: [example.org]\ndeny:\n  hidden: [onion]\n"})
	d, ok := s.Domains()
	if !ok {
		t.Fatal("no domains")
	}
	for host, want := range map[string]bool{"example.org": true, "www.nl.example.org": true, "notexample.org": false, "org": false, "": false} {
		if _, got := Within(d.Allow, host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
	if entry, _ := Within(d.Deny, "abc.onion"); entry.Kind != "hidden" {
		t.Errorf("kind %q", entry.Kind)
	}
}

func TestASiteNeedsNoDomains(t *testing.T) {
	if _, ok := load(t, nil).Domains(); ok {
		t.Error("domains out of nothing")
	}
}
