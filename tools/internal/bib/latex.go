package bib

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed latex.json
var latexJSON []byte

// latex says what commands mean. Around a text CSL has nothing for what
// shows nothing in a title.
var latex = table[struct {
	Accents map[string]string   // that put a mark on the letter after them
	Signs   map[string]string   // that stand for characters
	Wraps   map[string][]string // around a text, with what CSL has for them
}](latexJSON)

// switches change all that follows in their group.
var switches = " it em itshape sl bf bfseries sc scshape rm tt "

const smallCaps = `<span style="font-variant:small-caps;">`

// plainTeX returns a text of TeX in characters, without markup.
func plainTeX(text string) string { return fromTeX(text, false) }

// titleTeX returns a title of TeX in characters, with the markup of CSL.
func titleTeX(text string) string { return fromTeX(text, true) }

func fromTeX(text string, markup bool) string {
	if strings.ContainsAny(text, "\\{}$~-`'\n\t ") {
		text = (&tex{text: text, markup: markup}).group(0)
	}
	return strings.Join(strings.Fields(norm.NFC.String(text)), " ")
}

// tex reads a text from one byte to the next.
type tex struct {
	text   string
	at     int
	markup bool
	math   bool
}

// deepest bounds how far groups are read within groups.
const deepest = 100

// group reads until the brace that closes it, or the end.
func (t *tex) group(depth int) string {
	var out strings.Builder
	for t.at < len(t.text) {
		switch c := t.text[t.at]; {
		case c == '}':
			t.at++
			if depth > 0 {
				return out.String()
			}
		case c == '{':
			t.at++
			if depth < deepest {
				out.WriteString(t.group(depth + 1))
			}
		case c == '\\':
			t.at++
			if wrapped, closed := t.command(&out, depth); closed {
				out.WriteString(wrapped)
				return out.String()
			}
		case c == '$':
			t.at++
			t.math = !t.math
		case t.math && (c == '^' || c == '_'):
			t.at++
			out.WriteString(t.wrap(map[byte]string{'^': "textsuperscript", '_': "textsubscript"}[c], t.argument(depth)))
		default:
			t.at += t.character(&out)
		}
	}
	return out.String()
}

// ligatures are what TeX prints for several characters, longest first.
var ligatures = [][2]string{{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"`", "‘"}, {"~", " "}}

func (t *tex) character(out *strings.Builder) int {
	rest := t.text[t.at:]
	for _, l := range ligatures {
		if strings.HasPrefix(rest, l[0]) {
			out.WriteString(l[1])
			return len(l[0])
		}
	}
	out.WriteByte(rest[0])
	return 1
}

// command reads what follows a backslash. A switch takes the rest of its
// group, and so closes it.
func (t *tex) command(out *strings.Builder, depth int) (rest string, closed bool) {
	name := t.name()
	sign, known := latex.Signs[name]
	_, wraps := latex.Wraps[name]
	switch {
	case latex.Accents[name] != "":
		out.WriteString(accented(t.argument(depth), latex.Accents[name]))
	case strings.Contains(switches, " "+name+" "):
		return t.wrap(name, t.group(max(depth, 1))), depth > 0
	case name == "href" || name == "foreignlanguage":
		t.argument(depth)
		out.WriteString(t.argument(depth))
	case wraps:
		out.WriteString(t.wrap(name, t.argument(depth)))
	case known:
		out.WriteString(sign)
	default:
		out.WriteString(`\` + name) // nobody knows what it means: a rule asks for it
	}
	return "", false
}

// name reads the name of a command: letters with the space behind, or one
// sign.
func (t *tex) name() string {
	start := t.at
	for t.at < len(t.text) && isLetter(t.text[t.at]) {
		t.at++
	}
	if t.at == start {
		_, size := utf8.DecodeRuneInString(t.text[t.at:])
		t.at += size
		return t.text[start:t.at]
	}
	name := t.text[start:t.at]
	for t.at < len(t.text) && isSpace(t.text[t.at]) {
		t.at++
	}
	return name
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// argument reads a group, a command or one character.
func (t *tex) argument(depth int) string {
	t.at += space(t.text[t.at:])
	if t.at >= len(t.text) || t.text[t.at] == '}' || depth > deepest {
		return ""
	}
	var out strings.Builder
	switch t.text[t.at] {
	case '{':
		t.at++
		return t.group(depth + 1)
	case '\\':
		t.at++
		t.command(&out, max(depth, 1))
		return out.String()
	}
	_, size := utf8.DecodeRuneInString(t.text[t.at:])
	t.at += size
	return t.text[t.at-size : t.at]
}

func (t *tex) wrap(name, text string) string {
	marks := latex.Wraps[name]
	if text == "" || marks == nil || !t.markup && strings.HasPrefix(marks[0], "<") {
		return text
	}
	return marks[0] + text + marks[1]
}

// accented puts a mark on the first letter of a text; letters without dot
// get theirs back below it.
func accented(text, mark string) string {
	text = norm.NFC.String(text) // a letter that has one gets its second above it
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case size == 0:
		return norm.NFKC.String(" " + mark)
	case first == 'ı':
		first = 'i'
	case first == 'ȷ':
		first = 'j'
	}
	return string(first) + mark + text[size:]
}

// toTeX returns plain text as BibTeX reads it. What TeX prints as one
// character is kept apart.
func toTeX(text string) string {
	text = texSpecial.Replace(text)
	for strings.Contains(text, "--") {
		text = strings.ReplaceAll(text, "--", "-{}-")
	}
	return strings.ReplaceAll(text, "''", "'{}'")
}

var texSpecial = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`,
	"_", `\_`, "`", `\textasciigrave{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func toTitleTeX(title string) string { return texMarkup.Replace(toTeX(title)) }

var texMarkup = strings.NewReplacer("<i>", `\textit{`, "</i>", "}", "<b>", `\textbf{`, "</b>", "}", "<sup>", `\textsuperscript{`,
	"</sup>", "}", "<sub>", `\textsubscript{`, "</sub>", "}", smallCaps, `\textsc{`, "</span>", "}")
