package plain

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// opaque stands for what a shortcode makes, where Markdown is read: in an address or a text.
const opaque = "\uE000"

var (
	argument = regexp.MustCompile("(?:^|\\s)(?:path=)?(?:\"([^\"]*)\"|`([^`]*)`|([^\\s\"`=]+))(?:\\s|$)")
	freely   = regexp.MustCompile(`(?i)\bid\s*=\s*["']?\{\{|\.TableOfContents`)
	borrowed = regexp.MustCompile(`\.Content|RenderShortcodes`) // what another page says
	headings = regexp.MustCompile(`#+ |\brange\b`)
	part     = regexp.MustCompile("partial(?:Cached)?\\s+[\"`]([^\"`]+)")
)

// A call of a shortcode in a page.
type call struct {
	name, args string
	from, to   int  // where it stands
	markdown   bool // what it makes is Markdown
	closing    bool
	literal    bool // it is shown, not called
}

// calls finds the shortcodes in a text.
func calls(src []byte) (all []call) {
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte("{{"))
		if i < 0 || at+i+2 >= len(src) {
			return all
		}
		at += i + 2
		end := map[byte]string{'<': ">}}", '%': "%}}"}[src[at]]
		length := bytes.Index(src[at:], []byte(end))
		if end == "" || length < 0 {
			continue
		}
		inside := strings.TrimSpace(string(src[at+1 : max(at+1, at+length)]))
		c := call{from: at - 2, to: at + length + len(end), markdown: src[at] == '%', literal: strings.HasPrefix(inside, "/*")}
		if rest, ok := strings.CutPrefix(inside, "/"); ok && !c.literal {
			c.closing, inside = true, strings.TrimSpace(rest)
		}
		if i := strings.IndexAny(inside, " \t\n"); i > 0 {
			c.name, c.args = inside[:i], strings.TrimSpace(inside[i:])
		} else {
			c.name = inside
		}
		all = append(all, c)
		at = c.to
	}
}

// firstArgument returns what a shortcode is called with first, or as path.
func (c call) firstArgument() string {
	m := argument.FindStringSubmatch(c.args)
	if m == nil {
		return ""
	}
	return m[1] + m[2] + m[3]
}

// hide puts marks in the place of shortcodes, and of what stands inside
// those that are no Markdown. Everything else keeps its place.
func hide(src []byte, all []call) []byte {
	out, open := bytes.Clone(src), map[string]int{}
	for _, c := range all {
		from, known := open[c.name]
		switch {
		case c.literal:
			from = c.from
		case !c.closing:
			open[c.name], from = c.to, c.from
		default:
			delete(open, c.name)
			if !known || c.markdown {
				from = c.from
			}
		}
		mark(out[from:c.to])
	}
	return out
}

// mark fills lines with marks, three bytes each.
func mark(text []byte) {
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, "\r\n")
		if bytes.HasPrefix(line, []byte(opaque)) && len(bytes.Trim(line, opaque+"x")) == 0 {
			continue
		}
		for i := range line {
			line[i] = 'x'
			if i%3 == 2 {
				copy(line[i-2:], opaque)
			}
		}
	}
}

// embedded are the shortcodes that Hugo brings, which make no ids.
var embedded = []string{"comment", "details", "figure", "gist", "highlight", "instagram", "param", "qr", "ref", "relref", "vimeo", "x", "youtube"}

// idsMadeBy returns the ids that a shortcode makes, whether it can make
// others, when its template does or is not here to be read, and whether it
// can show those of other pages.
func (s *Site) idsMadeBy(c call) (ids []string, others, borrows bool) {
	src, found := s.template("shortcodes/" + strings.Trim(c.name, "/"))
	if src == nil && slices.Contains(embedded, c.name) {
		return nil, false, false
	}
	for _, m := range plainID.FindAllSubmatch(src, -1) {
		ids = append(ids, string(m[1]))
	}
	return ids, !found || freely.Match(src) || c.markdown && headings.Match(src), borrowed.Match(src)
}

// template returns a template with the partials that it calls by name, and
// reports whether all of them are here.
func (s *Site) template(name string) (src []byte, found bool) {
	found = true
	for queue, seen := []string{name}, map[string]bool{}; len(queue) > 0; queue = queue[1:] {
		name := strings.TrimSuffix(queue[0], ".html") + ".html"
		if seen[name] {
			continue // partials can call each other
		}
		seen[name] = true
		text, here := s.layout(name)
		src, found = append(src, text...), found && here
		for _, m := range part.FindAllSubmatch(text, -1) {
			if called := string(m[1]); !strings.HasPrefix(called, "inline/") { // inline: it stands in the same file
				queue = append(queue, "partials/"+called)
			}
		}
	}
	return src, found
}

// layout returns one template: the site's, or else that of a theme.
func (s *Site) layout(name string) (src []byte, found bool) {
	for _, root := range s.config.roots {
		for _, dir := range []string{"layouts/_", "layouts/"} {
			if text, err := fs.ReadFile(s.fsys, path.Join(root, dir+name)); err == nil {
				return text, true
			}
		}
	}
	return nil, false
}
