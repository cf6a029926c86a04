package check

import (
	"slices"

	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/site"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "built-exit",
	Title:  "a rendered page that lacks the quick exit, or has it in vain",
	Why:    "Somebody who is watched must be able to leave at once, on every page that a young person or a parent may read; and must know that this erases no history (ESP-31).",
	Wrong:  `<body><main>…`,
	Right:  `<body><a href="https://www.knmi.nl/" data-exit>…</a><main>…<a href="/over/privacy/">`,
	Mend:   "let the layout show site/quick-exit.html, unless params.exit_not_in names the section. params.exit says where it goes, params.exit_page explains what it does not do.",
	Safety: true,
	Page: func(p *BuiltPass) func(*built.Page) {
		params := p.Source.Config.Params
		if params.Exit == "" {
			return nil
		}
		return p.fromSource(func(page *built.Page, source *site.Page) {
			if page.Redirect {
				return
			}
			wanted := !slices.Contains(params.ExitNotIn, source.Section)
			switch exit := page.HasData("data-exit"); {
			case wanted && !exit:
				p.Report(page.Lang.Position, "show site/quick-exit.html", "no quick exit")
			case !wanted && exit:
				p.Report(page.Lang.Position, "leave it out, or take the section from params.exit_not_in", "a quick exit in section %q", source.Section)
			case wanted && !page.LinksTo(params.Exit):
				p.Report(page.Lang.Position, "let it lead to params.exit", "the quick exit does not lead to %q", params.Exit)
			case wanted && !p.explainsExit(page):
				p.Report(page.Lang.Position, "link to params.exit_page", "nothing says that the quick exit erases no history")
			}
		})
	},
})

// explainsExit reports whether a page links to what explains the quick
// exit.
func (p *BuiltPass) explainsExit(page *built.Page) bool {
	explains := p.Source.Page(p.Source.LanguageOf(page.URL), p.Source.Config.Params.ExitPage)
	if explains == nil {
		return true
	}
	url := p.Source.URL(explains)
	return page.URL == url || page.LinksTo(p.Source.BasePath()+url)
}
