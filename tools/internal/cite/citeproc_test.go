package cite_test

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/toolchain"
)

const root = "../../.."

// locales are the languages of the site as the processor knows them.
var locales = map[string]string{"nl": "nl-NL", "en": "en-US"}

// References are those of a published CSL processor with its APA style. Where
// ours differ on purpose, testdata/style.json says how and why for the style as
// a whole, and an entry of testdata/works.json for one work.
func TestReferencesAreThoseOfCiteproc(t *testing.T) {
	s, _ := site.Load(os.DirFS(root))
	var cases []reference
	read(t, "works.json", &cases)
	if len(cases) < 100 {
		t.Errorf("only %d hard works", len(cases))
	}
	for _, source := range s.Sources() {
		cases = append(cases, reference{ID: source.ID, Work: source.Work})
	}
	seen := map[string]bool{} // pages differ in little: one for each way in which their titles are written and their dates
	for _, page := range s.Pages {
		shape := page.Lang + letters.ReplaceAllString(page.Title, "a") + page.Date
		if page.IsReading() && !seen[shape] {
			seen[shape] = true
			cases = append(cases, reference{ID: page.File, Work: s.WorkOf(page), lang: page.Lang})
		}
	}
	for lang, locale := range locales {
		words := s.ReferenceWords(lang)
		cases := slices.DeleteFunc(slices.Clone(cases), func(c reference) bool { return c.lang != "" && c.lang != lang })
		for i, want := range citeproc(t, lang, locale, words, cases) {
			compare(t, lang, words, cases[i], want)
		}
	}
}

var letters = regexp.MustCompile(`[\pL\pN]+`)

// reference is a work whose reference is compared.
type reference struct {
	ID      string            `json:"id"`
	Work    cite.Work         `json:"work"`
	Differs map[string]string `json:"differs"` // ours, by language
	Because string            `json:"because"`

	lang string // the only one it is cited in: a page's own
}

func compare(t *testing.T, lang string, words *cite.Words, c reference, theirs string) {
	made := words.Reference(c.Work)
	got, want := ours(strings.TrimSpace(made.Text+" "+made.Address)), plain(theirs)
	wanted, differs := c.Differs[lang]
	switch {
	case !differs && got != want:
		t.Errorf("%s in %s:\n got %s\nwant %s", c.ID, lang, got, want)
	case differs && c.Because == "":
		t.Errorf("%s differs without reason", c.ID)
	case differs && got != wanted:
		t.Errorf("%s in %s:\n got %s\nwant %s", c.ID, lang, got, wanted)
	case differs && got == want:
		t.Errorf("%s in %s need not be listed: it is what the processor makes", c.ID, lang)
	}
}

func read(t *testing.T, name string, into any) {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	if err == nil {
		err = json.Unmarshal(src, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// citeproc asks the processor for the references of works.
func citeproc(t *testing.T, lang, locale string, words *cite.Words, cases []reference) (out []string) {
	t.Helper()
	type item struct {
		Work  map[string]any `json:"work"`
		Doubt string         `json:"doubt"`
	}
	ask := struct {
		Locale  string   `json:"locale"`
		Changes []change `json:"changes"`
		Items   []item   `json:"items"`
	}{Locale: locale, Changes: changes(t, lang)}
	for _, c := range cases {
		ask.Items = append(ask.Items, item{csl(c), doubt(words, c.Work.Issued)})
	}
	in, _ := json.Marshal(ask)
	if err := toolchain.Pinned(root); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "tools/internal/cite/testdata/citeproc.cjs")
	cmd.Dir, cmd.Stdin, cmd.Stderr = root, bytes.NewReader(in), &bytes.Buffer{}
	printed, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s\nnpm ci installs citeproc", err, cmd.Stderr)
	}
	if err := json.Unmarshal(printed, &out); err != nil || len(out) != len(cases) {
		t.Fatal(err, len(out))
	}
	return out
}

// change is one way in which our references differ on purpose.
type change struct {
	Of      string   `json:"of"` // "style" or "locale"
	Find    string   `json:"find"`
	Put     string   `json:"put"`
	Langs   []string `json:"langs"`
	Because string   `json:"because"`
}

func changes(t *testing.T, lang string) (out []change) {
	var all []change
	read(t, "style.json", &all)
	for _, c := range all {
		if c.Because == "" {
			t.Errorf("%s is changed without reason", c.Find)
		}
		if strings.Contains(strings.Join(c.Langs, " "), lang) {
			out = append(out, c)
		}
	}
	return out
}

// csl returns a work as CSL-JSON. What has no field there takes another one, a
// maker is not named again as publisher, and addresses are compared as encoded.
func csl(c reference) map[string]any {
	work := c.Work
	if len(work.Author) == 1 && work.Author[0].Literal == work.Publisher || work.Publisher == work.Container {
		work.Publisher = ""
	}
	if work.Type == "legal_case" && work.Number == "" && !strings.Contains(work.Title, work.ECLI) {
		work.Number = work.ECLI
	}
	if work.Authority == "" && len(work.Author) > 0 && work.Type == "legal_case" {
		work.Authority = work.Author[0].Literal
	}
	work.DOI = strings.TrimPrefix(cite.DOIAddress(work.DOI), "https://doi.org/")
	src, _ := json.Marshal(work)
	item := map[string]any{}
	_ = json.Unmarshal(src, &item)
	for key, value := range item {
		if value == "" || value == nil {
			delete(item, key)
		}
	}
	item["id"] = c.ID
	for _, key := range []string{"issued", "accessed"} {
		if text, ok := item[key].(string); ok {
			item[key] = cslDate(text)
		}
	}
	return item
}

func cslDate(edtf string) map[string]any {
	date := map[string]any{}
	var parts [][]int
	for _, point := range strings.Split(edtf, "/") {
		var part []int
		for _, number := range strings.Split(strings.TrimRight(point, "~?%"), "-") {
			n, _ := strconv.Atoi(number)
			part = append(part, n)
		}
		if len(part) == 2 && part[1] > 20 {
			date["season"], part = part[1]-20, part[:1]
		}
		parts = append(parts, part)
	}
	date["date-parts"] = parts
	if strings.ContainsAny(edtf, "~?%") {
		date["circa"] = 1
	}
	return date
}

// doubt returns the words for a date in doubt: CSL has one mark where EDTF has
// three.
func doubt(words *cite.Words, edtf string) string {
	var out []string
	if strings.ContainsAny(edtf, "?%") {
		out = append(out, words.Uncertain)
	}
	if strings.ContainsAny(edtf, "~%") {
		out = append(out, words.About)
	}
	return strings.Join(out, " ")
}

var (
	tag       = regexp.MustCompile(`<(/?)([a-z]+)([^>]*)>`)
	quotation = strings.NewReplacer("“", "'", "”", "'", "‘", "'", "’", "'", `"`, "'")
)

// ours returns a reference as the processor would mark it up: without what says
// that a title is literal or that an address is a link.
func ours(reference string) string {
	var dropped []bool
	return plain(tag.ReplaceAllStringFunc(reference, func(found string) string {
		m := tag.FindStringSubmatch(found)
		if m[1] == "" {
			literal := strings.Contains(m[3], "data-literal-title")
			dropped = append(dropped, literal && m[2] != "i")
			if literal {
				found = "<i>"
			}
		}
		last := dropped[len(dropped)-1]
		if m[1] == "/" {
			dropped = dropped[:len(dropped)-1]
		}
		if last {
			return ""
		}
		return found
	}))
}

// plain returns text without entities, with quotation marks that do not
// differ: titles keep theirs, the processor prints its own.
func plain(reference string) string {
	for theirs, ours := range map[string]string{
		`<span style="font-variant:small-caps;">`: `<span class="small-caps">`,
	} {
		reference = strings.ReplaceAll(reference, theirs, ours)
	}
	reference = upright.ReplaceAllString(reference, "<i>$1</i>")
	return quotation.Replace(html.UnescapeString(reference))
}

var upright = regexp.MustCompile(`<span style="font-style:normal;">(.*?)</span>`)
