package messages

import (
	"strconv"
	"strings"
)

// An Entry says what an English text or format is in another language.
type Entry struct{ English, Text string }

// Entries reads a catalogue in the format of gettext (.po), as editors of
// translations write it: msgid, msgstr, and quoted lines that go on.
func Entries(src string) (entries []Entry) {
	var into *string
	for line := range strings.Lines(src) {
		key, quoted, _ := strings.Cut(strings.TrimSpace(line), `"`)
		switch strings.TrimSpace(key) {
		case "msgid":
			entries = append(entries, Entry{})
			into = &entries[len(entries)-1].English
		case "msgstr":
			into = &entries[len(entries)-1].Text
		case "":
		default:
			continue
		}
		if text, err := strconv.Unquote(`"` + quoted); err == nil && into != nil {
			*into += text
		}
	}
	return entries
}
