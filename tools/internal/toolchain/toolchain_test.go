package toolchain

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"comwijzer/tools/internal/failure"
)

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

// Two tools wait for each other here, and a tool brings what comes along once.
func TestToolsInstallSideBySide(t *testing.T) {
	npm, apt := make(chan bool), make(chan bool)
	var installed sync.Map
	need := func(name, mend string, install func()) Need {
		return Need{
			Name: name, Mend: mend,
			install: func(context.Context, string) error { install(); installed.Store(mend, true); return nil },
			look:    func(context.Context, string) (string, bool) { _, met := installed.Load(mend); return "", met },
		}
	}
	needs := []Need{
		need("packages", "npm ci", func() { npm <- true; <-apt }),
		need("fonts", "npm ci", func() { t.Error("npm ci ran twice") }),
		need("chromium", "apt-get install chromium", func() { <-npm; apt <- true }),
		{Name: "go", Mend: "install Go"},
	}
	var said []string
	installAll(t.Context(), "", needs, func(text string) { said = append(said, text) })
	if len(said) != 2 || !needs[0].Met || !needs[1].Met || !needs[2].Met || needs[3].Met {
		t.Errorf("%v, %q", needs, said)
	}
}

// Without a network apt-get is no remedy; anything else that is wrong it says itself.
func TestAptWithoutNetwork(t *testing.T) {
	for output, want := range map[string]string{
		"Err:1 http://deb.example.org bookworm InRelease\n  Temporary failure resolving 'deb.example.org'\nE: Unable to fetch some archives": "--download-only w3m",
		"E: Failed to fetch http://deb.example.org/w3m.deb  Could not connect to 127.0.0.1:9":                                                "--download-only w3m",
		"E: Could not get lock /var/lib/dpkg/lock-frontend":                                                                                  "",
	} {
		err, _ := errors.AsType[*failure.Error](aptFailure(output, []string{"w3m"}))
		if !strings.Contains(err.Hint, want) || want == "" && err.Hint != "" {
			t.Errorf("%q: hint %q", output, err.Hint)
		}
	}
}
