package text

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/nyaruka/phonenumbers"
)

// IsPhone reports whether a text is a telephone number of a region, an
// ordinary or a short one, as far as the phone library knows, and as one
// dials it there: with the prefix of calls within the region, or from +.
func IsPhone(text, region string) bool {
	number, err := phonenumbers.Parse(text, region)
	switch {
	case err != nil:
		return false
	case phonenumbers.IsValidShortNumberForRegion(number, region):
		return true
	case !phonenumbers.IsValidNumberForRegion(number, region):
		return false
	}
	form := phonenumbers.NATIONAL
	if strings.HasPrefix(strings.TrimSpace(text), "+") {
		form = phonenumbers.E164
	}
	return Digits(text) == Digits(phonenumbers.Format(number, form))
}

// Phone is a telephone number: as it is dialled, and as people write it
// where it is read.
type Phone struct {
	Dialled string // +31582157084, or digits for a number that is dialled in its country only
	Shown   string
}

// ReadPhone reads a number of a region, as it is shown in a country. What
// is dialled within a region only, such as 112 and free numbers, is shown
// as it is written; so is what is no number.
func ReadPhone(text, region, country string) Phone {
	key := [3]string{text, region, country}
	if known, ok := read.Load(key); ok {
		return known.(Phone)
	}
	phone := readPhone(text, region, country)
	read.Store(key, phone)
	return phone
}

// read are the numbers read so far: the same few are asked for in every sentence.
var read sync.Map

func readPhone(text, region, country string) Phone {
	local := Phone{Dialled: strings.TrimPrefix(dialled(text), "+"), Shown: text}
	number, err := phonenumbers.Parse(text, region)
	if err != nil || !phonenumbers.IsValidNumberForRegion(number, region) {
		return local
	}
	switch phonenumbers.GetNumberType(number) {
	case phonenumbers.TOLL_FREE, phonenumbers.PREMIUM_RATE, phonenumbers.SHARED_COST:
		return local
	}
	form := phonenumbers.INTERNATIONAL
	if region == country {
		form = phonenumbers.NATIONAL
	}
	return Phone{phonenumbers.Format(number, phonenumbers.E164), phonenumbers.Format(number, form)}
}

// IsInternational reports whether the number can be dialled from anywhere.
func (p Phone) IsInternational() bool { return strings.HasPrefix(p.Dialled, "+") }

// dialled returns what a telephone is given of a number.
func dialled(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// PhoneFinder finds telephone numbers in text as a reader would dial them:
// +31 …, or with the prefix of calls within the region, or short ones.
type PhoneFinder struct {
	region string
	prefix string   // "" when the region has none
	short  []string // the short ones to look for
}

// NewPhoneFinder returns a finder for a region, "" for none, and short numbers.
func NewPhoneFinder(region string, short []string) PhoneFinder {
	return PhoneFinder{region, phonenumbers.GetNddPrefixForRegion(region, true), short}
}

// Find lists the numbers in a text.
func (f PhoneFinder) Find(text string) (out []Range) {
	for at := 0; at < len(text); {
		i := strings.IndexAny(text[at:], "0123456789+")
		if i < 0 {
			break
		}
		from := at + i
		if groups := groupsAt(text[from:]); groups > maxGroups { // a list of figures
			at = from + groups
			continue
		}
		run := text[from : from+1+digitsAt(text[from+1:])]
		at = from + len(run)
		dialled := run[0] == '+' || f.prefix != "" && strings.HasPrefix(run, f.prefix)
		if !dialled && !slices.Contains(f.short, run) || gluedBefore(text[:from]) {
			continue
		}
		if n := f.length(text[from:], dialled); n > 0 {
			out = append(out, Range{From: from, To: from + n})
			at = from + n
		}
	}
	return out
}

// maxGroups bounds digits and what stands between them, in bytes, among
// which somebody finds a number to dial: the phone library takes its time
// over each beginning.
const maxGroups = 4 * maxPhone

// groupsAt returns the length of the digits, and what may stand between
// them, that a text starts with.
func groupsAt(text string) int {
	return len(text) - len(strings.TrimLeft(text, "0123456789"+between))
}

func digitsAt(text string) int {
	n := 0
	for n < len(text) && IsDigit(text[n]) {
		n++
	}
	return n
}

// between is what may stand between the groups of a number.
const between = " ()-.+/\u00a0\u2010\u2011\u2012\u2013\u2014\u2212"

// maxPhone bounds a telephone number as written, in bytes.
const maxPhone = 40

// length returns the length of the number that text starts with, 0 for
// none: the longest run of groups that is one.
func (f PhoneFinder) length(text string, dialled bool) int {
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

func (f PhoneFinder) isNumber(text string) bool {
	if len(Digits(text)) < minDigits {
		return false
	}
	key := [2]string{dialled(text), f.region}
	if known, ok := valid.Load(key); ok {
		return known.(bool)
	}
	number, err := phonenumbers.Parse(text, cmp.Or(f.region, "ZZ")) // ZZ: no region, +… only
	is := err == nil && phonenumbers.IsValidNumber(number)
	valid.Store(key, is)
	return is
}

// valid says of what looked like a number so far whether it is one.
var valid sync.Map

// IsPaid reports whether a call to a number of a region costs more than
// ordinary ones.
func IsPaid(text, region string) bool {
	kind := phoneKind(text, region)
	return kind == phonenumbers.PREMIUM_RATE || kind == phonenumbers.SHARED_COST
}

// IsTollFree reports whether a call to a number of a region costs nothing.
func IsTollFree(text, region string) bool { return phoneKind(text, region) == phonenumbers.TOLL_FREE }

func phoneKind(text, region string) phonenumbers.PhoneNumberType {
	number, err := phonenumbers.Parse(text, region)
	if err != nil {
		return phonenumbers.UNKNOWN
	}
	return phonenumbers.GetNumberType(number)
}
