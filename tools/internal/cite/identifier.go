package cite

import (
	"errors"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
)

// The functions below know the numbers that works carry. Each returns the
// normal form, by which two records of one work are recognised, or what is
// wrong with the text as it stands.

var doiForm = regexp.MustCompile(`^10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\p{C}]+$`)

// DOI checks a digital object identifier, written without resolver:
// 10.<registrant>/<suffix>. DOIs do not differ in case.
func DOI(text string) (string, error) {
	switch {
	case !doiForm.MatchString(text):
		if mended := Mended(text, DOI); mended != "" {
			return "", fmt.Errorf("write only %q", mended)
		}
		return "", errors.New("write 10.<registrant>/<suffix>, without spaces")
	case strings.ContainsAny(text[len(text)-1:], ".,;"), text[len(text)-1] == ')' && strings.Count(text, "(") < strings.Count(text, ")"):
		return "", fmt.Errorf("leave out the %q at the end", text[len(text)-1:])
	case dotSegment.MatchString(text):
		return "", errors.New("browsers take /./ and /../ out of an address")
	}
	if found := doiRest.FindString(text); found != "" {
		return "", fmt.Errorf("%q is syntax of another program", found)
	}
	return strings.ToLower(text), nil
}

// dotSegment is a part of a path that no encoding brings to the server.
var dotSegment = regexp.MustCompile(`/\.\.?(?:/|$)`)

// doiRest finds what other programs leave in a DOI: an entity, a backslash,
// braces around it, an element, an encoded space, quotation marks and
// dashes of print, mathematics.
var doiRest = regexp.MustCompile(`&(?:amp|lt|gt|quot|#[0-9]+);|\\|^10\.[^{]*\}$|[{}]{2}|\]\(|^10\.[^\[]*\]|</(?:a|b|em|i|p|span|strong|su[bp])>|%20|["'‘’“”…–—]|\$[^$]+\$`)

// numberLabel is what people and programs write before a number: its name,
// an address.
var numberLabel = regexp.MustCompile(`(?i)^(?:https?://(?:dx\.|www\.)?doi\.org/|https?://hdl\.handle\.net/|urn:(?:isbn|issn|doi):|info:doi/|(?:doi|isbn|issn|ecli)(?:-1[03])?\s*[:=]\s*|isbn(?:-1[03])?\s+|issn\s+)+`)

// Mended returns a number without what other syntaxes put around it: the
// name of its kind, an address, braces, entities, backslashes, the full
// stop of a sentence. It returns "" when that makes no valid number.
func Mended(number string, parse func(string) (string, error)) string {
	bare := strings.TrimSpace(html.UnescapeString(number))
	if unescaped, err := url.PathUnescape(bare); err == nil && strings.Contains(bare, "://") {
		bare = unescaped
	}
	bare = unwrapped(backslashes.Replace(bare))
	kept := numberLabel.FindString(bare)
	bare = strings.TrimRight(strings.TrimSpace(bare[len(kept):]), ".,; ")
	if strings.Count(bare, "(") < strings.Count(bare, ")") {
		bare = strings.TrimSuffix(bare, ")")
	}
	if strings.HasPrefix(strings.ToUpper(kept), "ECLI:") { // which begins with its name
		bare = "ECLI:" + bare
	}
	if bare != number { // or it would be asked for ever
		if _, err := parse(bare); err == nil {
			return bare
		}
	}
	return ""
}

// unwrapped takes off what stands around a whole text.
func unwrapped(text string) string {
	for _, pair := range []string{"{}", "<>", `""`, "''"} {
		if len(text) > 1 && text[0] == pair[0] && text[len(text)-1] == pair[1] {
			return unwrapped(strings.TrimSpace(text[1 : len(text)-1]))
		}
	}
	return text
}

var backslashes = strings.NewReplacer(`\_`, "_", `\&`, "&", `\%`, "%", `\#`, "#", `\{`, "{", `\}`, "}", `\textless`, "<", `\textgreater`, ">")

// ISBN checks a book number of ten or thirteen digits by its check digit.
// The normal form has thirteen.
func ISBN(text string) (string, error) {
	digits, err := bare(text)
	switch {
	case err != nil:
		return "", err
	case len(digits) == 10 && check11(digits) == digits[9]:
		return thirteen(digits), nil
	case len(digits) == 10:
		return "", wrongDigit(digits, check11(digits))
	case len(digits) != 13:
		return "", fmt.Errorf("an ISBN has 10 or 13 digits, not %d", len(digits))
	case digits[:3] != "978" && digits[:3] != "979":
		return "", errors.New("an ISBN of 13 digits starts with 978 or 979")
	case strings.HasPrefix(digits, "9790"):
		return "", errors.New("979-0 is the number of a music score (ISMN)")
	case strings.Contains(digits, "X"):
		return "", errors.New("an X may only stand at the end of 10 digits")
	case check10(digits) != digits[12]:
		return "", wrongDigit(digits, check10(digits))
	}
	return digits, nil
}

// ISSN checks a serial number by its check digit.
func ISSN(text string) (string, error) {
	digits, err := bare(text)
	switch {
	case err != nil:
		return "", err
	case len(digits) != 8:
		return "", fmt.Errorf("an ISSN has 8 digits, not %d", len(digits))
	case check11(digits) != digits[7]:
		return "", wrongDigit(digits, check11(digits))
	}
	return digits[:4] + "-" + digits[4:], nil
}

func wrongDigit(digits string, want byte) error {
	return fmt.Errorf("the check digit is %q, %q would fit; one of the digits is wrong", digits[len(digits)-1:], string(want))
}

var grouping = strings.NewReplacer("-", "", " ", "")

// bare leaves out hyphens and spaces; what is left are digits, the last of
// which may be an X.
func bare(text string) (string, error) {
	digits := strings.ToUpper(grouping.Replace(text))
	for i, r := range digits {
		if (r < '0' || r > '9') && (r != 'X' || i != len(digits)-1) {
			return "", fmt.Errorf("%q does not belong in it; write digits and hyphens only", string(r))
		}
	}
	if digits != "" && strings.Trim(digits, "0") == "" {
		return "", errors.New("noughts are no number")
	}
	return digits, nil
}

// check11 returns the check digit modulo 11 of ISBN-10 and ISSN: each digit
// counts as many times as it stands from the end.
func check11(digits string) byte {
	sum := 0
	for i := range len(digits) - 1 {
		sum += int(digits[i]-'0') * (len(digits) - i)
	}
	return "0123456789X"[(11-sum%11)%11]
}

// check10 returns the check digit of ISBN-13: odd places count once, even
// ones three times.
func check10(digits string) byte {
	sum := 0
	for i := range len(digits) - 1 {
		sum += int(digits[i]-'0') * (1 + 2*(i%2))
	}
	return '0' + byte((10-sum%10)%10)
}

func thirteen(ten string) string {
	digits := "978" + ten
	return digits[:12] + string(check10(digits))
}

// DOIAddress returns where a DOI leads on the web. Every character that has
// a meaning of its own in an address, or none, is percent-encoded; a
// percent sign is part of the DOI.
func DOIAddress(doi string) string {
	var out strings.Builder
	for i := range len(doi) {
		c := doi[i]
		if c > ' ' && c < 0x7f && !strings.ContainsRune(`"#%<>?[\]^{|}`+"`", rune(c)) {
			out.WriteByte(c)
			continue
		}
		fmt.Fprintf(&out, "%%%02X", c)
	}
	return "https://doi.org/" + out.String()
}
