package render

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/config/allconfig"

	"comwijzer/tools/internal/site"
)

// The schema of the configuration knows every setting that Hugo has.
func TestEverySettingOfHugoIsKnown(t *testing.T) {
	var known []string
	for _, f := range site.ConfigSchema().Fields() {
		known = append(known, strings.ToLower(f.Name))
	}
	for _, name := range settings(reflect.TypeFor[allconfig.Config]()) {
		if !slices.Contains(known, strings.ToLower(name)) && !slices.Contains([]string{"Internal", "C", "LanguageCode", "WorkingDir"}, name) {
			t.Errorf("no setting %s in the schema", name)
		}
	}
}

func settings(of reflect.Type) (names []string) {
	for f := range of.Fields() {
		switch {
		case f.Anonymous:
			names = append(names, settings(f.Type)...)
		case f.IsExported() && !strings.HasPrefix(f.Name, "StaticDir"):
			names = append(names, f.Name)
		}
	}
	return names
}
