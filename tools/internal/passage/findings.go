package passage

import (
	"fmt"
	"path"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

// Rule is what findings about passages carry in brackets.
const Rule = "source-passage"

// Title says in one line what the rule is about.
const Title = "a cited passage that no longer stands at its address"

// mistakes is the folder of what is known to be wrong in sources, and may
// be mended one day.
const mistakes = "data/mistakes"

// Findings returns what to look at, sorted: at each source, and at each
// place that rests on a passage which is not what it was.
func Findings(s *site.Site, entries []Entry) []diag.Diagnostic {
	resting, locators := map[[2]string][]site.Citation{}, s.Locators()
	for _, c := range s.Citations() {
		key := [2]string{c.Source.ID, place(c, locators[c.Lang])}
		resting[key] = append(resting[key], c)
	}
	var out []diag.Diagnostic
	for _, e := range entries {
		source := s.Source(e.Source)
		if source == nil {
			continue
		}
		if e.Reason != "" {
			said := fmt.Sprintf("what is cited from %q cannot be watched (%s)", e.Address, e.Reason)
			out = append(out, finding(source.Position("/URL"), diag.Info, "read it again yourself, once a year at least", said))
		}
		for _, p := range e.Passages {
			out = append(out, p.findings(source, resting[[2]string{e.Source, p.Locator}])...)
		}
	}
	return diag.Sort(out)
}

// OfMistakes returns those of the findings that stand at what is known to
// be wrong in a source: it may be mended there.
func OfMistakes(found []diag.Diagnostic) []diag.Diagnostic {
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return path.Dir(d.File) != mistakes })
}

// findings reports a passage that is not what it was, in its record and
// where claims rest on it.
func (p Passage) findings(source *site.Source, resting []site.Citation) []diag.Diagnostic {
	severity := map[Verdict]diag.Severity{Changed: diag.Warning, Gone: diag.Error}
	if p.Verdict != Changed && p.Verdict != Gone {
		return nil
	}
	name := "the text"
	if p.Locator != "" {
		name = fmt.Sprintf("%q", p.Locator)
	}
	said := fmt.Sprintf("%s of source %q is %s: %d%% of its word runs are left", name, source.ID, p.Verdict, p.Left)
	hint := fmt.Sprintf("read it again, mend the %d places that rest on it, then write the day under verified_on", len(resting))
	out := []diag.Diagnostic{finding(source.Position("/URL"), severity[p.Verdict], hint, said)}
	for _, c := range resting {
		hint := "read the source again, and see whether it still says this"
		if path.Dir(c.File) == mistakes {
			hint = "read the source again: if the mistake is mended, write the day under mended"
		}
		out = append(out, finding(c.Position, severity[p.Verdict], hint, "this rests on what changed: "+said))
	}
	return out
}

func finding(at diag.Position, severity diag.Severity, hint, message string) diag.Diagnostic {
	return diag.Diagnostic{Position: at, Rule: Rule, Severity: severity, Message: message, Hint: hint}
}
