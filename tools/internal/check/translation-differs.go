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

var _ = register(StructureRules, Warning, Rule{
	ID:    "translation-differs",
	Title: "something countable that a text says in one language only",
	Why: "An update reaches one language and not the other, a \"never\" is lost, and from then on the site says two things. " +
		"Compared are, text by text: " + kindsCompared() + ".",
	Wrong: "xx: In 2019 telde de stad alles.\nyy: In 2021 the town counted everything.",
	Right: "xx: In 2019 telde de stad alles.\nyy: In 2019 the town counted everything.",
	Mend: "say the same in both languages; points and commas in numbers may differ, and so may digits and words. Where a difference is right, " +
		"`wijzer looked --by ROLE FILE:LINE` records in `data/looked.yaml` that somebody compared both texts; it comes back when one of them changes. " +
		"The words of each kind stand in the lexicons, under `alike`. In words two languages differ rightly more often than not where a text is new in both: of a page or record that " +
		"nobody has compared yet (`wijzer translations seen`) they are told in one finding, and not of texts that somebody compared as they are. Digits, links, fields and numbers of texts are told always, and all of it where a text changed since, " +
		"or where no data/translated.yaml is kept.",
	Source: func(p *Pass) {
		looks := between.Looks(p.Site)
		idle := slices.Clone(looks)
		unread := map[string][]between.Difference{} // by files
		for _, d := range between.Differences(p.Site) {
			ends := func(l between.Look) bool { return l.Ends(d) }
			if slices.ContainsFunc(looks, ends) {
				idle = slices.DeleteFunc(idle, ends)
				continue
			}
			at := d.At().At()
			if !d.IsExact() {
				switch standing, ok := p.standings.OfTexts(d); {
				case !ok:
				case standing == between.New:
					unread[d.Lead.File+d.Other.File] = append(unread[d.Lead.File+d.Other.File], d)
					continue
				case standing == between.Seen && !d.OfUse():
					continue
				}
			}
			p.As(d.Severity).Report(at, hintFor(d, at), "%s", d)
		}
		for _, all := range unread {
			reportUncompared(p, all)
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

// mostNamed is how many words a finding about a page that nobody has
// compared names.
const mostNamed = 12

// reportUncompared reports at once what words differ on a page or in a
// record of which nobody has said yet that its languages translate each
// other: they differ rightly more often than not, and to read both beside
// each other is to be done anyway.
func reportUncompared(p *Pass, all []between.Difference) {
	var named []string
	for _, d := range all {
		lang := d.Other.Lang
		if len(d.Ours) == 0 {
			lang = d.Lead.Lang
		}
		if word := fmt.Sprintf("%q (%s %d)", d.At(), lang, d.At().At().Line); !slices.Contains(named, word) {
			named = append(named, word)
		}
	}
	if more := len(named) - mostNamed; more > 0 {
		named = append(named[:mostNamed], "…")
	}
	at := all[0].At().At()
	p.Report(at, "read both beside each other, and then: wijzer translations seen "+at.File,
		"nobody has compared the languages here yet, and one says what the other may not: %s", strings.Join(named, ", "))
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

// reportLooks reports looks by nobody that the site knows, and those that
// end no difference.
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

// reportUnread reports the kinds that cannot be compared with a language
// whose lexicon lacks their words.
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
