package check

import "comwijzer/tools/internal/diag"

var _ = register(Rule{
	ID:       "language-page",
	Title:    "a page in another language than its file name says",
	Why:      "It is found under the wrong language, and a screen reader reads it with the wrong voice (WCAG 3.1.1).",
	Wrong:    "stad.yy.md: De stad is klein, maar …",
	Right:    "stad.yy.md: The town is small, but …",
	Mend:     "translate the page, or rename the file.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		langs := p.langid()
		if langs == nil {
			return
		}
		for _, page := range p.Pages {
			lang := pageLanguage(langs, page)
			for para := range page.Doc.Prose() {
				if lang != page.Lang {
					p.Report(para.Position, "translate it, or give the file the name of its language",
						"a page in language %q with language %q in its name", lang, page.Lang)
				}
				break
			}
		}
	},
})
