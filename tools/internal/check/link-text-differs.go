package check

import (
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "link-text-differs",
	Title:    "a link text that leads to another page on other pages",
	Why:      "Readers learn where words lead; the one link that leads elsewhere was pasted or half changed.",
	Wrong:    "[wat u beter niet doet](melden.md)   # elsewhere, often: [wat u beter niet doet](niet-doen.md)",
	Right:    "[wat u beter niet doet](niet-doen.md)",
	Mend:     "lead to the same page, or give the link words of its own. Texts of two words or more that lead to one page on at least three others count.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		leads := map[string]map[string]int{} // by language and text, by path
		links := func(visit func(key, path string, link site.PageLink)) {
			for link := range p.PageLinks() {
				if !link.InBlock && text.CountWords(link.Text) > 1 && link.Page != nil {
					visit(link.From.Lang+" "+strings.ToLower(link.Text), link.Page.Path, link)
				}
			}
		}
		links(func(key, path string, _ site.PageLink) {
			if leads[key] == nil {
				leads[key] = map[string]int{}
			}
			leads[key][path]++
		})
		links(func(key, path string, link site.PageLink) {
			for other, n := range leads[key] {
				if n >= often*leads[key][path] {
					p.Report(link.Position, "lead to "+other+", or write other words", "%q leads to %s in %d other links", link.Text, other, n)
				}
			}
		})
	},
})
