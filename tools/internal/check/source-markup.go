package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
)

var _ = register(ReferencesRules, Error, Rule{
	ID:    "source-markup",
	Title: "a title, name or number of a source that holds the markup of another program",
	Why:   "Reference managers and databases hand over HTML, LaTeX and entities; readers get them as they are typed, and nobody finds the work under such a title.",
	Wrong: "title: 'De {DNA}-code van <em>E. coli</em> &amp; H$_2$O'",
	Right: "title: 'De DNA-code van <i>E. coli</i> & H<sub>2</sub>O'",
	Mend:  "write what the work itself prints, names one by one, numbers without the word for them. Titles may hold the markup of CSL: `<i>`, `<b>`, `<sub>`, `<sup>` and `<span style=\"font-variant:small-caps;\">`, each closed; names and numbers none.",
	Source: func(p *Pass) {
		for _, r := range p.Sources() {
			for pointer, text := range r.Texts() {
				if field, _, _ := strings.Cut(pointer[1:], "/"); ofWork[field] != nil {
					reportMarkup(p, r, pointer, text, ofWork[field])
				}
				if number := p.unlabelled(pointer, text); number != text {
					p.Report(r.Position(pointer), fmt.Sprintf("write %q", number), "%s %q holds what the reference writes around it", pointer[1:], text)
				}
				if isNameOf(pointer) && nameRest.MatchString(text) {
					p.Report(r.Position(pointer), "give each person an entry of its own, with family and given", "%s: %q is more than a name", strings.Split(pointer, "/")[1], text)
				}
			}
		}
	},
})

// ofWork says which fields tell of the work itself, and what may stand in
// them.
var ofWork = func() map[string]func(string) *cite.Foreign {
	fields := map[string]func(string) *cite.Foreign{"title": cite.TitleText, "container-title": cite.TitleText, "collection-title": cite.TitleText}
	for _, plain := range []string{"author", "editor", "publisher", "edition", "volume", "issue", "number", "page", "genre", "authority"} {
		fields[plain] = cite.PlainText
	}
	return fields
}()

// unlabelled returns a number or pages without the word for them, and the
// mark at the end, that are written around it.
func (p *Pass) unlabelled(pointer, number string) string {
	if !slices.Contains([]string{"/volume", "/issue", "/page"}, pointer) {
		return number
	}
	number = strings.TrimRight(number, ".,;")
	for _, lang := range p.Languages {
		w := p.ReferenceWords(lang)
		for _, label := range []string{w.Pages, w.Page, w.Volume, w.Number} {
			if label != "" && len(number) > len(label) && strings.EqualFold(number[:len(label)], label) {
				number = strings.TrimSpace(number[len(label):])
			}
		}
	}
	return number
}

// nameRest finds a name that holds more than one, the other half of itself,
// or the mark of a note.
var nameRest = regexp.MustCompile(`[;,]|\pL[*†‡§¹²³0-9]+$`)

// isNameOf reports whether a value is the family or given name of a person.
func isNameOf(pointer string) bool {
	return strings.HasSuffix(pointer, "/family") || strings.HasSuffix(pointer, "/given")
}

func reportMarkup(p *Pass, r *site.Source, pointer, text string, read func(string) *cite.Foreign) {
	found := read(text)
	if found == nil {
		return
	}
	hint := "write what the work itself prints"
	if found.Mended != "" && read(found.Mended) == nil {
		hint = fmt.Sprintf("write %q", found.Mended)
	}
	names := slices.Collect(strings.SplitSeq(pointer[1:], "/"))
	p.Report(r.Position(pointer), hint, "%s: %q is no text", names[0], strings.TrimSpace(found.Text))
}
