package toolchain

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLanguageGlob(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"netwerk", "en", "a{b"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for language, want := range map[string]string{"nl": `{*.html,a\{b/**/*.html,netwerk/**/*.html}`, "en": "en/**/*.html"} {
		if got, err := languageGlob(dir, language, []string{"nl", "en"}); err != nil || got != want {
			t.Errorf("%s: %q, %v", language, got, err)
		}
	}
}

func TestAtLeast(t *testing.T) {
	for _, c := range []struct {
		version, want string
		met           bool
	}{{"20.1.0", "20", true}, {"18.19.1", "20", false}, {"1.26", "1.26", true}, {"1.9.9", "1.26", false}, {"2", "1.26", true}, {"", "20", false}, {"3", "", true}} {
		if atLeast(c.version, c.want) != c.met {
			t.Errorf("%q at least %q: want %v", c.version, c.want, c.met)
		}
	}
}
