package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// built reads what was built for an address.
func built(t *testing.T, address string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(address), "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// From home a figure is cited and downloaded in three presses: the section, the subject, then a button or a file.
func TestThreePresses(t *testing.T) {
	t.Parallel()
	for home, section := range map[string]string{"/": "/cijfers/", "/en/": "/en/figures/"} {
		if !strings.Contains(built(t, home), `href="`+section+`"`) {
			t.Errorf("%s does not lead to %s", home, section)
		}
		subjects, front := 0, built(t, section)
		pages, err := filepath.Glob(filepath.Join(public, section, "*", "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range pages {
			address := section + filepath.Base(filepath.Dir(file)) + "/"
			subject := built(t, address)
			if !strings.Contains(subject, `id="numbers"`) {
				continue
			}
			subjects++
			for _, want := range []string{"data-copied", `href="/data/figures.csv" download`, "cite.ris", `class="Z3988"`, `name="citation_title"`} {
				if !strings.Contains(subject, want) {
					t.Errorf("%s lacks %s", address, want)
				}
			}
			if !strings.Contains(front, `href="`+address+`"`) {
				t.Errorf("%s does not lead to %s", section, address)
			}
		}
		if subjects < 10 {
			t.Errorf("%d subjects in %s", subjects, section)
		}
	}
}

// Two figures that tell one count lead to each other, whichever of the records says so; and the place in a source is named, or said to be none.
func TestFigurePagesLeaveNothingUnsaid(t *testing.T) {
	t.Parallel()
	for section, said := range map[string]string{"/cijfers/": "zonder paginanummer", "/en/figures/": "without page numbers"} {
		for one, other := range map[string]string{"nl-leiders-nrc": "nl-betrokken-metro", "nl-betrokken-metro": "nl-leiders-nrc"} {
			if !strings.Contains(built(t, section+one+"/"), `href="`+section+other+`/"`) {
				t.Errorf("%s%s/ does not lead to %s", section, one, other)
			}
		}
		if !strings.Contains(built(t, section+"ncmec-2025/"), said) {
			t.Errorf("%sncmec-2025/ does not say %q", section, said)
		}
		for _, subject := range []string{"hoe-vaak", "nl-betrokken", "ncmec-2025"} {
			if page := built(t, section+subject+"/"); !strings.Contains(page, `name="citation_publication_date"`) {
				t.Errorf("%s%s/ has no day", section, subject)
			}
		}
	}
}

// An article costs at most 35 KB and five requests before anybody presses something.
func TestWhatAnArticleCosts(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`<(?:link rel="stylesheet"|script|img)[^>]*(?:href|src)="(/[^"]+)"[^>]*>`)
	for _, address := range []string{
		article, "/cijfers/leeftijd/", "/handelen/sociaal-werk/", "/en/policy/directions/", "/cijfers/naast-elkaar/",
		"/en/figures/side-by-side/", "/en/figures/ages-and-background/", "/recht/zaken/", "/netwerk/ontstaan/", "/bronnen/hcss-com/",
	} {
		size, requests := packed(t, address+"index.html"), 1
		for _, m := range asked.FindAllStringSubmatch(built(t, address), -1) {
			size += packed(t, m[1])
			requests++
		}
		if size > 35<<10 || requests > 5 {
			t.Errorf("%s: %d bytes, %d requests", address, size, requests)
		}
		t.Logf("%s: %d bytes, %d requests", address, size, requests)
	}
	for _, address := range []string{"/begrippen/druk/", "/en/glossary/print/"} { // the glossary whole, in all languages: it grows with its terms alone
		size, terms := packed(t, address+"index.html"), strings.Count(built(t, address), `class="entry"`)
		if terms < 100 || size > 280*terms {
			t.Errorf("%s: %d bytes for %d terms", address, size, terms)
		}
	}
}

// tasks are ten questions of docs/figures.md, by the subject that answers each and a source that the reference must name.
var tasks = [][2]string{
	{"nl-betrokken", "HCSS"}, {"nl-slachtoffers", "HCSS"}, {"leeftijd", "Europol"}, {"meldingen", "NCMEC"}, {"fbi-zaken", "HCSS"},
	{"wereld-omvang", "HCSS"}, {"groomingduur", "HCSS"}, {"hosting-nl", "Childlight"}, {"online-intimidatie", "HCSS"}, {"naaktfoto", "Metro"},
}

// A policy officer presses three times: the third press puts the reference of the producer on the clipboard, or brings a
// file in which the figure stands with its reference. Of three tasks, on trial of all.
func TestTenTasks(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i, task := range tasks {
		if i%4 > 0 && !*trial {
			continue
		}
		tb := open(t, "/", ends[int64](360, 1280)[i%2], 800)
		call(tb, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
		call(tb, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
			Permission: &cdpbrowser.PermissionDescriptor{Name: "clipboard-read"}, Setting: cdpbrowser.PermissionSettingGranted, Origin: address,
		})
		call(tb, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir})
		tb.click(`.door__link[href="/cijfers/"]`)
		tb.until(`location.pathname === "/cijfers/" && document.readyState === "complete"`)
		tb.click(`main a[href="/cijfers/` + task[0] + `/"]`)
		tb.until(`location.pathname === "/cijfers/` + task[0] + `/" && document.readyState === "complete" && document.querySelector("#cite ~ ul [data-copy]:not([hidden])")`)
		tb.click(`#cite ~ ul [data-copied]:has(cite) [data-copy]`)
		tb.until(`document.querySelector("#cite ~ ul [data-copy]").textContent !== document.querySelector(".cite-this [data-copy]").textContent`)
		references := eval[string](tb, `document.querySelector("#cite ~ ul").textContent`)
		copied := eval[string](tb, `navigator.clipboard.readText()`, chromedp.EvalAwaitPromise)
		if !strings.Contains(references, task[1]) || len(copied) < 30 || !strings.Contains(strings.Join(strings.Fields(references), " "), copied) {
			t.Errorf("%s: copied %q of %q", task[0], copied, references)
		}
		tb.click(`a[href="/data/figures.csv"]`)
		rows := downloaded(tb, filepath.Join(dir, "figures.csv"))
		if !strings.Contains(rows, eval[string](tb, `document.querySelector("h1").textContent`)) || !strings.Contains(rows, task[1]) {
			t.Errorf("%s: the file lacks its subject or %s", task[0], task[1])
		}
		os.Remove(filepath.Join(dir, "figures.csv"))
	}
}

// downloaded waits for a file that the browser brings, and reads it.
func downloaded(tb *tab, file string) string {
	tb.t.Helper()
	for {
		src, err := os.ReadFile(file)
		if err == nil && len(src) > 0 {
			return string(src)
		}
		if tb.Err() != nil {
			tb.t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}
