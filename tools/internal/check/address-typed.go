package check

import (
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "address-typed",
	Title:    "a web address typed by hand",
	Why:      "An address in a record is checked, dated and corrected in one place; one in the text goes dead unseen.",
	Wrong:    `Kijk op fietslijn.example.`,
	Right:    `Kijk bij de [Fietslijn](contact:fietslijn).`,
	Mend:     "link to the contact or the source; record it when it is not there. Names of media that are written like an address may stand as the source's label, publisher or container-title has them.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		names := namesLikeAddresses(p)
		for _, page := range p.Pages {
			for _, h := range page.Doc.Headings {
				for _, r := range typedHosts(h.Text) {
					reportHost(p, h.Position, h.Text[r.From:r.To], names)
				}
			}
			for i := range page.Doc.Paragraphs {
				hostsInParagraph(p, page, &page.Doc.Paragraphs[i], names)
			}
		}
	},
})

func hostsInParagraph(p *Pass, page *site.Page, para *md.Paragraph, names map[string]bool) {
	for _, r := range typedHosts(para.Text) {
		if !inReference(page.Doc, para, r.From) {
			reportHost(p, page.Doc.At(para, r.From), para.Text[r.From:r.To], names)
		}
	}
}

func reportHost(p *Pass, at diag.Position, text string, names map[string]bool) {
	if !names[strings.ToLower(text)] {
		p.Report(at, "record it in data/contacts/ or data/sources/ and link to the record", "address %q typed in the text", text)
	}
}

// namesLikeAddresses gathers from the records the names that look like one.
func namesLikeAddresses(p *Pass) map[string]bool {
	names := map[string]bool{}
	for _, r := range p.Records {
		for _, key := range []string{"label", "name", "publisher", "container-title"} {
			for _, lang := range p.Languages {
				for word := range strings.FieldsSeq(r.Text(key, lang)) {
					if strings.Contains(word, ".") {
						names[strings.ToLower(strings.Trim(word, "().,"))] = true
					}
				}
			}
		}
	}
	return names
}

// typedHosts finds host names in running text. Full addresses and those of
// e-mail are links already, in Markdown as Hugo reads it; see scheme-unknown.
func typedHosts(prose string) []text.Range {
	var out []text.Range
	for at := 0; ; {
		i := strings.IndexByte(prose[at:], '.')
		if i < 0 {
			return out
		}
		dot := at + i
		at = dot + 1
		from, to := hostAround(prose, dot)
		if to > dot {
			at = to
		}
		if isTypedHost(prose[from:to]) && !text.EndsInWord(prose[:from]) && !text.StartsWithWord(prose[to:]) {
			out = append(out, text.Range{From: from, To: to})
		}
	}
}

func hostAround(text string, dot int) (from, to int) {
	from, to = dot, dot+1
	for from > 0 && inHost(text[from-1]) {
		from--
	}
	for to < len(text) && inHost(text[to]) {
		to++
	}
	for to > from && (text[to-1] == '.' || text[to-1] == '-') {
		to--
	}
	for from < to && (text[from] == '.' || text[from] == '-') {
		from++
	}
	return from, to
}

func inHost(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || text.IsDigit(c) || c == '.' || c == '-'
}

// isTypedHost tells a host name from an abbreviation (o.a.), a sentence that
// lacks a space (einde.De) and a number.
func isTypedHost(text string) bool {
	dot := strings.LastIndexByte(text, '.')
	if dot < 1 || len(text)-dot < 3 {
		return false
	}
	end := text[dot+1:]
	if strings.ContainsAny(end, "0123456789") || end != strings.ToLower(end) && end != strings.ToUpper(end) {
		return false
	}
	_, err := cite.Host(text)
	return err == nil
}
