package site

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
)

// Allowance lets findings of one rule pass in one place, for a reason and
// until a day. It is a comment, in Markdown or in YAML:
//
//	<!-- allow rule-id until 2027-05-01 by editor: reason -->
//	# allow rule-id until 2027-05-01 by editor: reason
//
// At the end of a line it holds for that line, on a line of its own for the
// paragraph that follows; allow-file holds for the whole file.
type Allowance struct {
	diag.Position
	Rule        string
	Until       string // YYYY-MM-DD, "" when it is missing
	By          string // the role of who decided, "" when it is missing
	Reason      string // "" when it is missing
	First, Last int    // the lines it holds for
	WholeFile   bool
}

var allowance = regexp.MustCompile(`(?:<!--|#)[ \t]*allow(-file)?[ \t]+([a-z0-9-]+)(?:[ \t]+until[ \t]+([^\s:]+))?(?:[ \t]+by[ \t]+([^\s:]+))?(?::[ \t]*([^\n]*?))?[ \t]*(?:-->|\r?\n|$)`)

// allowances finds the allowances in src. Most files have none, and pay one
// search for it.
func allowances(name string, src []byte) (out []Allowance) {
	if !bytes.Contains(src, []byte("allow")) {
		return nil
	}
	lines := diag.NewLines(name, src)
	for _, m := range allowance.FindAllSubmatchIndex(src, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return strings.TrimSpace(string(src[m[2*i]:m[2*i+1]]))
		}
		a := Allowance{
			Position: lines.Position(m[0]), WholeFile: group(1) != "", Rule: group(2), Until: group(3), By: group(4), Reason: group(5),
		}
		a.First, a.Last = scope(src, m[0], a.Line)
		out = append(out, a)
	}
	return out
}

// scope returns the lines that a comment at offset holds for.
func scope(src []byte, offset, line int) (first, last int) {
	before := src[bytes.LastIndexByte(src[:offset], '\n')+1 : offset]
	if len(bytes.TrimSpace(before)) > 0 {
		return line, line
	}
	rest := bytes.Split(src[offset:], []byte("\n"))
	i := 1
	for i < len(rest) && len(bytes.TrimSpace(rest[i])) == 0 {
		i++
	}
	first = line + i
	for i < len(rest) && len(bytes.TrimSpace(rest[i])) > 0 {
		i++
	}
	return first, line + i - 1
}

// Covers reports whether a finding is one that the allowance lets pass.
func (a Allowance) Covers(d diag.Diagnostic) bool {
	return a.Rule == d.Rule && a.File == d.File && (a.WholeFile || d.Line >= a.First && d.Line <= a.Last)
}

// outsideExamples drops the allowances that stand in a page's text blocks,
// where the handbook shows how they are written.
func outsideExamples(p *Page, as []Allowance) []Allowance {
	return slices.DeleteFunc(as, func(a Allowance) bool {
		return slices.ContainsFunc(p.Doc.Blocks, func(b md.Block) bool {
			return b.Kind == "text" && a.Line >= b.BodyLine && a.Line < b.BodyLine+bytes.Count(b.Body, []byte("\n"))
		})
	})
}
