package text

import (
	"encoding/json"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Syllables counts the syllables of words by what is written about them in
// one language. A word has as many as it has sounds, with one more for
// every place where letters sound apart, and one less for every place where
// one is silent; words that this gets wrong are listed.
type Syllables struct {
	sounds, apart, silent *regexp.Regexp
	words, heads          map[string]int
	counted               *sync.Map // by word, which comes back many times: how many
}

// UnmarshalJSON reads regular expressions (sounds, apart, silent), and
// words with a hyphen between syllables: whole ones (words), and ones that
// compounds begin with as well (heads).
func (s *Syllables) UnmarshalJSON(data []byte) (err error) {
	var in struct{ Sounds, Apart, Silent, Words, Heads []string }
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	*s = Syllables{words: divide(in.Words), heads: divide(in.Heads), counted: &sync.Map{}}
	for pattern, list := range map[**regexp.Regexp][]string{&s.sounds: in.Sounds, &s.apart: in.Apart, &s.silent: in.Silent} {
		if *pattern, err = anyOf(list); err != nil {
			return err
		}
	}
	return nil
}

func divide(words []string) map[string]int {
	counts := map[string]int{}
	for _, word := range words {
		counts[strings.ReplaceAll(word, "-", "")] = 1 + strings.Count(word, "-")
	}
	return counts
}

// Count counts the syllables of one word, those of its parts when it is hyphenated.
func (s *Syllables) Count(word string) int {
	if n, known := s.counted.Load(word); known {
		return n.(int)
	}
	n := 0
	for part := range strings.SplitSeq(spelled(word), "-") {
		n += s.count(part)
	}
	s.counted.Store(word, n)
	return n
}

func (s *Syllables) count(part string) int {
	if part == "" {
		return 0
	}
	if n, listed := s.words[strings.TrimSuffix(part, "'s")]; listed {
		return n
	}
	for i := len(part); i > 2; i-- {
		n, listed := s.heads[part[:i]]
		switch rest := part[i:]; {
		case listed && (rest == "" || rest == "s"):
			return n
		case listed && s.beginsPart(rest):
			return n + s.count(rest)
		}
	}
	return max(1, found(s.sounds, part)+found(s.apart, part)-found(s.silent, part))
}

// beginsPart reports whether letters can be the next part of a compound: a
// consonant, and later a sound.
func (s *Syllables) beginsPart(rest string) bool {
	first := s.sounds.FindStringIndex(rest)
	return first != nil && first[0] > 0
}

// anyOf returns a pattern for the longest of what one of the patterns finds.
func anyOf(patterns []string) (*regexp.Regexp, error) {
	if len(patterns) == 0 {
		patterns = []string{`[^\s\S]`} // nothing
	}
	p, err := regexp.Compile(strings.Join(patterns, "|"))
	if err == nil {
		p.Longest()
	}
	return p, err
}

func found(pattern *regexp.Regexp, s string) int { return len(pattern.FindAllStringIndex(s, -1)) }

// spelled returns a word in small letters without accents, as patterns read
// it: a letter with a diaeresis begins a syllable, so a hyphen stands
// before it.
func spelled(word string) string {
	var out []byte
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		switch {
		case r >= 'a' && r <= 'z', r == '\'', r == '-':
			out = append(out, byte(r))
		case r == '’':
			out = append(out, '\'')
		case r == diaeresis && len(out) > 1 && strings.IndexByte("aeiou", out[len(out)-2]) >= 0:
			out = append(out[:len(out)-1], '-', out[len(out)-1])
		}
	}
	return string(out)
}

const diaeresis = '\u0308'

// isName reports whether a word is a number or a name by its looks: it holds a
// digit, or it has a capital that is not the one of a sentence's head.
func isName(word string, first bool) bool {
	for i, r := range word {
		if unicode.IsDigit(r) || unicode.IsUpper(r) && (i > 0 || !first && len(word) > 1) {
			return true
		}
	}
	return false
}
