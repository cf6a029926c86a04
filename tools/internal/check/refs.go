package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// unknown gives the Source function of a rule that reports references of one
// kind without target, wherever they stand: links, blocks, front matter and
// records.
func unknown(kind string) func(*Pass) {
	return func(p *Pass) {
		report := func(refs []site.Ref) {
			for _, ref := range refs {
				if ref.Kind == kind && !p.Exists(kind, ref.ID) {
					p.Fix(ref.Position, nearest(ref, p.IDs(kind)), text.DidYouMean(ref.ID, p.IDs(kind), "add "+place(kind, ref.ID)), "unknown %s %q", kind, ref.ID)
				}
			}
		}
		for _, page := range p.Pages {
			report(page.Refs)
		}
		for _, record := range p.Records {
			report(record.Refs)
		}
	}
}

// nearest puts the one id that is nearest in place of an unknown one.
func nearest(ref site.Ref, ids []string) diag.Fix {
	id, ok := text.OnlyNearest(ref.ID, ids)
	if !ok {
		return diag.Fix{}
	}
	if ref.Link == nil {
		return diag.Fix{Old: ref.ID, New: id}
	}
	scheme, _ := md.SplitDest(ref.Link.Dest)
	return diag.Fix{Old: "](" + scheme + ":" + ref.ID + ")", New: "](" + scheme + ":" + id + ")"}
}

// place says which file would record a target.
func place(kind, id string) string {
	if kind == "term" {
		return "a page of type begrip called " + id
	}
	return "data/" + kind + "s/" + id + ".yaml"
}
