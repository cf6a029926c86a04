package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/yaml"
)

// LexiconDir holds one file of words and phrases per language, <lang>.yaml:
// what rules about language, and search, know of that language. A rule asks for a list by
// its key; a language without the list is one the rule says nothing about.
const LexiconDir = "data/lexicon"

// LexiconFile returns the file with the words of a language.
func LexiconFile(lang string) string { return LexiconDir + "/" + lang + ".yaml" }

// Lexicon is the words and phrases of one language. The nil Lexicon is empty.
type Lexicon struct {
	Lang string
	File string
	*yaml.Doc

	lacks func(lang, list string) // hears of each list that is asked for and not there; nil for nobody
	made  *sync.Map               // what lists were read to, by key and type; they are asked for again and again
}

// Made returns what is made of a lexicon, once; anew for who listens which lists it asks for.
func Made[T any](x *Lexicon, from func(*Lexicon) T) T {
	if x == nil || x.lacks != nil {
		return from(x)
	}
	return kept(x, "", func() T { return from(x) })
}

// kept returns a value that others may have asked for before.
func kept[T any](x *Lexicon, key string, value func() T) T {
	type of struct {
		key  string
		zero *T
	}
	once, known := x.made.Load(of{key: key})
	if !known {
		once, _ = x.made.LoadOrStore(of{key: key}, sync.OnceValue(value))
	}
	return once.(func() T)()
}

// Locators returns, by language, what reads places in sources.
func (s *Site) Locators() map[string]*cite.Locators {
	return ByLanguage(s, func(lang string) *cite.Locators { return cite.NewLocators(s.Lexicon(lang).Lists("locators")) })
}

// ReferenceWords returns what references in a language are made with.
func (s *Site) ReferenceWords(lang string) *cite.Words {
	x := s.Lexicon(lang)
	words := listed[cite.Words](x, "reference")
	words.Months = x.Phrases("months")
	return &words
}

// Phrases are words or phrases. What is no text in a list of them is left out.
type Phrases []string

// UnmarshalJSON reads the texts of a list.
func (p *Phrases) UnmarshalJSON(src []byte) error {
	var texts []string
	_ = json.Unmarshal(src, &texts)
	*p = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	return nil
}

// Unwanted is a word to leave unwritten, and what to write instead.
type Unwanted struct {
	diag.Position `json:"-"`
	Word          string  `json:"-"`
	Use           string  `json:"use"`    // what to write instead, in words
	Fix           string  `json:"fix"`    // what may replace it anywhere; "" when that takes an editor
	Except        Phrases `json:"except"` // exact texts in which the word, or its company, may stand: names, titles, "keeping an eye on"
	With          Phrases `json:"with"`   // only in a sentence that holds one of these words
	Unless        Phrases `json:"unless"` // not in a sentence that holds one of these words
}

// Cut is a step from a word to its stem: what is cut off its end, and what is put there.
type Cut struct {
	Cut string `json:"cut"`
	Put string `json:"put,omitempty"`
}

// Lexicon returns the words of a language, nil when it has no file.
func (s *Site) Lexicon(lang string) *Lexicon {
	x := s.lexicons[lang]
	if x == nil && s.lacks != nil {
		s.lacks(lang, "")
	}
	return x
}

// Phrases returns a list of words or phrases.
func (x *Lexicon) Phrases(key string) []string { return slices.Clip(listed[Phrases](x, key)) }

// Words makes lists of words or phrases, taken together, ready to be found.
// A word of three letters or fewer is also found with a capital. Names that
// hold one and do not mean it are the list <key>_names.
func (x *Lexicon) Words(keys ...string) *text.Phrases {
	var words, names []string
	for _, key := range keys {
		words = append(words, x.Phrases(key)...)
		if x.Has(key + "_names") {
			names = append(names, x.Phrases(key+"_names")...)
		}
	}
	for _, word := range slices.Clone(words) {
		if len(word) <= 3 && word != "" {
			words = append(words, text.Capitalised(word))
		}
	}
	found := text.NewPhrases(words)
	found.Hyphens = true
	if len(names) > 0 {
		found.Except = text.NewPhrases(names)
		found.Except.Hyphens = true
	}
	return found
}

// Lists returns lists of words or phrases by name.
func (x *Lexicon) Lists(key string) map[string]Phrases { return listed[map[string]Phrases](x, key) }

// Listening returns the site with word lists that tell which of them are asked
// for and not there; of a language without a lexicon it tells the list "".
func (s *Site) Listening(lacks func(lang, list string)) *Site {
	listening := *s
	if others := s.lacks; others != nil {
		own := lacks
		lacks = func(lang, list string) { own(lang, list); others(lang, list) }
	}
	listening.lacks = lacks
	listening.lexicons = map[string]*Lexicon{}
	for lang, known := range s.lexicons {
		x := *known
		x.lacks = lacks
		listening.lexicons[lang] = &x
	}
	return &listening
}

// MissingWords returns, by language, the names of the word lists that
// another language has and it lacks, in order. A lexicon that could not be
// read lacks none: its fault is another.
func (s *Site) MissingWords() map[string][]string {
	lists, all := map[string]map[string]any{}, map[string]any{}
	for lang, x := range s.lexicons {
		lists[lang], _ = x.At("").(map[string]any)
		maps.Copy(all, lists[lang])
	}
	missing := map[string][]string{}
	for _, lang := range s.Languages {
		if s.Unread(LexiconFile(lang)) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(all)) {
			if _, has := lists[lang][name]; !has {
				missing[lang] = append(missing[lang], name)
			}
		}
	}
	return missing
}

// Has reports whether there is a list of that name, or within one of that name.
func (x *Lexicon) Has(keys ...string) bool { return x != nil && x.At(yaml.Pointer(keys...)) != nil }

// Alike returns what texts and their translations must say alike: by kind
// and by meaning, the words that say it.
func (x *Lexicon) Alike() map[string]map[string]Phrases {
	return listed[map[string]map[string]Phrases](x, "alike")
}

// Groups returns a list of lists of words or phrases.
func (x *Lexicon) Groups(key string) []Phrases { return listed[[]Phrases](x, key) }

// Sequences returns the steps that are taken in order: for each order, the
// words for every step.
func (x *Lexicon) Sequences() [][]Phrases { return listed[[][]Phrases](x, "sequences") }

// Rivals returns what cannot both be so: for each group what excludes the
// rest, and for each of that its words.
func (x *Lexicon) Rivals() [][]Phrases { return listed[[][]Phrases](x, "rivals") }

// Stem returns the steps from a word to its stem, in their order.
func (x *Lexicon) Stem() []Cut { return listed[[]Cut](x, "stem") }

// Sounds returns the steps from a word to how it sounds, in their order.
func (x *Lexicon) Sounds() []Cut { return listed[[]Cut](x, "sounds") }

// Unwanted returns a list of words to leave unwritten, each by itself: an
// entry may be of several.
func (x *Lexicon) Unwanted(key string) (words []Unwanted) {
	type entry struct {
		Unwanted
		Words oneOrMore `json:"word"`
	}
	for i, e := range listed[[]entry](x, key) {
		for n, word := range e.Words {
			e.Unwanted.Word, e.Position = word, x.Position(yaml.Pointer(key, fmt.Sprint(i), "word"))
			if len(e.Words) > 1 {
				e.Position = x.Position(yaml.Pointer(key, fmt.Sprint(i), "word", fmt.Sprint(n)))
			}
			words = append(words, e.Unwanted)
		}
	}
	return words
}

// oneOrMore is texts of which one may stand by itself.
type oneOrMore Phrases

// UnmarshalJSON reads a text, or the texts of a list.
func (p *oneOrMore) UnmarshalJSON(src []byte) error {
	if len(src) > 0 && src[0] != '[' {
		src = slices.Concat([]byte("["), src, []byte("]"))
	}
	return (*Phrases)(p).UnmarshalJSON(src)
}

func listed[T any](x *Lexicon, key string) (value T) {
	if x != nil && x.lacks != nil && key != "" && !x.Has(key) {
		x.lacks(x.Lang, key)
	}
	if x == nil || x.Doc == nil {
		return value
	}
	return kept(x, key, func() (value T) {
		_ = x.Decode(yaml.Pointer(key), &value)
		return value
	})
}

// lexicon reads data/lexicon/<lang>.yaml.
func (l *loader) lexicon(name string) {
	lang, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
	if _, known := l.site.Config.Languages[lang]; !known || !isYAML {
		l.report(diag.Position{File: name}, FileName, "name it <language>.yaml, for a language of the site", "file name %q names no language", path.Base(name))
		return
	}
	x := &Lexicon{Lang: lang, File: name, made: &sync.Map{}}
	var ok bool
	if x.Doc, ok = l.document(name); !ok {
		l.lost("file", name)
		return
	}
	l.site.lexicons[lang] = x
}
