// Package messages says in other languages what the program says in
// English.
//
// What the program finds and tells is English text wherever it is kept,
// compared or read by other programs. Only who shows it to people asks a
// Catalogue, last of all: it reads the text back with the formats that it
// knows (docs/adr/0026).
package messages

import (
	"cmp"
	"embed"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed *.po
var files embed.FS

// Languages lists those that there is a catalogue of.
func Languages() (langs []string) {
	entries, _ := files.ReadDir(".")
	for _, e := range entries {
		langs = append(langs, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	return langs
}

// Preferred returns the language of an environment, "" when there is no catalogue of it.
func Preferred(getenv func(string) string) string {
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	lang, _, _ := strings.Cut(locale, ".")
	lang, _, _ = strings.Cut(lang, "_")
	if lang = strings.ToLower(lang); slices.Contains(Languages(), lang) {
		return lang
	}
	return ""
}

// A Catalogue knows what the program says in one language. The nil
// Catalogue leaves all as it is.
type Catalogue struct {
	lang    string
	texts   map[string]string // by the English text or format
	formats []*format         // those with the most text of their own first
}

// In returns the catalogue of a language, nil when there is none.
func In(lang string) *Catalogue {
	src, err := files.ReadFile(lang + ".po")
	if err != nil {
		return nil
	}
	c := &Catalogue{lang: lang, texts: map[string]string{}}
	for _, e := range Entries(string(src)) {
		c.add(e)
	}
	return c
}

// Language returns the code of the language, "" for that of the program.
func (c *Catalogue) Language() string {
	if c == nil {
		return ""
	}
	return c.lang
}

func (c *Catalogue) add(e Entry) {
	if !verb.MatchString(e.English) {
		c.texts[e.English] = e.Text
		return
	}
	f := newFormat(e)
	at, _ := slices.BinarySearchFunc(c.formats, f, func(a, b *format) int { return cmp.Compare(b.own, a.own) })
	c.formats = slices.Insert(c.formats, at, f)
}

// Say returns what an English text is in this language, and the text itself
// where that is not known. Of a list or a table it says each part.
func (c *Catalogue) Say(english string) string {
	if c == nil || english == "" {
		return english
	}
	if said, ok := c.texts[english]; ok {
		return said
	}
	return c.read(english)
}

// part says what was filled in, or stands in a list: a word by itself is
// the name of something.
func (c *Catalogue) part(english string) string {
	name, number, found := strings.Cut(english, " ")
	if _, err := strconv.Atoi(number); err == nil { // the kind of what is counted
		return cmp.Or(c.texts[name], name) + " " + number
	}
	if found {
		return c.Say(english)
	}
	return english
}

// read looks in formats, and in what a text is made of.
func (c *Catalogue) read(english string) string {
	said := ""
	for _, f := range c.formats {
		if read := f.read(english); read != nil {
			if c.knows(read) {
				return f.say(c, read)
			}
			if said == "" && !f.isLoose() {
				said = f.say(c, read)
			}
		}
	}
	if said != "" {
		return said
	}
	for _, mark := range []string{"\n", "  ", "; ", ", ", ": "} {
		if parts := strings.Split(english, mark); len(parts) > 1 {
			for i, part := range parts {
				parts[i] = c.part(part)
			}
			return strings.Join(parts, mark)
		}
	}
	return english
}

// knows reports whether parts are names, or the program's own words: what
// people wrote is not for us to translate.
func (c *Catalogue) knows(parts []string) bool {
	return !slices.ContainsFunc(parts, func(part string) bool {
		return !strings.HasPrefix(part, `"`) && c.part(part) == part && slices.ContainsFunc(strings.Split(part, ", "), func(name string) bool { return strings.Contains(name, " ") })
	})
}

// verb is a place in a format where something is filled in, or a percent sign.
var verb = regexp.MustCompile(`%(?:\[\d\])?[-+#.0-9]*[a-zA-Z]|%%`)

// A format reads back what was made with it.
type format struct {
	Entry
	literal string                // the longest piece of its own text
	own     int                   // how much text is its own
	verbs   []string              // in their order
	kinds   []bool                // whether a verb writes what kind of thing the name behind it is
	pattern func() *regexp.Regexp // made when it is first needed
}

func newFormat(e Entry) *format {
	f := &format{Entry: e}
	pieces := verb.Split(e.English, -1)
	for _, piece := range pieces {
		f.own += len(piece)
		if len(piece) > len(f.literal) {
			f.literal = piece
		}
	}
	f.verbs = verb.FindAllString(e.English, -1)
	for i, v := range f.verbs {
		f.kinds = append(f.kinds, i+1 < len(f.verbs) && v+pieces[i+1]+f.verbs[i+1] == "%s %q")
	}
	f.pattern = sync.OnceValue(func() *regexp.Regexp {
		expression := `^` + regexp.QuoteMeta(pieces[0])
		if strings.Contains(e.English, "\n") { // else each line is read by itself
			expression = `(?s)` + expression
		}
		for i, v := range f.verbs {
			expression += written(v) + regexp.QuoteMeta(pieces[i+1])
		}
		return regexp.MustCompile(expression + `$`)
	})
	return f
}

// isLoose reports whether a format is hardly more than a word between others.
func (f *format) isLoose() bool { return f.own < 8 && strings.HasPrefix(f.English, "%s") }

// written returns the pattern of what a verb writes.
func written(verb string) string {
	switch verb[len(verb)-1] {
	case '%':
		return `%`
	case 'q':
		return `("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)+')`
	case 'd':
		return ` *(-?\d+)`
	case 'f':
		return ` *(-?[\d.]+)`
	}
	return `(.*?)`
}

// read returns what was filled in, nil when the text is not of this format.
func (f *format) read(text string) []string {
	if !strings.Contains(text, f.literal) {
		return nil
	}
	found := f.pattern().FindStringSubmatch(text)
	if found == nil {
		return nil
	}
	return found[1:]
}

// say fills in the translation: what somebody wrote as it is, what the
// program says in this language too.
func (f *format) say(c *Catalogue, read []string) string {
	var args []any
	for i, v := range f.verbs {
		if v == "%%" {
			continue
		}
		arg := read[len(args)]
		if kind := v[len(v)-1]; f.kinds[i] {
			arg = cmp.Or(c.texts[arg], arg)
		} else if kind == 's' || kind == 'v' || kind == 'w' {
			arg = c.part(arg)
		}
		args = append(args, arg)
	}
	return fmt.Sprintf(verb.ReplaceAllStringFunc(f.Text, asText), args...)
}

// asText makes a verb one of text, with its number when it has one.
func asText(verb string) string {
	if verb == "%%" {
		return verb
	}
	number, _, found := strings.Cut(verb, "]")
	if found {
		return number + "]s"
	}
	return "%s"
}
