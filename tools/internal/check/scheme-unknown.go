package check

import (
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "scheme-unknown",
	Title:  "a link with a scheme that means nothing here",
	Why:    "A misspelt scheme makes a link that no browser can follow.",
	Wrong:  `[velgen](trem:velg)`,
	Right:  `[velgen](term:velg)`,
	Mend:   "use a scheme that leads to a record, or own; addresses of the outside world belong in a record.",
	Safety: true,
	Source: func(p *Pass) {
		known := append(slices.Sorted(maps.Keys(site.SchemeKinds)), "own")
		for _, page := range p.Pages {
			for _, link := range page.Doc.Links {
				scheme, rest := md.SplitDest(link.Dest)
				switch {
				case scheme == "" || site.SchemeKinds[scheme] != "" || scheme == "own" && rest == "":
				case scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel":
					p.Report(link.Position, "record it in data/ and link to the record", "address %q typed in the text", link.Dest)
				default:
					p.Fix(link.Position, linkFix("", corrected(scheme, known), ":"+rest), text.DidYouMean(scheme, known, "schemes: "+strings.Join(known, ", ")), "unknown scheme %q", scheme)
				}
			}
		}
	},
})
