package theme_test

import (
	"bytes"
	"cmp"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pelletier/go-toml/v2"

	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/theme"
	"comwijzer/tools/internal/toolchain"
)

const root = "../../.."

// The styles of others that pages use are those of the npm packages that are pinned.
func TestStylesAreThoseOfThePackages(t *testing.T) {
	if err := toolchain.Pinned(root); err != nil {
		t.Fatal(err)
	}
	for name, text := range theme.Lendable() {
		rest, ok := strings.CutPrefix(name, "assets/@")
		if !ok {
			continue
		}
		dir, file, _ := strings.Cut(rest[strings.IndexByte(rest, '/')+1:], "/")
		scope := rest[:strings.IndexByte(rest, '/')]
		want, err := os.ReadFile(root + "/node_modules/@" + scope + "/" + dir + "/dist/" + file)
		if err != nil || !bytes.Equal(text, want) {
			t.Errorf("%s differs from the npm package: run make update (%v)", name, err)
		}
	}
}

// The languages of the theme have the same texts, but for the words that sites choose.
func TestEveryLanguageHasEveryText(t *testing.T) {
	keys, first := map[string][]string{}, ""
	for name := range theme.Lendable() {
		if path.Dir(name) != "i18n" {
			continue
		}
		lang := strings.TrimSuffix(path.Base(name), ".toml")
		first = cmp.Or(first, lang)
		texts := map[string]any{}
		if err := toml.Unmarshal(theme.Lendable()[site.InterfaceFile(lang)], &texts); err != nil {
			t.Fatal(lang, err)
		}
		maps.DeleteFunc(texts, func(key string, _ any) bool {
			return strings.HasPrefix(key, "audience_") || strings.HasPrefix(key, "domain_") || strings.HasPrefix(key, "i_am_")
		})
		keys[lang] = slices.Sorted(maps.Keys(texts))
	}
	for lang, have := range keys {
		if !slices.Equal(have, keys[first]) {
			t.Errorf("%s and %s have not the same texts", lang, first)
		}
		if len(theme.Pack(lang)) == 0 {
			t.Errorf("no words in %s", lang)
		}
	}
}

const config = "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"de\"\n[languages.de]\n[languages.fr]\n"

// What a site has itself wins: files whole, texts and word lists key by key.
func TestOwnFilesWin(t *testing.T) {
	own := fstest.MapFS{
		site.ConfigFile:                {Data: []byte(config)},
		"layouts/404.html":             {Data: []byte("mine")},
		"i18n/de.toml":                 {Data: []byte("skip = \"Meins\"\naudience_alle = \"alle\"")},
		"data/lexicon/de.yaml":         {Data: []byte("months: [Jänner]\nlabels: []")},
		"content/_index.de.md":         {Data: []byte("---\ntitle: A\n---\n")},
		"assets/css/tokens/other.css":  {Data: []byte("a{}")},
		"layouts/_partials/extra.html": {Data: []byte("extra")},
	}
	s, found := site.Load(theme.Over(own))
	if s.Interface("de")["skip"] != "Meins" || s.Interface("de")["menu"] != "Menü" || s.Interface("fr")["menu"] != "Menu" {
		t.Error("texts", s.Interface("de")["skip"], s.Interface("de")["menu"], s.Interface("fr")["menu"])
	}
	if months := s.Lexicon("de").Phrases("months"); !slices.Equal(months, []string{"Jänner"}) || !s.Lexicon("de").Has("stop_words") || s.Lexicon("de").Has("crisis") {
		t.Error("words", months)
	}
	if !s.HasFile("layouts/baseof.html") || !s.HasFile("layouts/_partials/extra.html") || theme.Texts(own)["layouts/404.html"] != nil {
		t.Error("files")
	}
	if len(found) != 1 || found[0].Rule != site.InterfaceBorrowed || found[0].File != "i18n/fr.toml" || !strings.Contains(found[0].Message, ": abbreviation, ") {
		t.Error(found)
	}
}

func TestNothingIsLentToWhoHasMounts(t *testing.T) {
	own := fstest.MapFS{site.ConfigFile: {Data: []byte(config + "[[module.mounts]]\nsource = \"content\"\ntarget = \"content\"\n")}}
	if theme.Lent(own) || theme.Lent(os.DirFS(root)) {
		t.Error("lent")
	}
}
