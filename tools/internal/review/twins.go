package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
)

// fold makes one line of what changed alike in the languages of a page, record
// or interface text: the nth change of a kind in one and the nth in another. What
// changed in one language alone comes before that, as it is the likelier mistake.
func fold(found []diag.Diagnostic, languages []string) []diag.Diagnostic {
	told := map[string]int{}                 // the lines so far, by place, language and kind
	lines := map[string]*diag.Diagnostic{}   // by place, kind and number
	parts := map[*diag.Diagnostic][]string{} // what is told of other languages
	var all []*diag.Diagnostic
	for _, d := range found {
		place, lang := placeOf(d, languages)
		count := place + "\x00" + d.Rule + "\x00" + lang
		told[count]++
		key := fmt.Sprintf("%s\x00%s\x00%d", place, d.Rule, told[count])
		if first := lines[key]; lang != "" && first != nil {
			parts[first] = append(parts[first], fmt.Sprintf("%s %s", d.Position, d.Message))
			continue
		}
		lines[key] = &d
		all = append(all, &d)
	}
	slices.SortStableFunc(all, func(a, b *diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(weight(a.Rule), weight(b.Rule)), cmp.Compare(min(1, len(parts[a])), min(1, len(parts[b]))))
	})
	folded := make([]diag.Diagnostic, len(all))
	for i, d := range all {
		folded[i] = *d
		if len(parts[d]) > 0 {
			folded[i].Message += inOthers + strings.Join(parts[d], inOthers)
		}
	}
	return folded
}

// inOthers stands before what changed alike in another language.
const inOthers = "; and "

// placeOf returns where something changed, whatever its language, and that
// language, "" for none. The field of a record stands before what became of it.
func placeOf(d diag.Diagnostic, languages []string) (place, lang string) {
	place = d.File
	if field, _, ok := strings.Cut(d.Message, ": "); ok && !strings.Contains(field, `"`) {
		place += "/" + field
	}
	parts := strings.FieldsFunc(place, func(r rune) bool { return r == '/' || r == '.' })
	for i, part := range parts {
		if slices.Contains(languages, part) {
			parts[i], lang = "*", part
		}
	}
	return strings.Join(parts, "/"), lang
}
