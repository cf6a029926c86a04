package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func folded(text string) string {
	var out []string
	for _, w := range foldedWords(text) {
		out = append(out, w.folded)
	}
	return strings.Join(out, " ")
}

func TestDamagedAndCleanTextFoldAlike(t *testing.T) {
	for _, same := range [][]string{
		{"Slachtoffers", "slachto\ufffders", "slachto\ufb00ers", "slachtof\u00adfers"},
		{"specifiek conflict officieel", "speci\ufffdek con\ufffdict of\ufffdcieel", "speci\ufb01ek con\ufb02ict o\ufb03cieel", "specifiek con-\n\n  flict o\ufffdicieel"},
		{"offline", "o\ufffdine", "o\ufb04ine"},
		{"coördinatie één", "coo\u0308rdinatie een", "COÖRDINATIE ÉÉN"},
		{"foto's", "foto’s", "fotos", "foto\ufffds"},
		{"Com-netwerk", "Com-\r\nnetwerk", "Com\u2011netwerk"},
		{"het netwerk. Daarna", "het netwerk.12 Daarna", "het netwerk12. Daarna", "het 'netwerk' — daarna"},
	} {
		for _, other := range same[1:] {
			if diff := cmp.Diff(folded(same[0]), folded(other)); diff != "" {
				t.Errorf("%q and %q: %s", same[0], other, diff)
			}
		}
	}
}

func TestDifferentWordsStayDifferent(t *testing.T) {
	for _, differ := range [][2]string{
		{"764", "765"}, {"aan val", "aanval"}, {"in - op", "inop"}, {"de 70 leden", "de 80 leden"}, {"'t", "s"},
	} {
		if folded(differ[0]) == folded(differ[1]) {
			t.Errorf("%q is as %q", differ[0], differ[1])
		}
	}
}

func TestRunsAreExactAndComplete(t *testing.T) {
	c := NewCorpus(map[string]string{
		"a.txt": "een twee drie vier vijf zes zeven acht negen",
		"b.txt": "zes zeven acht negen tien elf twaalf dertien",
	})
	find := func(text string) (out []string) {
		for _, r := range c.Find(text) {
			out = append(out, fmt.Sprintf("%s %d %s", r.Source, r.Count, r.Of(text)))
		}
		return out
	}
	for text, want := range map[string][]string{
		"een twee drie vier vijf zes zeven":                 nil,
		"Nu: «Een, twee, drie – vier vijf zes zeven acht»!": {"a.txt 8 Een, twee, drie – vier vijf zes zeven acht"},
		"zeven acht negen zes zeven acht negen tien":        nil, // runs do not cross from one text into the next
		"een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien": {
			"a.txt 9 een twee drie vier vijf zes zeven acht negen", "b.txt 8 zes zeven acht negen tien elf twaalf dertien",
		},
		"": nil,
	} {
		if diff := cmp.Diff(want, find(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestFreeTextsHoldTheirParts(t *testing.T) {
	p := NewFreeTexts([]string{"Een lange titel van wel tien woorden over slachtoffers online", "te kort"})
	for text, want := range map[string]bool{
		"lange titel, van wel tien woorden over Slachto\ufffders": true,
		"lange titel van wel tien woorden over slachtoffers en":   false,
		"titels van wel tien woorden over slachtoffers online":    false,
		"te kort": false,
	} {
		if got := p.Hold(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A text of one repeated word gives every gram the same place, and a text
// against itself the longest run: neither may cost more than its length.
func TestRepetitionIsNoQuadraticCost(t *testing.T) {
	for _, text := range []string{strings.Repeat("a ", 20_000), strings.Repeat("a-\n", 20_000), strings.Repeat("b a a a a a a a a ", 5_000)} {
		twice := text + " c " + text
		if _, steps := NewCorpus(map[string]string{"x": text}).find(twice); steps > 3*len(twice) {
			t.Errorf("%.10q…: %d steps for %d bytes", text, steps, len(twice))
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{
		"", "-", "a-\n", "o\ufffdine", "\xff-\n\xff", "Com-\n\nnetwerk 764.1 de", "'t is foto’s", "e\u0301\u00ad1", "een twee drie vier vijf zes zeven acht negen",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		ws := foldedWords(text)
		for _, w := range ws {
			if w.start < at || w.end <= w.start || w.end > len(text) || w.folded == "" {
				t.Fatalf("%q: word %+v after %d", text, w, at)
			}
			at = w.end
		}
		for _, r := range NewCorpus(map[string]string{"x": text}).Find(text) {
			if r.Count < LeastOverlap || r.From < 0 || r.To > len(text) || r.To <= r.From {
				t.Fatalf("%q: run %+v", text, r)
			}
		}
		if runs := NewCorpus(map[string]string{"x": text}).Find(text); len(ws) >= LeastOverlap && (len(runs) == 0 || runs[0].From != ws[0].start) {
			t.Errorf("%q: not found in itself", text)
		}
	})
}
