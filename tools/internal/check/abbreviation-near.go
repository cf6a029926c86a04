package check

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(GlossaryRules, Error, Rule{
	ID:    "abbreviation-near",
	Title: "an abbreviation with the letters of a known one in another order, or of something else behind a name",
	Why:   "It stands for nothing, or for another organisation.",
	Wrong: "De DVTC waarschuwde.",
	Right: "De DTVC waarschuwde.",
	Mend:  "write the known one, or name this one in a term, source or contact. In brackets behind the name of a term with an abbreviation, or of a contact, stands that one.",
	Source: func(p *Pass) {
		known := map[string]string{} // by letters in order of the alphabet
		add := func(name string) {
			for _, word := range abbreviations(name) {
				known[sorted(word.Of(name))] = word.Of(name)
			}
		}
		for entry := range p.Entries() {
			for _, name := range entry.Names() {
				add(name)
			}
		}
		short := shortened(p)
		names := sync.OnceValue(func() string { return knownNames(p) })
		for t := range p.Passages() {
			reportBehind(p, t, short[t.Lang])
			for _, r := range abbreviations(t.Text) {
				word := r.Of(t.Text)
				if right := known[sorted(word)]; right != "" && right != word && !strings.Contains(names(), text.Fold(word)) && !t.IsCode(r.From) && t.Kind != "line" {
					p.Report(t.At(r.From), "write "+right, "%q has the letters of %q", word, right)
				}
			}
		}
	},
})

func sorted(word string) string {
	letters := []byte(word)
	slices.Sort(letters)
	return string(letters)
}

// shortened returns by language the abbreviations of names that have one.
func shortened(p *Pass) map[string]map[string]string {
	short := site.ByLanguage(p.Site, func(string) map[string]string { return map[string]string{} })
	for _, lang := range p.Languages {
		for entry := range p.Entries(lang) {
			if entry.Abbreviation != "" {
				short[lang][entry.Page.Title] = entry.Abbreviation
			}
		}
		for _, c := range p.Contacts() {
			if m := inBrackets.FindStringSubmatchIndex(c.Name.In(lang)); m != nil {
				short[lang][strings.TrimSpace(c.Name.In(lang)[:m[0]])] = c.Name.In(lang)[m[2]:m[3]]
			}
		}
	}
	return short
}

var inBrackets = regexp.MustCompile(` \(([A-Z][A-Za-z]*[A-Z])\)`)

// reportBehind reports an abbreviation in brackets behind a name that has
// another.
func reportBehind(p *Pass, t *site.Passage, short map[string]string) {
	if !strings.Contains(t.Text, " (") {
		return
	}
	for _, m := range inBrackets.FindAllStringSubmatchIndex(t.Text, -1) {
		for name, right := range short {
			if said := t.Text[m[2]:m[3]]; said != right && strings.HasSuffix(t.Text[:m[0]], name) && !t.IsCode(m[2]) {
				p.Report(t.At(m[2]), "write "+right, "%q behind %q", said, name)
			}
		}
	}
}
