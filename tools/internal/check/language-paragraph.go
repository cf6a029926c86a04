package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "language-paragraph",
	Title:    "a paragraph in another language than its page",
	Why:      "A paragraph that was not translated stops most readers, and a screen reader reads it with the wrong voice (WCAG 3.1.2).",
	Wrong:    "The town is small, but …   (on a Dutch page)",
	Right:    "De stad is klein, maar …",
	Mend:     "translate it; what is quoted from a source stands in a block quotation.",
	Severity: diag.Warning,
	Source: func(p *Pass) {
		langs := p.langid()
		if langs == nil {
			return
		}
		for _, page := range p.Pages {
			if pageLanguage(langs, page) != page.Lang {
				continue // the whole page is, which another rule says
			}
			for para := range page.Doc.Prose() {
				if !text.HasFields(para.Text, 25) {
					continue
				}
				if lang := langs.Of(para.Text, page.Lang); lang != page.Lang {
					p.Report(para.Position, "translate it, or quote it with >", "a paragraph in language %q on a page in language %q", lang, page.Lang)
				}
			}
		}
	},
})
