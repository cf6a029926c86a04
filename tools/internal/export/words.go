package export

import (
	"cmp"

	"comwijzer/tools/internal/site"
)

// domainNames returns the names of the themes of terms in one language.
func domainNames(s *site.Site, lang string) map[string]string {
	texts, names := s.Interface(lang), map[string]string{}
	for _, t := range shownTerms(s) {
		if t.Domain != "" {
			names[t.Domain] = cmp.Or(texts["domain_"+t.Domain], t.Domain) // an export needs no layouts
		}
	}
	return names
}
