package text

import "math/bits"

// dutch counts the syllables of a Dutch word: its vowel sounds. Two or three
// letters that are one sound count once (aa, ie, oei, eeu, ij), others side by
// side count apart (the-a-ter, vi-de-o), as does each with a trema.
func dutch(w string) int {
	if loans.may(w) {
		if n, count := loans.head(w); n > 0 && ends(w[n:]) {
			if sounds(w[n:]) {
				count += dutch(w[n:])
			}
			return count
		}
	}
	count := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		if !isVowel[c] && c != 'y' {
			continue
		}
		if c != 'u' && c != 'y' && (i+1 == len(w) || !isVowel[w[i+1]] && w[i+1] != 'j') {
			count++ // nearly every vowel
			continue
		}
		size := soundLength(w, i)
		count += min(size, 1)
		i += max(size, 1) - 1
	}
	if n := len(w); n > 4 && w[n-1] == 'm' && w[n-3:] == "eum" { // mu-se-um
		count++
	}
	if count == 0 && len(w) > 0 && w[0] != '\'' {
		return 1 // an abbreviation, or a cry: still something to say
	}
	return count
}

// dutchSimply is dutch for a word whose sounds are of one letter or two.
func dutchSimply(w string, vowels uint64) int {
	count := bits.OnesCount64(vowels)
	beside := vowels & (vowels << 1) // of two vowels the second
	if beside&(beside<<1) != 0 || loans.may(w) {
		return 0
	}
	for ; beside != 0; beside &= beside - 1 {
		i := bits.TrailingZeros64(beside)
		if i+1 < len(w) && (w[i+1] == 'j' || w[i+1] == 'm') {
			return 0 // ge-ijkt, mu-se-um
		}
		if oneSound[w[i-1]&31][w[i]&31] {
			count--
		}
	}
	return count
}

// soundLength returns how many letters the vowel sound at i takes, 0 for none.
func soundLength(w string, i int) int {
	c := w[i] &^ trema
	if !isVowel[w[i]] {
		if c == 'y' && !vowelAt(w, i-1) && !vowelAt(w, i+1) { // ty-pe, but loy-aal
			return 1
		}
		return 0
	}
	if c == 'u' && i > 0 && w[i-1] == 'q' {
		return 0
	}
	if i+1 == len(w) || !oneSound[c&31][w[i+1]&31] || w[i+1]&trema != 0 {
		return 1
	}
	return longSound(w, i)
}

// longSound returns how many letters a sound of two letters or more takes.
func longSound(w string, i int) int {
	if i+2 >= len(w) {
		return 2
	}
	switch w[i : i+3] {
	case "eij": // ge-ijkt
		return 1
	case "aai", "ooi", "oei", "eeu":
		return 3
	case "ieu":
		if i+3 < len(w) && w[i+3] == 'w' { // nieuw, but se-ri-eus
			return 3
		}
		return 1
	}
	return 2
}

func vowelAt(w string, i int) bool { return i >= 0 && i < len(w) && isVowel[w[i]] }

// oneSound says which two letters are one sound.
var oneSound = func() (t [32][32]bool) {
	for _, p := range []string{"aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "ai", "au", "ou"} {
		t[p[0]&31][p[1]&31] = true
	}
	return t
}()

// ends reports whether a loan word can end before rest: at the end of the
// word, before a plural s, or before the next part of a compound.
func ends(rest string) bool {
	return len(rest) == 0 || rest == "s" || !vowelAt(rest, 0) && sounds(rest)
}

// loans are words from other languages with letters that Dutch would sound.
var loans = newExceptions(map[string]int{
	"bureau": 2, "cadeau": 2, "niveau": 2, "plateau": 2,
	"coach": 1, "deadline": 2, "fake": 1, "game": 1, "hardware": 2, "hate": 1, "image": 2, "like": 1, "live": 1,
	"love": 1, "mainstream": 2, "offline": 2, "online": 2, "private": 2, "safe": 1, "scene": 1, "share": 1, "site": 1,
	"software": 2, "spyware": 2, "stream": 1, "team": 1, "time": 1, "timeline": 2, "update": 2, "website": 2,
})
