package cite

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Titles may hold the markup that CSL knows: italic, bold, sub, sup and
// small capitals. Its elements, and how a page shows them:
var titleMarkup = map[string]string{
	"<i>": "<i>", "</i>": "</i>", "<b>": "<b>", "</b>": "</b>",
	"<sub>": "<sub>", "</sub>": "</sub>", "<sup>": "<sup>", "</sup>": "</sup>",
	smallCapitals: `<span class="small-caps">`, "</span>": "</span>",
}

const smallCapitals = `<span style="font-variant:small-caps;">`

// Syntax of other programs: an element or comment, an entity, a command,
// group, quotation mark, dash or space of LaTeX, mathematics between
// dollars, emphasis of Markdown, a tab, letters that were read in another
// encoding.
var foreign = regexp.MustCompile("``|''|--|[^\\s/]~[^\\s/]|\t|\\*\\*|(?:^|[\\s(])[*_]\\pL[^*_]*[*_](?:[\\s).,:;]|$)|[ÂÃ][\\x{80}-\\x{BF}]|â€|<!--" + `|</?[A-Za-z][^<>]*>|&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);|\\[A-Za-z]+|\\[^\sA-Za-z]|[{}]|\$[^\s$](?:[^$]*[^\s$])?\$`)

// Foreign is the rest of another program's syntax in a text.
type Foreign struct {
	From, To int    // in bytes
	Text     string // what stands there
	Mended   string // the whole text without such rests, "" when that is for a human
}

// PlainText returns the first rest of other syntax in a text without
// markup, such as a name; nil when there is none.
func PlainText(text string) *Foreign { return firstForeign(text, nil) }

// TitleText returns the first thing in a title that is no markup of CSL, or
// markup that is not closed; nil when there is none.
func TitleText(title string) *Foreign {
	var open []string
	found := firstForeign(title, func(tag string) bool {
		name := strings.Trim(tag, "</>")
		switch _, known := titleMarkup[tag]; {
		case known && !strings.HasPrefix(tag, "</"):
			open = append(open, strings.Fields(name)[0])
		case known && len(open) > 0 && open[len(open)-1] == name:
			open = open[:len(open)-1]
		default:
			return false
		}
		return true
	})
	if found == nil && len(open) > 0 {
		return &Foreign{From: 0, To: len(title), Text: "<" + open[0] + ">"}
	}
	return found
}

func firstForeign(text string, allowed func(string) bool) *Foreign {
	for _, m := range foreign.FindAllStringIndex(text, -1) {
		found := text[m[0]:m[1]]
		isEntity := found[0] == '&'
		if isEntity && html.UnescapeString(found) == found || allowed != nil && allowed(found) {
			continue
		}
		return &Foreign{From: m[0], To: m[1], Text: found, Mended: mended(text)}
	}
	return nil
}

// mended takes the rests of other syntaxes out of a text; "" when some
// stay.
func mended(text string) string {
	out := html.UnescapeString(strings.NewReplacer(`\&`, "&", `\_`, "_", `\%`, "%", `\#`, "#", `\$`, "$", "{", "", "}", "", "\t", " ", "**", "", "``", "“", "''", "”", "---", "—", "--", "–").Replace(text))
	out = strings.NewReplacer("<em>", "<i>", "</em>", "</i>", "<strong>", "<b>", "</strong>", "</b>").Replace(out)
	if out == text || TitleText(out) != nil {
		return ""
	}
	return out
}

// titleHTML returns a title as a page shows it. What is no markup of CSL
// stays text.
func titleHTML(title string) string {
	if TitleText(title) != nil {
		return plainHTML(title)
	}
	var out strings.Builder
	at := 0
	for _, m := range foreign.FindAllStringIndex(title, -1) {
		if shown, ok := titleMarkup[title[m[0]:m[1]]]; ok {
			out.WriteString(plainHTML(title[at:m[0]]) + shown)
			at = m[1]
		}
	}
	return out.String() + plainHTML(title[at:])
}

// PlainTitle returns a title without its markup.
func PlainTitle(title string) string {
	if !strings.Contains(title, "<") {
		return title
	}
	return foreign.ReplaceAllStringFunc(title, func(found string) string {
		if _, markup := titleMarkup[found]; markup {
			return ""
		}
		return found
	})
}

// plainHTML makes HTML of plain text. Quotation marks need no escaping
// outside attributes, and stay what they are for what looks at the end of a
// text.
func plainHTML(text string) string { return htmlText.Replace(text) }

var htmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

const (
	closingQuotes = "’”\"'»"
	openingQuotes = "‘“\"'«„‚"
	endMarks      = ".?!:…。？！"
)

// end puts a full stop after HTML, unless it ends in a mark already. Within
// says whether it goes before a closing quotation mark.
func end(text string, within bool) string {
	body := text
	for strings.HasSuffix(body, ">") {
		body = body[:strings.LastIndexByte(body, '<')]
	}
	inner := strings.TrimRight(body, closingQuotes)
	last, _ := utf8.DecodeLastRuneInString(inner)
	switch {
	case inner == "" || strings.ContainsRune(endMarks, last):
		return text
	case within && inner != body && strings.ContainsAny(inner, openingQuotes):
		return inner + "." + text[len(inner):]
	}
	return text + "."
}
