// Package diag holds what every check produces, a Diagnostic, and one
// printer per output format. It knows nothing of sites or rules.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Position is a place in a file. Line and Column count from 1; Column
// counts characters (runes), not bytes. A zero Line means the whole file.
type Position struct {
	File   string // relative to the site's root, with forward slashes
	Line   int
	Column int
}

// String returns file:line:column, leaving out what is zero.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Severity ranks a diagnostic. Only Error makes a command fail.
type Severity int

// The severities, least to most severe.
const (
	Info Severity = iota
	Warning
	Error
)

var severityNames = []string{"info", "warning", "error"}

// String returns "info", "warning" or "error".
func (s Severity) String() string { return severityNames[s] }

// Diagnostic is one finding. Message is lower case, without full stop, and
// quotes the offending value; Hint, when there is one, names the remedy.
type Diagnostic struct {
	Position
	Rule     string
	Severity Severity
	Message  string
	Hint     string
	Fix      Fix
	Decision Decision
	Cause    bool // a file could not be read, from which other findings may follow
	Missing  Name // what is not there, the zero Name for nothing: it may have been renamed
}

// Name is that of a page, a term or a record: its kind, and its path or id.
type Name struct{ Kind, ID string }

// Decision says who decided that a finding is right as it is, why, and
// until which day. The zero Decision is none.
type Decision struct{ By, Until, Reason string }

// String puts a decision in a line.
func (d Decision) String() string {
	if d.By == "" {
		return fmt.Sprintf("until %s: %s", d.Until, d.Reason)
	}
	return fmt.Sprintf("by %s until %s: %s", d.By, d.Until, d.Reason)
}

// Fix is a safe remedy: the first Old at or after the finding's position is
// to become New. The zero Fix is none.
type Fix struct{ Old, New string }

// Sort orders by file, line, column, rule and message, causes first, and
// drops exact repeats.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			order(b.Cause)-order(a.Cause),
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.Compact(ds)
}

func order(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Count returns the number of findings of one severity.
func Count(ds []Diagnostic, s Severity) int {
	n := 0
	for _, d := range ds {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether any finding is of severity Error.
func HasErrors(ds []Diagnostic) bool { return Count(ds, Error) > 0 }
