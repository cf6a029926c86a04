package check

import (
	"fmt"
	"slices"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// allow takes out the findings that an allowance covers, with the decision,
// and adds the allowances that are not what they should be.
func allow(found []diag.Diagnostic, s *site.Site, today time.Time) (kept, decided []diag.Diagnostic) {
	if len(s.Allowances) == 0 {
		return found, nil
	}
	used := make([]bool, len(s.Allowances))
	for _, d := range found {
		for i, a := range s.Allowances {
			if a.Covers(d) {
				used[i] = true
				if fault(s, a, today) == nil {
					d.Decision = diag.Decision{By: a.By, Until: a.Until, Reason: a.Reason}
				}
			}
		}
		if d.Decision == (diag.Decision{}) {
			kept = append(kept, d)
		} else {
			decided = append(decided, d)
		}
	}
	missing := s.MissingWords()
	for i, a := range s.Allowances {
		if d := fault(s, a, today); d != nil {
			kept = append(kept, *d)
		} else if !used[i] && !s.Incomplete() && len(missing[languageOf(s, a.File)]) == 0 && registry[a.Rule].Source != nil { // another command runs the others
			kept = append(kept, about(a, "remove it", "nothing here for rule %q to find", a.Rule))
		}
	}
	return kept, decided
}

// fault returns what is wrong with an allowance by itself, nil for nothing.
func fault(s *site.Site, a site.Allowance, today time.Time) *diag.Diagnostic {
	var d diag.Diagnostic
	roles := s.Config.Params.Roles
	until, err := time.Parse(time.DateOnly, a.Until)
	switch {
	case registry[a.Rule] == nil:
		d = about(a, text.DidYouMean(a.Rule, IDs(), "wijzer explain lists the rules"), "allowance for unknown rule %q", a.Rule)
	case err != nil:
		d = about(a, "write: allow "+a.Rule+" until 2027-05-01"+byWhom(roles)+": reason", "allowance for %q without an end date", a.Rule)
	case a.Reason == "":
		d = about(a, "write: allow "+a.Rule+" until "+a.Until+byWhom(roles)+": reason", "allowance for %q without a reason", a.Rule)
	case until.Before(today.Truncate(24 * time.Hour)):
		d = about(a, "mend what it allows, or decide again", "allowance for %q ended on %s", a.Rule, a.Until)
	case len(roles) > 0 && a.By == "":
		d = about(a, "write: allow "+a.Rule+" until "+a.Until+byWhom(roles)+": reason", "allowance for %q without who decided", a.Rule)
	case len(roles) > 0 && !slices.Contains(roles, a.By):
		d = about(a, text.DidYouMean(a.By, roles, "params.roles in config.toml lists who may decide"), "allowance for %q by unknown role %q", a.Rule, a.By)
	case isIdle(s, a.Reason):
		d = about(a, "say why this is right here: nobody can look at it again otherwise", "allowance for %q with an idle reason: %q", a.Rule, a.Reason)
	default:
		return nil
	}
	return &d
}

// isIdle reports whether a reason says nothing: the list idle_reasons of
// any language.
func isIdle(s *site.Site, reason string) bool {
	return slices.ContainsFunc(s.Languages, func(lang string) bool {
		return text.Set(s.Lexicon(lang).Phrases("idle_reasons"))[text.Normal(reason)]
	})
}

// byWhom is how an allowance names a role, where the site has any.
func byWhom(roles []string) string {
	if len(roles) == 0 {
		return ""
	}
	return " by " + roles[0]
}

func about(a site.Allowance, hint, format string, args ...any) diag.Diagnostic {
	return diag.Diagnostic{
		Position: a.Position, Rule: "allow-invalid", Severity: Error,
		Message: fmt.Sprintf(format, args...), Hint: hint,
	}
}

var severities = map[string]diag.Severity{"info": Info, "warning": Warning, "error": Error}

// SwitchedOff is the severity of a rule that says nothing.
const SwitchedOff = "off"

// SeverityOf returns the severity of that name.
func SeverityOf(name string) (severity diag.Severity, ok bool) {
	severity, ok = severities[name]
	return severity, ok
}

// withSeverities sets the severity of findings as [params.rules] in
// config.toml has it for their rule.
func withSeverities(found []diag.Diagnostic, s *site.Site) []diag.Diagnostic {
	return WithSeverities(found, s.Config.Params.Rules)
}

// setting returns what is set for a rule: by its own name, or else for its
// set.
func setting(set map[string]string, id string) string {
	if own, ok := set[id]; ok {
		return own
	}
	if r := registry[id]; r != nil {
		return set[r.Set]
	}
	return ""
}

// WithSeverities sets the severity of findings as a map has it for their
// rule or its set, and drops those of rules that are off.
func WithSeverities(found []diag.Diagnostic, set map[string]string) []diag.Diagnostic {
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return setting(set, d.Rule) == SwitchedOff })
	for i := range found {
		if severity, ok := SeverityOf(setting(set, found[i].Rule)); ok {
			found[i].Severity = severity
		}
	}
	return found
}
