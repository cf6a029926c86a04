package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"comwijzer/tools/internal/md"
)

// isPhone reports whether a text is a telephone number of a region: an
// ordinary one, or a short one that the phone library or config.toml knows.
func (p *Pass) isPhone(text, region string) bool {
	if region == p.Config.Params.Region && slices.Contains(p.Config.Params.ShortNumbers, text) {
		return true
	}
	number, err := phonenumbers.Parse(text, region)
	if err != nil {
		return false
	}
	return phonenumbers.IsValidNumberForRegion(number, region) || phonenumbers.IsValidShortNumberForRegion(number, region)
}

// phoneFinder finds telephone numbers in text as a reader would dial them:
// +31 …, or with the prefix of calls within the region, or short ones.
type phoneFinder struct {
	region string
	prefix string   // "" when the region has none
	short  []string // the short ones to look for
}

func (p *Pass) phoneFinder(short []string) phoneFinder {
	region := p.Config.Params.Region
	return phoneFinder{region, phonenumbers.GetNddPrefixForRegion(region, true), short}
}

// find lists the numbers in a text.
func (f phoneFinder) find(text string) []md.Range {
	var out []md.Range
	for at := 0; at < len(text); {
		i := strings.IndexAny(text[at:], "0123456789+")
		if i < 0 {
			break
		}
		from := at + i
		run := text[from : from+1+digitsAt(text[from+1:])]
		at = from + len(run)
		dialled := run[0] == '+' || f.prefix != "" && strings.HasPrefix(run, f.prefix)
		if !dialled && !slices.Contains(f.short, run) || gluedBefore(text[:from]) {
			continue
		}
		if n := f.length(text[from:], dialled); n > 0 {
			out = append(out, md.Range{From: from, To: from + n})
			at = from + n
		}
	}
	return out
}

func digitsAt(text string) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// between is what may stand between the groups of a number.
const between = " ()-.+/\u00a0\u2011\u2013"

// maxPhone bounds a telephone number as written, in bytes.
const maxPhone = 40

// length gives the length of the number that text starts with, 0 for none: the
// longest run of groups that is one.
func (f phoneFinder) length(text string, dialled bool) int {
	window := text[:min(len(text), maxPhone)]
	run := window[:len(window)-len(strings.TrimLeft(window, "0123456789"+between))]
	for run != "" {
		run = strings.TrimRight(run, between)
		whole := !gluedAfter(text[len(run):])
		if whole && (slices.Contains(f.short, run) || dialled && f.isNumber(run)) {
			return len(run)
		}
		run = strings.TrimRight(run, "0123456789")
	}
	return 0
}

// minDigits is how many digits an ordinary number has at least.
const minDigits = 7

func (f phoneFinder) isNumber(text string) bool {
	if len(digitsOf(text)) < minDigits {
		return false
	}
	number, err := phonenumbers.Parse(text, cmp.Or(f.region, "ZZ")) // ZZ: no region, +… only
	return err == nil && phonenumbers.IsValidNumber(number)
}
