package check

import (
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/yaml"
)

var _ = register(Rule{
	ID:       "term-unused",
	Title:    "a term that no other page links to",
	Why:      "A definition that no text uses is reached by chance, and is kept up for nobody.",
	Wrong:    "content/begrippen/spook.nl.md   # and no [spook](term:spook) anywhere",
	Right:    "Dit heet een [spook](term:spook).",
	Mend:     "link to it where the word is used, or retire the term.",
	Severity: diag.Info,
	Source: func(p *Pass) {
		used := map[string]bool{}
		for _, page := range p.Pages {
			for _, ref := range page.Refs {
				if t := p.Term(ref.ID); t != nil && ref.Kind == "term" && (ref.Link != nil || ref.Block != nil) && t.Pages[page.Lang] != page {
					used[ref.ID] = true
				}
			}
		}
		for _, t := range p.Terms {
			page := t.Pages[p.DefaultLanguage()]
			if page != nil && !used[t.ID] && t.Status(p.Site) != "retired" && t.Status(p.Site) != "internal" {
				p.Report(page.Front.Position(yaml.Pointer("title")), "link to it as [word](term:"+t.ID+"), or retire it", "term %q is linked to by no other page", t.ID)
			}
		}
	},
})
