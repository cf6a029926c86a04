package toml_test

import (
	"testing"

	"comwijzer/tools/internal/toml"
)

const text = `title = "é"
[params]
menu = [
  "/a",
  "/b",
]
licence = {name = "x", url = "y"}
a.b.c = 2026-05-01
[[params.doors]]
section = "/a"
[[params.doors]]
section = "/b"
[params.doors.more]
deep = 1
`

func TestEveryKeyHasItsPlace(t *testing.T) {
	doc, err := toml.Parse("x.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for pointer, want := range map[string]string{
		"/title": "x.toml:1:1", "/params": "x.toml:2:2", "/params/menu/1": "x.toml:5:3", "/params/licence/url": "x.toml:7:24",
		"/params/a/b/c": "x.toml:8:5", "/params/doors/0/section": "x.toml:10:1", "/params/doors/1/section": "x.toml:12:1",
		"/params/doors/1/more/deep": "x.toml:14:1", "/params/none/at/all": "x.toml:2:2", "/none": "x.toml:1:1",
	} {
		if got := doc.Position(pointer).String(); got != want {
			t.Errorf("%s stands at %s, want %s", pointer, got, want)
		}
	}
	c := doc.Value["params"].(map[string]any)["a"].(map[string]any)["b"].(map[string]any)["c"]
	if c != "2026-05-01" {
		t.Errorf("a date is read as %v", c)
	}
}

func TestAFaultHasItsPlace(t *testing.T) {
	if _, err := toml.Parse("x.toml", []byte("a = 1\nb = \n")); err == nil || err.(*toml.Error).Line != 2 {
		t.Error(err)
	}
}

// Whatever the text, reading it ends without panic.
func FuzzParse(f *testing.F) {
	f.Add([]byte(text))
	f.Add([]byte("[[a]]\n[[a.b]]\nc = [[1], [{d = 2}]]\n[a.b.c.d]\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if doc, err := toml.Parse("x", src); err == nil && doc.Position("/a/b/c").File != "x" {
			t.Error("no place")
		}
	})
}
