package export

import (
	"slices"
	"strings"
	"testing"

	"comwijzer/tools/internal/glossary"
	"comwijzer/tools/internal/site"
)

func TestReadTBX(t *testing.T) {
	statuses := []string{"preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"}
	partsOfSpeech := []string{"", "noun", "verb", "adjective", "adverb", "other"}
	eachSite(t, func(t *testing.T, s *site.Site) {
		var got struct {
			Header, Dangling []string
			Concepts         map[string]struct {
				Terms              map[string]string
				Definitions, Notes string
				Words              [][]string // word, status, part of speech
			}
		}
		read(t, "read-tbx.py", written(t, s, "glossary.tbx"), &got)
		if len(got.Dangling) > 0 || !slices.Contains(got.Header, modified(s)) || !strings.Contains(got.Header[0], s.Config.Params.Licence.URL) {
			t.Errorf("header %q, dangling %q", got.Header, got.Dangling)
		}
		if n := len(shownTerms(s)); len(got.Concepts) != n {
			t.Errorf("the toolkit sees %d concepts, want %d", len(got.Concepts), n)
		}
		for _, c := range shownTerms(s) {
			seen := got.Concepts["c-"+c.ID]
			for _, e := range c.Entries {
				if seen.Terms[e.Lang] != e.Title || !strings.Contains(seen.Definitions, e.Definition) || !strings.Contains(seen.Notes, helpFor(s, e)) {
					t.Errorf("%s in %s is read as %+v", c.ID, e.Lang, seen)
				}
				for _, a := range e.Avoid {
					if !slices.ContainsFunc(seen.Words, func(w []string) bool { return w[0] == a.Term && w[1] == statuses[2] }) {
						t.Errorf("%s: %q is not marked as deprecated", c.ID, a.Term)
					}
				}
			}
			for _, w := range seen.Words {
				if !slices.Contains(statuses, w[1]) || !slices.Contains(partsOfSpeech, w[2]) || (c.Status == glossary.Retired) != (w[1] == statuses[3]) {
					t.Errorf("%s: %q", c.ID, w)
				}
			}
		}
	})
}
