package plain

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	visible "comwijzer/tools/internal/text"
)

// A Page is a Markdown file in content/.
type Page struct {
	File string

	lang, path string   // its place: /docs/a, the same for docs/a.md and docs/a/index.md
	dir        string   // the folder that its links start from, in content
	branch     bool     // an _index: the page of a section
	leaf       bool     // an index: the page of its whole folder
	part       bool     // it belongs to the page of its folder, and has no address
	lent       bool     // of a theme
	front      front    //
	address    string   // "" where that cannot be known
	src        []byte   // as it is written
	body       int      // where its text starts
	doc        *md.Doc  // without its shortcodes
	calls      []call   //
	refs       []ref    // of the shortcodes ref and relref
	lines      []string // with marks for shortcodes
	ids        map[string]bool
	borrows    bool // it shows what other pages say
	anyID      bool // something on it can make ids that are not known here
}

// front is what is needed of a page's front matter.
type front struct {
	Title, Slug, URL string
	Date             string
	Aliases          []string
	Terms            map[string][]string // by the name of the taxonomy
	Draft            bool
}

// A ref is an address in a shortcode.
type ref struct {
	at   diag.Position
	dest string
}

var (
	plainID     = regexp.MustCompile(`(?i)[\s{](?:id|name)=["']?([^"'\s>}]+)`)
	headingLine = regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*\r?$`)
	labelUsed   = regexp.MustCompile(`\[((?:[^\[\]\n]|\n[^\[\]\s])+)\]\[([^\[\]\n]*)\]`)
	noteUsed    = regexp.MustCompile(`\[(\^[\pL\pN_-]+)\](?:[^:(\[]|$)`)
	labelled    = regexp.MustCompile(`(?m)^ {0,3}(?:> ?)*\[([^\[\]\n]+)\]:`)
	codeSpan    = regexp.MustCompile("`+[^`\n]*`+")
	footnote    = regexp.MustCompile(`\[\^([^\]\n]+)\]`)
	htmlNote    = regexp.MustCompile(`(?s)<!--.*?-->`)
)

// What pages are written in: Markdown, and what is not read here.
var (
	markdown  = []string{".md", ".markdown", ".mdown"}
	notations = append([]string{".html", ".htm", ".adoc", ".asciidoc", ".ad", ".org", ".rst", ".pdc", ".pandoc"}, markdown...)
)

func (s *Site) readContent(m mount) {
	_ = fs.WalkDir(s.fsys, m.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || slices.ContainsFunc(s.config.ignored, func(i *regexp.Regexp) bool { return i.MatchString(name) }) {
			return nil
		}
		within := strings.TrimPrefix(strings.TrimPrefix(name, m.dir), "/")
		switch kind := strings.ToLower(path.Ext(name)); {
		case slices.Contains(markdown, kind):
			if p := s.readPage(name, within, m.lang); p != nil {
				p.lent = m.lent
				s.add(p)
			}
		case slices.Contains(notations, kind) || kind == ".gotmpl":
			s.opaquePage(within, m.lang)
		default:
			s.files["/"+strings.ToLower(within)] = true
			s.beside = append(s.beside, file{within, m.lang})
		}
		return nil
	})
}

// add adds a page, unless another stands at its place.
func (s *Site) add(p *Page) {
	if other := s.logical[p.lang+p.path]; other != nil && other.branch == p.branch {
		if p.lent {
			return
		}
		s.report(diag.Position{File: p.File}, "address-taken", diag.Error, "remove or rename one of them", "%q has the same address as %q", p.File, other.File)
		return
	}
	s.logical[p.lang+p.path] = p
	if p.leaf {
		s.leaves[p.lang+p.path] = p
	}
	s.Pages = append(s.Pages, p)
}

// leafOf returns the page to whose folder a path belongs, nil for none.
func (s *Site) leafOf(lang, within string) *Page {
	for dir := path.Dir(within); dir != "/"; dir = path.Dir(dir) {
		if p := s.leaves[lang+dir]; p != nil {
			return p
		}
	}
	return nil
}

// settleBundles finds which pages are parts of another: what stands in the
// folder of an index.md has no address of its own.
func (s *Site) settleBundles() {
	for _, p := range s.Pages {
		if !p.leaf && !p.branch && s.leafOf(p.lang, p.path) != nil {
			p.part = true
			delete(s.logical, p.lang+p.path)
			s.files[p.path+".md"] = true
		}
	}
}

// opaquePage notes a page in another notation, which links can lead to.
func (s *Site) opaquePage(within, lang string) {
	p := &Page{}
	s.place(p, within, lang)
	if strings.HasPrefix(path.Base(within), "_content.gotmpl") {
		s.dirs[p.dir] = true // makes any number of pages
		return
	}
	p.anyID, p.doc = true, &md.Doc{}
	s.logical[p.lang+p.path], s.logical[p.lang+p.path+path.Ext(within)] = p, p
}

// place says where a page stands by the name of its file.
func (s *Site) place(p *Page, within, lang string) {
	dir, name := path.Split(within)
	name = strings.TrimSuffix(name, path.Ext(name))
	p.lang = cmp.Or(lang, s.config.languages[0])
	if i := strings.LastIndexByte(name, '.'); i > 0 && slices.Contains(s.config.languages, name[i+1:]) {
		name, p.lang = name[:i], name[i+1:]
	}
	p.dir = plainPath("/" + dir)
	p.branch, p.leaf = name == "_index", name == "index" && dir != ""
	p.path = p.dir
	if name != "index" && name != "_index" {
		p.path = path.Join(p.dir, plainPath("/"+name))
	}
}

// plainPath writes a path as Hugo does: in small letters, with hyphens.
func plainPath(p string) string {
	return path.Clean(strings.ReplaceAll(strings.ToLower(p), " ", "-"))
}

func (s *Site) readPage(name, within, lang string) *Page {
	src, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		s.report(diag.Position{File: name}, "file-unreadable", diag.Error, "check its permissions", "cannot read %q", name)
		return nil
	}
	if bad := bytes.IndexRune(src, utf8.RuneError); !utf8.Valid(src) {
		s.report(diag.NewLines(name, src).Position(bad), "file-unreadable", diag.Error, "save it as UTF-8", "not UTF-8 text")
	}
	p := &Page{File: name, src: src}
	s.place(p, within, lang)
	if bad := p.readFront(name, src); bad != nil {
		s.report(bad.Position, "front-matter", diag.Error, "correct it", "unreadable front matter: %s", bad.Message)
	}
	p.calls = calls(src[p.body:])
	for i := range p.calls {
		p.calls[i].from += p.body
		p.calls[i].to += p.body
	}
	hidden := hide(src, p.calls)
	lines := diag.NewLines(name, src)
	p.doc = md.Parse(hidden, p.body, lines)
	p.lines = strings.Split(string(hidden), "\n")
	for _, c := range p.calls {
		if (c.name == "ref" || c.name == "relref") && !c.literal {
			p.refs = append(p.refs, ref{lines.Position(c.from), c.firstArgument()})
		}
	}
	s.noteIDs(p, hidden)
	return p
}

// readFront reads the front matter: TOML between +++, YAML between ---, or JSON.
func (p *Page) readFront(name string, src []byte) *fault {
	text := bytes.TrimPrefix(src, []byte("\xEF\xBB\xBF"))
	skipped := len(src) - len(text)
	notation, ending := "", ""
	switch {
	case bytes.HasPrefix(text, []byte("+++")):
		notation, ending = ".toml", "+++"
	case bytes.HasPrefix(text, []byte("---")):
		notation, ending = ".yaml", "---"
	case bytes.HasPrefix(text, []byte("{")) && !bytes.HasPrefix(text, []byte("{{")):
		return p.readJSON(name, text, skipped)
	default:
		return nil
	}
	from := bytes.IndexByte(text, '\n') + 1
	end := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(ending) + `[ \t]*\r?$`).FindIndex(text[from:])
	if end == nil {
		p.body = len(src)
		return &fault{diag.Position{File: name, Line: 1, Column: 1}, "it does not end: no line " + ending}
	}
	p.body = skipped + from + end[1]
	value, bad := decode(notation, text[from:from+end[0]], diag.Position{File: name, Line: 2})
	p.front.read(folded(value))
	return bad
}

// readJSON reads front matter in JSON, which ends where its first brace is closed.
func (p *Page) readJSON(name string, text []byte, skipped int) *fault {
	value, decoder := map[string]any{}, json.NewDecoder(bytes.NewReader(text))
	if err := decoder.Decode(&value); err != nil {
		at := decoder.InputOffset()
		if wrong, ok := errors.AsType[*json.SyntaxError](err); ok {
			at = wrong.Offset
		}
		p.body = len(text) + skipped
		return &fault{diag.NewLines(name, text).Position(int(max(at-1, 0))), err.Error()}
	}
	p.body = skipped + int(decoder.InputOffset())
	p.front.read(folded(value))
	return nil
}

func (f *front) read(value map[string]any) {
	text := func(key string) string {
		if all := texts([]any{value[key]}); len(all) > 0 {
			return all[0]
		}
		return ""
	}
	f.Title, f.Slug, f.URL, f.Date = text("title"), text("slug"), text("url"), cmp.Or(text("date"), text("publishdate"), text("lastmod"))
	f.Draft = value["draft"] == true
	words := func(key string) []string { // as Hugo takes a text for a list
		if text, ok := value[key].(string); ok {
			return strings.Fields(text)
		}
		return texts(value[key])
	}
	f.Aliases, f.Terms = words("aliases"), map[string][]string{}
	for key := range value {
		f.Terms[key] = texts(value[key])
	}
}

// noteIDs notes where a fragment can lead on a page.
func (s *Site) noteIDs(p *Page, hidden []byte) {
	p.ids = map[string]bool{"": true, "top": true}
	for _, h := range p.doc.Headings {
		p.ids[h.ID] = true
		p.anyID = p.anyID || !h.Explicit && (s.config.otherIDs || strings.Contains(p.line(h.Line), opaque))
	}
	for _, id := range p.doc.Anchors {
		p.ids[id] = true
	}
	for _, m := range plainID.FindAllSubmatch(p.src[p.body:], -1) {
		p.ids[string(m[1])] = true
	}
	for _, m := range footnote.FindAllSubmatch(hidden, -1) {
		p.ids["fn:"+string(m[1])] = true
	}
	for _, m := range headingLine.FindAllSubmatch(p.src[p.body:], -1) { // inside shortcodes too
		p.ids[md.HeadingID(string(m[1]))] = true
	}
	for i, line := range p.lines { // Hugo can give ids to the terms of definitions
		if i > 0 && strings.HasPrefix(line, ": ") {
			term := p.line(i)
			if strings.TrimSpace(term) == "" {
				term = p.line(i - 1)
			}
			id := md.HeadingID(term)
			for n := 1; p.ids[id]; n++ {
				id = fmt.Sprintf("%s-%d", md.HeadingID(term), n)
			}
			p.ids[id] = true
		}
	}
	for _, c := range p.calls {
		included := strings.HasSuffix(c.firstArgument(), ".md") // what another page says stands here too
		if c.literal || c.closing || included {
			continue
		}
		ids, others, borrows := s.idsMadeBy(c)
		for _, id := range ids {
			p.ids[id] = true
		}
		p.anyID, p.borrows = p.anyID || others, p.borrows || borrows
	}
}

// line returns a line of the page, with marks for its shortcodes.
func (p *Page) line(n int) string {
	if n < 1 || n > len(p.lines) {
		return ""
	}
	return p.lines[n-1]
}

// written returns where the address of a link is written: for one with a
// label that may be below.
func (p *Page) written(link md.Link) diag.Position {
	if strings.Contains(p.line(link.Line), link.Dest) {
		return link.Position
	}
	for i, line := range p.lines {
		if labelled.MatchString(line) && strings.Contains(line, link.Dest) {
			return diag.Position{File: p.File, Line: i + 1, Column: 1}
		}
	}
	return link.Position
}

// A label is used for an address that the page does not give.
type label struct {
	at   diag.Position
	text string
}

// prose returns the page with nothing but spaces for front matter, code,
// notes in HTML and what no Markdown is read in.
func (p *Page) prose() string {
	text := blank(p.src[:p.body]) + strings.Join(p.lines, "\n")[p.body:]
	for _, b := range p.doc.Blocks {
		text = blankLines(text, b.Line, b.BodyLine+bytes.Count(b.Body, []byte("\n")))
	}
	text = htmlNote.ReplaceAllStringFunc(text, func(m string) string { return blank([]byte(m)) })
	return codeSpan.ReplaceAllStringFunc(text, func(m string) string { return strings.Repeat("`", len(m)) })
}

// undefined lists the labels of links, and of footnotes, that are defined nowhere on the page.
func (p *Page) undefined() (labels []label) {
	text := p.prose()
	known := map[string]bool{}
	for _, m := range labelled.FindAllStringSubmatch(string(p.src[p.body:]), -1) {
		known[normal(m[1])] = true
	}
	lines := diag.NewLines(p.File, []byte(text))
	note := func(from int, name string) {
		at := lines.Position(from)
		line := p.line(at.Line)
		if from > 0 && (visible.InWord(rune(text[from-1])) || text[from-1] == ']' || text[from-1] == '\\') {
			return // an item of a list, not a link
		}
		indented := strings.HasPrefix(line, "    ") || strings.HasPrefix(line, "\t")
		if !known[normal(name)] && !strings.Contains(name, "`") && (!indented || p.inList(at.Line)) {
			labels = append(labels, label{at, name})
		}
	}
	for _, m := range labelUsed.FindAllStringSubmatchIndex(text, -1) {
		note(m[0], cmp.Or(text[m[4]:m[5]], text[m[2]:m[3]]))
	}
	for _, m := range noteUsed.FindAllStringSubmatchIndex(text, -1) {
		note(m[0], text[m[2]:m[3]])
	}
	return labels
}

// inList reports whether a line that is set in stands in an item of a list, and so is no code.
func (p *Page) inList(line int) bool {
	return slices.ContainsFunc(p.doc.Paragraphs, func(q md.Paragraph) bool { return q.Kind == "item" && q.Line == line })
}

func normal(label string) string { return strings.ToLower(strings.Join(strings.Fields(label), " ")) }

func blank(text []byte) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}, string(text))
}

// blankLines empties lines of a text.
func blankLines(text string, first, last int) string {
	lines := strings.Split(text, "\n")
	for i := max(first-1, 0); i <= last && i < len(lines); i++ {
		lines[i] = ""
	}
	return strings.Join(lines, "\n")
}
