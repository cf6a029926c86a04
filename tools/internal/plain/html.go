package plain

import (
	"regexp"
	"strings"

	"comwijzer/tools/internal/diag"
)

var (
	element = regexp.MustCompile(`(?is)<(a|img)(\s[^<>]*)>`)
	address = regexp.MustCompile(`(?is)\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	altered = regexp.MustCompile(`(?is)\salt\s*=`)
)

// checkHTML looks up the links and images that a page has in HTML.
func (s *Site) checkHTML(p *Page) {
	text := p.prose()
	lines := diag.NewLines(p.File, []byte(text))
	for _, m := range element.FindAllStringSubmatchIndex(text, -1) {
		attributes := text[m[4]:m[5]]
		found := address.FindStringSubmatchIndex(attributes)
		if found == nil || strings.Contains(attributes, opaque) {
			continue
		}
		at := lines.Position(m[0])
		dest := address.FindStringSubmatch(attributes)
		if strings.EqualFold(text[m[2]:m[3]], "a") {
			s.checkLink(p, lines.Position(m[4]+found[0]+1), dest[1]+dest[2], false)
			continue
		}
		if !altered.MatchString(attributes) {
			s.report(at, "image-alt", diag.Warning, "say what it shows", "image %q has no alternative text", dest[1]+dest[2])
		}
		s.checkImage(p, lines.Position(m[4]+found[0]+1), dest[1]+dest[2], false)
	}
}
