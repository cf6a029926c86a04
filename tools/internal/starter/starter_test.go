package starter_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"comwijzer/tools/internal/starter"
)

var today = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)

func TestBadOptionsAreToldWithTheirRemedy(t *testing.T) {
	good := starter.Options{Name: "A", Languages: []string{"nl"}, Country: "NL", Today: today}
	for want, change := range map[string]func(*starter.Options){
		`"english" is no language`:               func(o *starter.Options) { o.Languages = []string{"english"} },
		`"zz" is no language`:                    func(o *starter.Options) { o.Languages = []string{"nl", "zz"} },
		`language "nl" is named twice`:           func(o *starter.Options) { o.Languages = []string{"nl", "nl"} },
		`0 languages`:                            func(o *starter.Options) { o.Languages = nil },
		`5 languages`:                            func(o *starter.Options) { o.Languages = []string{"nl", "de", "fr", "it", "es"} },
		`"HOLLAND" is no country`:                func(o *starter.Options) { o.Country = "Holland" },
		`"ZZ" is no country`:                     func(o *starter.Options) { o.Country = "zz" },
		`"" is no name`:                          func(o *starter.Options) { o.Name = " " },
		`a name of 300 characters: it may have`:  func(o *starter.Options) { o.Name = strings.Repeat("é", 300) },
		`"A\x1b" is no name`:                     func(o *starter.Options) { o.Name = "A\x1b" },
		`immediate danger in JP is not known`:    func(o *starter.Options) { o.Country = "JP" },
		`"help" is no telephone number`:          func(o *starter.Options) { o.Emergency = "help" },
		`"1234567890123456" is no telephone`:     func(o *starter.Options) { o.Emergency = "1234567890123456" },
		`"example.org" is no address for a site`: func(o *starter.Options) { o.URL = "example.org" },
		`"https://a.example/b c" is no address`:  func(o *starter.Options) { o.URL = "https://a.example/b c" },
		`"https://a:b@c.example" is no address`:  func(o *starter.Options) { o.URL = "https://a:b@c.example" },
		`"https://a.example/#b" is no address`:   func(o *starter.Options) { o.URL = "https://a.example/#b" },
	} {
		o := good
		change(&o)
		if _, err := starter.Files(o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	good.Country, good.URL = "uk", "https://öffentlich.example:8080/pfad"
	if files, err := starter.Files(good); err != nil || !strings.Contains(string(files["config.toml"]), `region = "GB"`) ||
		!strings.Contains(string(files["config.toml"]), `"https://xn--ffentlich-z7a.example:8080/pfad/"`) {
		t.Error(err, string(files["config.toml"])[:200])
	}
	good.Languages = []string{"ar", "nl"}
	if files, err := starter.Files(good); err != nil || strings.Count(string(files["config.toml"]), `direction = "rtl"`) != 1 ||
		!strings.Contains(string(files["config.toml"]), `label = "العربية"`) || !strings.Contains(string(files["config.toml"]), `label = "Nederlands"`) {
		t.Error(err, string(files["config.toml"]))
	}
}

// A name may hold quotes, and no language but those asked for is in the files.
func TestTheSiteIsInItsLanguages(t *testing.T) {
	files, err := starter.Files(starter.Options{Name: `O'Brien "x" & 🚲 \`, Languages: []string{"de", "fr"}, Country: "at", Today: today})
	if err != nil {
		t.Fatal(err)
	}
	other := regexp.MustCompile(`\.(nl|en)\.md$|(nl|en)\.toml$`)
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: text}
		if other.MatchString(name) || strings.Contains(string(text), "[[") && !strings.HasSuffix(name, ".toml") {
			t.Error(name)
		}
	}
	if !strings.Contains(string(files["config.toml"]), `title = "O'Brien \"x\" \u0026 🚲 \\"`) || files["content/help/first-steps.fr.md"] == nil {
		t.Error(string(files["config.toml"]))
	}
}

func TestAFolderThatExistsIsNotTouched(t *testing.T) {
	dir := t.TempDir()
	o := starter.Options{Name: "A", Languages: []string{"nl"}, Country: "NL", Today: today}
	if err := starter.Make(dir, o); err == nil || !strings.Contains(err.Error(), "exists") {
		t.Error(err)
	}
	o.Country = "JP"
	if err := starter.Make(filepath.Join(dir, "b"), o); err == nil {
		t.Error("made")
	}
	o.Country = "NL"
	if err := starter.Make(filepath.Join(dir, "c", "d"), o); err == nil || !strings.Contains(err.Error(), "no folder") {
		t.Error(err)
	}
	left, _ := os.ReadDir(dir)
	if names := slices.Collect(func(yield func(string) bool) {
		for _, e := range left {
			yield(e.Name())
		}
	}); len(names) > 0 {
		t.Error("left behind", names)
	}
}
