package check

import (
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/between"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:    "translation-differs",
	Title: "something countable that a text says in one language only",
	Why: "An update reaches one language and not the other, a \"never\" is lost, and from then on the site says two things. " +
		"Compared are, text by text: " + kindsCompared() + ".",
	Wrong: "xx: In 2019 telde de stad alles.\nyy: In 2021 the town counted everything.",
	Right: "xx: In 2019 telde de stad alles.\nyy: In 2019 the town counted everything.",
	Mend: "say the same in both languages; points and commas in numbers may differ, and so may digits and words. Where a difference is right, " +
		"`wijzer looked --by ROLE FILE:LINE` records in `data/looked.yaml` that somebody compared both texts; it comes back when one of them changes. " +
		"The words of each kind stand in the lexicons, under `alike`.",
	Set:      StructureRules,
	Severity: Warning,
	Source: func(p *Pass) {
		looks := between.Looks(p.Site)
		idle := slices.Clone(looks)
		for d := range between.Differences(p.Site) {
			ends := func(l between.Look) bool { return l.Ends(d) }
			if slices.ContainsFunc(looks, ends) {
				idle = slices.DeleteFunc(idle, ends)
				continue
			}
			at := d.At().At()
			p.As(d.Severity).Report(at, hintFor(d, at), "%s", d)
		}
		reportLooks(p, looks, idle)
		reportUnread(p)
	},
})

func kindsCompared() string {
	var errors, warnings []string
	for _, k := range between.Kinds {
		if k.Severity == Error {
			errors = append(errors, k.Name)
		} else {
			warnings = append(warnings, k.Name)
		}
	}
	return strings.Join(errors, ", ") + " (errors), " + strings.Join(warnings, ", ") + " (warnings)"
}

func hintFor(d between.Difference, at diag.Position) string {
	if len(d.Theirs) > 0 && len(d.Ours) > 0 {
		return orLooked("write the same in both", at)
	}
	return orLooked("write it in both, or in neither", at)
}

func orLooked(hint string, at diag.Position) string {
	return fmt.Sprintf("%s; if both texts are right: wijzer looked --by ROLE %s:%d", hint, at.File, at.Line)
}

// reportLooks reports looks by nobody that the site knows, and those that end
// no difference.
func reportLooks(p *Pass, looks, idle []between.Look) {
	roles := p.Config.Params.Roles
	for _, l := range looks {
		if len(roles) > 0 && !slices.Contains(roles, l.By) {
			p.As(Error).Report(l.Position, text.DidYouMean(l.By, roles, "params.roles in config.toml lists who may decide"), "look by unknown role %q", l.By)
		}
	}
	for _, l := range idle {
		if !p.Incomplete() {
			p.As(Info).Report(l.Position, "remove it, or look again", "look at texts that have changed: %s, %s", l.Kind, l.Place)
		}
	}
}

// reportUnread reports the kinds that cannot be compared with a language whose
// lexicon lacks their words.
func reportUnread(p *Pass) {
	for _, k := range between.Kinds {
		with, without := k.Languages(p.Site)
		for _, lang := range without {
			if len(with) > 0 && p.Lexicon(lang).Has("alike") { // another rule tells of lists that are not there
				p.As(Info).Report(diag.Position{File: site.LexiconFile(lang)}, "add the list alike."+k.Name,
					"no words of the kind %q in language %q: translations are not compared in it", k.Name, lang)
			}
		}
	}
}
