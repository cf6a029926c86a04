package check

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// typedPhones finds the telephone numbers in a text as a reader would dial
// them: +31 …, or with the prefix of calls within the region. short holds the
// short ones to look for. Most text holds no digit, and costs one look at it.
func (p *Pass) typedPhones(text string, short []string) []md.Range {
	region := p.Config.Params.Region
	var out []md.Range
	for at := 0; at < len(text); {
		i := strings.IndexAny(text[at:], "0123456789+")
		if i < 0 {
			break
		}
		from := at + i
		run := phoneRun(text[from:])
		at = from + max(1, len(run))
		if endsInWord(text[:from]) || gluedBefore(text[:from]) {
			continue
		}
		if n := p.phoneAtStart(run, text[from:], region, short); n > 0 {
			out = append(out, md.Range{From: from, To: from + n})
		}
	}
	return out
}

// maxPhone bounds a telephone number as written, in bytes.
const maxPhone = 40

// phoneRun gives the digits, and what may stand between them, at the start.
func phoneRun(text string) string {
	end := 0
	for i, r := range text[:min(len(text), maxPhone)] {
		if r >= '0' && r <= '9' || i == 0 {
			end = i + utf8.RuneLen(r)
		} else if !strings.ContainsRune(" ()-.\u00a0\u2011\u2013/", r) {
			break
		}
	}
	return text[:end]
}

// phoneAtStart gives the length of the number that a run starts with, 0 for
// none: the whole run, or that without its last groups.
func (p *Pass) phoneAtStart(run, text, region string, short []string) int {
	prefix := phonenumbers.GetNddPrefixForRegion(region, true)
	dialled := strings.HasPrefix(run, "+") || prefix != "" && strings.HasPrefix(run, prefix)
	for run != "" {
		digits := len(digitsOf(run))
		whole := !gluedAfter(text[len(run):])
		if whole && slices.Contains(short, run) || whole && dialled && digits >= 7 && p.ordinaryPhone(run, region) {
			return len(run)
		}
		run = strings.TrimRight(run, "0123456789")
		run = strings.TrimRight(run, " ()-.+/\u00a0\u2011\u2013")
	}
	return 0
}

func (p *Pass) ordinaryPhone(text, region string) bool {
	if region == "" {
		region = "ZZ" // the library's word for none: +… only
	}
	number, err := phonenumbers.Parse(text, region)
	return err == nil && phonenumbers.IsValidNumber(number)
}
