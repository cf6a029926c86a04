package golden

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/starter"
)

// Sites of others: made by the program, not stored.
var others = map[string]struct {
	starter.Options
	base   string
	shared bool              // with a picture of its own for chats
	search map[string]string // the page to search on, by language
}{
	"one language and another emergency number": {
		starter.Options{Name: `Safe "at" home`, Languages: []string{"en"}, Country: "GB"},
		"", false, map[string]string{"en": "search/index.html"},
	},
	"another leading language below a path": {
		starter.Options{Name: "Sicher zu Hause", Languages: []string{"de", "en"}, Country: "DE"},
		"https://example.org/sub/path/", true, map[string]string{"de": "suche/index.html", "en": "en/search/index.html"},
	},
	"three languages": {
		starter.Options{Name: "Veilig thuis", Languages: []string{"nl", "en", "de"}, Country: "NL"},
		"", false, map[string]string{"nl": "zoeken/index.html", "en": "en/search/index.html", "de": "de/suche/index.html"},
	},
}

// A site that wijzer new makes builds with one finding, that nobody has looked at its
// emergency number yet, can be searched in each of its languages, and holds nothing of
// this one.
func TestSitesOfOthers(t *testing.T) {
	for name, other := range others {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "site")
			other.Today = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
			if err := starter.Make(dir, other.Options); err != nil {
				t.Fatal(err)
			}
			if other.shared {
				share(t, dir)
			}
			r, err := build.Run(context.Background(), build.Options{Root: dir, BaseURL: other.base, Today: other.Today})
			if err != nil || len(r.Findings) != 1 || r.Findings[0].Rule != "contact-unchecked" || r.Findings[0].Severity != diag.Info {
				t.Fatal(r.Findings, err)
			}
			for lang, page := range other.search {
				if _, err := os.Stat(filepath.Join(r.Out, page)); err != nil {
					t.Error(err)
				}
				if index, _ := filepath.Glob(filepath.Join(r.Out, "search-"+lang, "*")); len(index) == 0 {
					t.Error("no search index in", lang)
				}
			}
			if card := cardOf(t, r.Out); (len(card) > 0) != other.shared || other.shared && !slices.Equal(card, wantCard) {
				t.Errorf("chats are told %q", card)
			}
			sign, err := os.ReadFile(filepath.Join(r.Out, "favicon.svg"))
			if letter := other.Name[:1]; err != nil || !strings.Contains(string(sign), ">"+letter+"</text>") || !strings.Contains(home(t, r.Out), ">"+letter+"</text>") {
				t.Errorf("the sign is not %q: %s %v", letter, sign, err)
			}
			foreign(t, r.Out)
		})
	}
}

// share gives a site a picture for chats, of a size of its own.
func share(t *testing.T, dir string) {
	t.Helper()
	var picture bytes.Buffer
	err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 30, 20)))
	config, readErr := os.ReadFile(filepath.Join(dir, "config.toml"))
	if err := errors.Join(err, readErr, os.Mkdir(filepath.Join(dir, "static"), 0o777),
		os.WriteFile(filepath.Join(dir, "static", "card.png"), picture.Bytes(), 0o666),
		os.WriteFile(filepath.Join(dir, "config.toml"), bytes.Replace(config, []byte(`share = ""`), []byte(`share = "card.png"`), 1), 0o666)); err != nil {
		t.Fatal(err)
	}
}

// wantCard is what a page says of that picture. Without words for it that is the site's name.
var wantCard = []string{"https://example.org/sub/path/card.png", "30", "20", "Sicher zu Hause"}

var ofPicture = regexp.MustCompile(`property="og:image[a-z:]*" content="([^"]*)"`)

// cardOf returns what the home page tells chats of a picture.
func cardOf(t *testing.T, out string) (card []string) {
	t.Helper()
	for _, m := range ofPicture.FindAllStringSubmatch(home(t, out), -1) {
		card = append(card, m[1])
	}
	return card
}

func home(t *testing.T, out string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(out, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// ours are words of this site that no other has, and the posts of its signposts.
var ours = []string{"comwijzer", "764", "knmi.nl", "handelen", "jongeren", "sextortion", "com-net", "m20 6v29", "m150 30v270"}

func foreign(t *testing.T, out string) {
	err := fs.WalkDir(os.DirFS(out), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(out, name))
		for _, word := range ours {
			if i := bytes.Index(bytes.ToLower(text), []byte(word)); i >= 0 && !strings.Contains(name, ".css") && !hashed(text, i) {
				t.Errorf("%s holds %q: %q", name, word, text[max(0, i-30):min(len(text), i+30)])
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// hashed reports whether a word is part of a number or a hash.
func hashed(text []byte, i int) bool {
	return i > 0 && bytes.ContainsAny(text[i-1:i], "0123456789abcdef") || i+3 < len(text) && bytes.ContainsAny(text[i+3:i+4], "0123456789abcdef")
}
