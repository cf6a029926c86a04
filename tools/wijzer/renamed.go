package main

import (
	"context"
	"fmt"
	"io/fs"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/rename"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/toolchain"
)

// offerRenames gives findings about what is not there the command that
// mends them all, where the last commit tells that it was renamed by hand.
// Without git, or outside a repository, they stay as they are.
func offerRenames(ctx context.Context, root string, s *site.Site, findings []diag.Diagnostic) {
	missing := func(d diag.Diagnostic) bool { return d.Missing != diag.Name{} }
	if !slices.ContainsFunc(findings, missing) {
		return
	}
	before, err := toolchain.Revision(ctx, root, "HEAD")
	if err != nil {
		return
	}
	hints := map[diag.Name]string{{}: ""} // where nothing is missing there is none
	for i, d := range findings {
		if _, known := hints[d.Missing]; !known {
			hints[d.Missing] = renameHint(s, before, d.Missing)
		}
		if hint := hints[d.Missing]; hint != "" {
			findings[i].Hint, findings[i].Fix = hint, diag.Fix{}
		}
	}
}

func renameHint(s *site.Site, before fs.FS, gone diag.Name) string {
	old, to, ok := rename.Guess(s, before, gone)
	if !ok {
		return ""
	}
	return fmt.Sprintf("it seems to be renamed: wijzer mv %s %s mends all that points there", old, to)
}
