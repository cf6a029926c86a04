package check

import "comwijzer/tools/internal/diag"

// Applied by site.Load.
var _ = register(Rule{
	ID:       "config-invalid",
	Title:    "config.toml cannot be read, or names no languages",
	Why:      "Everything else depends on it.",
	Wrong:    "defaultContentLanguage = \"de\"   # no such language",
	Right:    "defaultContentLanguage = \"xx\"",
	Mend:     "correct config.toml at the place that the message gives.",
	Severity: diag.Error,
})
