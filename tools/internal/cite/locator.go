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

// labels holds the kind that a label stands for, per language, without the
// full stop. Note that par. is a section in Dutch and a paragraph in English.
var labels = map[string]map[string]string{
	"nl": byWord(map[string]string{
		"chapter":   "h hfst hst hoofdstuk hoofdstukken",
		"section":   "par paragraaf paragrafen § §§",
		"paragraph": "al alinea alinea's alinea’s",
		"note":      "noot noten vn voetnoot voetnoten eindnoot eindnoten",
		"page":      "p pp blz pag bladzijde bladzijden bladzijdes pagina pagina's pagina’s",
		"step":      "stap stappen",
		"heading":   "kop tussenkop",
	}),
	"en": byWord(map[string]string{
		"chapter":   "ch chs chap chapter chapters",
		"section":   "s ss sec secs sect section sections § §§",
		"paragraph": "par pars para paras paragraph paragraphs",
		"note":      "n nn fn note notes footnote footnotes endnote endnotes",
		"page":      "p pp pg page pages",
		"step":      "step steps",
		"heading":   "heading subheading",
	}),
}

func byWord(words map[string]string) map[string]string {
	out := map[string]string{}
	for kind, list := range words {
		for _, w := range strings.Fields(list) {
			out[w] = kind
		}
	}
	return out
}

// noLocator holds what is written for a work without pages or other parts.
var noLocator = map[string]bool{
	"": true, "z.p": true, "z. p": true, "z. pag": true, "z.pag": true, "zonder pagina": true, "zonder paginering": true,
	"n. pag": true, "n.pag": true, "n.p": true, "n. p": true, "no page": true, "no pages": true, "no pagination": true, "unpaginated": true,
}

// IsNoLocator reports whether a locator says that there is nothing to locate, or says
// nothing at all.
func IsNoLocator(text string) bool {
	return noLocator[strings.TrimSuffix(strings.ToLower(strings.TrimSpace(text)), ".")]
}

var (
	label  = regexp.MustCompile(`^(§+|\p{L}+(?:['’]s)?)\.?\s*`)
	number = regexp.MustCompile(`^([0-9]+)(\.[0-9]+)?`)
	until  = regexp.MustCompile(`^\s*(?:[-–—]|t/m|tot en met|tot|to)\s*([0-9]+)`)
	also   = regexp.MustCompile(`^\s*(?:en|and|&)\s+([0-9])`)
	comma  = regexp.MustCompile(`^\s*,\s*([0-9])`)
)

// maxLocator bounds what is read, in bytes. A longer text is no locator, and
// must not cost more than one.
const maxLocator = 1000

// ParseLocator returns the places that the text of a citation names, as editors
// write them in a language. What it does not recognise, such as the title of a
// section, it passes over: a locator is free text, and only what is certain is
// worth checking.
func ParseLocator(text, lang string) []Part {
	if IsNoLocator(text) {
		return nil
	}
	text = text[:min(len(text), maxLocator)]
	r := locatorReader{known: labels[lang], rest: text, first: true}
	for r.rest != "" {
		r.item()
	}
	return r.parts
}

type locatorReader struct {
	known map[string]string
	rest  string
	first bool // at the start of the text or behind a semicolon
	parts []Part
}

// item reads up to and with the next separator.
func (r *locatorReader) item() {
	r.rest = strings.TrimLeftFunc(r.rest, func(c rune) bool { return unicode.IsSpace(c) || c == ',' })
	if m := label.FindStringSubmatch(r.rest); m != nil {
		// Behind a comma a capital begins a title: hfst. 2, Stap 4 in het gesprek.
		initial, _ := utf8.DecodeRuneInString(m[1])
		if kind := r.known[strings.ToLower(m[1])]; kind != "" && (r.first || !unicode.IsUpper(initial)) {
			r.rest = r.rest[len(m[0]):]
			r.part(kind)
		}
	}
	r.skip()
}

// skip passes over what belongs to no part, to behind the next separator. The
// words for "and" separate too, where a label follows.
func (r *locatorReader) skip() {
	if m := andLabel.FindStringSubmatch(r.rest); m != nil && r.known[strings.ToLower(m[2])] != "" {
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

var andLabel = regexp.MustCompile(`^(\s*(?:en|and|&)\s+)(§+|\p{L}+)\.?\s*[0-9]`)

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

// until reads the end of a run, which may be shortened: 123-4 is 123 to 124.
func (r *locatorReader) until(first int, digits string) int {
	m := until.FindStringSubmatch(r.rest)
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

// more moves to the next number of a list. A comma goes on with pages, notes
// and paragraphs only: in "hfst. 3, 764" the 764 is a heading.
func (r *locatorReader) more(kind string) bool {
	m := also.FindStringSubmatch(r.rest)
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
