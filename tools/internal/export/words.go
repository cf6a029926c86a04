package export

import (
	"cmp"
	"io/fs"

	"github.com/pelletier/go-toml/v2"

	"comwijzer/tools/internal/site"
)

// words are the interface's texts in one language, which hold the names of the
// themes. A site without them shows ids: an export needs no layouts.
func words(s *site.Site, lang string) map[string]any {
	texts := map[string]any{}
	if src, err := fs.ReadFile(s.FS, "i18n/"+lang+".toml"); err == nil {
		_ = toml.Unmarshal(src, &texts) // Hugo tells what is wrong with it
	}
	return texts
}

// domainNames returns the names of the themes of terms in one language.
func domainNames(s *site.Site, lang string) map[string]string {
	texts, names := words(s, lang), map[string]string{}
	for _, t := range shownTerms(s) {
		if t.Domain != "" {
			name, _ := texts["domain_"+t.Domain].(string)
			names[t.Domain] = cmp.Or(name, t.Domain)
		}
	}
	return names
}
