package check

import (
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// What cannot be read is reported by site.Load.
var _ = register(Rule{
	ID:       "config-invalid",
	Title:    "config.toml cannot be read, names no languages, or spoils the quick exit",
	Why:      "Everything else depends on it. Who reads what to do may have to leave the page at once, to one that does not tell on them.",
	Wrong:    "defaultContentLanguage = \"de\"   # no such language",
	Right:    "defaultContentLanguage = \"xx\"",
	Mend:     "correct config.toml at the place that the message gives. No section in params.exit_not_in has pages of the types guidance and signal, and params.exit is the front page of a site: what stands behind ? or # in an address is kept in histories.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		if exit := p.Config.Params.Exit; strings.ContainsAny(exit, "?#") {
			p.Report(textAt(p, site.ConfigFile, "exit", exit), "name the front page of an everyday site", "the quick exit leads to %q", exit)
		}
		for _, section := range p.Config.Params.ExitNotIn {
			i := slices.IndexFunc(p.Pages, func(page *site.Page) bool {
				return page.Section == section && slices.Contains(practiceTypes, page.Type)
			})
			if i >= 0 {
				p.Report(textAt(p, site.ConfigFile, "exit_not_in", section), "leave the section out of params.exit_not_in", "no quick exit in section %q, which says what to do in %s", section, p.Pages[i].File)
			}
		}
	},
})
