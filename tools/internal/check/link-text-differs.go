package check

import (
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:    "link-text-differs",
	Title: "a link text that leads to another page on other pages, or has the title of another or an older one",
	Why:   "Readers learn where words lead; the one link that leads elsewhere was pasted or half changed.",
	Wrong: "[wat u beter niet doet](melden.md)   # elsewhere, often: [wat u beter niet doet](niet-doen.md)",
	Right: "[wat u beter niet doet](niet-doen.md)",
	Mend:  "lead to the same page, or give the link words of its own. Texts of two words or more that lead to one page on at least three others count; so do the title of another page, and the title of the page itself with one word of four or more changed, not the first.",
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
			inner(leads, key)[path]++
		})
		links(func(key, path string, link site.PageLink) {
			for other, n := range leads[key] {
				if n >= often*leads[key][path] {
					p.Report(link.Position, "lead to "+other+", or write other words", "%q leads to %s in %d other links", link.Text, other, n)
				}
			}
		})
		titles := map[string]bool{} // by language and title
		for _, page := range p.Pages {
			if page.Entry == nil { // whose title is a word
				titles[page.Lang+" "+strings.ToLower(page.Title)] = true
			}
		}
		links(func(key, _ string, link site.PageLink) {
			title := link.Page.Title
			if text.Normal(link.Text) != text.Normal(title) && link.Fragment == "" && (titles[key] || wordApart(link.Text, title)) {
				p.Report(link.Position, "write its title, or other words", "%q leads to a page with the title %q", link.Text, title)
			}
		})
	},
})

// wordApart reports whether two texts of four words or more differ in one
// word, not the first.
func wordApart(a, b string) bool {
	one, other := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(one) < 4 || len(one) != len(other) || one[0] != other[0] {
		return false
	}
	apart := 0
	for i := range one {
		if one[i] != other[i] {
			apart++
		}
	}
	return apart == 1
}
