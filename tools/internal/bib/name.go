package bib

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"comwijzer/tools/internal/cite"
)

// splitDepth splits at a separator that stands in no braces.
func splitDepth(text string, at func(rest string) int) (parts []string) {
	depth, from := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
			continue
		case '{':
			depth++
		case '}':
			depth--
		}
		if n := at(text[i:]); n > 0 && depth == 0 {
			parts = append(parts, text[from:i])
			i += n - 1
			from = i + 1
		}
	}
	return append(parts, text[from:])
}

// and finds the word between two names.
func and(rest string) int {
	if len(rest) > 5 && isSpace(rest[0]) && strings.EqualFold(rest[1:4], "and") && isSpace(rest[4]) {
		return 5
	}
	return 0
}

func comma(rest string) int {
	if rest[0] == ',' {
		return 1
	}
	return 0
}

func space(rest string) int {
	n := 0
	for n < len(rest) && (isSpace(rest[n]) || rest[n] == '~') {
		n++
	}
	return n
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// bibNames reads names of BibTeX, and reports whether there are others, who
// are not named.
func bibNames(text string) (names []cite.Name, others bool) {
	for _, part := range splitDepth(" "+text+" ", and) {
		part = strings.TrimSpace(part)
		switch {
		case part == "others":
			others = true
		case part != "":
			names = append(names, bibName(part))
		}
	}
	return names, others
}

// bibName reads one: First von Last, von Last, First or von Last, Jr,
// First. Braces around all of it keep the name of an organisation together.
func bibName(text string) (n cite.Name) {
	if inner, ok := braced(text); ok {
		return cite.Name{Literal: plainTeX(inner)}
	}
	parts := splitDepth(text, comma)
	if len(parts) > 1 && keyed(parts[0]) {
		return keyedName(parts)
	}
	words := fields(parts[0])
	switch first, from, to := len(words), vonFrom(words), vonTo(words); {
	case len(parts) > 1:
		if from != 0 { // a particle begins the name
			from, to = 0, 0
		}
		n.Particle, n.Family = joinTeX(words[from:to]), joinTeX(words[to:])
		n.Given = plainTeX(parts[len(parts)-1])
		if len(parts) > 2 {
			n.Suffix = plainTeX(parts[1])
		}
	case first == 1:
		return cite.Name{Literal: plainTeX(text)}
	default:
		n = cite.Name{Given: joinTeX(words[:from]), Particle: joinTeX(words[from:to]), Family: joinTeX(words[to:])}
	}
	n.Given, n.Dropping = dropping(n.Given)
	return n
}

func fields(text string) (words []string) {
	for _, word := range splitDepth(text, space) {
		if word != "" {
			words = append(words, word)
		}
	}
	return words
}

func joinTeX(words []string) string { return plainTeX(strings.Join(words, " ")) }

// vonFrom and vonTo return where the particle of a name is: from the first
// word in lower case to the last one, but for the last word.
func vonFrom(words []string) int {
	last := max(len(words)-1, 0)
	if i := slices.IndexFunc(words[:last], isParticle); i >= 0 {
		return i
	}
	return last
}

func vonTo(words []string) int {
	for i := len(words) - 2; i >= 0; i-- {
		if isParticle(words[i]) {
			return i + 1
		}
	}
	return max(len(words)-1, 0)
}

// isParticle reports whether a word begins in lower case. What is in braces
// has no case, but for a letter with an accent.
func isParticle(word string) bool {
	if strings.HasPrefix(word, "{") && !strings.HasPrefix(word, `{\`) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(plainTeX(word), "'’‘"))
	return unicode.IsLower(r)
}

// keyed and keyedName read the form of BibLaTeX: family=Berg, given=Jan,
// prefix=van den.
func keyed(part string) bool {
	key, _, found := strings.Cut(part, "=")
	return found && strings.Contains(" family given prefix suffix useprefix family-i given-i prefix-i ", " "+strings.TrimSpace(key)+" ")
}

func keyedName(parts []string) (n cite.Name) {
	said := map[string]string{}
	for _, part := range parts {
		key, value, _ := strings.Cut(part, "=")
		said[strings.TrimSpace(key)] = plainTeX(strings.Trim(strings.TrimSpace(value), `"`))
	}
	n = cite.Name{Family: said["family"], Given: said["given"], Particle: said["prefix"], Suffix: said["suffix"]}
	if said["useprefix"] == "false" {
		n.Particle, n.Dropping = "", n.Particle
	}
	return n
}

// dropping parts the words in lower case at the end of given names:
// Alexander von.
func dropping(given string) (string, string) {
	words := strings.Fields(given)
	n := len(words)
	for n > 1 && isParticle(words[n-1]) {
		n--
	}
	return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}

// braced returns what is in the braces around all of a text.
func braced(text string) (inner string, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) < 2 || text[0] != '{' || text[1] == '\\' {
		return "", false
	}
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 && i < len(text)-1 {
				return "", false
			}
		}
	}
	return text[1 : len(text)-1], depth == 0
}

func bibNameText(n cite.Name) string {
	if n.Literal != "" {
		return "{" + toTeX(n.Literal) + "}"
	}
	family := toTeX(strings.TrimSpace(n.Particle + " " + n.Family))
	if strings.Contains(strings.ToLower(" "+n.Family+" "), " and ") || strings.Contains(n.Family, ",") {
		family = toTeX(n.Particle) + " {" + toTeX(n.Family) + "}"
	}
	return cite.Joined(", ", family, toTeX(n.Suffix), toTeX(strings.TrimSpace(n.Given+" "+n.Dropping)))
}

// risName reads a name of RIS: Family, Given, Suffix. A comma at the end
// says that it is an organisation, and two are one within its name
// (EndNote).
func risName(text string) cite.Name {
	text = strings.ReplaceAll(strings.TrimSpace(text), ",,", "\x00")
	parts := strings.Split(text, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(strings.ReplaceAll(parts[i], "\x00", ","))
	}
	if len(parts) == 1 || parts[1] == "" && len(parts) == 2 {
		return cite.Name{Literal: parts[0]}
	}
	n := cite.Name{}
	words := strings.Fields(parts[0])
	if len(words) > 1 && isParticle(words[0]) {
		to := vonTo(words)
		n.Particle, n.Family = strings.Join(words[:to], " "), strings.Join(words[to:], " ")
	} else {
		n.Family = parts[0]
	}
	n.Given, n.Dropping = dropping(parts[1])
	n.Suffix = cite.Joined(", ", parts[2:]...)
	return n
}

func risNameText(n cite.Name) string {
	if n.Literal != "" {
		if strings.Contains(n.Literal, ",") {
			return strings.ReplaceAll(n.Literal, ",", ",,") + ","
		}
		return n.Literal
	}
	return cite.Joined(", ", strings.TrimSpace(n.Particle+" "+n.Family), strings.TrimSpace(n.Given+" "+n.Dropping), n.Suffix)
}
