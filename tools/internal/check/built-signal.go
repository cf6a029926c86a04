package check

import (
	"comwijzer/tools/internal/built"
	"comwijzer/tools/internal/site"
)

var _ = register(Rule{
	ID:       "built-signal",
	Title:    "a block of signals that is rendered without its caution",
	Why:      "A list of signals without the sentence that one signal is no proof is a checklist (ESP-17).",
	Wrong:    `<ul data-signals>…`,
	Right:    `<div data-signals><p data-caution>Een signaal is geen bewijs. …</p><ul>…`,
	Mend:     "let blocks/signals.html begin with the sentence, in an element with data-caution.",
	Set:      SafetyRules,
	Severity: Error,
	Safety:   true,
	Page: func(p *BuiltPass) func(*built.Page) {
		return p.fromSource(func(page *built.Page, source *site.Page) {
			blocks := 0
			for _, b := range source.Doc.Blocks {
				if b.Kind == "signals" {
					blocks++
				}
			}
			cautions := 0
			for _, d := range page.Data {
				if d.Name == "data-caution" {
					cautions++
				}
			}
			if cautions < blocks {
				p.Report(page.Lang.Position, "show the sentence with every block", "%d blocks of signals, %d with the sentence that a signal is no proof", blocks, cautions)
			}
		})
	},
})
