package site

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/toml"
)

// InterfaceFile returns the file with the interface's texts in a language.
func InterfaceFile(lang string) string { return "i18n/" + lang + ".toml" }

// Interface returns the interface's texts in a language by key, those of
// tables by the names of both, as in "minutes.one"; nil where it has no
// such file, or one that could not be read.
func (s *Site) Interface(lang string) map[string]string { return s.texts[lang] }

// texts reads the file of a language of the site.
func (l *loader) texts(name string) {
	lang := strings.TrimSuffix(path.Base(name), ".toml")
	if name != InterfaceFile(lang) || !slices.Contains(l.site.Languages, lang) {
		return
	}
	src, ok := l.read(name)
	doc, err := toml.Parse(name, src)
	if ok {
		l.unreadable(err)
	}
	if !ok || err != nil {
		l.lost("file", name)
		return
	}
	l.site.texts[lang], l.site.textFiles[lang] = map[string]string{}, doc
	flatten(l.site.texts[lang], "", doc.Value)
	if _, rest, found := bytes.Cut(src, []byte(BorrowedMark)); found {
		l.borrowed(name, lang, rest)
	}
}

// BorrowedMark stands, in texts of the interface that a theme lends, above
// those of another language.
const BorrowedMark = "# In another language:\n"

// mostNamed bounds how many keys a finding names.
const mostNamed = 12

func (l *loader) borrowed(name, lang string, src []byte) {
	tables := map[string]any{}
	_ = toml.Decode(name, src, &tables) // a piece of what could be read
	keys := slices.Sorted(maps.Keys(tables))
	message := fmt.Sprintf("%d texts of the interface are shown in another language than %q: %s", len(keys), lang, strings.Join(keys[:min(len(keys), mostNamed)], ", "))
	if more := len(keys) - mostNamed; more > 0 {
		message = fmt.Sprintf("%s, and %d more", message, more)
	}
	l.found = append(l.found, diag.Diagnostic{
		Position: diag.Position{File: name}, Rule: InterfaceBorrowed, Severity: diag.Warning,
		Message: message,
		Hint:    "write them in " + name,
	})
}

// unreadable reports why TOML cannot be read.
func (l *loader) unreadable(err error) {
	if fault, ok := errors.AsType[*toml.Error](err); ok {
		l.report(fault.Position, ConfigInvalid, "correct the TOML", "unreadable configuration: %v", fault)
	}
}

// ConfigTexts returns the texts that the configuration has for a language,
// like Interface: the tables below [languages.<lang>.params].
func (s *Site) ConfigTexts(lang string) map[string]string {
	texts := map[string]string{}
	flatten(texts, "", s.Config.Languages[lang].Params)
	return texts
}

// KeyedTexts lists the texts of the interface and of the configuration in a
// language, each with the name of what it is as its kind: "i18n:search".
func (s *Site) KeyedTexts(lang string) []*Passage { return s.keyed[lang] }

// AllKeyed visits the same texts in all languages.
func (s *Site) AllKeyed() iter.Seq[*Passage] {
	return inEach(s.Languages, func(lang string) iter.Seq[*Passage] { return slices.Values(s.KeyedTexts(lang)) })
}

func (s *Site) keyedTexts(lang string) (texts []*Passage) {
	configAt := func(pointer string) diag.Position { return s.ConfigAt("/languages/" + lang + "/params" + pointer) }
	for _, from := range []struct {
		name  string
		texts map[string]string
		at    func(pointer string) diag.Position
	}{{"i18n:", s.Interface(lang), s.textFiles[lang].Position}, {"config:", s.ConfigTexts(lang), configAt}} {
		for _, key := range slices.Sorted(maps.Keys(from.texts)) {
			at := from.at("/" + strings.ReplaceAll(key, ".", "/"))
			texts = append(texts, &Passage{Lang: lang, Text: from.texts[key], Kind: from.name + key, Heading: -1, at: at})
		}
	}
	return texts
}

func flatten(texts map[string]string, key string, value any) {
	switch v := value.(type) {
	case string:
		texts[strings.TrimPrefix(key, ".")] = v
	case map[string]any:
		for name, inner := range v {
			flatten(texts, key+"."+name, inner)
		}
	case []any:
		for i, inner := range v {
			flatten(texts, fmt.Sprintf("%s.%d", key, i), inner)
		}
	}
}
