package diag

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Options are what a format may need besides the findings.
type Options struct {
	Rules map[string]string           // the title of each rule id that can occur
	Say   func(english string) string // translates what people read; nil leaves it in English
}

// English says a text as it is.
func English(text string) string { return text }

// printers write findings, each in one format.
var printers = map[string]func(w io.Writer, ds []Diagnostic, o Options) error{
	"github": printGitHub, "json": printJSON, "markdown": printMarkdown, "sarif": printSARIF, "text": printText,
}

// Formats lists the names that Print accepts.
func Formats() []string { return slices.Sorted(maps.Keys(printers)) }

// Print writes ds, which must be sorted, in the named format.
func Print(w io.Writer, format string, ds []Diagnostic, o Options) error {
	if o.Say == nil {
		o.Say = English
	}
	p, ok := printers[format]
	if !ok {
		return fmt.Errorf("unknown format %q: use one of %s", format, strings.Join(Formats(), ", "))
	}
	return p(w, ds, o)
}
