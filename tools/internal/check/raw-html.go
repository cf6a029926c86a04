package check

var _ = register(StructureRules, Error, Rule{
	ID:    "raw-html",
	Title: "HTML in a page's text, or a comment that is no allowance",
	Why:   "The site leaves raw HTML out of pages, so whatever it says would not be read. A comment is a note that somebody meant to act on, and everybody can read it in the repository.",
	Wrong: `Dit is <b>belangrijk</b>.`,
	Right: `Dit is **belangrijk**.`,
	Mend:  "use Markdown or a block. Allowances (<!-- allow … -->) may stay; one that begins a line stands there alone, and ends. Other comments are a warning.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, at := range page.Doc.Raw {
				p.Report(at, "use Markdown or a block", "raw HTML is left out of the page")
			}
			for _, at := range page.Doc.Comments {
				p.As(Warning).Report(at, "do what it says, and take it out", "a comment, which readers of the page do not see and those of the repository do")
			}
		}
	},
})
