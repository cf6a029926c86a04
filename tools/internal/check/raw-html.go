package check

var _ = register(Rule{
	ID:       "raw-html",
	Title:    "HTML in a page's text",
	Why:      "The site leaves raw HTML out of pages, so whatever it says would not be read.",
	Wrong:    `Dit is <b>belangrijk</b>.`,
	Right:    `Dit is **belangrijk**.`,
	Mend:     "use Markdown or a block. Comments (<!-- … -->) are allowed; one that begins a line stands there alone, and ends.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			for _, at := range page.Doc.Raw {
				p.Report(at, "use Markdown or a block", "raw HTML is left out of the page")
			}
		}
	},
})
