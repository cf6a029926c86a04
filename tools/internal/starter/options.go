package starter

import (
	"cmp"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/net/idna"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"comwijzer"
	"comwijzer/tools/internal/failure"
)

// The files of starter/ that are no templates.
const (
	textsFile   = "texts.toml"
	numbersFile = "emergency.toml"
)

// maxName bounds the name of a site, in characters: it stands at the top of every page.
const maxName = 80

// MaxLanguages bounds how many languages a site has.
const MaxLanguages = 4

var (
	countryForm = regexp.MustCompile(`^[A-Z]{2}$`)
	numberForm  = regexp.MustCompile(`^[0-9][0-9 -]{0,14}$`)
)

// Check tells why there can be no such site.
func Check(o Options) error { return o.complete() }

// complete fills in what was left out, and refuses what cannot be.
func (o *Options) complete() error {
	o.Name = strings.TrimSpace(o.Name)
	if o.Name == "" || strings.ContainsFunc(o.Name, unicode.IsControl) {
		return failure.Usage("--name \"Safe at home\"", "%q is no name for a site", o.Name)
	}
	if n := utf8.RuneCountInString(o.Name); n > maxName {
		return failure.Usage("shorten it: it stands at the top of every page", "a name of %d characters: it may have %d", n, maxName)
	}
	if err := CheckLanguages(o.Languages); err != nil {
		return err
	}
	o.Country = strings.ToUpper(o.Country)
	region, err := language.ParseRegion(o.Country)
	if err != nil || !countryForm.MatchString(o.Country) || !region.IsCountry() {
		return failure.Usage("use the two letters of ISO 3166: --country NL", "%q is no country", o.Country)
	}
	o.Country = region.Canonicalize().String() // UK is GB
	o.URL = cmp.Or(o.URL, "https://example.org/")
	address, ok := siteAddress(o.URL)
	if !ok {
		return failure.Usage("write it in full: --url https://example.org/", "%q is no address for a site", o.URL)
	}
	o.URL = address
	if o.Emergency = cmp.Or(o.Emergency, EmergencyOf(o.Country)); o.Emergency == "" {
		return failure.Usage("give it: --emergency NUMBER", "the number for immediate danger in %s is not known here", o.Country)
	}
	if !numberForm.MatchString(o.Emergency) {
		return failure.Usage("as it is dialled: --emergency 112", "%q is no telephone number", o.Emergency)
	}
	return nil
}

// siteAddress returns the address of a site as browsers send it, if it can be one.
func siteAddress(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || strings.ContainsAny(address, " ?#") {
		return "", false
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		return "", false
	}
	u.Host = strings.Replace(u.Host, u.Hostname(), host, 1)
	return strings.TrimSuffix(u.String(), "/") + "/", true
}

// RightToLeft reports whether a language is written from right to left.
func RightToLeft(lang string) bool {
	script, _ := language.Make(lang).Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa"}, script.String())
}

// CheckLanguages refuses codes that are none, twice the same, and too many.
func CheckLanguages(codes []string) error {
	if len(codes) == 0 || len(codes) > MaxLanguages {
		return failure.Usage("name them by their codes, the leading one first: --languages fr,de",
			"%d languages: a site has one to %d", len(codes), MaxLanguages)
	}
	for i, code := range codes {
		if _, err := language.ParseBase(code); err != nil || len(code) != 2 || strings.ToLower(code) != code {
			return failure.Usage("use the two letters of ISO 639, in small letters: --languages fr,de", "%q is no language", code)
		}
		if slices.Contains(codes[:i], code) {
			return failure.Usage("name it once", "language %q is named twice", code)
		}
	}
	return nil
}

// EmergencyOf returns the number for immediate danger in a country, "" where it is not known here.
func EmergencyOf(country string) string {
	region, _ := language.ParseRegion(country)
	country = region.Canonicalize().String()
	numbers := map[string][]string{}
	read(numbersFile, &numbers)
	for number, countries := range numbers {
		if slices.Contains(countries, country) {
			return number
		}
	}
	return ""
}

// texts returns what the starter says, by language and key.
func texts() map[string]map[string]any {
	texts := map[string]map[string]any{}
	read(textsFile, &texts)
	return texts
}

// textOf returns a text in a language, or else in the spare one.
func textOf(lang, key string) any {
	if text, ok := texts()[lang][key]; ok {
		return text
	}
	if key == "language" { // what it calls itself
		return display.Self.Name(language.Make(lang))
	}
	return texts()[theme.Spare][key]
}

func read(name string, into any) {
	src, _ := theme.Files.ReadFile("starter/" + name)
	if err := toml.Unmarshal(src, into); err != nil {
		panic(err) // part of the program
	}
}

// quote writes a text as TOML and YAML read it.
func quote(text string) string {
	quoted, _ := json.Marshal(text)
	return string(quoted)
}
