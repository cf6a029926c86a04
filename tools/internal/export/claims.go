package export

import (
	"strings"
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/site"
)

// A claim is what marks of sources that stand side by side carry.
type claim struct {
	links   []*md.Link
	sources []string
}

// claimsOn returns the claims in the text of a page, in reading order.
func claimsOn(p *site.Page) (claims []*claim) {
	for _, ref := range p.Refs {
		if ref.Kind != "source" || ref.Link == nil || ref.Link.Paragraph < 0 {
			continue
		}
		if n := len(claims); n == 0 || !claims[n-1].endsAt(p, ref.Link) {
			claims = append(claims, &claim{})
		}
		last := claims[len(claims)-1]
		last.links, last.sources = append(last.links, ref.Link), append(last.sources, ref.ID)
	}
	return claims
}

// endsAt reports whether a mark, which is no part of the text, stands
// beside the last one of the claim.
func (c *claim) endsAt(p *site.Page, link *md.Link) bool {
	last := c.links[len(c.links)-1]
	return last.Paragraph == link.Paragraph && strings.TrimSpace(p.Doc.Paragraphs[link.Paragraph].Text[last.Offset:link.Offset]) == ""
}

// weighClaim collects what there is for a claim: who published what it
// rests on, and when. A work that we doubt is no second voice.
func weighClaim(s *site.Site, sources []string, latest time.Time) (e evidence) {
	newest, origins := 0, []string{}
	for _, id := range sources {
		source := s.Source(id)
		if source == nil {
			continue
		}
		e.kind = better(e.kind, source)
		if !source.Doubted() {
			origins = append(origins, publisherOf(s, id))
		}
		if date, err := cite.ParseDate(source.Issued); err == nil {
			newest = max(newest, date.Last.Year())
		}
	}
	e.sources, e.origins, e.doubted = distinct(sources), distinct(origins), len(origins) == 0
	if e.undated = newest == 0; !e.undated {
		e.years = latest.Year() - newest
	}
	return e
}

// certainties returns how certain the claim is that each mark in the text of a page carries.
func certainties(s *site.Site, p *site.Page, latest time.Time) map[*md.Link]certainty {
	out := map[*md.Link]certainty{}
	for _, c := range claimsOn(p) {
		certain := weighClaim(s, c.sources, latest).certainty()
		for _, link := range c.links {
			out[link] = certain
		}
	}
	return out
}

// pageClaims is how certain the claims in the text of a page are.
type pageClaims struct {
	Marks map[string][]string `json:"marks"` // by source and locator the level of each mark, in reading order
	Total map[string]int      `json:"total"` // how many claims are of each level
}

// claimsFor returns that of a page, nil for one that makes none.
func claimsFor(s *site.Site, p *site.Page, latest time.Time) *pageClaims {
	claims := claimsOn(p)
	if len(claims) == 0 {
		return nil
	}
	out := &pageClaims{map[string][]string{}, map[string]int{}}
	for _, c := range claims {
		level := weighClaim(s, c.sources, latest).certainty().Level
		out.Total[level]++
		for i, link := range c.links {
			key := c.sources[i] + " " + link.Text
			out.Marks[key] = append(out.Marks[key], level)
		}
	}
	return out
}
