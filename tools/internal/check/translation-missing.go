package check

import (
	"fmt"
	"path"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "translation-missing",
	Title:    "a page that is not there in every language",
	Why:      "The language switch leads to the same page; without translation it leads nowhere.",
	Wrong:    "content/fiets/wiel.xx.md, without wiel.yy.md",
	Right:    "content/fiets/wiel.xx.md\ncontent/fiets/wiel.yy.md",
	Mend:     "write the page in the other language beside it.",
	Set:      StructureRules,
	Severity: Error,
	Source: func(p *Pass) {
		for _, lang := range p.Unwritten {
			p.Cause().Report(diag.Position{File: site.ConfigFile}, "write its pages, texts and words (wijzer new language), or disabled = true under it until then",
				"no page is in language %q: nothing else is told of it", lang)
		}
		for _, page := range p.Pages {
			for _, lang := range p.Languages {
				if p.Page(lang, page.Path) == nil && !p.PageLost(lang, page.Path) {
					name := strings.TrimSuffix(path.Base(page.File), "."+page.Lang+".md")
					p.Report(diag.Position{File: page.File}, fmt.Sprintf("write %s.%s.md beside it", name, lang), "no translation in language %q", lang)
				}
			}
		}
	},
})
