package yaml

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// plain is a text that YAML reads as text without quotation marks.
var plain = regexp.MustCompile(`^[\p{L}][\p{L}\p{N} ,.&()/’“”–—+_-]*(: ?[^\s#:][\p{L}\p{N}/._?=&%~-]*)?$`)

var words = []string{"yes", "no", "true", "false", "null", "on", "off", "y", "n"}

// Scalar writes a text as YAML on one line, in quotation marks where it needs them.
func Scalar(text string) string {
	if plain.MatchString(text) && !strings.Contains(text, ": ") && !strings.HasSuffix(text, " ") && !slices.Contains(words, strings.ToLower(text)) {
		return text
	}
	return Quoted(text)
}

// Quoted writes a text as YAML on one line, in quotation marks.
func Quoted(text string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(text) // a text in JSON is one in YAML
	return strings.TrimSpace(b.String())
}
