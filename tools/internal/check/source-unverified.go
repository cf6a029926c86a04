package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "source-unverified",
	Title:    "a source's address that nobody has verified, or that has no archived copy",
	Why:      "Pages move and vanish; with a copy in an archive the claim can still be checked.",
	Wrong:    `URL: https://example.org/rapport`,
	Right:    "URL: https://example.org/rapport\nverified_on: 2026-11-20\narchived: https://web.archive.org/web/20261120/https://example.org/rapport",
	Mend:     "open the address and write the day under verified_on; save the page in a web archive and write that address under archived.",
	Severity: diag.Info,
	Source: func(p *Pass) {
		for _, r := range p.Sources() {
			var lacks, add []string
			for _, k := range [][2]string{{"verified_on", "never verified"}, {"archived", "without archived copy"}} {
				if r.Text("/"+k[0]) == "" {
					lacks, add = append(lacks, k[1]), append(add, k[0])
				}
			}
			if r.URL != "" && len(lacks) > 0 {
				p.Report(r.Position("/URL"), "add "+strings.Join(add, " and "), "address of source %q %s", r.ID, strings.Join(lacks, ", "))
			}
		}
	},
})
