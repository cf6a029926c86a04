package intake

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// tag returns what a program says of the language of a work as the schema
// has it; "" for what it does not know.
func tag(said string) string {
	said = strings.TrimSpace(said)
	if languageTag.MatchString(said) {
		return said
	}
	if known := named()[strings.ToLower(said)]; known != "" {
		return known
	}
	t, err := language.Parse(said)
	if base, confidence := t.Base(); err == nil && confidence == language.Exact && len(base.String()) == 2 {
		return base.String()
	}
	return ""
}

// named returns languages by their names, in English and in themselves, and
// by those that LaTeX has for variants.
var named = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, t := range display.Supported.Tags() {
		base, _ := t.Base()
		if len(base.String()) == 2 && t == language.Make(base.String()) {
			names[strings.ToLower(display.English.Languages().Name(t))] = base.String()
			names[strings.ToLower(display.Self.Name(t))] = base.String()
		}
	}
	for _, variant := range [][2]string{{"american", "english"}, {"british", "english"}, {"ngerman", "german"}, {"naustrian", "german"}, {"francais", "french"}} {
		names[variant[0]] = names[variant[1]]
	}
	return names
})
