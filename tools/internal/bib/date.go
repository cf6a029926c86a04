package bib

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"comwijzer/tools/internal/cite"
)

// months knows the names of months, by their number.
type months map[string]int

// macros are the names that BibTeX has for months, in any language.
var macros = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec")

func calendar(names [][]string) months {
	m := months{}
	for _, year := range append(names, macros) {
		for i, name := range year {
			m[strings.ToLower(name)] = i + 1
		}
	}
	return m
}

// number returns which month a word names: its number, its name, or what
// the name begins with; 0 for none.
func (m months) number(word string) int {
	word = strings.ToLower(strings.Trim(word, "., "))
	if n, err := strconv.Atoi(word); err == nil {
		return within(n, 12)
	}
	if m[word] > 0 || len(word) < 3 {
		return m[word]
	}
	found := 0
	for name, n := range m {
		if strings.HasPrefix(name, word) || len(name) == 3 && strings.HasPrefix(word, name) {
			if found > 0 && found != n {
				return 0
			}
			found = n
		}
	}
	return found
}

func within(n, most int) int {
	if n < 1 || n > most {
		return 0
	}
	return n
}

var (
	slashed = regexp.MustCompile(`^(\d{4})/(\d{0,2})/?(\d{0,2})/?(.*)$`)
	inWords = regexp.MustCompile(`^(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+)?(\pL+)\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$`)
	loose   = regexp.MustCompile(`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$`)
	circa   = regexp.MustCompile(`(?i)^(?:circa|ca\.?|c\.)\s*(\d{4})$`)
	bare    = regexp.MustCompile(`^\[?(\d{4})(\?)?\]?$`)
)

// date reads a day as programs and people write it, and returns EDTF; ""
// for what is none. The time of day is left out.
func (m months) date(text string) string {
	text = strings.TrimSpace(text)
	if day, _, timed := strings.Cut(text, "T"); timed && len(day) == len("2006-01-02") {
		text = day
	}
	if is(text, cite.ParseDate) {
		return text
	}
	if found := inWords.FindStringSubmatch(text); found != nil && m.number(found[2]) > 0 {
		return edtf(found[4], m.number(found[2]), atoi(found[1]+found[3]))
	}
	if found := circa.FindStringSubmatch(text); found != nil {
		return found[1] + "~"
	}
	if found := bare.FindStringSubmatch(text); found != nil {
		return found[1] + found[2]
	}
	if found := loose.FindStringSubmatch(text); found != nil {
		return edtf(found[1], atoi(found[2]), atoi(found[3]))
	}
	return m.slashes(text)
}

// slashes reads what RIS has: year/month/day/and what else there is to say,
// which is where we keep a doubt.
func (m months) slashes(text string) string {
	found := slashed.FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	day := edtf(found[1], atoi(found[2]), atoi(found[3]))
	rest := strings.TrimSpace(found[4])
	if day == "" || rest == "" {
		return day
	}
	if len(rest) > 4 && is(rest, cite.ParseDate) { // all of it
		return rest
	}
	if doubted := day + rest; len(rest) == 1 && is(doubted, cite.ParseDate) {
		return doubted
	}
	if n := slices.Index(seasons, strings.ToLower(rest)); n >= 0 {
		return fmt.Sprintf("%s-%d", found[1], 21+n%4)
	}
	return day
}

// seasons are the words that RIS has for them.
var seasons = []string{"spring", "summer", "autumn", "winter", "", "", "fall"}

// edtf joins the parts of a date, as far as they are known; "" for no day
// of the calendar.
func edtf(year string, month, day int) string {
	text := year
	if month > 0 {
		text += fmt.Sprintf("-%02d", month)
	}
	if month > 0 && day > 0 {
		text += fmt.Sprintf("-%02d", day)
	}
	if !is(text, cite.ParseDate) {
		return ""
	}
	return text
}

func atoi(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

// point returns the numbers of one end of an EDTF date, and its mark of
// doubt. A season counts as a month from 21.
func point(text string) (numbers []int, doubt string) {
	plain := strings.TrimRight(text, "~?%")
	for _, number := range strings.Split(plain, "-") {
		numbers = append(numbers, atoi(number))
	}
	return numbers, text[len(plain):]
}
