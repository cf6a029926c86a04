package check

import (
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/text"
)

var _ = register(SafetyRules, Error, Rule{
	ID:     "search-key",
	Title:  "a hashtag or picture sign in the site's own words",
	Why:    "A hashtag or a code of picture signs is what one types to find the material, or the young people (ESP-16).",
	Wrong:  "Let op tekens zoals #…",
	Right:  "Dieven zoeken naar fietsen zonder slot.",
	Mend:   "describe what the sign is for, not how it is written. Arrows, ticks and mathematical signs are free.",
	Safety: true,
	Source: func(p *Pass) {
		for t := range p.Passages() {
			for i, r := range t.Text {
				switch {
				case r < utf8.RuneSelf && r != '#' || t.IsCode(i): // nearly every character
				case r == '#' && startsTag(t.Text[i+1:]) && !text.EndsInWord(t.Text[:i]) && !inAddress(t.Text, i):
					p.Report(t.At(i), "describe it instead", "a hashtag stands here")
				case isPictureSign(r):
					p.Report(t.At(i), "describe it instead", "a picture sign stands here: %q", r)
				}
			}
		}
	},
})

func startsTag(s string) bool {
	return text.StartsWithWord(s) && !text.IsDigit(s[0])
}

// inAddress tells the fragment of an address in a block.
func inAddress(s string, at int) bool {
	return at > 0 && s[at-1] > ' ' && strings.IndexByte("(\"'", s[at-1]) < 0
}

// isPictureSign reports whether a character is an emoji: those that are
// drawn in colour everywhere, and what makes others so.
func isPictureSign(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r == 0xFE0F || r == 0x20E3 || r >= 0x2600 && r <= 0x26FF
}
