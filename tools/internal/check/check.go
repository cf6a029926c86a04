// Package check holds the rules.
package check

import (
	"time"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Rule is one check.
type Rule struct {
	ID       string
	Title    string
	Doc      string
	Severity diag.Severity
}

// Rules lists all rules by id.
func Rules() []Rule { return nil }

// Titles gives rule id → title.
func Titles() map[string]string { return nil }

// Find stub.
func Find(id string) (Rule, bool) { return Rule{}, false }

// Source runs the rules for content and data.
func Source(s *site.Site, today time.Time) []diag.Diagnostic { return nil }

// Built runs the rules for the rendered site.
func Built(b *built.Site, s *site.Site) []diag.Diagnostic { return nil }
