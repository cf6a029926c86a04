package check

import (
	"path"
	"slices"
	"strings"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Error, Rule{
	ID:    "address-formal",
	Title: "formal address on a page for those who are not addressed so, or a cry for help that leads to the page of others",
	Why:   "A young person who reads one formal sentence among the others hears an office speak, and may think that it is meant for somebody else.",
	Wrong: "familiar = [\"kinderen\"]   # config.toml\n---\naudience: [kinderen]\n---\nWilt u praten?",
	Right: "Wil je praten?",
	Mend:  "write the familiar form. Looked at are pages whose audiences all stand in params.familiar in config.toml; links to other pages may have their names. So are the texts of config.toml beside a section that is such a page. Where there are such audiences, params.cry_page is a page for them alone. The words are the list `formal` in data/lexicon/<lang>.yaml; a language without formal address has none.",
	Source: func(p *Pass) {
		if cry := p.Page(p.DefaultLanguage(), p.Config.Params.CryPage); cry != nil && len(p.Config.Params.Familiar) > 0 && !isFamiliar(p, cry) {
			p.Report(p.ConfigAt("/params/cry_page"), "name the page that is for them",
				"who cries for help is led to %s, which is not for those in params.familiar", cry.File)
		}
		formal := p.Words("formal")
		for _, lang := range p.Languages {
			reportFormalDoors(p, lang, formal[lang])
		}
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

// reportFormalDoors reports formal address in the texts of the
// configuration that lead to a page for those who are not addressed so.
func reportFormalDoors(p *Pass, lang string, formal *text.Phrases) {
	texts := p.ConfigTexts(lang)
	for key, said := range texts {
		page := p.Page(lang, texts[strings.TrimSuffix(key, path.Ext(key))+".section"])
		if page == nil || !isFamiliar(p, page) {
			continue
		}
		if m := formal.Find(said); len(m) > 0 {
			p.Report(p.ConfigAt("/languages/"+lang+"/params/"+strings.ReplaceAll(key, ".", "/")), "write the familiar form", "%q addresses readers formally", m[0].Of(said))
		}
	}
}

// isFamiliar reports whether a page is for those alone who are addressed
// familiarly.
func isFamiliar(p *Pass, page *site.Page) bool {
	formal := func(audience string) bool { return !slices.Contains(p.Config.Params.Familiar, audience) }
	return len(page.Audience) > 0 && !slices.ContainsFunc(page.Audience, formal)
}
