package check

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"comwijzer/tools/internal/text"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "case-country",
	Title: "a legal case whose title names another country than its record",
	Why:   "The country says whose law and whose courts; readers go by the title, lists and filters by the record.",
	Wrong: "title: {yy: \"Sweden: arrests\"}\ncountry: DE",
	Right: "title: {yy: \"Sweden: arrests\"}\ncountry: SE",
	Mend:  "correct the country or the title. The names of countries are the texts country_XX in i18n/; a title begins with no other country of the world either, as its language calls it.",
	Source: func(p *Pass) {
		for _, lang := range p.Languages {
			texts := p.Interface(lang)
			region := display.Regions(language.Make(lang))
			for _, c := range p.Cases() {
				title := c.Text("/title/" + lang)
				if code := countryBefore(title, region); code != "" && texts["country_"+code] == "" && c.Country != "" && code != c.Country {
					p.Report(c.Position("/country"), "write "+code+", or correct the title", "country %q, and %q in the title", c.Country, nameOf(region, code))
				}
				for key, name := range texts {
					code, ok := strings.CutPrefix(key, "country_")
					if ok && code != c.Country && c.Country != "" && text.HoldsAny(title, []string{strings.ToLower(name)}) &&
						!text.HoldsAny(title, []string{strings.ToLower(texts["country_"+c.Country])}) {
						p.Report(c.Position("/country"), "write "+code+", or correct the title", "country %q, and %q in the title", c.Country, name)
					}
				}
			}
		}
	},
})

// countryBefore returns the code of the country that a title begins with,
// before a colon.
func countryBefore(title string, in display.Namer) string {
	name, _, ok := strings.Cut(title, ":")
	if !ok || in == nil {
		return ""
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if code := string([]rune{a, b}); nameOf(in, code) == name {
				return code
			}
		}
	}
	return ""
}

// nameOf returns what a language calls a country, "" for what is none.
func nameOf(in display.Namer, code string) string {
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() || region.Canonicalize() != region { // DD is DE now
		return ""
	}
	return in.Name(region)
}
