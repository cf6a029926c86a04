package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"comwijzer/tools/internal/diag"
)

// ReviewFile holds what people reviewed.
const ReviewFile = "data/reviews.yaml"

// Scopes are what a reviewer can look at.
var Scopes = []string{"facts", "links", "safety", "language"}

// A Review says that somebody looked at a page, what at, and what it said then.
type Review struct {
	diag.Position `json:"-"`
	Page          string            `json:"page"` // its path
	Role          string            `json:"role"`
	Organisation  string            `json:"organisation"` // "" when it is not named
	Scope         []string          `json:"scope"`
	On            string            `json:"on"`
	Until         string            `json:"until"`
	Texts         map[string]string `json:"texts"` // fingerprints, by the languages that were looked at
}

// Reviews lists the reviews that are recorded.
func (s *Site) Reviews() (reviews []Review) {
	list := s.List("reviews")
	_ = list.Decode("/reviews", &reviews)
	for i := range reviews {
		reviews[i].Position = list.Position(fmt.Sprintf("/reviews/%d", i))
	}
	return reviews
}

// LatestReviews lists the reviews that no later one of the same page by the
// same role has replaced in all that it looked at.
func (s *Site) LatestReviews() []Review {
	all := s.Reviews()
	return slices.DeleteFunc(slices.Clone(all), func(r Review) bool {
		return slices.ContainsFunc(all, func(later Review) bool { return later.replaces(r) })
	})
}

func (r Review) replaces(old Review) bool {
	covers := func(scope string) bool { return slices.Contains(r.Scope, scope) }
	for lang := range old.Texts {
		if r.Texts[lang] == "" {
			return false
		}
	}
	return r.Page == old.Page && r.Role == old.Role && r.Organisation == old.Organisation &&
		(r.On > old.On || r.On == old.On && r.Line > old.Line) &&
		!slices.ContainsFunc(old.Scope, func(scope string) bool { return !covers(scope) })
}

// IsOutside reports whether a role is none of those that make the site.
func (r Review) IsOutside(s *Site) bool { return !slices.Contains(s.Config.Params.Roles, r.Role) }

// ReviewerRoles lists the roles that the interface has words for, in the
// language that leads: the keys role_<id>.
func (s *Site) ReviewerRoles() (roles []string) {
	for key := range s.Interface(s.DefaultLanguage()) {
		if role, ok := strings.CutPrefix(key, "role_"); ok {
			roles = append(roles, role)
		}
	}
	slices.Sort(roles)
	return roles
}

// Fingerprint returns a hash of what the page says and where its links
// lead, its first 64 bits. Formatting does not count, nor what people type
// into a search: that is no passage.
func (p *Page) Fingerprint() string {
	sum := sha256.New()
	for t := range p.Passages() {
		fmt.Fprintf(sum, "%s ", strings.Join(strings.Fields(t.Text), " "))
	}
	for _, ref := range p.Doc.Links {
		fmt.Fprintf(sum, "\x00%s", ref.Dest)
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
