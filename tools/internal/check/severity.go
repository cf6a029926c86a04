package check

import (
	"maps"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var severities = map[string]diag.Severity{"info": diag.Info, "warning": diag.Warning, "error": diag.Error}

// withSeverities gives findings the severity that [params.rules] in
// config.toml sets for their rule, and drops those of rules that are off.
func withSeverities(found []diag.Diagnostic, s *site.Site) []diag.Diagnostic {
	set := s.Config.Params.Rules
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return set[d.Rule] == "off" })
	for i := range found {
		if severity, ok := severities[set[found[i].Rule]]; ok {
			found[i].Severity = severity
		}
	}
	return found
}

// unknownSeverities reports entries of [params.rules] that mean nothing.
func unknownSeverities(s *site.Site) []diag.Diagnostic {
	var found []diag.Diagnostic
	r := reporter{rule: registry[site.ConfigInvalid], found: &found}
	at := diag.Position{File: site.ConfigFile}
	for _, id := range slices.Sorted(maps.Keys(s.Config.Params.Rules)) {
		value := s.Config.Params.Rules[id]
		if registry[id] == nil {
			r.Report(at, text.DidYouMean(id, IDs(), "wijzer explain lists the rules"), "params.rules names unknown rule %q", id)
		} else if _, ok := severities[value]; !ok && value != "off" {
			r.Report(at, "use error, warning, info or off", "params.rules gives %q the severity %q", id, value)
		}
	}
	return found
}
