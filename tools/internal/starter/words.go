package starter

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"

	"comwijzer"
)

// ownWord begins a text about the words that a site chooses itself, in config.toml.
var ownWord = regexp.MustCompile(`^(?:audience|domain|i_am)_`)

// IsOwnWord reports whether a line of texts is about what a site itself named.
func IsOwnWord(line []byte) bool { return ownWord.Match(line) }

// Untranslated returns the texts of the interface for a language that the
// theme has none in: those of the spare language behind #, to be
// translated. It is nil for the others.
func Untranslated(lang string) []byte {
	if _, err := fs.Stat(theme.Files, "i18n/"+lang+".toml"); err == nil {
		return nil
	}
	src, _ := theme.Files.ReadFile("i18n/" + theme.Spare + ".toml")
	out := bytes.NewBufferString("\n# The texts of the interface, as they are shown now: translate a line and take out its #.\n")
	for line := range bytes.Lines(src) {
		if text := strings.TrimSpace(string(line)); text != "" && text[0] != '#' && !IsOwnWord(line) {
			out.WriteString("# " + text + "\n")
		}
	}
	return out.Bytes()
}
