package check

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "debris",
	Title: "what writing, merging or converting left behind: notes to fill in, marks of changes, links and lists gone wrong",
	Why:   "Readers would get a note that was meant for the writer, or marks that mean nothing, in the place of what they came for.",
	Wrong: "Bel [invullen] voor hulp. TODO: bron zoeken. Zie (de pagina)[hulp.md].",
	Right: "Bel [de hulplijn](contact:113) voor hulp. Zie [de pagina](hulp.md).",
	Mend:  "do what the hint says. The list `placeholders` stands in `data/lexicon/`, and so do the lists `mail_words` and, for what was dictated, `dictated`; words that rightly follow a hyphen and a space stand in `after_hyphen`.",
	Source: func(p *Pass) {
		dictated := p.Words("dictated")
		words, known := p.Words("placeholders", "mail_words"), once(func(lang string) map[string]bool { return wordsOf(p, lang) })
		joints := p.wordSets("after_hyphen")
		for t := range p.Passages() {
			if !p.IsColophon(t.Page) {
				reportWords(p, t, dictated[t.Lang])
			}
			if reportWords(p, t, words[t.Lang]) == 0 {
				reportDebris(p, t)
				reportAtKeys(p, t)
				reportBroken(p, t, known, joints[t.Lang])
				reportUnclosed(p, t)
			}
		}
		for t := range p.AllKeyed() {
			if m := words[t.Lang].Find(t.Text); len(m) > 0 {
				p.Report(t.At(0), "write the text, or translate it", "%q is no text for readers", m[0].Of(t.Text))
			}
			if m := mangled.FindString(t.Text); m != "" {
				p.Report(t.At(0), inUTF8, "%q is no text for readers", m)
			}
		}
		for _, page := range p.Pages {
			reportLostItems(p, page)
			for _, at := range page.Doc.Struck {
				p.Report(at, "take out what is struck out, or the marks ~ around it", "text that is struck out is read all the same")
			}
			for _, h := range page.Doc.Headings {
				if h.Underlined {
					p.Report(h.Position, "take out the line of = or - below it, which a merge may have left; a heading has ## before it", "a line below %q makes it a heading", text.Head(h.Text))
				}
			}
		}
	},
})

// mangled is UTF-8 that was read as another encoding.
var mangled = regexp.MustCompile(`[ÂÃ][\x{80}-\x{BF}ŠšŽžŒœŸƒ]|â(?:€.|[\x{80}-\x{BF}].)|ï»¿|ï¿½|\x{FFFD}`)

const inUTF8 = "write the characters again, and save the file as UTF-8"

// backslashes is the remedy for a link that was escaped; one that was not
// is raw markup.
const backslashes = "take out the backslashes before [ ] ( and )"

// debris is what stands in a text by mistake, with its remedy: a pattern,
// and what a text must hold for it to be worth a look.
var debris = []struct {
	sign    func(text string) bool
	pattern *regexp.Regexp
	hint    string
}{
	{holds("{"), regexp.MustCompile(`\{(?:\+\+|--|~~|>>|==)|(?:\+\+|--|~~|<<|==)\}`), "accept or refuse the change, and take out its marks"},
	{holds("] "), regexp.MustCompile(`\] +\((?:[a-z]+:[a-z0-9-]+|[^ )]*\.md[^ )]*|https?:[^)]*)\)`), "take out the space between ] and ("},
	{holds(")["), regexp.MustCompile(`\([^()]+\)\[[^\]]*(?:\.md|:)[^\]]*\]`), "exchange the brackets: [text](address)"},
	{holds("]("), regexp.MustCompile(`\]\((?:[a-z]+:|[^ )]*\.md)`), backslashes},
	{startsWithDigit, regexp.MustCompile(`^[0-9]{1,2}\. \pL`), "take out the backslash before the full stop: it is an item of a list"},
	{holdsTight, regexp.MustCompile(`\pL{2}\.\p{Lu}\p{Ll}+ `), "put a space between the sentences"},
	{holdsTight, regexp.MustCompile(`\pL{3}\.[0-9]{1,2}(?: |$)`), "cite the source: this is the number of a note"},
	{holds("<"), regexp.MustCompile(`</?(?:a|b|br|div|em|font|h[1-6]|i|li|p|span|strong|su[bp]|table|t[dr]|u|ul)(?: [^<>]*)?/?>`), "take out the tag, or write it in Markdown"},
	{holds("Â", "Ã", "â", "ï", "\ufffd"), mangled, inUTF8},
	{holds("$$"), regexp.MustCompile(`\$\$`), "say it in words: formulas are not drawn"},
	{holds("``", "''"), regexp.MustCompile("``|''"), "write quotation marks"},
	{holds(":"), regexp.MustCompile(`(?:^|\s):[a-z][a-z_]+:(?:\s|$)`), "say it in words"},
	{holds("age ", "agina ", "eite "), regexp.MustCompile(`\b(?:[Pp]age|[Pp]agina|[Ss]eite) \d{1,3} (?:of|van|von) \d{1,3}(?:$|[ .,;)])`), "leave it out: pages of paper have numbers"},
	{holds("at]", "at)", "AT]", "AT)"), regexp.MustCompile(`(?i)\S+ ?[\[(]at[\])] ?\S+`), "link to a contact, or leave it out"},
	{holds("["), regexp.MustCompile(`\[[^\[\]… ]+ [^\[\]…]{1,80}\]|\[[^\[\]… ]+\?\]|\[(?:[^\[\]….\s\ds]|s[^\[\]…\si])[^\[\]… ]*\]`), "fill it in, make it a link, or leave it out"},
	{holds("XX", "xxx"), regexp.MustCompile(`\b(?:\d+XX+\b|XX+ \pL|xxx+\b)`), "fill it in, or leave it out"},
	{holds("¬"), regexp.MustCompile(`\pL?¬ ?\pL`), "write the word in one piece"},
	{holds("=C", "=D", "=E", "=F"), regexp.MustCompile(`\pL?=[C-F][0-9A-F](?:=[0-9A-F]{2}|\pL)`), inUTF8},
	{holds("cid:", "file:", ".png", ".jp", ".gif", ".emf", ".wmf"), regexp.MustCompile(`(?i)\bcid:\S+|\bfile:/\S+|\b(?:image|img|screenshot)[-_ ]?\d+\.(?:png|jpe?g|gif|emf|wmf)\b`), "leave it out, or show the picture"},
	{holds("turn", "oai", "cite_", "ttributableIndex", "grok"), regexp.MustCompile(`\b(?:cite)?turn\d+[a-z]+\d+|\boai_?cit\w+|\bcite_(?:start|end)|\battributableIndex|\bgrok-card`), "leave it out, and cite the source"},
	{holdsGlued, regexp.MustCompile(`\p{Ll}{6}[1-9][0-9]?(?:[ .,;:]|$)|\b(?:19|20)[0-9]{3}(?:[ ,;:)]|$)`), "take out the number of a note behind it"},
}

// atKey is how Pandoc and its relatives cite.
var atKey = regexp.MustCompile(`(?:^|[\s(;-])@([a-z0-9][a-z0-9-]*[a-z0-9])`)

// reportAtKeys reports ids of sources behind @ outside of brackets, where
// they are no citation either.
func reportAtKeys(p *Pass, t *site.Passage) {
	if t.Kind == "line" || !strings.Contains(t.Text, "@") {
		return
	}
	for _, m := range atKey.FindAllStringSubmatchIndex(t.Text, -1) {
		if id := t.Text[m[2]:m[3]]; p.Source(id) != nil && !t.IsCode(m[2]) {
			p.Report(t.At(m[2]-1), fmt.Sprintf("cite it as [place](cite:%s)", id), "%q is no text for readers", "@"+id)
		}
	}
}

// holds returns what reports whether a text holds one of some marks.
func holds(marks ...string) func(string) bool {
	return func(s string) bool {
		return slices.ContainsFunc(marks, func(mark string) bool { return strings.Contains(s, mark) })
	}
}

// holdsGlued reports whether a digit stands right behind a letter, or four
// behind another.
func holdsGlued(s string) bool {
	digits := 0
	for i := range len(s) {
		if !text.IsDigit(s[i]) {
			digits = 0
			continue
		}
		if digits++; digits > 4 || digits == 1 && i > 0 && (s[i-1] >= 'a' && s[i-1] <= 'z' || s[i-1] >= 0x80) {
			return true
		}
	}
	return false
}

func startsWithDigit(s string) bool { return s != "" && text.IsDigit(s[0]) }

// holdsTight reports whether a full stop stands between two other
// characters than spaces.
func holdsTight(s string) bool {
	for {
		_, after, found := strings.Cut(s, ".")
		if !found || after != "" && (text.IsDigit(after[0]) || after[0] >= 'A' && after[0] <= 'Z') {
			return found
		}
		s = after
	}
}

// broken is a word with a hyphen and a space in it, as the end of a line of
// paper leaves.
var broken = regexp.MustCompile(`(\pL\p{Ll}+)- (\p{Ll}{3,})`)

// reportBroken reports broken words that other texts have whole, and those
// whose second half no text has as a word: "reports- and" is two, and so is
// what a word of the list `after_hyphen` joins.
func reportBroken(p *Pass, t *site.Passage, known func(lang string) map[string]bool, joints map[string]bool) {
	if t.Kind == "line" || !strings.Contains(t.Text, "- ") {
		return
	}
	for _, m := range broken.FindAllStringSubmatchIndex(t.Text, -1) {
		half := t.Text[m[4]:m[5]]
		whole := t.Text[m[2]:m[3]] + half
		if joints[half] || strings.HasPrefix(t.Text[m[5]:], "-") || t.IsCode(m[0]) {
			continue
		}
		if words := known(t.Lang); words[whole] || words[strings.ToLower(whole)] || len(joints) > 0 && !words[half] {
			p.Report(t.At(m[0]), "write the word in one piece", "%q is no text for readers", t.Text[m[0]:m[1]])
		}
	}
}

// wordsOf returns the words of all texts in a language, without the second
// halves of broken ones.
func wordsOf(p *Pass, lang string) map[string]bool {
	known := map[string]bool{}
	for t := range p.Passages() {
		if t.Lang != lang {
			continue
		}
		said := t.Text
		if strings.Contains(said, "- ") {
			said = broken.ReplaceAllString(said, "$1-")
		}
		for word := range strings.FieldsFuncSeq(said, func(c rune) bool { return !text.InWord(c) }) {
			known[word] = true
		}
	}
	return known
}

// reportLostItems reports an item of a numbered list whose number does not
// follow the one before: the item between lost its own, and stands in the
// text of that one.
func reportLostItems(p *Pass, page *site.Page) {
	if !slices.ContainsFunc(page.Doc.Paragraphs, func(para md.Paragraph) bool { return para.Kind == "item" }) {
		return
	}
	src, _ := fs.ReadFile(p.FS, page.File)
	last, n, fenced, blank := 0, 0, false, false
	for line := range strings.Lines(string(src)) {
		n++
		number := typedNumber.FindStringSubmatch(line)
		switch {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
		case fenced:
		case number != nil:
			is, _ := strconv.Atoi(number[1])
			if last > 0 && is > last+1 {
				p.Report(diag.Position{File: page.File, Line: n, Column: 1}, "number the items in a row; an item without a number is part of the one before", "item %d after item %d", is, last)
			}
			last = is
		case strings.HasPrefix(line, "#") || blank && strings.TrimLeft(line, " \t\r\n<") == line:
			last = 0
		}
		blank = strings.TrimSpace(line) == ""
	}
}

// reportDebris reports the first piece of debris in a text.
func reportDebris(p *Pass, t *site.Passage) {
	if t.Kind == "line" || len(t.Text) < 2 {
		return // brackets and colons are YAML there; of one letter nothing was left behind
	}
	for _, d := range debris {
		if !d.sign(t.Text) {
			continue
		}
		m := d.pattern.FindStringIndex(t.Text)
		if m == nil || t.IsCode(m[0]) || d.hint == backslashes && !isEscaped(t, m) || strings.HasPrefix(t.Text[m[1]:], "(") || t.Para != nil && t.Page.Doc.LinkAt(t.Para, m[0]) != nil || text.Within(text.Quotations(t.Text), m[0]) {
			continue
		}
		p.Report(t.At(m[0]), d.hint, "%q is no text for readers", strings.TrimSpace(t.Text[m[0]:m[1]]))
		return
	}
}

// isEscaped reports whether a bracket of a link stands in the file with a
// backslash.
func isEscaped(t *site.Passage, m []int) bool {
	return !t.IsOpen(text.Range{From: max(0, strings.LastIndexByte(t.Text[:m[0]], '[')), To: m[1]})
}

// reportWords reports words of a list, and returns how many.
func reportWords(p *Pass, t *site.Passage, words *text.Phrases) (n int) {
	for _, m := range words.Find(t.Text) {
		if !t.IsCode(m.From) {
			p.Report(t.At(m.From), "fill it in, link to who it is, or leave it out", "%q is no text for readers", m.Of(t.Text))
			n++
		}
	}
	return n
}

// reportUnclosed reports a bracket without its other half, and words to say
// without the quotation mark at their end.
func reportUnclosed(p *Pass, t *site.Passage) {
	if t.Kind == "line" || strings.Contains(t.Text, "`") {
		return
	}
	from, to := strings.Count(t.Text, "("), strings.Count(t.Text, ")")
	marks := func() int { return len(listed.FindAllString(t.Text, -1)) } // "4)" may be one of a list, or end "(see step 4)"
	if from > to || from < to && from < to-marks() {
		p.Report(t.At(max(0, strings.LastIndexByte(t.Text, '('))), "write both brackets", "%q has %d brackets that open, and %d that close", text.Head(t.Text), from, to)
	}
	if t.Kind == "item" && opening.MatchString(t.Text) && !closing.MatchString(t.Text[len("'"):]) {
		p.Report(t.At(0), "write the quotation mark where the words end", "%q opens a quotation that does not close", text.Head(t.Text))
	}
}

var (
	listed  = regexp.MustCompile(`(?:^|[\s,;])(?:[0-9]{1,2}|[a-z])\)|[:;]-?\)`)
	opening = regexp.MustCompile(`^['‘]\p{Lu}`)
	closing = regexp.MustCompile(`['’](?:[\s.,;:?!)]|$)`)
)
