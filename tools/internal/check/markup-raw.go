package check

import (
	"fmt"
	"html"
	"iter"
	"regexp"
	"strings"

	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/yaml"
)

var _ = register(StructureRules, Error, Rule{
	ID:    "markup-raw",
	Title: "markup that readers would see as it is typed",
	Why:   "A space too many, and a citation is printed as text and its source is lost; in both languages, so that no comparison sees it.",
	Wrong: "Er zijn drie delen. [hfst. 2](cite: handboek-2020)",
	Right: "Er zijn drie delen. [hfst. 2](cite:handboek-2020)",
	Mend:  "correct the markup; put a backslash before a mark that is meant to be read, or write it as `code`.",
	Source: func(p *Pass) {
		for _, r := range p.Records {
			if r.Kind != "source" { // whose titles may hold markup: source-markup
				rawInData(p, r.Doc)
			}
		}
		for _, page := range p.Pages {
			rawInData(p, page.Front.Doc)
			for _, block := range page.Blocks {
				rawInData(p, block)
			}
			for i := range page.Doc.Paragraphs {
				rawInParagraph(p, page, &page.Doc.Paragraphs[i])
			}
			for i := range page.Doc.Links {
				if link := &page.Doc.Links[i]; link.Text == link.Dest && link.IsMark() {
					p.Report(link.Position, fmt.Sprintf("write [place in the source](%s)", link.Dest), "raw markup: %q", "<"+link.Dest+">")
				}
			}
			for _, h := range page.Doc.Headings {
				if m := rawMark.FindStringIndex(h.Text); m != nil {
					p.Report(h.Position, "correct the markup", "raw markup in a heading: %q", excerpt(h.Text, m))
				}
			}
		}
	},
})

// rawMark finds what Markdown, or a relative of it, would have taken for
// markup, were it well formed.
var rawMark = regexp.MustCompile(strings.Join([]string{
	`\]\(|\]\[|!\[|\[[\^@\[!]|[【】]`, // links, images, references, footnotes, citations, kinds of alerts
	"\\*\\*|__|~~|`|==\\pL|%%|\\|\\||[~^]\\w+[~^]",
	`(?:^|[ (])[*_]\pL|(?:^| )\* \pL[^*]*\pL\*`,                   // emphasis without end, or with a space within
	`\{[#.:{%<|]|[>%|}]\}|\$\{\pL|%[A-Z_]{2,}%|\{[\pL\d_-]+\} *$`, // attributes, shortcodes, names to fill in
	`(?:^| )(?:##|＃)|^#\pL|\pL##+ *$|^={2,}(?: |$)`,               // headings, also of wikis
	`^\|[^|]+\||^:::|\\\\$|\\[\pL ]`,                              // tables, fences of others, a line that was to be broken, LaTeX
	`\$[^ $][^$]*[_^\\{][^$]*\$`,                                  // its formulas
	`\{(?:code|color|note|panel|quote)[:}]|\[/(?:b|code|i|img|list|quote|u|url)\]|^\.\. [a-z]+::|^\*\[[^\]]+\]:`, // what others write
	`\b(?:cite|term|figure|contact|case):[a-z0-9]`,
	`</?[a-zA-Z][a-zA-Z0-9]*[ />:]|<!--|-->`,
	`\x{E2}\x{20AC}|\x{C3}[\x{80}-\x{BF}]`, // letters that were read in another encoding
}, "|"))

// rawMarks visits what rawMark finds, and looks no further than somebody
// goes on: the first is nearly always meant.
func rawMarks(text string) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		for seen, most := 0, 1; ; most *= 8 {
			found := rawMark.FindAllStringIndex(text, most)
			for _, m := range found[seen:] {
				if !yield(m) {
					return
				}
			}
			if seen = len(found); seen < most {
				return
			}
		}
	}
}

// marks are the characters that begin or hold what rawMark finds, besides
// colons.
const marks = "[]*_~`{}<>&#＃|=^\\%$【】âÃ"

// rawItem finds the head of a paragraph that was an item of a list in a
// word processor: a bullet, a letter of a font of signs, or a letter that
// counts. Items of Markdown do not begin so.
var rawItem = regexp.MustCompile(`^(?:[•◦▪‣●○■‐‑·–—→►➢✓✔☐☑-]\s*|[ovüØ§]\s+|[a-z][.)]\s+)\pL`)

// spacedHeading finds a heading whose space is none of Markdown's, such as
// one that does not break.
var spacedHeading = regexp.MustCompile(`^#{1,6} \pL`)

// entity finds what may be an entity that was escaped twice, lacks its
// semicolon, or is none.
var entity = regexp.MustCompile(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?`)

// rawEntities finds the entities in a text that is not to hold any.
func rawEntities(text string) (found [][]int) {
	for _, m := range entity.FindAllStringIndex(text, -1) {
		name, closed := strings.CutSuffix(text[m[0]:m[1]], ";")
		decoded := html.UnescapeString(name + ";")
		known := decoded != name+";" && !strings.HasSuffix(decoded, ";")
		if known && (closed || html.UnescapeString(name) != name) || closed && misspelt.MatchString(name) {
			found = append(found, m)
		}
	}
	return found
}

// misspelt tells names of entities from those of companies: AT&T; R&D.
var misspelt = regexp.MustCompile(`^&[a-zA-Z][a-z]{3,}[0-9]*$`)

// rawInData looks at texts that are printed as they are: in front matter,
// blocks and records there is no Markdown.
func rawInData(p *Pass, doc *yaml.Doc) {
	if doc == nil {
		return
	}
	for pointer, text := range doc.Texts() {
		if !strings.ContainsAny(text, marks) && !holdsTightColon(text) || strings.HasPrefix(text, "http") {
			continue
		}
		if found := append(rawMark.FindAllStringIndex(text, 1), rawEntities(text)...); len(found) > 0 {
			p.Report(doc.Position(pointer), "write it as readers are to see it: this text is no Markdown", "raw markup: %q", excerpt(text, found[0]))
		}
	}
}

func rawInParagraph(p *Pass, page *site.Page, para *md.Paragraph) {
	if m := rawItem.FindStringIndex(para.Text); m != nil && page.Doc.LinkAt(para, 0) == nil && para.Verbatim(0, 1) {
		p.Report(page.Doc.At(para, 0), "write a list: - and a space before each item", "a bullet that is text: %q", excerpt(para.Text, m))
		return
	}
	if m := spacedHeading.FindStringIndex(para.Text); m != nil && para.Verbatim(0, 1) && !para.Verbatim(0, m[1]) {
		p.Report(page.Doc.At(para, 0), "write a plain space after #", "raw markup: %q", excerpt(para.Text, m))
		return
	}
	if tab := strings.IndexByte(para.Text, '\t'); tab >= 0 && !para.Literal(tab) {
		p.Report(page.Doc.At(para, tab), "write a space, or a table", "a tab in running text: %q", excerpt(para.Text, []int{tab, tab + 1}))
		return
	}
	if !strings.ContainsAny(para.Text, marks) && !holdsTightColon(para.Text) {
		return // most paragraphs, and cheaper to see than by an expression
	}
	for m := range rawMarks(para.Text) {
		if para.Text[m[0]] == ' ' {
			m[0]++ // which may be the end of a line
		}
		if para.Verbatim(m[0], m[1]) && page.Doc.LinkAt(para, m[0]) == nil {
			p.Report(page.Doc.At(para, m[0]), remedyOf(para.Text[m[0]:]), "raw markup: %q", excerpt(para.Text, m))
			return
		}
	}
	for _, m := range rawEntities(para.Text) {
		if !para.Literal(m[0]) {
			p.Report(page.Doc.At(para, m[0]), "write the character itself", "raw markup: %q", excerpt(para.Text, m))
			return
		}
	}
}

// remedies are those for marks that nobody means to be read, by how they
// begin.
var remedies = []struct{ begin, hint string }{
	{"===", "take it out: a merge left it"},
	{"{{", "write what was to be filled in"},
	{"【", "take it out, and cite the source"},
	{"<o:", "take out the tag"},
	{"</o:", "take out the tag"},
	{"`", "write an apostrophe, or both marks of `code`"},
	{"", "correct the markup, or write it as `code`"},
}

func remedyOf(found string) (hint string) {
	for _, r := range remedies {
		if hint = r.hint; strings.HasPrefix(found, r.begin) {
			break
		}
	}
	return hint
}

// holdsTightColon reports whether a colon stands in a word, as in cite:id.
func holdsTightColon(text string) bool {
	for {
		_, after, found := strings.Cut(text, ":")
		if !found || after != "" && after[0] != ' ' {
			return found
		}
		text = after
	}
}

// excerpt returns the text at a mark, with a little of what follows.
func excerpt(text string, m []int) string {
	end := min(len(text), m[1]+20)
	for end < len(text) && end > m[1] && text[end]&0xC0 == 0x80 { // not within a character
		end--
	}
	return text[m[0]:end]
}
