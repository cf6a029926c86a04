package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/toml"
)

// InterfaceFile returns the file with the interface's texts in a language.
func InterfaceFile(lang string) string { return "i18n/" + lang + ".toml" }

// Interface returns the interface's texts in a language by key, those of tables
// by the names of both, as in "minutes.one"; nil where it has no such file, or one
// that could not be read.
func (s *Site) Interface(lang string) map[string]string { return s.texts[lang] }

// texts reads the file of a language of the site.
func (l *loader) texts(name string) {
	lang := strings.TrimSuffix(path.Base(name), ".toml")
	if name != InterfaceFile(lang) || !slices.Contains(l.site.Languages, lang) {
		return
	}
	tables := map[string]any{}
	src, ok := l.read(name)
	if !ok || !l.toml(name, src, &tables) {
		l.lost("file", name)
		return
	}
	l.site.texts[lang] = map[string]string{}
	flatten(l.site.texts[lang], "", tables)
	if _, rest, found := bytes.Cut(src, []byte(BorrowedMark)); found {
		l.borrowed(name, lang, rest)
	}
}

// BorrowedMark stands, in texts of the interface that a theme lends, above those of
// another language.
const BorrowedMark = "# In another language:\n"

// mostNamed bounds how many keys a finding names.
const mostNamed = 12

func (l *loader) borrowed(name, lang string, src []byte) {
	tables := map[string]any{}
	if !l.toml(name, src, &tables) {
		return
	}
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

// toml reads TOML, or reports why it cannot.
func (l *loader) toml(name string, src []byte, into any) bool {
	err := toml.Decode(name, src, into)
	if err != nil {
		l.unreadable(err)
	}
	return err == nil
}

func (l *loader) unreadable(err error) {
	if fault, ok := errors.AsType[*toml.Error](err); ok {
		l.report(fault.Position, ConfigInvalid, "correct the TOML", "unreadable configuration: %v", fault)
	}
}

// ConfigTexts returns the texts that the configuration has for a language, like
// Interface: the tables below [languages.<lang>.params].
func (s *Site) ConfigTexts(lang string) map[string]string {
	texts := map[string]string{}
	flatten(texts, "", s.Config.Languages[lang].Params)
	return texts
}

// KeyedTexts lists the texts of the interface and of the configuration in a language,
// each with the name of what it is as its kind: "i18n:search".
func (s *Site) KeyedTexts(lang string) []*Passage { return s.keyed[lang] }

func (s *Site) keyedTexts(lang string) (texts []*Passage) {
	for _, from := range []struct {
		name, file string
		texts      map[string]string
	}{{"i18n:", InterfaceFile(lang), s.Interface(lang)}, {"config:", ConfigFile, s.ConfigTexts(lang)}} {
		lines := s.keyLines(from.file)
		for _, key := range slices.Sorted(maps.Keys(from.texts)) {
			said := from.texts[key]
			at := diag.Position{File: from.file}
			if i := slices.IndexFunc(lines, func(l keyLine) bool { return l.gives(key, said) }); i >= 0 {
				at = diag.Position{File: from.file, Line: lines[i].line, Column: 1}
			}
			texts = append(texts, &Passage{Lang: lang, Text: said, Kind: from.name + key, Heading: -1, at: at})
		}
	}
	return texts
}

// keyLine is a line of TOML that gives a key, or several in braces, a text.
type keyLine struct {
	line       int
	key, value string
}

func (l keyLine) gives(key, said string) bool {
	first, _, _ := strings.Cut(key, ".")
	last := key[strings.LastIndexByte(key, '.')+1:]
	return (l.key == first || l.key == last) && strings.Contains(l.value, said)
}

func (s *Site) keyLines(file string) (lines []keyLine) {
	src, _ := fs.ReadFile(s.FS, file)
	n := 0
	for line := range strings.Lines(string(src)) {
		n++
		if key, value, ok := strings.Cut(line, "="); ok {
			lines = append(lines, keyLine{n, strings.TrimSpace(key), value})
		}
	}
	return lines
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
