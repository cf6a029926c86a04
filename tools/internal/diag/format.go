package diag

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A Printer writes findings in one format. rules returns the one-line title of
// each rule id that can occur, for formats that carry rule metadata.
type Printer func(w io.Writer, ds []Diagnostic, rules map[string]string) error

// printers is filled by the file of each format.
var printers = map[string]Printer{}

// Formats lists the names that Print accepts.
func Formats() []string { return slices.Sorted(maps.Keys(printers)) }

// Print writes ds, which must be sorted, in the named format.
func Print(w io.Writer, format string, ds []Diagnostic, rules map[string]string) error {
	p, ok := printers[format]
	if !ok {
		return fmt.Errorf("unknown format %q: use one of %s", format, strings.Join(Formats(), ", "))
	}
	return p(w, ds, rules)
}
