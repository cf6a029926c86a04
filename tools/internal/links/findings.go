package links

import (
	"fmt"

	"comwijzer/tools/internal/diag"
)

// Rule is what findings about external addresses carry in brackets.
const Rule = "links"

// Findings returns a diagnostic for each place with an address that
// somebody should look at, sorted.
func Findings(addresses []Address, entries []Entry) []diag.Diagnostic {
	byAddress := Ledger.ByKey(entries...)
	var out []diag.Diagnostic
	for _, a := range addresses {
		e := byAddress[a.URL]
		hint := e.hint()
		if hint == "" {
			continue
		}
		for _, at := range a.Places {
			out = append(out, diag.Diagnostic{Position: at, Rule: Rule, Severity: e.severity(), Message: e.message(), Hint: hint})
		}
	}
	return diag.Sort(out)
}

func (e Entry) severity() diag.Severity {
	if e.Verdict.Bad() {
		return diag.Error
	}
	return diag.Info
}

func (e Entry) message() string {
	text := fmt.Sprintf("%q is %s", e.Address, e.Verdict)
	if e.Reason != "" {
		text += " (" + e.Reason + ")"
	}
	return text
}

// hint names the remedy; "" for an address that needs none.
func (e Entry) hint() string {
	instead := "give the address where it is now"
	if e.Archived != "" {
		instead = fmt.Sprintf("refer to the archived copy, %s", e.Archived)
	}
	switch e.Verdict {
	case Moved:
		return fmt.Sprintf("write %q", e.MovedTo)
	case Blocked:
		return "look at it in a browser, once a year at least"
	case Gone, Soft404:
		return instead
	case Unreachable:
		return "look at it in a browser; when it fails there too, " + instead
	}
	return ""
}
