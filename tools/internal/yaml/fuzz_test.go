package yaml

import (
	"errors"
	"testing"

	"comwijzer/tools/internal/diag"
)

// Whatever the text, parsing ends without panic, and a fault has its place.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"a: 1\nb: [x, {y: z}]\n", "", "- a\n- |\n  b\n", "? a\n: b\n", "a: &x [*x]\n", "\"", "a: 'b\n", "{a: {b: [", "---\n...\n---\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		_, err := Parse(src, diag.Position{File: "x", Line: 1})
		var fault *Error
		if err != nil && (!errors.As(err, &fault) || fault.Line < 1) {
			t.Errorf("a fault without place: %v", err)
		}
	})
}
