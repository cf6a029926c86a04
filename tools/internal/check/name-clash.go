package check

import (
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"comwijzer/tools/internal/diag"
)

var _ = register(Rule{
	ID:       "name-clash",
	Title:    "two files or folders whose names differ in capitals, or in how an accent is written, alone",
	Why:      "Many disks take them for one: a checkout there has only one of the two, and which one would be chance.",
	Wrong:    "data/sources/fietsatlas.yaml\ndata/sources/Fietsatlas.yaml",
	Right:    "data/sources/fietsatlas.yaml\ndata/sources/fietsatlas-2.yaml",
	Mend:     "rename one of the two.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		fold := cases.Fold()
		first := map[string]string{} // by what a disk sees, as it was written first
		for _, name := range p.Files() {
			for i := range len(name) + 1 {
				if i < len(name) && name[i] != '/' {
					continue
				}
				part := name[:i]
				key := norm.NFC.String(fold.String(norm.NFC.String(part)))
				if other, seen := first[key]; seen && other != part {
					p.Report(diag.Position{File: name}, "rename one of the two", "%q and %q are one name on many disks", part, other)
					break
				}
				first[key] = part
			}
		}
	},
})
