package site

import (
	"fmt"
	"io/fs"

	"github.com/pelletier/go-toml/v2"
)

// InterfaceFile returns the file with the interface's texts in a language.
func InterfaceFile(lang string) string { return "i18n/" + lang + ".toml" }

// Interface returns the interface's texts in a language by key, those of tables
// by the names of both, as in "minutes.one"; nil where it has no such file.
func (s *Site) Interface(lang string) map[string]string {
	src, err := fs.ReadFile(s.FS, InterfaceFile(lang))
	if err != nil {
		return nil
	}
	texts, tables := map[string]string{}, map[string]any{}
	_ = toml.Unmarshal(src, &tables) // Hugo tells what is wrong with it
	flatten(texts, "", tables)
	return texts
}

// ConfigTexts returns the texts that the configuration has for a language, like
// Interface: the tables below [languages.<lang>.params].
func (s *Site) ConfigTexts(lang string) map[string]string {
	texts := map[string]string{}
	flatten(texts, "", s.Config.Languages[lang].Params)
	return texts
}

func flatten(texts map[string]string, key string, value any) {
	below := func(name string) string {
		if key == "" {
			return name
		}
		return key + "." + name
	}
	switch v := value.(type) {
	case string:
		texts[key] = v
	case map[string]any:
		for name, inner := range v {
			flatten(texts, below(name), inner)
		}
	case []any:
		for i, inner := range v {
			flatten(texts, below(fmt.Sprint(i)), inner)
		}
	}
}
