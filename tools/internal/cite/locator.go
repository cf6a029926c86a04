package cite

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Part is one place in a work: a number or a run of numbers of a kind, or a
// heading.
type Part struct {
	Kind        string // "page", "chapter", "section", "paragraph", "note", "step" or "heading"
	First, Last int    // Last is First where a single number stands; 0 for a heading
	Title       string // of a heading
}

// Kinds lists the kinds of part.
var Kinds = []string{"chapter", "heading", "note", "page", "paragraph", "section", "step"}

// Locators reads the text of citations in one language: the places in a
// work that they name.
type Locators struct {
	kinds                map[string]string // label → kind of part
	none                 map[string]bool
	until, also, andThen *regexp.Regexp
}

// NewLocators returns a reader for a language with these words: per kind of
// part the labels, without full stop; under "and" and "to" what stands
// between two numbers; under "none" what is written for a work without
// parts.
func NewLocators[T ~[]string](words map[string]T) *Locators {
	l := &Locators{kinds: map[string]string{}, none: map[string]bool{"": true}}
	for _, kind := range Kinds {
		for _, label := range words[kind] {
			l.kinds[label] = kind
		}
	}
	for _, text := range words["none"] {
		l.none[plainLocator(text)] = true
	}
	and := `\s*(?:&|(?:` + anyOf(words["and"]) + `)\s)\s*`
	l.until = regexp.MustCompile(`^\s*(?:[-–—]|` + anyOf(words["to"]) + `)\s*([0-9]+)`)
	l.also = regexp.MustCompile(`^` + and + `([0-9])`)
	l.andThen = regexp.MustCompile(`^(` + and + `)(§+|\p{L}+)\.?\s*[0-9]`)
	return l
}

func anyOf(words []string) string {
	if len(words) == 0 {
		return `[^\s\S]` // nothing
	}
	var quoted []string
	for _, word := range words {
		quoted = append(quoted, regexp.QuoteMeta(word))
	}
	return strings.Join(quoted, "|")
}

var abbreviating = strings.NewReplacer(" ", "", ".", "")

// plainLocator leaves out what abbreviations are written with and without:
// z. pag.
func plainLocator(text string) string {
	return abbreviating.Replace(strings.ToLower(text))
}

// IsNone reports whether a locator says that there is nothing to locate, or
// says nothing at all.
func (l *Locators) IsNone(text string) bool { return l.none[plainLocator(text)] }

var (
	label  = regexp.MustCompile(`^(§+|\p{L}+(?:['’]s)?)\.?\s*`)
	number = regexp.MustCompile(`^([0-9]+)(\.[0-9]+)?`)
	comma  = regexp.MustCompile(`^\s*,\s*([0-9])`)
)

// maxLocator bounds what is read, in bytes. A longer text is no locator,
// and must not cost more than one.
const maxLocator = 1000

// Parse returns the places that the text of a citation names. What it does
// not recognise, such as the title of a section, it passes over: a locator
// is free text, and only what is certain is worth checking.
func (l *Locators) Parse(text string) []Part {
	if l.IsNone(text) {
		return nil
	}
	r := locatorReader{Locators: l, rest: text[:min(len(text), maxLocator)], first: true}
	for r.rest != "" {
		r.item()
	}
	return r.parts
}

type locatorReader struct {
	*Locators
	rest  string
	first bool // at the start of the text or behind a semicolon
	parts []Part
}

// item reads up to and with the next separator.
func (r *locatorReader) item() {
	r.rest = strings.TrimLeftFunc(r.rest, func(c rune) bool { return unicode.IsSpace(c) || c == ',' })
	if m := label.FindStringSubmatch(r.rest); m != nil {
		// Behind a comma a capital begins a title: hfst. 2, Stap 4 in het
		// gesprek.
		initial, _ := utf8.DecodeRuneInString(m[1])
		if kind := r.kinds[strings.ToLower(m[1])]; kind != "" && (r.first || !unicode.IsUpper(initial)) {
			r.rest = r.rest[len(m[0]):]
			r.part(kind)
		}
	}
	r.skip()
}

// skip passes over what belongs to no part, to behind the next separator.
// The words for "and" separate too, where a label follows.
func (r *locatorReader) skip() {
	if m := r.andThen.FindStringSubmatch(r.rest); m != nil && r.kinds[strings.ToLower(m[2])] != "" {
		r.rest, r.first = r.rest[len(m[1]):], false
		return
	}
	i := strings.IndexAny(r.rest, ",;")
	if i < 0 {
		r.rest = ""
		return
	}
	r.first = r.rest[i] == ';'
	r.rest = r.rest[i+1:]
}

func (r *locatorReader) part(kind string) {
	if kind == "heading" {
		r.heading()
		return
	}
	for {
		m := number.FindStringSubmatch(r.rest)
		if m == nil {
			return
		}
		r.rest = r.rest[len(m[0]):]
		first := atoi(m[1])
		last := r.until(first, m[1])
		if m[2] == "" || kind == "chapter" { // section 3.2 is counted in its chapter, which we cannot
			r.parts = append(r.parts, Part{Kind: kind, First: first, Last: last})
		}
		if !r.more(kind) {
			return
		}
	}
}

// until reads the end of a run, which may be shortened: 123-4 is 123 to
// 124.
func (r *locatorReader) until(first int, digits string) int {
	m := r.Locators.until.FindStringSubmatch(r.rest)
	if m == nil {
		return first
	}
	r.rest = r.rest[len(m[0]):]
	last := m[1]
	if len(last) < len(digits) {
		last = digits[:len(digits)-len(last)] + last
	}
	return atoi(last)
}

// more moves to the next number of a list. A comma goes on with pages,
// notes and paragraphs only: in "hfst. 3, 764" the 764 is a heading.
func (r *locatorReader) more(kind string) bool {
	m := r.also.FindStringSubmatch(r.rest)
	if m == nil && (kind == "page" || kind == "note" || kind == "paragraph") {
		m = comma.FindStringSubmatch(r.rest)
	}
	if m == nil {
		return false
	}
	r.rest = r.rest[len(m[0])-1:]
	return true
}

var closing = map[rune]string{'\'': "'", '"': `"`, '‘': "’", '’': "’", '“': "”", '„': "”", '«': "»"}

// heading reads a title: between quotes, or else up to the next separator.
func (r *locatorReader) heading() {
	quote, size := utf8.DecodeRuneInString(r.rest)
	title, end := "", 0
	if mark := closing[quote]; mark != "" {
		if i := strings.LastIndex(r.upTo(';')[size:], mark); i >= 0 {
			title, end = r.rest[size:size+i], size+i+len(mark)
		}
	}
	if end == 0 {
		end = len(r.upTo(';'))
		if i := strings.IndexByte(r.rest[:end], ','); i >= 0 {
			end = i
		}
		title = strings.TrimSpace(r.rest[:end])
	}
	r.rest = r.rest[end:]
	if title != "" {
		r.parts = append(r.parts, Part{Kind: "heading", Title: title})
	}
}

func (r *locatorReader) upTo(mark byte) string {
	if i := strings.IndexByte(r.rest, mark); i >= 0 {
		return r.rest[:i]
	}
	return r.rest
}

func atoi(digits string) int {
	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil {
		return math.MaxInt32
	}
	return int(n)
}
