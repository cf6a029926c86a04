package repo

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssImport  = regexp.MustCompile(`@import "([^"]+)"`)
	// A second colon after a semicolon: two declarations, or two rules.
	twoOnALine = regexp.MustCompile(`(?m)^.*;.*:.*$`)
	// A colour that is written out, or a name that is none of the words that take the colour of something else.
	colour     = regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(`)
	colourName = regexp.MustCompile(`(?:(?:color|fill|stroke|background): |solid |dashed )([a-z]+)\b`)
	colourless = []string{"var", "none", "inherit", "transparent", "currentcolor"}
	cssClass   = regexp.MustCompile(`\.([a-z][\w-]*)`)
	ownToken   = regexp.MustCompile(`(?m)^\s*(--[\w-]+):`)
	// A side by its name, or an inset whose sides differ: var() is where a script measured.
	oneSide      = regexp.MustCompile(`(?m)^\s*(?:(?:margin|padding|border)-)?(?:left|right)[\w-]*:|: (?:left|right);|inset: \S+ (\S+) \S+ (\S+);`)
	quotedString = regexp.MustCompile(`"[^"\n]*"`)
)

// sheets returns the style sheets below assets/css by path, without comments.
func sheets(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, name := range filesOf(t) {
		if sheet, ok := strings.CutPrefix(name, "assets/css/"); ok {
			text, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				t.Fatal(err)
			}
			texts[sheet] = cssComment.ReplaceAllString(string(text), "")
		}
	}
	if len(texts) == 0 {
		t.Fatal("no style sheets in assets/css")
	}
	return texts
}

func TestOneDeclarationALine(t *testing.T) {
	for name, text := range sheets(t) {
		for _, line := range twoOnALine.FindAllString(text, -1) {
			t.Errorf("assets/css/%s: two declarations on a line: %q", name, line)
		}
	}
}

// Where text runs from right to left, so does the page.
func TestStylesNameNoSide(t *testing.T) {
	for name, text := range sheets(t) {
		for _, m := range oneSide.FindAllStringSubmatch(text, -1) {
			if m[1] == "" || m[1] != m[2] {
				t.Errorf("assets/css/%s: %q: write inline-start or inline-end", name, strings.TrimSpace(m[0]))
			}
		}
	}
}

// The look is the tokens and nothing else: docs/adr/0007.
func TestColoursAreTokens(t *testing.T) {
	for name, text := range sheets(t) {
		if strings.HasPrefix(name, "tokens/") {
			continue
		}
		text = quotedString.ReplaceAllString(text, "")
		for _, c := range colour.FindAllString(text, -1) {
			t.Errorf("assets/css/%s: the colour %q belongs in tokens/", name, c)
		}
		for _, m := range colourName.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(colourless, m[1]) {
				t.Errorf("assets/css/%s: the colour %q belongs in tokens/", name, m[1])
			}
		}
	}
}

// What an own token sets, a sheet reads; those of the design system are read by its packages.
func TestEveryTokenIsRead(t *testing.T) {
	texts := sheets(t)
	all := strings.Join(slices.Collect(maps.Values(texts)), "\n")
	for name, text := range texts {
		for _, m := range ownToken.FindAllStringSubmatch(text, -1) {
			if !strings.HasPrefix(m[1], "--nl-") && !strings.Contains(all, "var("+m[1]+")") && !strings.Contains(all, "var("+m[1]+",") {
				t.Errorf("assets/css/%s: nothing reads %s", name, m[1])
			}
		}
	}
}

func TestEverySheetIsImportedOnce(t *testing.T) {
	texts := sheets(t)
	var imported, want []string
	served := []string{"site.css", "search.css", "print.css"} // layouts/_partials/site/styles.html
	for _, m := range cssImport.FindAllStringSubmatch(texts["site.css"]+texts["search.css"], -1) {
		imported = append(imported, m[1])
	}
	for name := range maps.Keys(texts) {
		if !slices.Contains(served, name) && path.Dir(name) != "tokens" {
			want = append(want, name)
		}
	}
	want = append(want, "tokens") // the one that the configuration names
	slices.Sort(imported)
	slices.Sort(want)
	if !slices.Equal(imported, want) {
		t.Errorf("assets/css/site.css and search.css import\n%q\nand there are\n%q", imported, want)
	}
}

// A class that no layout and no script names styles nothing; components/<name>.css is about <name>.
func TestEveryClassIsOnAPage(t *testing.T) {
	pages := pageSources(t)
	for name, text := range sheets(t) {
		classes := cssClass.FindAllStringSubmatch(quotedString.ReplaceAllString(text, ""), -1)
		for _, m := range classes {
			if !strings.Contains(pages, m[1]) && !strings.Contains(pages, beforeAction(m[1])) {
				t.Errorf("assets/css/%s: no page has the class %q", name, m[1])
			}
		}
		component, ok := strings.CutPrefix(strings.TrimSuffix(name, ".css"), "components/")
		if ok && !slices.ContainsFunc(classes, func(m []string) bool { return block(m[1]) == component }) {
			t.Errorf("assets/css/%s: no class %q", name, component)
		}
	}
}

// beforeAction returns how a layout writes a class that ends in a word of the content: grade--{{ … }}.
func beforeAction(class string) string {
	last := strings.LastIndex(class, "-")
	if last < 0 {
		return class
	}
	return class[:last+1] + "{{"
}

// block returns the block of a class: "card" of "card__title" and "card--wide".
func block(class string) string {
	class, _, _ = strings.Cut(class, "__")
	class, _, _ = strings.Cut(class, "--")
	return class
}

// writesPages knows the files that say which classes are on pages.
var writesPages = regexp.MustCompile(`^(layouts|assets/icons|assets/js)/|^tools/internal/cite/title\.go$`)

// pageSources returns the text of what makes pages: layouts, icons and scripts.
func pageSources(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, name := range filesOf(t) {
		if writesPages.MatchString(name) {
			text, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				t.Fatal(err)
			}
			all.Write(text)
		}
	}
	return all.String()
}
