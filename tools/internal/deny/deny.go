// Package deny finds words in texts that nothing here can say: a list of
// them holds salted hashes only. docs/adr/0011-denied-names-as-hashes.md
// tells what that protects against, and what not.
package deny

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"comwijzer/tools/internal/text"
)

// Kinds are what a denied word can be.
var Kinds = []string{"person", "group", "title", "code"}

// hashLength and firstLength are how much of a hash is kept, in hexadecimal
// digits: enough to tell words apart, and for the word that a sequence
// starts with just enough to pass over nearly all others.
const (
	hashLength  = 16
	firstLength = 4
)

// Entry is one word, or a sequence of words, that nobody may publish.
type Entry struct {
	Hash  string `json:"hash"`  // of the folded words
	First string `json:"first"` // of the first of them, shortened
	Words int    `json:"words"`
	Kind  string `json:"kind"`
	Added string `json:"added"` // the day
}

// Entries returns the entries for a name as somebody types it: its folded
// words, and when they are several also the same words as one, as in an
// address. It returns none for a name without letters.
func Entries(salt, name, kind, day string) []Entry {
	words := strings.Fields(text.Fold(name))
	if len(words) == 0 {
		return nil
	}
	out := []Entry{entry(salt, words, kind, day)}
	if joined := strings.Join(words, ""); len(words) > 1 && len(joined) >= minJoined {
		out = append(out, entry(salt, []string{joined}, kind, day))
	}
	return out
}

// minJoined keeps short sequences from becoming ordinary words: "no m" is
// none.
const minJoined = 8

func entry(salt string, words []string, kind, day string) Entry {
	return Entry{hash(salt, strings.Join(words, " ")), hash(salt, words[0])[:firstLength], len(words), kind, day}
}

func hash(salt, words string) string {
	sum := sha256.Sum256([]byte(salt + "\n" + words))
	return hex.EncodeToString(sum[:])[:hashLength]
}
