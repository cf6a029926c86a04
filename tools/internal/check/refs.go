package check

import (
	"fmt"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// unknown returns the Source function of a rule that reports references of one
// kind without target, wherever they stand: links, blocks, front matter and
// records. An id that very many places use is one mistake, in the id.
func unknown(kind string) func(*Pass) {
	return func(p *Pass) {
		missing := map[string][]site.Ref{}
		look := func(refs []site.Ref) {
			for _, ref := range refs {
				if ref.Kind == kind && !p.Exists(kind, ref.ID) {
					missing[ref.ID] = append(missing[ref.ID], ref)
				}
			}
		}
		for _, page := range p.Pages {
			look(page.Refs)
		}
		for _, record := range p.Records {
			look(record.Refs)
		}
		for _, refs := range missing {
			reportUnknown(p, kind, refs)
		}
	}
}

// manyRefs is from how many places on an unknown id is reported once.
const manyRefs = 10

func reportUnknown(p *Pass, kind string, refs []site.Ref) {
	id := refs[0].ID
	ids := p.IDs(kind)
	hint := text.DidYouMean(id, ids, "add "+place(kind, id))
	if len(refs) >= manyRefs {
		if best, ok := text.Nearest(id, ids); ok {
			hint += fmt.Sprintf(" wijzer mv %s %s %s mends all of them", kind, id, best)
		}
		p.Report(refs[0].Position, hint, "unknown %s %q, here and in %d other places", kind, id, len(refs)-1)
		return
	}
	for _, ref := range refs {
		p.Fix(ref.Position, nearest(ref, ids), hint, "unknown %s %q", kind, id)
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
