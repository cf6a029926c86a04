package check

import (
	"fmt"
	"testing"

	"comwijzer/tools/internal/diag"
)

// Wrong names by the thousand are compared with those that exist as long as that
// grows with the site, and no longer.
func TestComparingNamesIsBounded(t *testing.T) {
	known := make([]string, 5000)
	compared := 0
	r := newReporter(&Rule{ID: "x"}, &[]diag.Diagnostic{}).Missing("x", "y")
	for i := range 10_000 {
		compared += len(r.near(known))
		r.Report(diag.Position{File: "f"}, "", "unknown %s", fmt.Sprint(i))
	}
	if compared == 0 || compared > 2*mostCompared {
		t.Errorf("compared %d names", compared)
	}
}
