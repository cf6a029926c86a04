package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

var _ = register(Rule{
	ID:       "vocabulary-unknown",
	Title:    "an audience or a theme that config.toml does not list",
	Why:      "Search filters and the glossary by theme offer what config.toml lists; anything else is never found by them.",
	Wrong:    "audience: [feitsers]",
	Right:    "audience: [fietsers]",
	Mend:     "correct it, or add it to params.audiences or params.domains in config.toml and give it a name in i18n/.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			vocabulary(p, page.Front.Doc, "audience", page.Audience, p.Config.Params.Audiences)
		}
		for _, gap := range p.Gaps() {
			for _, who := range slices.Sorted(maps.Keys(gap.For)) {
				if known := p.Config.Params.Audiences; !slices.Contains(known, who) {
					hint := text.DidYouMean(who, known, oneOf(known))
					p.Fix(gap.KeyPosition(yaml.Pointer("for", who)), corrected(who, known), hint, "unknown audience %q", who)
				}
			}
		}
		for _, t := range p.Terms {
			if t.Domain != "" {
				vocabulary(p, t.Lead.Front, "domain", []string{t.Domain}, p.Config.Params.Domains)
			}
		}
	},
})

func vocabulary(p *Pass, front *yaml.Doc, key string, values, known []string) {
	for i, v := range values {
		if !slices.Contains(known, v) {
			at := front.Position(yaml.Pointer(key, fmt.Sprint(i)))
			p.Fix(at, corrected(v, known), text.DidYouMean(v, known, oneOf(known)), "unknown %s %q", key, v)
		}
	}
}

// oneOf names what the configuration lists, or asks for the first.
func oneOf(known []string) string {
	if len(known) == 0 {
		return "list it under params in config.toml"
	}
	return "use one of " + strings.Join(known, ", ")
}
