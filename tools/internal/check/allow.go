package check

import (
	"fmt"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/near"
	"comwijzer/tools/internal/site"
)

// allow drops the findings that an allowance covers, and reports the
// allowances that are not what they should be.
func allow(found []diag.Diagnostic, allowances []site.Allowance, today time.Time) []diag.Diagnostic {
	if len(allowances) == 0 {
		return found
	}
	used := make([]bool, len(allowances))
	var kept []diag.Diagnostic
	for _, d := range found {
		covered := false
		for i, a := range allowances {
			if a.Covers(d) {
				used[i] = true
				covered = covered || fault(a, today) == nil
			}
		}
		if !covered {
			kept = append(kept, d)
		}
	}
	for i, a := range allowances {
		if d := fault(a, today); d != nil {
			kept = append(kept, *d)
		} else if !used[i] && registry[a.Rule].Source != nil { // another command runs the others
			kept = append(kept, about(a, "allow-unneeded", "remove it", "nothing here for rule %q to find", a.Rule))
		}
	}
	return kept
}

// fault gives what is wrong with an allowance by itself, nil for nothing.
func fault(a site.Allowance, today time.Time) *diag.Diagnostic {
	var d diag.Diagnostic
	until, err := time.Parse(time.DateOnly, a.Until)
	switch {
	case registry[a.Rule] == nil:
		d = about(a, "allow-malformed", near.Hint(a.Rule, IDs(), "wijzer explain lists the rules"), "allowance for unknown rule %q", a.Rule)
	case err != nil:
		d = about(a, "allow-malformed", "write: allow "+a.Rule+" until 2027-05-01: reason", "allowance for %q without an end date", a.Rule)
	case a.Reason == "":
		d = about(a, "allow-malformed", "write: allow "+a.Rule+" until "+a.Until+": reason", "allowance for %q without a reason", a.Rule)
	case until.Before(today.Truncate(24 * time.Hour)):
		d = about(a, "allow-expired", "mend what it allows, or decide again", "allowance for %q ended on %s", a.Rule, a.Until)
	default:
		return nil
	}
	return &d
}

func about(a site.Allowance, rule, hint, format string, args ...any) diag.Diagnostic {
	return diag.Diagnostic{
		Position: a.Position, Rule: rule, Severity: registry[rule].Severity,
		Message: fmt.Sprintf(format, args...), Hint: hint,
	}
}
