package schema

import (
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEverySchemaCompilesAndDescribesItself(t *testing.T) {
	for name, s := range load().byName {
		s.compiled() // or panics
		for _, key := range []string{"title", "description"} {
			if text, _ := s.raw[key].(string); text == "" {
				t.Errorf("%s has no %s", name, key)
			}
		}
	}
	for _, kind := range []string{"source", "figure", "contact", "case", "signal", "gap", "topic"} {
		if !slices.Contains(Names(""), kind) {
			t.Errorf("no schema for %s", kind)
		}
	}
}

// A reference in a schema must name a kind that exists, or it would never be
// checked.
func TestReferencesNameKinds(t *testing.T) {
	var visit func(name string, node any)
	visit = func(name string, node any) {
		switch node := node.(type) {
		case map[string]any:
			if kind, ok := node["references"].(string); ok && kind != "term" && !slices.Contains(Names(""), kind) {
				t.Errorf("%s references unknown kind %q", name, kind)
			}
			for _, child := range node {
				visit(name, child)
			}
		case []any:
			for _, child := range node {
				visit(name, child)
			}
		}
	}
	for name, raw := range load().raw {
		visit(name, raw)
	}
}

// A keyword that nothing knows is misspelt, or has no line in the package's documentation.
func TestKeywordsAreKnown(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "schema.go", nil, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Fields(`$defs $id $ref $schema additionalProperties allOf anyOf const default dependentRequired
		description else enum format if items maxItems maxLength maximum minItems minLength minProperties minimum not
		oneOf pattern patternProperties properties propertyNames required then title type uniqueItems`)
	for line := range strings.Lines(file.Doc.Text()) {
		if names, _, isKeyword := strings.Cut(line, ":"); isKeyword && strings.HasPrefix(line, "  - ") {
			known = append(known, strings.Split(strings.TrimPrefix(names, "  - "), ", ")...)
		}
	}
	var visit func(name string, node map[string]any)
	visit = func(name string, node map[string]any) {
		for key, value := range node {
			if !slices.Contains(known, key) {
				t.Errorf("%s: unknown keyword %q", name, key)
			}
			for _, below := range schemasBelow(key, value) {
				visit(name, below)
			}
		}
	}
	for name, raw := range load().raw {
		visit(name, raw)
	}
}

// schemasBelow lists the schemas that the value of a keyword holds.
func schemasBelow(keyword string, value any) (below []map[string]any) {
	var values []any
	switch keyword {
	case "items", "additionalProperties", "propertyNames", "not", "if", "then", "else":
		values = []any{value}
	case "allOf", "anyOf", "oneOf":
		values, _ = value.([]any)
	case "properties", "patternProperties", "$defs":
		named, _ := value.(map[string]any)
		values = slices.Collect(maps.Values(named))
	}
	for _, v := range values {
		if node, ok := v.(map[string]any); ok {
			below = append(below, node)
		}
	}
	return below
}

func TestRefsFollowListsAndSharedDefinitions(t *testing.T) {
	s, _ := Get("block-timeline")
	got := s.Refs(map[string]any{"events": []any{
		map[string]any{"date": "2021", "source": "a"},
		map[string]any{"date": "2022", "source": "b"},
	}})
	want := []Ref{{"/events/0/source", "source", "a"}, {"/events/1/source", "source", "b"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFaultsNameTheRemedy(t *testing.T) {
	s, _ := Get("figure")
	got := s.Validate(map[string]any{
		"topic": "x", "value": map[string]any{"nl": ""}, "count": map[string]any{"nl": "a"},
		"counts": map[string]any{"nl": "a"}, "as_of": "2025", "source": "A b", "locator": map[string]any{"nl": "z.p."},
	})
	want := []Fault{
		{"/count", true, `unknown key "count"`, `did you mean "counts"?`, ""},
		{"/source", false, `source "A b" has the wrong form`, "the id of a source record", ""},
		{"/value/nl", false, "nl is empty", "write it or leave the key out", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestMarksFollowSharedDefinitions(t *testing.T) {
	s, _ := Get("case")
	value := map[string]any{"as_of": "2025", "review_by": "2027-05-20", "country": "NL"}
	dates := []Mark{{"/as_of", "2025"}, {"/review_by", "2027-05-20"}}
	if diff := cmp.Diff(dates, s.Marked("calendar", value)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(dates[1:], s.Marked("future", value)); diff != "" {
		t.Error(diff)
	}
	s, _ = Get("block-timeline")
	value = map[string]any{"events": []any{map[string]any{"date": "2021"}, "geen", map[string]any{"date": "2022"}}}
	if diff := cmp.Diff([]Mark{{"/events/0/date", "2021"}, {"/events/2/date", "2022"}}, s.Marked("calendar", value)); diff != "" {
		t.Error(diff)
	}
}

func TestHasKnowsNestedKeys(t *testing.T) {
	timeline, _ := Get("block-timeline")
	source, _ := Get("source")
	for _, c := range []struct {
		s       *Schema
		pointer string
		want    bool
	}{
		{timeline, "/events/12/locator", true},
		{timeline, "/events/locator", false},
		{timeline, "/locator", false},
		{source, "/cited_in/locator", true},
		{source, "/locator", false},
	} {
		if c.s.Has(c.pointer) != c.want {
			t.Errorf("%s %s: %v", c.s.Name, c.pointer, !c.want)
		}
	}
}

// The library shares the place of a wrong key with what it looks at next.
func TestWrongKeyIsFoundAtItsPlace(t *testing.T) {
	s, _ := Get("data-lexicon")
	doc := map[string]any{"alike": map[string]any{"negatio": map[string]any{"no": []any{"no"}}}}
	for _, list := range []string{"deny", "address", "ordinary", "outside", "advice"} {
		doc[list] = []any{"a word"}
	}
	for range 20 { // maps have no order
		found := slices.DeleteFunc(s.Validate(doc), func(f Fault) bool { return f.Message != `unknown key "negatio"` })
		if len(found) != 1 || found[0].Pointer != "/alike/negatio" || found[0].Hint != `did you mean "negation"?` {
			t.Fatal(found)
		}
	}
}
