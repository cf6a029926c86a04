package review

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

// written is a heading or paragraph of a page, with the section it stands in.
type written struct {
	*site.Passage
	section string // as it is called now
	links   string // where they lead, and their texts
}

// same is what two texts that did not change have in common.
func (w written) same() string { return w.Kind + "\x00" + w.Text + w.links }

// writing lists the headings and paragraphs of a page.
func (n *names) writing(p *site.Page) (all []written) {
	if p == nil {
		return nil
	}
	for t := range p.Passages() {
		if t.Para == nil && t.Kind != "heading" {
			continue // front matter and blocks are documents
		}
		section := ""
		if i := p.Doc.Section(t.Heading); i >= 0 {
			section = p.Doc.Headings[i].ID
			if _, now, renamed := strings.Cut(n.now[p.Path+"#"+section], "#"); renamed {
				section = now
			}
		}
		links := ""
		for _, l := range linksOf(t) {
			links += "\x00" + n.target(p, l.Dest) + "\x00" + l.Text
		}
		all = append(all, written{t, section, links})
	}
	return all
}

// prose compares the headings and paragraphs of pages.
func (r *reviewer) prose() {
	still := map[*site.Page]bool{}
	for _, page := range r.is.Pages {
		old := r.names.pageBefore(page)
		still[old] = true
		r.page(old, page)
	}
	for _, page := range r.was.Pages {
		if !still[page] {
			r.page(page, nil)
		}
	}
}

func (r *reviewer) page(was, is *site.Page) {
	before, now := r.withoutSame(r.names.writing(was), r.names.writing(is))
	for _, w := range now {
		i := nearest(w, before)
		if i < 0 {
			r.report(heaviest(append(r.weighty(nil, w), "new")), w.At(0), fmt.Sprintf("%q", text.Head(w.Text)))
			continue
		}
		kinds := append(r.readers[is.Lang].compare(before[i].Passage, w.Passage), r.weighty(before[i].Passage, w)...)
		r.report(heaviest(kinds), w.At(0), changed(before[i], w))
		before = append(before[:i:i], before[i+1:]...)
	}
	for _, w := range before {
		at := w.At(0)
		if is == nil {
			at.Line, at.Column = 0, 0
		}
		if is != nil && slices.Contains(acting, is.Type) && r.readers[is.Lang].says(nil, w.Text) {
			r.report("advice", at, fmt.Sprintf("%q is gone", text.Head(w.Text)))
			continue
		}
		r.report("removed", at, fmt.Sprintf("%q", text.Head(w.Text)))
	}
}

// changed tells how a text changed, or its links where its words did not.
func changed(was, is written) string {
	if was.Text != is.Text {
		return change(was.Text, is.Text)
	}
	return "links: " + change(addresses(was), addresses(is))
}

func addresses(w written) string {
	var all []string
	for _, l := range linksOf(w.Passage) {
		all = append(all, strings.TrimSpace(l.Text+" "+l.Dest))
	}
	return strings.Join(all, " ")
}

// withoutSame leaves out what stands in both, and reports what of that
// stands in another section.
func (r *reviewer) withoutSame(before, now []written) (restBefore, restNow []written) {
	sections := map[string][]string{}
	for _, w := range before {
		sections[w.same()] = append(sections[w.same()], w.section)
	}
	for _, w := range now {
		at := sections[w.same()]
		if len(at) == 0 {
			restNow = append(restNow, w)
			continue
		}
		sections[w.same()] = at[1:]
		if at[0] != w.section {
			r.report("moved", w.At(0), fmt.Sprintf("%q, from section %q to %q", text.Head(w.Text), at[0], w.section))
		}
	}
	r.order(before, now)
	for i := len(before) - 1; i >= 0; i-- { // the last of those alike are left
		if same := before[i].same(); len(sections[same]) > 0 {
			sections[same] = sections[same][1:]
			restBefore = append([]written{before[i]}, restBefore...)
		}
	}
	return restBefore, restNow
}

// alike is which part of its words a text has kept that is still the same text.
const alike = 0.4

// nearest returns the index of the text that another was, -1 for none.
func nearest(w written, before []written) int {
	best, most := -1, alike
	for i, b := range before {
		if b.Kind != w.Kind {
			continue
		}
		if part := kept(b.Text, w.Text); part >= most {
			best, most = i, part
		}
	}
	return best
}

// kept returns which part of the words of two texts stands in both.
func kept(a, b string) float64 {
	left := map[string]int{}
	for word := range strings.FieldsSeq(a) {
		left[word]++
	}
	both, all := 0, len(strings.Fields(a))
	for word := range strings.FieldsSeq(b) {
		all++
		if left[word] > 0 {
			left[word]--
			both += 2
		}
	}
	if all == 0 {
		return 1
	}
	return float64(both) / float64(all)
}

// order reports, once for a section, that texts of a kind that stand in
// both changed places there.
func (r *reviewer) order(before, now []written) {
	old, told := map[string][]written{}, map[string]bool{} // by section and kind
	for _, w := range common(before, now) {
		old[w.section+w.Kind] = append(old[w.section+w.Kind], w)
	}
	for _, w := range common(now, before) {
		place := w.section + w.Kind
		was := old[place][0]
		old[place] = old[place][1:]
		if was.same() != w.same() && !told[place] {
			told[place] = true
			r.report("order", w.At(0), fmt.Sprintf("%s %q stands where %q stood", w.Kind, text.Head(w.Text), text.Head(was.Text)))
		}
	}
}

// common returns those of some texts that stand among others too, in the same section.
func common(texts, others []written) (both []written) {
	left := map[string]int{}
	for _, w := range others {
		left[w.section+"\x00"+w.same()]++
	}
	for _, w := range texts {
		if key := w.section + "\x00" + w.same(); left[key] > 0 {
			left[key]--
			both = append(both, w)
		}
	}
	return both
}

// weighty returns the kinds of changes by where a text stands: new
// sentences on what to do, the meaning of a word, and new words where
// people act on them.
func (r *reviewer) weighty(was *site.Passage, is written) (kinds []string) {
	if is.Page.Entry != nil && is.section == "" && is.Kind == "paragraph" && (was == nil || !few(was.Text, is.Text)) {
		kinds = append(kinds, "definition")
	}
	if slices.Contains(acting, is.Page.Type) && r.advises(is.Page.Lang, was, is.Passage) {
		kinds = append(kinds, "advice")
	}
	if reader := r.readers[is.Page.Lang]; was != nil && (slices.Contains(acting, is.Page.Type) || links(is.Passage, "case")) && reader.news(was.Text, is.Text) > 0 {
		kinds = append(kinds, "acted")
	}
	return kinds
}

// links reports whether a text has a link with a scheme.
func links(p *site.Passage, scheme string) bool {
	return slices.ContainsFunc(linksOf(p), func(l md.Link) bool { return strings.HasPrefix(l.Dest, scheme+":") })
}

// advises reports whether a text on what to do has a new sentence, lacks
// one that it had, or has one more or less with a negation.
func (r *reviewer) advises(lang string, was, is *site.Passage) bool {
	reader := r.readers[lang]
	if was != nil && reader != nil && !slices.Equal(reader.said(was)["negation"], reader.said(is)["negation"]) {
		return true
	}
	return reader.says(was, is.Text) || was != nil && reader.says(is, was.Text)
}

// acting are the types of pages that say what to do.
var acting = []string{"guidance", "signal"}

// says reports whether a text has a sentence of four words or more, of
// which many words were not there.
func (r *reader) says(was *site.Passage, is string) bool {
	before := ""
	if was != nil {
		before = was.Text
	}
	for _, s := range text.Sentences(is) {
		if sentence := s.Of(is); text.CountWords(sentence) >= fewWords && r.news(before, sentence) > alike {
			return true
		}
	}
	return false
}

// hidden reports the pages and records that have more characters that
// nobody sees than they had.
func (r *reviewer) hidden() {
	for _, file := range r.is.Files() {
		was, is := hiddenIn(r.was.FS, r.names.fileBefore(file)), hiddenIn(r.is.FS, file)
		if len(is) > len(was) {
			r.report("hidden", diag.Position{File: file, Line: is[0]}, fmt.Sprintf("%d of them here, and %d before", len(is), len(was)))
		}
	}
}

// hiddenIn lists the lines of a file with such characters, one for each.
func hiddenIn(root fs.FS, file string) (lines []int) {
	src, _ := fs.ReadFile(root, file)
	n := 0
	for line := range strings.Lines(string(src)) {
		n++
		for _, c := range line {
			if text.Invisible(c) {
				lines = append(lines, n)
			}
		}
	}
	return lines
}
