package check

import (
	"fmt"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/yaml"
)

var _ = register(GlossaryRules, Error, Rule{
	ID:    "term-history",
	Title: "the status of a term without its entry in the history",
	Why:   "Whoever met the term under its old status must be able to see when it changed and why; translators and learners rely on it.",
	Wrong: "status: caution\nhistory:\n  - {date: 2026-01-10, status: publish}",
	Right: "status: caution\nhistory:\n  - {date: 2026-01-10, status: publish}\n  - {date: 2026-03-02, status: caution, note: {xx: Vraagt om voorzichtigheid., yy: Needs caution.}}",
	Mend:  "add an entry with the date, the new status and, except for the first, a note in every language.",
	Source: func(p *Pass) {
		for _, t := range p.Terms {
			history(p, t)
		}
	},
})

func history(p *Pass, t *glossary.Term) {
	status, last := glossary.Publish, "" // without history a term has been open from the start
	for i, e := range t.History {
		at := t.Lead.Front.Position(yaml.Pointer("history", fmt.Sprint(i)))
		if e.Date < last {
			p.Report(at, "put the oldest first", "history of %q goes back from %s to %s", t.ID, last, e.Date)
		}
		last = e.Date
		for _, lang := range p.Languages {
			if i > 0 && e.Note[lang] == "" {
				p.Report(at, "add note: {"+lang+": …}", "change of %q on %s without a note in language %q", t.ID, e.Date, lang)
			}
		}
		if e.Status != "" {
			status = e.Status
		}
	}
	if t.Status != "" && t.Status != status {
		p.Report(t.Lead.Front.Position("/status"), "add the change to history, with its date and a note", "status %q of term %q is not in its history", t.Status, t.ID)
	}
}
