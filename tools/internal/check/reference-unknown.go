package check

import (
	"fmt"
	"maps"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:     "reference-unknown",
	Title:  "a reference to a source, term, figure or other record that is not there",
	Why:    "A claim whose source cannot be found is a claim without source; a word that explains nothing, a number without date, an empty place where somebody needs help are worse.",
	Wrong:  `[hfst. 2](cite:fietsatals), [Fietslijn](contact:fietslin)`,
	Right:  `[hfst. 2](cite:fietsatlas), [Fietslijn](contact:fietslijn)`,
	Mend:   "correct the id, or record what it names: a source in data/sources/, an organisation in data/contacts/, and so on. Links, blocks, front matter and records are looked at.",
	Safety: true,
	Source: func(p *Pass) {
		missing := map[[2]string][]site.Ref{}
		for use := range p.Uses("") {
			if !p.Exists(use.Kind, use.ID) {
				what := [2]string{use.Kind, use.ID}
				missing[what] = append(missing[what], use.Ref)
			}
		}
		ids := once(p.IDs)
		for _, what := range slices.SortedFunc(maps.Keys(missing), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) }) {
			reportUnknown(p, what[0], what[1], missing[what], p.near(ids(what[0])))
		}
	},
})

// manyRefs is from how many places on an unknown id is reported once: it is
// one mistake, in the id.
const manyRefs = 10

func reportUnknown(p *Pass, kind, id string, refs []site.Ref, known []string) {
	if gone := p.Retired(kind, id); gone != nil && p.Renamed(kind, id) == "" { // each place is to be decided on by itself
		for _, ref := range refs {
			p.Missing(kind, id).Report(ref.Position, "take it out, or name what is there instead", "%s %q was retired on %s", kind, id, gone.On)
		}
		return
	}
	hint := text.DidYouMean(id, known, "add "+placeFor(kind, id))
	if len(refs) >= manyRefs {
		if best, ok := text.Nearest(id, known); ok {
			hint += fmt.Sprintf(" name the record %q again, or write %q in all of them: wijzer mv %s:%s %s", id, best, kind, id, best)
		}
		p.Missing(kind, id).Report(refs[0].Position, hint, "unknown %s %q, here and in %d other places", kind, id, len(refs)-1)
		return
	}
	if now := p.Renamed(kind, id); now != "" {
		hint = fmt.Sprintf("it is called %q now: write that", now)
	}
	for _, ref := range refs {
		p.Missing(kind, id).Fix(ref.Position, nearestFix(ref, known), hint, "unknown %s %q", kind, id)
	}
}

// nearestFix puts the one id that is nearest in place of an unknown one.
func nearestFix(ref site.Ref, known []string) diag.Fix {
	if ref.Link == nil {
		return corrected(ref.ID, known)
	}
	scheme, _ := md.SplitDest(ref.Link.Dest)
	return linkFix(scheme+":", corrected(ref.ID, known), "")
}

// placeFor says which file would record a target.
func placeFor(kind, id string) string {
	if kind == "term" {
		return "a page of type term called " + id
	}
	return "data/" + kind + "s/" + id + ".yaml"
}
