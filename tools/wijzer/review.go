package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
)

var _ = register(command{
	name:  "review",
	args:  "PAGE --role ROLE --scope SCOPE --on DATE [--until DATE] [--organisation NAME]",
	title: "record that somebody reviewed a page",
	doc: `
Records in ` + site.ReviewFile + ` that somebody looked at a page, with a hash of what
it says. The page tells readers so, until the text changes or the last day
passes (review-stale). Nothing is ever recorded that nobody did.

PAGE is its path, /road/signs, for all its languages, or a file for one.

  --role ROLE   what the reviewer is, never a name: one for which i18n/ has
                words, as role_<id>
  --scope LIST  what was looked at, with commas: ` + strings.Join(site.Scopes, ",") + `
  --on DATE     the day, YYYY-MM-DD
  --until DATE  the last day on which the review counts; twelve months later
                when it is left out, and six for a page that is sensitive
  --organisation NAME  whose reviewer that is, only when it agreed to be named
`,
	setup: setupReview,
})

func setupReview(flags *flag.FlagSet) runner {
	var r site.Review
	scope := ""
	flags.StringVar(&r.Role, "role", "", "")
	flags.StringVar(&r.Organisation, "organisation", "", "")
	flags.StringVar(&r.On, "on", "", "")
	flags.StringVar(&r.Until, "until", "", "")
	flags.StringVar(&scope, "scope", "", "")
	return func(ctx context.Context, t *terminal, pages []string) error {
		if len(pages) != 1 {
			return failure.Usage("see wijzer help review", "review needs one page")
		}
		root, s, err := t.readSite()
		if err != nil {
			return err
		}
		r.Scope = strings.Split(scope, ",")
		if err := t.completeReview(s, root, &r, pages[0]); err != nil {
			return err
		}
		return t.recordReview(ctx, root, r)
	}
}

// completeReview finds the page, and refuses what nobody can have done.
func (t *terminal) completeReview(s *site.Site, root string, r *site.Review, named string) error {
	roles := s.ReviewerRoles()
	if !slices.Contains(roles, r.Role) {
		return failure.Usage(text.DidYouMean(r.Role, roles, "i18n/ has the words of "+strings.Join(roles, ", ")), "unknown role %q", r.Role)
	}
	for _, scope := range r.Scope {
		if !slices.Contains(site.Scopes, scope) {
			return failure.Usage(text.DidYouMean(scope, site.Scopes, "use "+strings.Join(site.Scopes, ",")), "unknown scope %q", scope)
		}
	}
	on, err := time.Parse(time.DateOnly, r.On)
	if err != nil || on.After(time.Now()) {
		return failure.Usage("write the day of the review as YYYY-MM-DD", "%q is no day that has been", r.On)
	}
	pages, err := t.pagesNamed(s, root, named)
	if err != nil {
		return err
	}
	r.Page, r.Texts = pages[0].Path, map[string]string{}
	for _, p := range pages {
		r.Texts[p.Lang] = p.Fingerprint()
		if by := check.MonthsOf(p); r.Until == "" {
			r.Until = on.AddDate(0, by, 0).Format(time.DateOnly)
		}
	}
	if until, err := time.Parse(time.DateOnly, r.Until); err != nil || until.Before(on) {
		return failure.Usage("write a day after that of the review as YYYY-MM-DD", "%q is no day until which it counts", r.Until)
	}
	return nil
}

// pagesNamed returns the pages of a path, or the one of a file or an address.
func (t *terminal) pagesNamed(s *site.Site, root, named string) (pages []*site.Page, err error) {
	for _, p := range s.Pages {
		if p.Path == strings.TrimSuffix(named, "/") || p.Path == named {
			pages = append(pages, p)
		}
	}
	if len(pages) == 0 {
		paths, _ := t.sitePaths(root, []string{named})
		pages = slices.DeleteFunc(slices.Clone(s.Pages), func(p *site.Page) bool {
			return s.URL(p) != named && !slices.Contains(paths, p.File)
		})
	}
	if len(pages) == 0 {
		return nil, failure.Usage(text.DidYouMean(named, s.Paths(s.DefaultLanguage()), "give its path, as in /road/signs, or a file"), "no page %q", named)
	}
	return pages, nil
}

const reviewsHead = `# yaml-language-server: $schema=../tools/internal/schema/list-reviews.json
# Who reviewed which page, when, and what was looked at. Written by wijzer review.
reviews:
`

func (t *terminal) recordReview(ctx context.Context, root string, r site.Review) error {
	if err := addLines(ctx, root, "review", site.ReviewFile, reviewsHead, reviewLine(r)); err != nil {
		return err
	}
	t.printf("%s: %s by %s on %s, until %s\n", r.Page, strings.Join(r.Scope, ", "), r.Role, r.On, r.Until)
	return nil
}

func reviewLine(r site.Review) string {
	line := fmt.Sprintf("{page: %q, role: %s, ", r.Page, r.Role)
	if r.Organisation != "" {
		line += fmt.Sprintf("organisation: %q, ", r.Organisation)
	}
	var texts []string
	for _, lang := range slices.Sorted(maps.Keys(r.Texts)) {
		texts = append(texts, fmt.Sprintf("%s: %q", lang, r.Texts[lang]))
	}
	return line + fmt.Sprintf("scope: [%s], on: %q, until: %q, texts: {%s}}", strings.Join(r.Scope, ", "), r.On, r.Until, strings.Join(texts, ", "))
}
