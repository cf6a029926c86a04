package rename

import (
	"strings"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/site"
)

// looks keeps what somebody found right between languages: links are part
// of what was compared, and they change.
func (r *renaming) looks(after *site.Site) {
	looks := between.Looks(r.Site)
	if len(looks) == 0 {
		return
	}
	now := map[string][]between.Look{} // by kind and place, in order
	for _, d := range between.Differences(after) {
		look := d.Look("", "", "")
		now[look.Kind+look.Place] = append(now[look.Kind+look.Place], look)
	}
	for _, d := range between.Differences(r.Site) {
		at := d.Name + r.place(d)
		if len(now[at]) == 0 {
			continue
		}
		is := now[at][0]
		now[at] = now[at][1:]
		for _, look := range looks {
			if look.Ends(d) && look.Place == d.Look("", "", "").Place {
				r.edit(reference, look.Position, look.Place, is.Place)
				r.edit(reference, look.Position, look.Texts, is.Texts)
			}
		}
	}
}

func (r *renaming) place(d between.Difference) string {
	file := d.Other.File
	d.Other.File = r.mapped(file)
	place := d.Look("", "", "").Place
	if start, ok := strings.CutSuffix(place, "#"+r.old); ok && r.kind == heading && strings.HasPrefix(file, "content"+r.path+".") {
		return start + "#" + r.to
	}
	return place
}
