package cite

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"comwijzer/tools/internal/text"
)

// Case is what an ECLI says (European Case Law Identifier, Council
// conclusions 2011/C 127/01).
type Case struct {
	Country, Court string
	Year           int
	Ordinal        string
}

func (c Case) String() string {
	return fmt.Sprintf("ECLI:%s:%s:%04d:%s", c.Country, c.Court, c.Year, c.Ordinal)
}

var (
	courtForm   = regexp.MustCompile(`^[A-Z][A-Z0-9]{0,6}$`)
	yearForm    = regexp.MustCompile(`^[0-9]{4}$`)
	ordinalForm = regexp.MustCompile(`^[A-Z0-9.]{1,25}$`)
)

// ECLI checks a case-law identifier. It does not differ in case; String
// gives the capitals in which it is written by preference.
func ECLI(text string) (Case, error) {
	parts := strings.Split(strings.ToUpper(text), ":")
	if len(parts) != 5 || parts[0] != "ECLI" {
		return Case{}, fmt.Errorf("write ECLI:country:court:year:number, five parts with colons")
	}
	c := Case{Country: parts[1], Court: parts[2], Ordinal: parts[4]}
	switch {
	case !country(c.Country):
		return Case{}, fmt.Errorf("%q is no country code", parts[1])
	case !courtForm.MatchString(c.Court):
		return Case{}, fmt.Errorf("court code %q: write a letter and at most six letters or digits more", parts[2])
	case !yearForm.MatchString(parts[3]):
		return Case{}, fmt.Errorf("year %q: write four digits", parts[3])
	case !ordinalForm.MatchString(c.Ordinal):
		return Case{}, fmt.Errorf("number %q: write at most 25 letters, digits and dots", parts[4])
	}
	c.Year, _ = strconv.Atoi(parts[3]) // four digits, as was just seen; 0300 is no octal
	if c.Country == "NL" {             // the one country that we know further rules of
		return c, dutch(c)
	}
	return c, nil
}

// country knows ISO 3166 and the codes that ECLI adds: the Union's courts
// (EU), the Court of Human Rights (CE), the Patent Office (EP), and the
// Union's own codes for two countries (EL, UK).
func country(code string) bool {
	if slices.Contains([]string{"EU", "CE", "EP", "EL", "UK"}, code) {
		return true
	}
	region, err := language.ParseRegion(code)
	return err == nil && len(code) == 2 && region.IsCountry()
}

// A Dutch number is a serial one without leading zeros, or the older
// national number of two letters and four digits.
var dutchOrdinal = regexp.MustCompile(`^(?:[1-9][0-9]*|[A-Z]{2}[0-9]{4})$`)

func dutch(c Case) error {
	switch {
	case !dutchCourt(c.Court):
		return fmt.Errorf("no Dutch court has the code %q%s", c.Court, meant(c.Court))
	case !dutchOrdinal.MatchString(c.Ordinal):
		return fmt.Errorf("number %q: Dutch ones are digits without leading zero, or two letters and four digits", c.Ordinal)
	}
	return nil
}

// Dutch court codes: the courts themselves by name, and by their first
// letters the former cantonal, civil service and appeal courts, the courts
// of the islands and the disciplinary boards.
var (
	dutchCourts = strings.Fields(`HR PHR RVS CRVB CBB XX OCHM DETARCO CVBSTUF
		GHAMS GHARL GHARN GHDHA GHLEE GHSGR GHSHE
		RBALK RBALM RBAMS RBARN RBASS RBBRE RBDHA RBDOR RBGEL RBGRO RBHAA RBLEE RBLIM RBMAA RBMID RBMNE RBNHO
		RBNNE RBOBR RBONE RBOVE RBROE RBROT RBSGR RBSHE RBUTR RBZLY RBZUT RBZWB RBZWO`)
	dutchSeries = regexp.MustCompile(`^(?:KTG[A-Z]{3}|AG[A-Z]{3}|RVB[A-Z]{3}|O[GHR][A-Z]{3,5}|T[A-Z]{4,6})$`)
)

func dutchCourt(code string) bool {
	return slices.Contains(dutchCourts, code) || dutchSeries.MatchString(code)
}

func meant(code string) string {
	if best, ok := text.Nearest(code, dutchCourts); ok {
		return fmt.Sprintf("; did you mean %q?", best)
	}
	return ""
}
