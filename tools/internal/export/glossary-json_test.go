package export

import (
	"bytes"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"comwijzer/tools/internal/site"
)

func TestReadJSON(t *testing.T) {
	eachSite(t, func(t *testing.T, s *site.Site) {
		files := written(t, s, "glossary.json", "glossary.schema.json")
		compiler := jsonschema.NewCompiler()
		compiler.AssertFormat()
		schema, err := compiler.Compile(files[1])
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(files[0])
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		value, err := jsonschema.UnmarshalJSON(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Error(err)
		}
		if n := len(value.(map[string]any)["terms"].([]any)); n != len(shownTerms(s)) {
			t.Errorf("%d terms, want %d", n, len(shownTerms(s)))
		}
	})
}

// The schema describes every key: one that it does not know is a change of the
// public shape that nobody decided on.
func TestSchemaKnowsEveryKey(t *testing.T) {
	data := bytes.ReplaceAll(publicSchema, []byte(`"type": "object",`), []byte(`"type": "object", "unevaluatedProperties": false,`))
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("strict.json", value); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("strict.json")
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(written(t, loadFixture(t, downloadsFixture), "glossary.json")[0])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(got); err != nil {
		t.Error(err)
	}
}
