package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
)

// alikes is what changed alike in the languages of a page, record or
// interface text: the nth change of a kind in one and the nth in another.
type alikes []diag.Diagnostic

func alikeIn(found []diag.Diagnostic, languages []string) (all []*alikes) {
	told := map[string]int{}      // so far, by place, language and kind
	first := map[string]*alikes{} // by place, kind and number
	for _, d := range found {
		place, lang := placeOf(d, languages)
		count := place + "\x00" + d.Rule + "\x00" + lang
		told[count]++
		key := fmt.Sprintf("%s\x00%s\x00%d", place, d.Rule, told[count])
		if lang != "" && first[key] != nil {
			*first[key] = append(*first[key], d)
			continue
		}
		first[key] = &alikes{d}
		all = append(all, first[key])
	}
	return all
}

// fold makes one line of what changed alike. What changed in one language
// alone comes before that, as it is the likelier mistake.
func fold(found []diag.Diagnostic, languages []string) (folded []diag.Diagnostic) {
	all := alikeIn(found, languages)
	slices.SortStableFunc(all, func(a, b *alikes) int {
		return cmp.Or(cmp.Compare(weight((*a)[0].Rule), weight((*b)[0].Rule)), cmp.Compare(min(2, len(*a)), min(2, len(*b))))
	})
	for _, a := range all {
		line := (*a)[0]
		var parts []string // what is told of other languages
		for _, d := range (*a)[1:] {
			parts = append(parts, fmt.Sprintf("%s %s", d.Position, d.Message))
		}
		if len(parts) > 0 {
			line.Message += inOthers + strings.Join(parts, inOthers)
		}
		folded = append(folded, line)
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
