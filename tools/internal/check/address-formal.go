package check

import (
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "address-formal",
	Title:    "formal address on a page for those who are not addressed so, or a cry for help that leads to the page of others",
	Why:      "A young person who reads one formal sentence among the others hears an office speak, and may think that it is meant for somebody else.",
	Wrong:    "familiar = [\"kinderen\"]   # config.toml\n---\naudience: [kinderen]\n---\nWilt u praten?",
	Right:    "Wil je praten?",
	Mend:     "write the familiar form. Looked at are pages whose audiences all stand in params.familiar in config.toml; links to other pages may have their names. Where there are such audiences, params.cry_page is a page for them alone. The words are the list `formal` in data/lexicon/<lang>.yaml; a language without formal address has none.",
	Set:      LanguageRules,
	Severity: diag.Error,
	Source: func(p *Pass) {
		if cry := p.Page(p.DefaultLanguage(), p.Config.Params.CryPage); cry != nil && len(p.Config.Params.Familiar) > 0 && !isFamiliar(p, cry) {
			p.Report(textAt(p, site.ConfigFile, "cry_page", cry.Path), "name the page that is for them",
				"who cries for help is led to %s, which is not for those in params.familiar", cry.File)
		}
		formal := p.Words("formal")
		for _, page := range p.Pages {
			if !isFamiliar(p, page) {
				continue
			}
			for t := range page.Passages() {
				for _, m := range formal[t.Lang].Find(t.Text) {
					if !t.IsCode(m.From) && !(t.Para != nil && page.Doc.LinkAt(t.Para, m.From) != nil) {
						p.Report(t.At(m.From), "write the familiar form", "%q addresses readers formally", m.Of(t.Text))
					}
				}
			}
		}
	},
})

// isFamiliar reports whether a page is for those alone who are addressed
// familiarly.
func isFamiliar(p *Pass, page *site.Page) bool {
	formal := func(audience string) bool { return !slices.Contains(p.Config.Params.Familiar, audience) }
	return len(page.Audience) > 0 && !slices.ContainsFunc(page.Audience, formal)
}
