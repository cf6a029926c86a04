package rename_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/rename"
	"comwijzer/tools/internal/site"
)

// successors are, by kind, two things of the site of which the second can take the
// place of the first.
var successors = [][2]string{
	{"source:hcss-com", "source:europol-2025"}, {"term:sextortion", "term:doxing"}, {"contact:fier", "contact:csg"}, {"case:", "case:"},
	{"figure:", "figure:"}, {"topic:", "topic:"}, {"signal:", "signal:"}, {"gap:", "gap:"}, {"page", "page"},
}

// Of every kind (of two without -trial) one thing of this site is retired. Before anything
// changes, all that would lead nowhere afterwards is told: with a successor, that are the
// links to a part of a page which its successor lacks.
func TestRetireEveryKind(t *testing.T) {
	files := read(t, root, "config.toml", "i18n", "data", "content", "adapters", "layouts")
	s, _ := site.Load(files)
	before := unknown(files)
	tried := successors
	if !*trial {
		tried = successors[1:3]
	}
	for _, pair := range tried {
		old, next := chosen(t, s, pair)
		t.Run(old, func(t *testing.T) {
			reason := map[string]string{}
			for _, lang := range s.Languages {
				reason[lang] = "Reason: it was " + lang
			}
			plan, err := rename.Retire(s, old, next, reason, "2026-11-28")
			if err != nil {
				t.Fatal(err)
			}
			if new := newOnes(before, unknown(applied(files, plan.Plan))); len(plan.Left) < len(new) || slices.ContainsFunc(new, func(finding string) bool { return !strings.HasSuffix(finding, "(link-fragment)") }) {
				t.Errorf("%v is left, and check finds %d: %s", plan.Left, len(new), strings.Join(new, "\n"))
			}
			plan, err = rename.Retire(s, old, "", reason, "2026-11-28")
			if err != nil {
				t.Fatal(err)
			}
			new := newOnes(before, unknown(applied(files, plan.Plan)))
			if len(plan.Left) < len(new) {
				t.Errorf("%d places are left, and check finds %d: %s", len(plan.Left), len(new), strings.Join(new, "\n"))
			}
		})
	}
}

// chosen returns two things of a kind: those that are named, or the first two.
func chosen(t *testing.T, s *site.Site, pair [2]string) (old, next string) {
	t.Helper()
	kind, id, _ := strings.Cut(pair[0], ":")
	if kind == "page" {
		return "/netwerk/routes", "/netwerk/drie-delen"
	}
	ids := s.IDs(kind)
	if id == "" || !slices.Contains(ids, id) {
		return kind + ":" + ids[0], kind + ":" + ids[1]
	}
	return pair[0], pair[1]
}

func applied(files fstest.MapFS, plan rename.Plan) fstest.MapFS {
	after := maps.Clone(files)
	for _, f := range plan.Files {
		delete(after, f.From)
	}
	for _, f := range plan.Files {
		if f.To != "" {
			after[f.To] = &fstest.MapFile{Data: f.New}
		}
	}
	return after
}

// leadsNowhere are the rules about names that are not there, and about tombstones.
var leadsNowhere = map[string]bool{"reference-unknown": true, "link-dead": true, "id-vanished": true, "schema-mismatch": true, "redirect-dead": true, "link-fragment": true}

func unknown(files fstest.MapFS) (found []string) {
	s, findings := site.Load(files)
	for id := range leadsNowhere {
		if rule, _ := check.Find(id); rule.Source != nil { // the others speak while the site is loaded
			findings = append(findings, check.Only(s, today, id)...)
		}
	}
	for _, d := range findings {
		if leadsNowhere[d.Rule] && d.Severity == diag.Error {
			found = append(found, d.File+": "+d.Message+" ("+d.Rule+")")
		}
	}
	return found
}

func newOnes(before, after []string) []string {
	return slices.DeleteFunc(after, func(finding string) bool { return slices.Contains(before, finding) })
}

// A link to a part of a page that goes is left to an editor, where the successor has no
// part of that name; one that it has is mended.
func TestRetireLeavesWhatLeadsToAPartThatIsGone(t *testing.T) {
	page := func(body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: T\ntype: explainer\n---\n" + body)}
	}
	s, _ := site.Load(fstest.MapFS{
		"config.toml":           {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n")},
		"content/weg/oud.nl.md": page("## Een {#een}\n\n## Twee {#twee}\n"), "content/weg/nieuw.nl.md": page("## Een {#een}\n"),
		"content/weg/uit.nl.md": page("[a](oud.md#een)\n[b](oud.md#twee)\n[c](oud.md)\n[d](nieuw.md#nooit)\n"),
	})
	plan, err := rename.Retire(s, "/weg/oud", "/weg/nieuw", map[string]string{"nl": "Op."}, "2026-11-28")
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Left) != 1 || plan.Left[0].Line != 6 {
		t.Errorf("left: %v", plan.Left)
	}
}

// Redirects to what goes lead to its successor, those of its headings go with it; without a
// successor those that are left are told.
func TestRetireMindsRedirects(t *testing.T) {
	page := func(body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: T\ntype: explainer\n---\n" + body)}
	}
	files := fstest.MapFS{
		"config.toml":           {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\n")},
		"content/weg/oud.nl.md": page("## Een {#een}\n"), "content/weg/nieuw.nl.md": page("## Een {#een}\n"),
	}
	headings := "headings:\n  - {page: \"/weg/oud\", was: \"eerst\", now: \"een\"}\n"
	names := "names:\n  - {kind: page, was: \"/weg/ouder\", now: \"/weg/oud\"}\naddresses:\n  - {was: \"/weg/ouder/\", now: \"/weg/oud\"}\n"
	for _, c := range []struct {
		redirects, successor string
		left                 int
		stays                bool
	}{
		{headings, "/weg/nieuw", 0, false}, {headings, "", 0, false},
		{names + headings, "/weg/nieuw", 0, true}, {names + headings, "", 2, true},
	} {
		files["data/redirects.yaml"] = &fstest.MapFile{Data: []byte(c.redirects)}
		s, _ := site.Load(files)
		before := unknown(files)
		plan, err := rename.Retire(s, "/weg/oud", c.successor, map[string]string{"nl": "Op."}, "2026-11-28")
		if err != nil {
			t.Fatal(err)
		}
		after := applied(files, plan.Plan)
		new := newOnes(before, unknown(after))
		if len(plan.Left) != c.left || len(new) != c.left || (after["data/redirects.yaml"] != nil) != c.stays {
			t.Errorf("successor %q: %v is left, and check finds %q in:\n%s", c.successor, plan.Left, new, text(after, "data/redirects.yaml"))
		}
	}
}
