package check

import "comwijzer/tools/internal/glossary"

var _ = register(GlossaryRules, Info, Rule{
	ID:      "term-unused",
	Title:   "a term that no other page links to",
	Why:     "A definition that no text uses is reached by chance, and is kept up for nobody.",
	Wrong:   "content/<glossary>/spook.xx.md   # and no [spook](term:spook) anywhere",
	Right:   "Dit heet een [spook](term:spook).",
	Mend:    "link to it where the word is used, or retire the term. Terms with status caution, which are there for who looks them up, are left alone, and so are organisations whose contact details a page shows and terms that a signal lists.",
	Absence: true,
	Source: func(p *Pass) {
		used, broader := usedTerms(p), map[string]bool{}
		for _, t := range p.Terms {
			for _, id := range t.Broader {
				broader[id] = true
			}
		}
		for _, t := range p.Terms {
			if t.Status == glossary.Publish && !used[t.ID] {
				hint := "link to it as [word](term:" + t.ID + ")"
				if !broader[t.ID] {
					hint += ", or retire it"
				}
				p.Report(t.Lead.Front.Position("/title"), hint, "term %q is linked to by no other page", t.ID)
			}
		}
	},
})

// usedTerms returns the terms that a page other than their own leads to, by
// a link or in a block.
func usedTerms(p *Pass) map[string]bool {
	used := map[string]bool{}
	for _, page := range p.Pages {
		for _, ref := range page.Refs {
			t := p.Term(ref.ID)
			if t == nil || page.Entry != nil && page.Entry.Term == t || ref.Link == nil && ref.Block == nil {
				continue
			}
			if ref.Kind == "term" || ref.Kind == "contact" {
				used[ref.ID] = true
			}
		}
	}
	for _, s := range p.Signals() {
		for _, id := range s.Terms {
			used[id] = true
		}
	}
	return used
}
