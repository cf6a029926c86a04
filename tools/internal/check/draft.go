package check

import "cmp"

var _ = register(StructureRules, Info, Rule{
	ID:    "draft",
	Title: "a page that is not published yet",
	Why:   "Drafts are forgotten. What else is found in one is a remark until it is to be published; links from other pages to it lead nowhere until then.",
	Wrong: "draft: true",
	Right: "date: 2026-11-20",
	Mend:  "finish the page and its translations, and take out `draft`. With `publishDate` the page is published by the first build on or after that day.",
	Source: func(p *Pass) {
		for _, page := range p.Held(p.Today) {
			state := "is a draft"
			if !page.Draft {
				state = "waits for " + page.From
			}
			at := page.Front.Position(cmp.Or(map[bool]string{true: "/draft"}[page.Draft], "/publishDate"))
			p.Report(at, "finish it, and then take out draft", "page %q %s", page.Title, state)
		}
	},
})
