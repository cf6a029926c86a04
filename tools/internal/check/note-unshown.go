package check

var _ = register(StructureRules, Error, Rule{
	ID:    "note-unshown",
	Title: "a note on a page that is not marked as sensitive",
	Why:   "The note warns of what a page holds, and stands before it only where the page is sensitive: somebody took the mark away and left the warning.",
	Wrong: "note: Deze pagina gaat over geweld.\nsensitive: false",
	Right: "note: Deze pagina gaat over geweld.\nsensitive: true",
	Mend:  "mark the page, or leave the note out when nothing there needs it.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			if page.Note != "" && !page.Sensitive {
				p.Report(page.Front.Doc.Position("/note"), "write sensitive: true", "a note that nobody sees")
			}
		}
	},
})
