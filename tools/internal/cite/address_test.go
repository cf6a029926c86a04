package cite

import "testing"

func TestAddress(t *testing.T) {
	tryAll(t, Address, []numberCase{
		{"https://example.org", "example.org", ""},
		{"https://www.Example.org/a/", "example.org/a", ""},
		{"http://example.org:80/a/index.html#deel", "example.org/a", ""},
		{"https://example.org:8443/A?utm_source=x&b=2&a=1&fbclid=y", "example.org:8443/A?a=1&b=2", ""},
		{"https://münchen.de/a b", "xn--mnchen-3ya.de/a%20b", ""},
		{"https://blog.example.co.uk./x", "blog.example.co.uk/x", ""},
		{"example.org/a", "", "write https://"},
		{"ftp://example.org/a", "", "write https://"},
		{"https:///a", "", "no host name"},
		{"https://localhost/a", "", `"localhost", which is no top-level domain`},
		{"https://example.ogr/a", "", `"ogr", which is no top-level domain`},
		{"https://127.0.0.1/a", "", "is a number"},
		{"https://[::1]/a", "", "is a number"},
		{"https://co.uk/", "", "only a domain to register under"},
		{"https://editor@example.org/", "", "before the @"},
		{"https://exa mple.org/", "", "unreadable"},
		{"https://example.org/%zz", "", "unreadable"},
		{"", "", "write https://"},
	})
}

func FuzzAddress(f *testing.F) {
	for _, seed := range []string{"https://www.example.org/a/?utm_x=1#b", "http://[::1", "https://münchen.de/é", "//", "https://a.b.c.d.e/%2F/", "https://example.org/index.html/index.html"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if normal, err := Address(text); err == nil && normal == "" {
			t.Errorf("%q has an empty normal form", text)
		}
	})
}
