package check

import (
	"cmp"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(LanguageRules, Warning, Rule{
	ID:    "text-repeated",
	Title: "a paragraph, item, sentence of a paragraph or text of a record that stands there twice, a text that two records or two keys of the interface share, or a title, summary or pronunciation that two pages share",
	Why:   "Something was copied and not changed yet: the text that should stand there is missing.",
	Wrong: "- Vrienden veranderen.\n- Vrienden veranderen.",
	Right: "- Vrienden veranderen.\n- Een ruzie thuis.",
	Mend:  "write what should stand there, or take one out.",
	Source: func(p *Pass) {
		for _, page := range p.Pages {
			seen := map[string]diag.Position{}
			for t := range page.Prose() {
				if t.Kind != "cell" && text.HasFields(t.Text, 4) {
					reportAgain(p, t, seen, strings.TrimSpace(t.Text)+linksOf(t))
				}
				reportTwice(p, t)
			}
		}
		for _, r := range p.Records {
			seen := map[string]diag.Position{}
			for t := range r.Passages() {
				if text.HasFields(t.Text, 3) {
					reportAgain(p, t, seen, t.Lang+t.Text)
				}
			}
		}
		reportCopied(p)
		reportCopiedKeys(p)
		reportTitles(p)
	},
})

// reportCopied reports a text that two records of a kind share in a field,
// of the kinds whose records have words of their own: figures, each topic.
func reportCopied(p *Pass) {
	first := map[string]*site.Record{}
	for t := range p.RecordPassages("contact", "signal", "case", "gap", "topic", "mistake", "figure") {
		if t.Kind == "seen/where" || t.Kind == "locator" || t.Kind == "as_of_note" || !text.HasFields(t.Text, 4) {
			continue
		}
		key := t.Record.Kind + t.Kind + t.Lang + t.Text
		if other := first[key]; other != nil && other != t.Record && (t.Record.Kind != "figure" || other.Text("/topic") != t.Record.Text("/topic")) {
			p.Report(t.At(0), "write what this record is to say", "%q is what %s says", text.Head(t.Text), other.File)
			continue
		}
		first[key] = t.Record
	}
}

// reportCopiedKeys reports a text of four words or more that two keys have
// which begin alike.
func reportCopiedKeys(p *Pass) {
	first := map[string]string{}
	for t := range p.AllKeyed() {
		family, _, _ := strings.Cut(t.Kind, "_")
		key := t.Lang + " " + family + " " + t.Text
		if other, again := first[key]; again && other != t.Kind && text.HasFields(t.Text, 4) {
			p.Report(t.At(0), "write what this one is to say", "%q is what %s says", text.Head(t.Text), other)
			continue
		}
		first[key] = t.Kind
	}
}

func reportAgain(p *Pass, t *site.Passage, seen map[string]diag.Position, key string) {
	if first, again := seen[key]; again {
		p.Report(t.At(0), "write what should stand there, or take one out", "%q stands in line %d already", text.Head(t.Text), first.Line)
		return
	}
	seen[key] = t.At(0)
}

// reportTwice reports a sentence of four words or more that a text has
// twice.
func reportTwice(p *Pass, t *site.Passage) {
	seen := map[string]bool{}
	for _, s := range text.Sentences(t.Text) {
		said := strings.TrimSpace(s.Of(t.Text))
		if seen[said] && text.HasFields(said, 4) {
			p.Report(t.At(s.From), "take one out", "%q stands in this paragraph already", text.Head(said))
		}
		seen[said] = true
	}
}

// linksOf returns where the links of a text lead: a line that leads
// elsewhere is another.
func linksOf(t *site.Passage) string {
	var b strings.Builder
	for _, i := range t.Para.Links {
		b.WriteString("\x00" + t.Page.Doc.Links[i].Dest)
	}
	return b.String()
}

// reportTitles reports the title, summary or pronunciation of another page.
func reportTitles(p *Pass) {
	first := map[string]*site.Page{}
	again := func(page *site.Page, field, said string) *site.Page {
		key := field + " " + page.Lang + " " + text.Fold(said)
		other := first[key]
		if first[key] = cmp.Or(other, page); said == "" {
			return nil
		}
		return other
	}
	for _, page := range p.Pages {
		at := page.Front.Doc.Position
		if other := again(page, "summary", page.Summary); other != nil {
			p.Report(at("/summary"), "write what this page is about", "the summary is that of %s", other.File)
		}
		said, _ := page.Front.Doc.At("/pronunciation").(string)
		if other := again(page, "pronunciation", said); other != nil {
			p.Report(at("/pronunciation"), "write how this one is said", "%q is how %s is said", said, other.File)
		}
		if other := again(page, "title "+page.Section, page.Title); other != nil {
			p.As(Error).Report(at("/title"), "give it its own title, or remove the copy", "title %q is that of %s", page.Title, other.File)
		}
	}
}
