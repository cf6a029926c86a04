package export

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBare(t *testing.T) {
	got := bare(map[string][]string{"pomp": {"waar is de Pomp", "pomp waar is", "is de"}}, map[string]bool{"waar": true, "is": true, "de": true})
	if diff := cmp.Diff(map[string][]string{"pomp": {"pomp"}}, got); diff != "" {
		t.Error(diff)
	}
}
