package bib_test

import (
	"slices"
	"strings"
	"testing"

	"comwijzer/tools/internal/bib"
	"comwijzer/tools/internal/diag"
)

// What is broken is refused with its place and what to do.
func TestFaultsHaveAPlace(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"@book{a,\n title = {x},\n\n@book{b, title={y}}", `4:1: unexpected "@" in entry "a"`},
		{"@book{a,\n title = {x\n}", `1:1: entry "a" begins here, and is not closed`},
		{"@book{a,\n title = {x {y}\n", `2:10: the brace that opens here is not closed`},
		{"@book{a,\n title = \"x {y\" }\n}", `2:10: the quotation mark that opens here is not closed`},
		{"@book{a, title = {x}", `1:1: entry "a" begins here, and is not closed`},
		{"@book{é a,\n  title {x}}", `2:9: no = after "title"`},
		{"@book{a, title = {x} year = 2020}", `1:22: unexpected "y" in entry "a"`},
		{"@book{a, journal = jnl}", `1:20: "jnl" is no macro that the file defines`},
		{"@book{a, title = }", `1:18: no value for "title"`},
		{"@string{x {y}}", `1:11: no = after "x" in @string`},
		{"@book{a, crossref = {gone}, title = {x}}", `1:10: entry "a" takes fields from "gone"`},
		{"@book{a, year = {soon}}", `1:10: issued "soon" is no date`},
		{"TY  - BOOK\nTI  - x\n", `1:1: the work that begins here is not closed`},
		{"TY  - BOOK\nTI  - x\nTY  - BOOK\n", `3:1: a work begins before the one of line 1 ends`},
		{"TY  - BOOK\nER  - \nTI  - x\n", `3:1: tag "TI" stands in no work`},
		{"TY  - BOOK\nER  - \nloose\n", `3:1: "loose" stands in no work`},
		{"TY  - ODD\nTI  - x\nER  - \n", `1:1: type "ODD" is unknown`},
		{"TY  - BOOK\nDA  - soon\nER  - \n", `2:1: issued "soon" is no date`},
		{"[{\"id\": \"a\",\n \"title\": x}]", `2:11: not JSON: invalid character 'x'`},
		{"[{\"id\": \"a\"}", `1:13: the JSON ends too soon`},
		{"[3]", `1:2: not CSL-JSON: 3 where an item should be`},
		{"[{\"author\": \"A\"}]", `1:3: "author" is no list of names`},
		{"[{\"title\": {}}]", `1:3: "title" is neither text nor a number`},
		{"[]", `1:1: there are no works in it`},
		{"", `1:1: this is no file of references`},
		{"<xml><records>", `1:1: this is no file of references`},
		{"% only\nwords", `1:1: this is no file of references`},
		{"\xff\xfe[\x00", `1:1: the file is in UTF-16`},
		{"@book{a,\n title = {caf\xe9}}", `2:14: byte 0xe9 is not UTF-8: the file seems to be in Latin-1`},
		{"@book{a,\x00}", `1:9: a byte 0`},
		{"\ufeff@book{a,\r\n title = {x},\r\n year {y}}", `3:7: no = after "year"`},
	} {
		_, findings := bib.Read("f", []byte(c.src), nil)
		if len(findings) == 0 || !strings.HasPrefix(findings[0].Position.String()+": "+findings[0].Message, "f:"+c.want) {
			t.Errorf("%q: %v, want %s", c.src, findings, c.want)
		}
	}
}

// A file that is too long is refused, with the fault that it has and where.
func TestLongFilesAreRefused(t *testing.T) {
	for _, c := range []struct{ unit, broken, want string }{
		{"@book{a, title = {x}}\n", "@book{b, title {\n", "f:2:16"},
		{"x {\n", "@book{a, title = {\n", "f:1:18"},
		{"  ", "[{\"id\": \"a\"},\n{\"id\": oops", "f:2:8"},
		{"\x00", "@book{a,\n title = {", "f:2:11"},
		{"TI  - x\n", "TY  - BOOK\n", "f:5002:1"},
		{"TY  - BOOK\nER  - \n", "TY  - BOOK\nTY  - BOOK\n", "f:2:1"},
		{"{},\n", "[{},\n", "f:5001:1"},
	} {
		src := c.broken + strings.Repeat(c.unit, (33<<20)/len(c.unit))
		if c.unit[0] == '@' {
			src = c.unit + c.broken + src
		}
		_, findings := bib.Read("f", []byte(src), nil)
		whole := says(findings, "longer than 32 MB") || c.unit == "\x00" // which is no text at all
		if len(findings) == 0 || len(findings) > 25 || !hasPlace(findings, c.want) || !whole {
			t.Errorf("%q…: %d findings, %v; want one at %s", c.broken, len(findings), findings[:min(3, len(findings))], c.want)
		}
	}
}

func says(findings []diag.Diagnostic, what string) bool {
	return slices.ContainsFunc(findings, func(d diag.Diagnostic) bool { return strings.Contains(d.Message, what) })
}

func hasPlace(findings []diag.Diagnostic, at string) bool {
	for _, d := range findings {
		if d.Position.String() == at {
			return true
		}
	}
	return false
}

// Whatever is read, places are in the text, and what was read can be written and
// read again.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"@book{a, title = {x {\\'e} $a^2$}, author = {A and {B and C} and de la Cruz, Jr, Ann and others}, crossref={a}, month = jan # \"~1\"}",
		"TY  - JOUR\nAU  - Doe, J., Jr.\nDA  - 2020/01/02/x\nSN  - 1\nM2  - type: book\nER  - ",
		`[{"id":1,"type":"book","issued":{"date-parts":[[2020,"1"],[2021]],"circa":"?"},"author":[{"family":"A"}],"note":"a: b\nauthor: X || Y"}]`,
		"@string{a={b}}@a(b,c=a#a,)", "@x{\\", "@a{b,t={\\it {\\bf $", "@comment{@a{b}}", "% @a{b}", "@a{b, author={family=x, given=y}}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		items, findings := bib.Read("f", []byte(src), nil)
		lines := strings.Count(src, "\n") + strings.Count(src, "\r") + 1
		for _, d := range findings {
			if d.Line < 1 || d.Line > lines || d.Column < 1 || d.Message == "" {
				t.Errorf("%q: %v", src, d)
			}
		}
		for name, write := range formats {
			if _, err := write(items); err != nil {
				t.Errorf("%q as %s: %v", src, name, err)
			}
		}
	})
}
