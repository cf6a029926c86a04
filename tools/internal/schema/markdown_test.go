package schema

import (
	"flag"
	"os"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/config.md")

func TestConfigIsDocumentedAsItIs(t *testing.T) {
	const file = "../../../docs/config.md"
	s, _ := Get("data-config")
	want := s.Markdown() + "\nMade from the schema by `go test ./tools/internal/schema -update`; `wijzer explain config.toml` prints the same.\n"
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != want {
		t.Errorf("docs/config.md is stale: run go test ./tools/internal/schema -update (%v)", err)
	}
}

// What the configuration can say of types and parts of pages is what there is of them.
func TestConfigKnowsEveryTypeAndPart(t *testing.T) {
	s, _ := Get("data-config")
	weights, parts := s.properties(map[string]any{"params": map[string]any{"search_weights": map[string]any{}}}, "/params/search_weights"),
		s.properties(map[string]any{"params": map[string]any{"parts": map[string]any{}}}, "/params/parts")
	for _, name := range Names("page-") {
		page, _ := Get("page-" + name)
		if name != "term-translation" && !slices.Contains(weights, name) {
			t.Errorf("no weight for pages of type %s", name)
		}
		for _, part := range page.Parts() {
			if part.Heading != "" && !slices.Contains(parts, part.Heading) {
				t.Errorf("no id for part %s", part.Heading)
			}
		}
	}
}
