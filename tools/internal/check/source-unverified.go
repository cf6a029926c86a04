package check

import (
	"cmp"
	"fmt"
	"strings"

	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Info, Rule{
	ID:    "source-unverified",
	Title: "a source's address that nobody has verified, or that has no archived copy",
	Why:   "Pages move and vanish; with a copy in an archive the claim can still be checked.",
	Wrong: `URL: https://example.org/rapport`,
	Right: "URL: https://example.org/rapport\nverified_on: 2026-11-20\narchived: https://web.archive.org/web/20261120/https://example.org/rapport",
	Mend:  "open the address and write the day under verified_on; save the page in a web archive and write that address under archived. The first source is reported, with how many lack the same.",
	Source: func(p *Pass) {
		first, count := map[string]*site.Source{}, map[string]int{} // by what is lacking
		for _, r := range p.Sources() {
			var lacks, add []string
			for _, k := range [][2]string{{"verified_on", "never verified"}, {"archived", "without archived copy"}} {
				if r.Text("/"+k[0]) == "" {
					lacks, add = append(lacks, k[1]), append(add, k[0])
				}
			}
			if key := strings.Join(add, " and ") + "\x00" + strings.Join(lacks, ", "); r.URL != "" && len(lacks) > 0 {
				first[key] = cmp.Or(first[key], r)
				count[key]++
			}
		}
		for key, r := range first {
			add, lacks, _ := strings.Cut(key, "\x00")
			hint := "add " + add
			if count[key] > 1 { // not in the message: known.json knows a finding by that
				hint += fmt.Sprintf("; %d sources lack the same", count[key])
			}
			p.Report(r.Position("/URL"), hint, "address of source %q %s", r.ID, lacks)
		}
	},
})
