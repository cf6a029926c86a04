package check

import (
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/text"
)

var _ = register(Rule{
	ID:       "search-key",
	Title:    "a hashtag or picture sign in the site's own words",
	Why:      "A hashtag or a code of picture signs is what one types to find the material, or the young people (ESP-16).",
	Wrong:    "Let op tekens zoals #…",
	Right:    "Dieven zoeken naar fietsen zonder slot.",
	Mend:     "describe what the sign is for, not how it is written. Arrows, ticks and mathematical signs are free.",
	Severity: diag.Error,
	Source: func(p *Pass) {
		eachOwnText(p, func(t *runningText) {
			if lacksSigns(t.text) {
				return
			}
			for i := 0; i < len(t.text); {
				c := t.text[i]
				if c < utf8.RuneSelf && c != '#' { // nearly every byte
					i++
					continue
				}
				r, size := utf8.DecodeRuneInString(t.text[i:])
				switch {
				case t.code(i):
				case r == '#' && startsTag(t.text[i+1:]) && !text.EndsInWord(t.text[:i]) && !inAddress(t, i):
					p.Report(t.at(i), "describe it instead", "a hashtag stands here")
				case isPictureSign(r):
					p.Report(t.at(i), "describe it instead", "a picture sign stands here: %q", r)
				}
				i += size
			}
		})
	},
})

// lacksSigns reports whether a text holds neither the sign of a hashtag nor a
// byte of a picture sign, which begin with E2, EF or F0 in UTF-8. Nearly every
// text is, and looking for single bytes is fast.
func lacksSigns(text string) bool {
	for _, b := range []byte{'#', 0xE2, 0xEF, 0xF0} {
		if strings.IndexByte(text, b) >= 0 {
			return false
		}
	}
	return true
}

func startsTag(s string) bool {
	return text.StartsWithWord(s) && (s[0] < '0' || s[0] > '9')
}

// inAddress tells the fragment of an address in a block.
func inAddress(t *runningText, at int) bool {
	return at > 0 && t.text[at-1] > ' ' && t.text[at-1] != '(' && t.text[at-1] != '"' && t.text[at-1] != '\''
}

// isPictureSign reports whether a character is an emoji: those that are drawn
// in colour everywhere, and what makes others so.
func isPictureSign(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r == 0xFE0F || r == 0x20E3 || r >= 0x2600 && r <= 0x26FF
}
