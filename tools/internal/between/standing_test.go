package between

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/site"
)

// Words that lead to another page, and nothing else, are told from what else was added.
func TestPointersAdded(t *testing.T) {
	const cited = "It is not so. [n. pag.](cite:s)"
	for is, want := range map[string]bool{
		cited + " [p. 2](cite:t) [p. 3](cite:u) Call [a](contact:a). See [that](c.md).": false,
		cited + " [p. 2](cite:t) See [that](c.md).":                                     true,
		cited + " Is that all? See [that](c.md). Is it not? Read [this](d.md).":         true,
		cited + " Is that all? It is. See [that](c.md).":                                false,
		cited + " See also [that](../b/c.md).":                                          true,
		cited + " See, too, [what not to do](c.md).":                                    true,
		cited + " For the subject itself, see [c](c.md).":                               true,
		cited + "\n\n- [That](c.md)":                                                    true,
		cited + "\n\n[That](c.md), and [this](d.md).":                                   true,
		cited + " See [that](c.md). Do not do so.":                                      false,
		"It is so. [n. pag.](cite:s) See [that](c.md).":                                 false,
		cited + " It is so.":                                                            false,
		cited + " See [that](c.md).\n\n```gaps\nids: [g1]\n```":                         true,
		cited + "\n\n```gaps\nids: [g1]\n```\n\nIt is so.":                              false,
		cited + "\n\n```steps\nright: true\n```":                                        false,
	} {
		if to, _ := aSide(is).added(aSide(cited).hash()); len(to) > 0 != want {
			t.Errorf("%q: %v, want %v", is, to, want)
		}
	}
}

// So is a link that came last, or between others, in what a sentence lists.
func TestPointersAddedToOthers(t *testing.T) {
	for was, is := range map[string]string{
		"Take [a](a.md), [b](b.md) or [c](c.md).":           "Take [a](a.md), [b](b.md), [c](c.md) or [more of it](d.md).",
		"Take [a](a.md) and [b](b.md).":                     "Take [a](a.md), [b](b.md) and [d](d.md).",
		"There is one on [a](a.md) and on [b](b.md).":       "There is one on [a](a.md), on what comes after [d](d.md), and on [b](b.md).",
		"There is one on [a](a.md), and one on [b](b.md). ": "There is one on [a](a.md), one on [d](d.md), and one on [b](b.md).",
		"```gaps\nids: [g1, g2]\n```":                       "```gaps\nids: [g1, g2, d.md]\n```",
		"```gaps\nids: [g2, g1]\n```":                       "```gaps\nids: [d.md, g2, g1]\n```",
	} {
		if to, _ := aSide(is).added(aSide(was).hash()); !slices.Equal(to, []string{"d.md"}) {
			t.Errorf("%q: %v", is, to)
		}
	}
}

// Addresses alone, on words that stood there and the same in both languages, are no change: there is nothing to compare. Another
// address than in the other language, or than was seen, is.
func TestAddressesAdded(t *testing.T) {
	const (
		none, one   = "Call 112 now. It is so.", "Call [112](contact:a) now. It is so."
		two, other  = "Call [112](contact:a) now. It is so. [p. 3](cite:s)", "Call [112](contact:b) now. It is so."
		more, fewer = "Call [112](contact:a) now. It is so. [p. 3](cite:s) [p. 4](cite:t)", "Call [112](contact:a). It is so."
	)
	for _, c := range []struct {
		was, lead, other         string
		leadChanged, otherChange bool
	}{
		{none, one, one, false, false},
		{none, two, two, false, false},
		{none, more, more, false, false},
		{one, more, more, false, false},
		{none, one, none, true, false},
		{none, one, other, true, true},
		{one, other, other, true, true},
		{two, one, one, true, true},
		{two, strings.Replace(two, "p. 3", "p. 5", 1), strings.Replace(two, "p. 3", "p. 5", 1), true, true},
		{none, fewer, fewer, true, true},
		{none, one, fewer, false, true},
		{none, strings.Replace(one, "112", "113", 1), one, true, false},
	} {
		was := Pair{Lead: aSide(c.was), Other: aSide(c.was)}
		d := Pair{Lead: aSide(c.lead), Other: aSide(c.other)}.Since(was.Marks())
		if d.LeadChanged != c.leadChanged || d.OtherChanged != c.otherChange {
			t.Errorf("%q to %q and %q: %v, %v", c.was, c.lead, c.other, d.LeadChanged, d.OtherChanged)
		}
	}
}

// aSide returns a page with a text as one side of a pair.
func aSide(said string) Side {
	s, _ := site.Load(fstest.MapFS{
		"config.toml":     {Data: []byte(config)},
		"content/a.en.md": {Data: []byte("---\ntitle: A\ntype: explainer\n---\n" + said + "\n")},
	})
	side := Side{Lang: "en", reader: func() *Reader { return NewReader(s.Lexicon("en")) }}
	for p := range s.Pages[0].Passages() {
		side.Texts = append(side.Texts, p)
	}
	return side
}
