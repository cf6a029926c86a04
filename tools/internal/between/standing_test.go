package between

import (
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/site"
)

// Words that lead to another page, and nothing else, are told from what else was added.
func TestPointersAdded(t *testing.T) {
	const cited = "It is not so. [n. pag.](cite:s)"
	for is, want := range map[string]bool{
		cited + " See also [that](../b/c.md).":            true,
		cited + " See, too, [what not to do](c.md).":      true,
		cited + " For the subject itself, see [c](c.md).": true,
		cited + "\n\n- [That](c.md)":                      true,
		cited + "\n\n[That](c.md), and [this](d.md).":     true,
		cited + " See [that](c.md). Do not do so.":        false,
		"It is so. [n. pag.](cite:s) See [that](c.md).":   false,
		cited + " It is so.":                              false,
	} {
		side := func(said string) Side {
			s, _ := site.Load(fstest.MapFS{
				"config.toml":     {Data: []byte(config)},
				"content/a.en.md": {Data: []byte("---\ntitle: A\ntype: explainer\n---\n" + said + "\n")},
			})
			side := Side{Lang: "en"}
			for p := range s.Pages[0].Passages() {
				side.Texts = append(side.Texts, p)
			}
			return side
		}
		if got := side(is).added(side(cited).hash()) != nil; got != want {
			t.Errorf("%q: %v, want %v", is, got, want)
			for _, p := range side(is).pointers() {
				t.Logf("%q", p.at.Of(p.in.Text))
			}
		}
	}
}
