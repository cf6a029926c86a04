package verify

import (
	"html"
	"regexp"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/text"
)

var (
	markup = regexp.MustCompile(`</?\w[^<>]*>`)
	parted = regexp.MustCompile(`[:;?!.]\s|\s[-–]\s|—`)
	letter = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "þ", "th")
	marked = regexp.MustCompile(`(?i)^\W*(retracted|withdrawn|removed)(?:\s+(?:article|paper|chapter))?\s*[:\]–—-]\s*`)
)

// sameTitle reports whether two titles name one work. Capitals, punctuation,
// markup, accents and spaces do not count; either may lack the subtitle.
func sameTitle(a, b string) bool {
	a, b = plain(a), plain(b)
	return key(a) == key(b) || key(a) != "" && slices.Contains(heads(b), key(a)) || key(b) != "" && slices.Contains(heads(a), key(b))
}

// plain is a title without markup, which some registries escape twice.
func plain(title string) string {
	return markup.ReplaceAllString(html.UnescapeString(html.UnescapeString(title)), "")
}

// key is what makes a text the same in another typing, without spaces:
// e-mail is email.
func key(title string) string { return strings.ReplaceAll(folded(title), " ", "") }

func folded(s string) string { return letter.Replace(text.Fold(s)) }

// heads are the keys of what stands before each mark that may begin a subtitle.
func heads(title string) (out []string) {
	for _, at := range parted.FindAllStringIndex(title, -1) {
		out = append(out, key(title[:at[0]]))
	}
	return out
}

// titled reports whether the registry has the title, and whether it does so
// only behind a mark such as "RETRACTED:".
func (e Entry) titled(title string) (same bool, mark string) {
	for _, t := range e.Titles {
		if sameTitle(title, t) {
			return true, ""
		}
		if m := marked.FindStringSubmatch(plain(t)); m != nil && sameTitle(title, plain(t)[len(m[0]):]) {
			same, mark = true, strings.ToLower(m[1])
		}
	}
	return same, mark
}

// written reports whether one of the authors goes by a name. A family name
// may come with or without the rest, and a body with or without its
// acronym: one name holds all words of the other.
func (e Entry) written(name string) bool {
	words := strings.Fields(folded(name))
	return slices.ContainsFunc(e.Authors, func(author string) bool {
		theirs := strings.Fields(folded(author))
		return len(theirs) > 0 && (within(words, theirs) || within(theirs, words))
	})
}

func within(words, others []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(others, w) })
}

// leeway is how many years may lie between what is published online and
// what is printed.
const leeway = 1

// issued reports whether a date, as records write it, fits the registry.
func (e Entry) issued(text string) bool {
	d, err := cite.ParseDate(text)
	if err != nil || len(e.Years) == 0 {
		return true
	}
	return slices.ContainsFunc(e.Years, func(y int) bool { return y >= d.First.Year()-leeway && y <= d.Last.Year()+leeway })
}
