package check

import (
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "security-expired",
	Title:    "a security.txt that is out of date, or soon will be",
	Why:      "Who finds a hole in the site trusts the address in security.txt only until the day that stands there (RFC 9116), which is at most a year ahead.",
	Wrong:    `expires = "2024-01-01T00:00:00Z"`,
	Right:    `expires = "2027-06-01T00:00:00Z"`,
	Mend:     "look whether mail to contact still arrives, and write a day within a year under [params.security] in config.toml, with its time: 2027-06-01T00:00:00Z.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		security := p.Config.Params.Security
		if security.Contact == "" {
			return
		}
		const hint = "see that mail to contact arrives, and write a day within a year, with its time: 2027-06-01T00:00:00Z"
		at := diag.Position{File: site.ConfigFile}
		expires, err := time.Parse(time.RFC3339, security.Expires)
		switch {
		case err != nil:
			p.Report(at, hint, "expires = %q of security.txt is no time", security.Expires)
		case expires.Before(p.Today):
			p.Report(at, hint, "security.txt expired on %s", expires.Format(time.DateOnly))
		case expires.Before(p.Today.AddDate(0, 1, 0)):
			p.Report(at, hint, "security.txt expires within a month, on %s", expires.Format(time.DateOnly))
		case expires.After(p.Today.AddDate(1, 0, 0)):
			p.Report(at, hint, "security.txt expires more than a year ahead, on %s", expires.Format(time.DateOnly))
		}
	},
})
