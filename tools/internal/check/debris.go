package check

import (
	"regexp"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "debris",
	Title:    "what writing, merging or converting left behind: notes to fill in, marks of changes, links and lists gone wrong",
	Why:      "Readers would get a note that was meant for the writer, or marks that mean nothing, in the place of what they came for.",
	Wrong:    "Bel [invullen] voor hulp. TODO: bron zoeken. Zie (de pagina)[hulp.md].",
	Right:    "Bel [de hulplijn](contact:113) voor hulp. Zie [de pagina](hulp.md).",
	Mend:     "do what the hint says. The list `placeholders` stands in `data/lexicon/`, and so does the list `mail_words`.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		placeholders, mail := p.Words("placeholders"), p.Words("mail_words")
		for t := range p.Passages() {
			found := reportWords(p, t, placeholders[t.Lang], "fill it in, or leave it out", "%q is no text for readers") +
				reportWords(p, t, mail[t.Lang], "link to a contact, or leave it out", "%q spells an address")
			if found == 0 {
				reportDebris(p, t)
			}
		}
		for _, page := range p.Pages {
			for _, h := range page.Doc.Headings {
				if h.Underlined {
					p.Report(h.Position, "take out the line of = or - below it, which a merge may have left; a heading has ## before it", "a line below %q makes it a heading", text.Head(h.Text))
				}
			}
		}
	},
})

// debris is what stands in a text by mistake, by its remedy.
var debris = []struct {
	pattern *regexp.Regexp
	remedy  string
}{
	{regexp.MustCompile(`\{(?:\+\+|--|~~|>>|==)|(?:\+\+|--|~~|<<|==)\}`), "accept or refuse the change, and take out its marks"},
	{regexp.MustCompile(`\] +\((?:[a-z]+:[a-z0-9-]+|[^ )]*\.md[^ )]*|https?:[^)]*)\)`), "take out the space between ] and ("},
	{regexp.MustCompile(`\([^()]+\)\[[^\]]*(?:\.md|:)[^\]]*\]`), "exchange the brackets: [text](address)"},
	{regexp.MustCompile(`\]\((?:[a-z]+:|[^ )]*\.md)`), "take out the backslashes before [ ] ( and )"},
	{regexp.MustCompile(`^[0-9]{1,2}\. \pL`), "take out the backslash before the full stop: it is an item of a list"},
	{regexp.MustCompile(`â€|Ã[©¨«¶¼¡³±]|Â[·«» ]|\x{FFFD}`), "type it again: the file was read in another encoding"},
	{regexp.MustCompile(`\pL{2}\.\p{Lu}\p{Ll}+ `), "put a space between the sentences"},
	{regexp.MustCompile(`\pL{3}\.[0-9]{1,2}(?: |$)`), "cite the source: this is the number of a note"},
	{regexp.MustCompile("``|''"), "write quotation marks"},
	{regexp.MustCompile(`(?:^|\s):[a-z][a-z_]+:(?:\s|$)`), "say it in words"},
	{regexp.MustCompile(`(?i)\S+ ?[\[(]at[\])] ?\S+`), "link to a contact, or leave it out"},
	{regexp.MustCompile(`\[[^\[\]… ]+ [^\[\]…]{1,80}\]|\[[^\[\]… ]+\?\]`), "fill it in, make it a link, or leave it out"},
}

// reportDebris reports the first piece of debris in a text.
func reportDebris(p *Pass, t *site.Passage) {
	if t.Kind == "line" {
		return // brackets and colons are YAML there
	}
	for _, d := range debris {
		m := d.pattern.FindStringIndex(t.Text)
		if m == nil || t.IsCode(m[0]) || t.Para != nil && t.Page.Doc.LinkAt(t.Para, m[0]) != nil || text.Within(text.Quotations(t.Text), m[0]) {
			continue
		}
		p.Report(t.At(m[0]), d.remedy, "%q is no text for readers", strings.TrimSpace(t.Text[m[0]:m[1]]))
		return
	}
}

// reportWords reports words of a list, and returns how many.
func reportWords(p *Pass, t *site.Passage, words *text.Phrases, hint, message string) (n int) {
	for _, m := range words.Find(t.Text) {
		if !t.IsCode(m.From) {
			p.Report(t.At(m.From), hint, message, m.Of(t.Text))
			n++
		}
	}
	return n
}
