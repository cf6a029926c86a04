package check

import (
	"bytes"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/schema"
	"comwijzer/tools/internal/site"
)

// eachTranslation visits the pages that have a counterpart in the language
// that leads, with that counterpart.
func eachTranslation(p *Pass, visit func(lead, page *site.Page)) {
	for _, page := range p.Pages {
		if page.Lang == p.DefaultLanguage() {
			continue
		}
		if lead := p.Page(p.DefaultLanguage(), page.Path); lead != nil {
			visit(lead, page)
		}
	}
}

// use is a reference in the text of a page, or a block that asks for records
// without naming them, under the section that it stands in: the nearest
// heading above whose id both pages have.
type use struct {
	diag.Position
	usedIn
	locator string
}

type usedIn struct{ section, kind, id string }

// usesOf lists the uses on a page by section, as other is divided too.
func usesOf(page, other *site.Page) map[string][]use {
	sections := sectionsOf(page, other)
	uses := map[string][]use{}
	add := func(at diag.Position, heading int, kind, id, locator string) {
		in := usedIn{sections[heading+1], kind, id}
		uses[in.section] = append(uses[in.section], use{at, in, locator})
	}
	named := map[*md.Block]bool{}
	for _, ref := range page.Refs {
		if ref.Link != nil || ref.Block != nil {
			named[ref.Block] = true
			add(ref.Position, ref.HeadingIndex(), ref.Kind, ref.ID, ref.Text)
		}
	}
	for i := range page.Doc.Blocks {
		b := &page.Doc.Blocks[i]
		if query := queryOf(b); query != "" && !named[b] {
			add(b.Position, b.Heading, "block", query, "")
		}
	}
	return uses
}

// queryOf gives what a block asks for when that is one line, as in
// "contacts for: jongere"; longer ones hold text, which is translated.
func queryOf(b *md.Block) string {
	body := bytes.TrimSpace(b.Body)
	if _, known := schema.Get("block-" + b.Kind); !known || bytes.IndexByte(body, '\n') >= 0 {
		return ""
	}
	return b.Kind + " " + string(body)
}

// sectionsOf gives, for no heading and for each heading of page, the id of
// the section that both pages have.
func sectionsOf(page, other *site.Page) []string {
	shared := headingIDs(other)
	sections := []string{""}
	for i, h := range page.Doc.Headings {
		id := sections[i]
		if shared[h.ID] {
			id = h.ID
		}
		sections = append(sections, id)
	}
	return sections
}

func headingIDs(page *site.Page) map[string]bool {
	ids := map[string]bool{}
	for _, h := range page.Doc.Headings {
		ids[h.ID] = true
	}
	return ids
}

// surplus is a use that one page has more often in a section than the other.
type surplus struct {
	use
	count, otherCount int
	other             *site.Page
	gone              bool // the other page has it in no section
}

// surpluses compares two pages and gives what either has more of. Where one
// names something that does not exist, another rule says so, and until that is
// mended nothing can be said of its kind.
func surpluses(p *Pass, a, b *site.Page) []surplus {
	as, bs := usesOf(a, b), usesOf(b, a)
	all := append(surplusesOf(as, bs, b), surplusesOf(bs, as, a)...)
	misspelt := map[string]bool{}
	for _, s := range all {
		misspelt[s.kind] = misspelt[s.kind] || s.kind != "block" && !p.Exists(s.kind, s.id)
	}
	return slices.DeleteFunc(all, func(s surplus) bool { return misspelt[s.kind] })
}

func surplusesOf(mine, theirs map[string][]use, other *site.Page) []surplus {
	there := map[usedIn]bool{}
	for _, uses := range theirs {
		for _, u := range uses {
			there[usedIn{"", u.kind, u.id}] = true
		}
	}
	var out []surplus
	for section, uses := range mine {
		for _, s := range more(uses, theirs[section]) {
			s.other, s.gone = other, !there[usedIn{"", s.kind, s.id}]
			out = append(out, s)
		}
	}
	return out
}

// more gives what uses, of one section, has more of than theirs: each time
// the first that does not stand in the same place there.
func more(uses, theirs []use) []surplus {
	counts, otherCounts := countUses(uses), countUses(theirs)
	var out []surplus
	same := samePrefix(uses, theirs)
	for _, u := range slices.Concat(uses[same:], uses[:same]) {
		if n := counts[u.usedIn]; n > otherCounts[u.usedIn] {
			out = append(out, surplus{use: u, count: n, otherCount: otherCounts[u.usedIn]})
			counts[u.usedIn] = 0
		}
	}
	return out
}

func countUses(uses []use) map[usedIn]int {
	counts := map[usedIn]int{}
	for _, u := range uses {
		counts[u.usedIn]++
	}
	return counts
}

// samePrefix counts the uses at the head that are the same in both.
func samePrefix(a, b []use) int {
	n := 0
	for n < len(a) && n < len(b) && a[n].usedIn == b[n].usedIn && digits(a[n].locator) == digits(b[n].locator) {
		n++
	}
	return n
}

// digits gives the numbers in a locator, which are the same in any language.
func digits(locator string) string {
	return strings.Join(strings.FieldsFunc(locator, func(r rune) bool { return r < '0' || r > '9' }), " ")
}
