package site

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"regexp"
	"slices"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
)

// SourceWithdrawn is the rule whose allowance says that a text is about the
// withdrawal itself.
const SourceWithdrawn = "source-withdrawn"

// resting is what a page says that rests on withdrawn works.
type resting struct {
	works []string // their ids, sorted
	parts [][2]int // the first and last line of what says it
}

// AsPublished returns the site as readers get it. While works are
// withdrawn, the pages that rest on one have other texts: a notice in the
// place of the page, or, where people need it to act or to find their way,
// the page without what rests on it. Layouts know both by "withdrawn", the
// works, and a notice by "notice", the ids that it had.
func (s *Site) AsPublished() *Site {
	if s.withheld != nil {
		return s
	}
	gone := s.withdrawn()
	texts := map[string][]byte{}
	for _, p := range s.Pages {
		if r := s.restsOn(p, gone); len(r.works) > 0 {
			texts[p.File] = s.withhold(p, r)
		}
	}
	if len(texts) == 0 {
		return s
	}
	after, _ := Load(Overlay(s.FS, texts))
	after.Config.BaseURL = s.Config.BaseURL // which a command may have replaced
	after.withheld = texts
	return after
}

// Withheld returns the texts that pages have instead of what people wrote, by file.
func (s *Site) Withheld() map[string][]byte { return s.withheld }

// withdrawn returns what is withdrawn, by kind and id: works, and the
// records that rest on one; each with the ids of these works.
func (s *Site) withdrawn() map[[2]string][]string {
	gone := map[[2]string][]string{}
	for _, source := range s.Sources() {
		if source.Withdrawn != nil {
			gone[[2]string{"source", source.ID}] = []string{source.ID}
		}
	}
	for _, r := range s.Records {
		for _, ref := range r.Refs {
			if works := gone[[2]string{ref.Kind, ref.ID}]; ref.Kind == "source" && works != nil && !s.allowed(ref.Position) {
				gone[[2]string{r.Kind, r.ID}] = works
			}
		}
	}
	for _, f := range s.Figures() { // blocks name their topic
		if works := gone[[2]string{"figure", f.ID}]; works != nil {
			gone[[2]string{"topic", f.Topic}] = works
		}
	}
	return gone
}

func (s *Site) allowed(at diag.Position) bool {
	return slices.ContainsFunc(s.Allowances, func(a Allowance) bool {
		return a.Covers(diag.Diagnostic{Position: at, Rule: SourceWithdrawn})
	})
}

func (s *Site) restsOn(p *Page, gone map[[2]string][]string) (r resting) {
	if len(gone) == 0 {
		return r
	}
	add := func(works []string, first, last int) {
		r.works = slices.Compact(slices.Sorted(slices.Values(append(r.works, works...))))
		r.parts = append(r.parts, [2]int{first, last})
	}
	src, _ := fs.ReadFile(s.FS, p.File)
	lines := bytes.SplitAfter(src, []byte("\n"))
	for _, ref := range p.Refs {
		works := gone[[2]string{ref.Kind, ref.ID}]
		switch {
		case works == nil || s.allowed(ref.Position):
		case ref.Block != nil:
			add(works, ref.Block.Line, lastOf(ref.Block))
		case ref.Link != nil && ref.Link.Paragraph >= 0:
			first := p.Doc.Paragraphs[ref.Link.Paragraph].Line
			if p.calls(ref.Link.Paragraph) {
				add(works, 0, 0) // whom to call stays
				break
			}
			add(works, first, endOf(lines, first))
		default:
			add(works, ref.Line, 0)
		}
	}
	for i := range p.Doc.Blocks { // "cases" without ids shows all of them
		b := &p.Doc.Blocks[i]
		asked := slices.ContainsFunc(p.Refs, func(ref Ref) bool { return ref.Block == b })
		for what, works := range gone {
			if !asked && b.Kind == what[0]+"s" {
				add(works, b.Line, lastOf(b))
			}
		}
	}
	return r
}

// calls reports whether a paragraph tells whom to call.
func (p *Page) calls(paragraph int) bool {
	return slices.ContainsFunc(p.Doc.Links, func(l md.Link) bool { return l.Paragraph == paragraph && l.IsTo("contact") })
}

func lastOf(b *md.Block) int { return b.BodyLine + bytes.Count(b.Body, []byte("\n")) }

var listMark = regexp.MustCompile(`^\s*([-*+]|\d+[.)])\s`)

// endOf returns the last line of the paragraph, item or row that begins on a line.
func endOf(lines [][]byte, first int) int {
	last := first
	for last < len(lines) && len(bytes.TrimSpace(lines[last])) > 0 && !listMark.Match(lines[last]) && lines[last][0] != '|' {
		last++
	}
	return last
}

// withhold writes the text of a page that rests on withdrawn works. Front
// matter becomes JSON, which is YAML too.
func (s *Site) withhold(p *Page, r resting) []byte {
	front, _ := p.Front.Value.(map[string]any)
	front = maps.Clone(front)
	front["withdrawn"] = r.works
	var body []byte
	if described, ok := schema.Get("page-" + p.Type); ok && described.Stays() {
		body = without(s, p, r.parts)
	} else {
		front["notice"] = append([]string{}, s.targets(p.Lang, p.Path)...) // what others link to
		delete(front, "sensitive")                                         // the notice says nothing that needs a note
		delete(front, "note")
		front["sitemap"] = map[string]bool{"disable": true}
		body = []byte(s.reason(p.Lang, r.works) + "\n")
		if _, said := front["summary"]; said {
			front["summary"] = s.reason(p.Lang, r.works)
		}
	}
	head, err := json.Marshal(front)
	if err != nil {
		panic(err) // plain values
	}
	return slices.Concat([]byte("---\n"), head, []byte("\n---\n"), body)
}

func (s *Site) reason(lang string, works []string) string {
	return s.Source(works[0]).Withdrawn.Reason.In(lang)
}

// without returns the body of a page without some of its lines.
func without(s *Site, p *Page, parts [][2]int) (body []byte) {
	src, _ := fs.ReadFile(s.FS, p.File)
	_, _, start, _ := md.FrontMatter(src)
	first := 1 + bytes.Count(src[:start], []byte("\n"))
	for line := range bytes.Lines(src[start:]) {
		if !slices.ContainsFunc(parts, func(part [2]int) bool { return part[0] <= first && first <= part[1] }) {
			body = append(body, line...)
		}
		first++
	}
	return body
}
