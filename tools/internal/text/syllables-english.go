package text

import (
	"math/bits"
	"strings"
)

// english counts the syllables of an English word: its groups of vowels,
// without the ones that are silent (time, lives, called) and with those that
// stand together but sound apart (ra-di-o, be-ing). A silent e before a suffix
// or in a compound (care-ful, some-where) is found by taking the word apart.
func english(w string) int {
	if irregular.may(w) {
		if count, ok := irregular.counts[w]; ok {
			return count
		}
	}
	if n := len(w) - 2; n > 0 && w[n] == '\'' && w[n+1] == 's' {
		if hisses(w[:n]) {
			return english(w[:n]) + 1 // boss's
		}
		return english(w[:n])
	}
	if len(w) >= 6 {
		if n := cut(w); n > 0 {
			return english(w[:n]) + english(w[n:])
		}
	}
	count := vowels(w) - silent(w)
	if count <= 0 && len(w) > 0 {
		return 1
	}
	return count
}

// englishSimply is english for a word that is not irregular and does not come
// apart.
func englishSimply(w string, vowels uint64) int {
	if irregular.may(w) || len(w) >= 6 && cut(w) > 0 {
		return 0
	}
	beside := vowels & (vowels << 1) // of two vowels the second
	count := bits.OnesCount64(vowels&^beside) + endings(w) - silent(w)
	for ; beside != 0; beside &= beside - 1 {
		if splits(w, bits.TrailingZeros64(beside)-1) {
			count++
		}
	}
	return max(1, count)
}

// cut returns where a word comes apart after a silent e, 0 for nowhere.
func cut(w string) int {
	if compounds.may(w) {
		if n, _ := compounds.head(w); n > 0 && n+2 < len(w) && beginsPart(w[n:]) {
			return n
		}
	}
	for _, suffix := range suffixes[w[len(w)-1]] {
		n := len(w) - len(suffix)
		if n >= 3 && w[n-1] == 'e' && !vowelAt(w, n-2) && w[n:] == suffix {
			return n
		}
	}
	return 0
}

// suffixes by their last letter.
var suffixes = [256][]string{'y': {"ly", "ty", "fully"}, 'l': {"ful"}, 's': {"less", "ness", "ments"}, 't': {"ment"}}

// beginsPart reports whether letters can be the second part of a compound: a
// consonant, or two that begin a word, and then a vowel.
func beginsPart(w string) bool {
	return !vowelAt(w, 0) && (vowelAt(w, 1) || strings.IndexByte("yhrltw", w[1]) >= 0) && sounds(w[1:])
}

// compounds are words with a silent e that others begin with.
var compounds = newExceptions(map[string]int{
	"base": 1, "care": 1, "face": 1, "fore": 1, "game": 1, "here": 1, "home": 1, "life": 1, "like": 1, "line": 1, "live": 1, "more": 1, "name": 1,
	"safe": 1, "side": 1, "some": 1, "there": 1, "time": 1, "where": 1, "white": 1, "wide": 1,
})

// sounding reports whether the letter at i is a vowel, which a y is unless a
// vowel follows it at the head of a word or between vowels.
func sounding(w string, i int) bool {
	if isVowel[w[i]] {
		return i == 0 || w[i] != 'u' || w[i-1] != 'q'
	}
	return w[i] == 'y' && !(vowelAt(w, i+1) && (i == 0 || vowelAt(w, i-1)))
}

// vowels counts the groups of vowels, with what sounds apart in them, and the
// syllables without a vowel.
func vowels(w string) int {
	count, inside := 0, false
	for i := 0; i < len(w); i++ {
		c := w[i]
		if !isVowel[c] && c != 'y' {
			inside = false
			continue
		}
		is := sounding(w, i)
		if is && (!inside || c&trema != 0) {
			count++
		}
		inside = is
		if i+1 < len(w) && isVowel[w[i+1]] && isVowel[c] && splits(w, i) {
			count++
		}
	}
	return count + endings(w)
}

// endings counts the syllables at the end of a word that its vowels hide.
func endings(w string) int {
	n := len(w)
	if n < 3 {
		return 0
	}
	switch w[n-1] {
	case 'g', 's':
		if hasSuffix(w, "ing") && n > 3 && glides(w, n-4) || hasSuffix(w, "ings") && n > 4 && glides(w, n-5) {
			return 1 // be-ing
		}
		if hasSuffix(w, "sms") || hasSuffix(w, "thms") {
			return 1
		}
	case 'm':
		if hasSuffix(w, "sm") || hasSuffix(w, "thm") {
			return 1 // ex-trem-is-m
		}
	case 't':
		if hasSuffix(w, "n't") && n > 3 && (w[n-4] == 'd' || w[n-4] == 's') {
			return 1 // did-n't
		}
	}
	return 0
}

// glides reports whether -ing after the letter at i is a syllable that its
// group of vowels hides.
func glides(w string, i int) bool {
	return isVowel[w[i]] && sounding(w, i) || w[i] == 'y' && !vowelAt(w, i-1)
}

// splits reports whether the two vowels at i sound apart.
func splits(w string, i int) bool {
	before := func(set string) bool { return i > 0 && strings.IndexByte(set, w[i-1]) >= 0 }
	after := func(set string) bool { return i+2 < len(w) && strings.IndexByte(set, w[i+2]) >= 0 }
	switch w[i : i+2] {
	case "ia":
		return !before("ctsg") || !after("lnt") // me-di-a, but so-cial
	case "io":
		return !before("ctsgx") // pe-ri-od, but na-tion
	case "iu":
		return true // me-di-um
	case "eo":
		return !before("g") // vi-de-o, but pi-geon
	case "ie":
		return after("t") || after("n") && !before("ctr") && !hasAt(w, i+3, "d") || hasAt(w, i, "ience") && before("r") // qui-et, cli-ent
	case "ua":
		return !before("gq") // ac-tu-al
	case "ue":
		return after("lnt") && !before("gq") // in-flu-ence
	case "ui":
		return after("t") && hasAt(w, i+3, "y") // a-cu-i-ty
	case "oe":
		return hasAt(w, i, "oerc") // co-er-cion
	case "ao":
		return true // cha-os
	}
	return false
}

func hasAt(w string, i int, text string) bool {
	return i >= 0 && i+len(text) <= len(w) && w[i:i+len(text)] == text
}

func hasSuffix(w string, text string) bool { return hasAt(w, len(w)-len(text), text) }

// hisses reports whether an s cannot follow without a vowel.
func hisses(w string) bool {
	switch w[len(w)-1] {
	case 's', 'x', 'z':
		return true
	case 'e':
		return len(w) > 1 && strings.IndexByte("sxzcg", w[len(w)-2]) >= 0
	}
	return hasSuffix(w, "ch") || hasSuffix(w, "sh")
}

// silent returns 1 when the last e of a word is not heard.
func silent(w string) int {
	n := len(w)
	e := n - 1
	if n < 3 || w[n-1] != 'e' && w[n-2] != 'e' {
		return 0
	}
	switch {
	case hasSuffix(w, "e"):
	case hasSuffix(w, "es"):
		e = n - 2
		if hisses(w[:e]) || hisses(w[:e+1]) {
			return 0 // ca-ses
		}
	case hasSuffix(w, "ed"):
		e = n - 2
		if e > 0 && (w[e-1] == 't' || w[e-1] == 'd') {
			return 0 // wan-ted
		}
	default:
		return 0
	}
	if e < 2 || sounding(w, e-1) || !sounds(w[:e-1]) {
		return 0
	}
	if (w[e-1] == 'l' || w[e-1] == 'r') && !sounding(w, e-2) && w[e-2] != w[e-1] && w[e-2] != 'w' && w[e-2] != 'r' {
		return 0 // ta-ble, cen-tre
	}
	return 1
}

// irregular are words that the rules get wrong.
var irregular = newExceptions(map[string]int{
	"area": 3, "areas": 3, "business": 2, "businesses": 3, "cooperate": 4, "cooperation": 5, "coordinate": 4, "create": 2,
	"created": 3, "creates": 2, "creating": 3, "creation": 3, "element": 3, "elements": 3, "every": 2, "everybody": 4, "everyone": 3, "everything": 3,
	"evening": 2, "forensic": 3, "friend": 1, "friends": 1, "hundred": 2, "hundreds": 2, "idea": 3, "ideas": 3, "maybe": 2,
	"moreover": 3, "naked": 2, "ocean": 2, "people": 2, "peoples": 2, "poem": 2, "poet": 2, "react": 2, "reaction": 3, "reality": 4, "real": 1,
	"science": 2, "sciences": 3, "scientist": 3, "scientists": 3, "something": 2, "sometimes": 2, "theatre": 3, "theory": 3, "theories": 3,
	"violence": 3, "violent": 3, "society": 4, "societies": 4, "anxiety": 4, "being": 2, "beings": 2, "seeing": 2, "doing": 2, "going": 2,
	"one": 1, "once": 1, "are": 1, "were": 1, "there": 1, "where": 1, "here": 1, "preventive": 3, "used": 1, "eye": 1, "eyes": 1,
})
