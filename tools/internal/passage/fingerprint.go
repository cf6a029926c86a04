package passage

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/text"
)

const (
	runLength = 5   // words in a row: enough to be told from chance
	hashBytes = 4   // so few that of any run of words millions have the same
	mostKept  = 128 // hashes of one passage: the share is then right within 4 %
	fewest    = 8   // runs that a passage must have to be one
)

// A fingerprint is hashes of word runs, ascending. Of a long passage it
// holds the lowest: a sample that the same text always gives.
type fingerprint []uint32

// runs calls visit with every word run in blocks, until it returns false.
// No run goes from one block into the next, so that what is put between
// them does no harm; a shorter block has none, because what is short can be
// guessed.
func runs(blocks []block, visit func(run string) bool) {
	for _, b := range blocks {
		words := strings.Fields(text.Fold(b.text))
		for i := range len(words) - runLength + 1 {
			if !visit(strings.Join(words[i:i+runLength], " ")) {
				return
			}
		}
	}
}

// enough reports whether blocks can be told from others.
func enough(blocks []block) bool {
	n := 0
	runs(blocks, func(string) bool { n++; return n < fewest })
	return n == fewest
}

// hashes returns the hashes of all word runs in blocks.
func hashes(salt string, blocks []block) map[uint32]bool {
	out := map[uint32]bool{}
	runs(blocks, func(run string) bool {
		sum := sha256.Sum256([]byte(salt + "\x00" + run))
		out[binary.BigEndian.Uint32(sum[:hashBytes])] = true
		return true
	})
	return out
}

// sample returns the fingerprint of a text with these hashes.
func sample(hashes map[uint32]bool) fingerprint {
	f := fingerprint(slices.Sorted(maps.Keys(hashes)))
	return f[:min(len(f), mostKept)]
}

// left returns the percentage of a fingerprint that a text holds.
func (f fingerprint) left(runs map[uint32]bool) int {
	if len(f) == 0 {
		return 0
	}
	found := 0
	for _, h := range f {
		if runs[h] {
			found++
		}
	}
	return found * 100 / len(f)
}

// MarshalText writes the hashes in hexadecimal, without anything between them.
func (f fingerprint) MarshalText() ([]byte, error) {
	var b []byte
	for _, h := range f {
		b = binary.BigEndian.AppendUint32(b, h)
	}
	return hex.AppendEncode(nil, b), nil
}

// UnmarshalText reads what MarshalText writes.
func (f *fingerprint) UnmarshalText(src []byte) error {
	b, err := hex.DecodeString(string(src))
	if err != nil || len(b)%hashBytes != 0 {
		return errors.New("a print that is none")
	}
	*f = nil
	for at := 0; at < len(b); at += hashBytes {
		*f = append(*f, binary.BigEndian.Uint32(b[at:]))
	}
	return nil
}
