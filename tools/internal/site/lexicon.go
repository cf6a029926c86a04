package site

import (
	"fmt"
	"path"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/yaml"
)

// LexiconDir holds one file of words and phrases per language, <lang>.yaml:
// what rules about language, and search, know of that language. A rule asks for a list by
// its key; a language without the list is one the rule says nothing about.
const LexiconDir = "data/lexicon"

// Lexicon is the words and phrases of one language. The nil Lexicon is empty.
type Lexicon struct {
	Lang string
	File string
	*yaml.Doc
}

// Entry is a word to leave unwritten, and what to write instead.
type Entry struct {
	diag.Position
	Word   string
	Use    string   // what to write instead, in words
	Fix    string   // what may replace it anywhere; "" when that takes an editor
	Except []string // exact texts in which the word may stand: names, titles
	With   []string // only in a sentence that holds one of these words
	Unless []string // not in a sentence that holds one of these words
}

// Lexicon gives the words of a language, nil when it has no file.
func (s *Site) Lexicon(lang string) *Lexicon { return s.lexicons[lang] }

// Phrases gives a list of words or phrases.
func (x *Lexicon) Phrases(key string) []string {
	if x == nil {
		return nil
	}
	return stringList(x.Map()[key])
}

// Lists gives lists of words or phrases by name.
func (x *Lexicon) Lists(key string) map[string][]string {
	if x == nil {
		return nil
	}
	lists, _ := x.Map()[key].(map[string]any)
	out := map[string][]string{}
	for name, list := range lists {
		out[name] = stringList(list)
	}
	return out
}

// Groups gives a list of lists of words or phrases.
func (x *Lexicon) Groups(key string) [][]string {
	if x == nil {
		return nil
	}
	groups, _ := x.Map()[key].([]any)
	var out [][]string
	for _, group := range groups {
		out = append(out, stringList(group))
	}
	return out
}

// Entries gives a list of words to leave unwritten.
func (x *Lexicon) Entries(key string) []Entry {
	if x == nil {
		return nil
	}
	items, _ := x.Map()[key].([]any)
	var out []Entry
	for i, item := range items {
		m, _ := item.(map[string]any)
		text := func(k string) string { t, _ := m[k].(string); return t }
		if text("word") == "" {
			continue
		}
		out = append(out, Entry{
			Position: x.Position(yaml.Pointer(key, fmt.Sprint(i), "word")),
			Word:     text("word"), Use: text("use"), Fix: text("fix"),
			Except: stringList(m["except"]), With: stringList(m["with"]), Unless: stringList(m["unless"]),
		})
	}
	return out
}

// lexicon reads data/lexicon/<lang>.yaml.
func (l *loader) lexicon(name string) {
	lang, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
	if _, known := l.site.Config.Languages[lang]; !known || !isYAML {
		l.report(diag.Position{File: name}, FileName, "name it <language>.yaml, for a language of the site", "file name %q names no language", path.Base(name))
		return
	}
	src, ok := l.read(name)
	if !ok {
		return
	}
	x := &Lexicon{Lang: lang, File: name}
	if x.Doc, ok = l.yaml(src, diag.Position{File: name, Line: 1}); !ok {
		return
	}
	l.site.lexicons[lang] = x
	l.allow(allowances(name, src))
}
