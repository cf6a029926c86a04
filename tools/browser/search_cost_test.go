package browser

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"comwijzer/tools/internal/search"
)

// What a first search may cost, in bytes as a host packs them: docs/search.md.
const (
	searchBytes    = 144_000
	searchRequests = 15
)

// sought are first searches: questions, cries for help, what touches on harm, and what the site is not about.
var sought = []string{
	"/zoeken/?q=hoe+praat+ik+met+een+jongere+die+gechanteerd+wordt", "/zoeken/?q=grooming", "/en/search/?q=grooming",
	"/en/search/?q=how+do+i+talk+to+a+child+who+is+being+blackmailed", "/zoeken/?q=xqzvw+signalen", "/zoeken/?q=letters+in+arm+gesneden",
	"/en/search/?q=figures+on+suicide", "/zoeken/?q=mijn+dochter+wordt+gechanteerd", "/en/search/?q=my+daughter+is+being+blackmailed",
	"/zoeken/?q=ik+word+gechanteerd", "/en/search/?q=i+am+being+blackmailed", "/zoeken/?q=ik+zoek+cijfers+over+zelfmoord",
	"/en/search/?q=free+robux", "/zoeken/?q=hoe+verwijder+ik+een+tatoeage",
}

// A first search with results on the screen stays within its budget, and nothing moves while they come, be it cries for help that are answered above
// them: of one in three, on trial of all.
func TestAFirstSearchIsLight(t *testing.T) {
	t.Parallel()
	tb := open(t, "/over/", 1280, 900)
	for n, query := range sought {
		if n%3 > 0 && !*trial {
			continue
		}
		tb.do(chromedp.EmulateViewport(ends[int64](360, 1280)[n%2], 640))
		before := len(tb.sofar())
		tb.visit(query)
		tb.until(ownLinks + `.length > 0`)
		bytes, requests := 0, 0
		for _, address := range tb.sofar()[before:] {
			if u, _ := url.Parse(address); strings.Contains(u.Path, "search") && !strings.HasSuffix(u.Path, "/") {
				bytes += packed(t, u.Path)
				requests++
			}
		}
		t.Logf("%s: %d bytes in %d requests", query, bytes, requests)
		if bytes == 0 || bytes > searchBytes || requests > searchRequests {
			t.Errorf("%q costs %d bytes in %d requests, want at most %d in %d", query, bytes, requests, searchBytes, searchRequests)
		}
		shift := tb.shift()
		if shift != 0 {
			t.Errorf("%q moves the page: layout shift %v", query, shift)
		}
	}
}

// keepsWithinBudget holds what a first search with each of the questions costs, without what a page of search itself needs.
func keepsWithinBudget(t *testing.T, lang string, questions []tuned, found []asked) {
	t.Helper()
	scripts, err := filepath.Glob(filepath.Join(public, "js", "search.*.js"))
	if err != nil || len(scripts) != 1 {
		t.Fatalf("scripts of search: %q, %v", scripts, err)
	}
	always := packed(t, "js/"+filepath.Base(scripts[0])) + packed(t, search.Folder(lang)+"/"+search.IndexFile)
	sizes, most, dearest := map[string]int{}, 0, 0
	for n, one := range found {
		bytes := always
		for _, file := range one.Texts {
			if sizes[file] == 0 {
				sizes[file] = packed(t, file)
			}
			bytes += sizes[file]
		}
		if bytes > most {
			most, dearest = bytes, n
		}
	}
	t.Logf("the dearest: %q costs %d bytes", questions[dearest].Q, most)
	if most > searchBytes {
		t.Errorf("%q costs %d bytes, want at most %d", questions[dearest].Q, most, searchBytes)
	}
}

// shift returns how much the page has moved by itself, as browsers count it.
func (tb *tab) shift() float64 {
	tb.t.Helper()
	return eval[float64](tb, `new Promise((done) => {
		let sum = 0;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) sum += entry.value;
		}).observe({ type: "layout-shift", buffered: true });
		requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
	})`, chromedp.EvalAwaitPromise)
}

// sofar returns the addresses that were asked for.
func (tb *tab) sofar() []string {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	return append([]string{}, tb.requests...)
}

// packed returns how large a file of the site is when it is sent with gzip.
func packed(t *testing.T, path string) (n int) {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	read, write := io.Pipe()
	go func() {
		pack, _ := gzip.NewWriterLevel(write, gzip.BestCompression)
		pack.Write(src)
		pack.Close()
		write.Close()
	}()
	size, _ := io.Copy(io.Discard, read)
	return int(size)
}

// A site that lets no script make markup or scripts from text still searches, and says nothing in the console.
func TestSearchUnderTrustedTypes(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	site := pages(public)
	strict := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'")
		site.ServeHTTP(w, r)
	}))
	defer strict.Close()
	tb := open(t, "/over/", 1280, 900)
	tb.away = strings.TrimPrefix(strict.URL, "http://")
	tb.do(chromedp.Navigate(strict.URL + "/zoeken/?q=grooming"))
	tb.until(ownLinks + `.length > 0`)
}

// While a first search waits for its files the page says so, once, and nothing moves: not when the address holds a query, nor when one is typed.
func TestAFirstSearchSaysThatItIsUnderWay(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []bool{false, true} {
		arrived, site := make(chan struct{}), pages(public)
		slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, "/index.json") {
				<-arrived
			}
			site.ServeHTTP(w, r)
		}))
		defer slow.Close()
		tb := openAt(t, slow.URL, "", 360, 640)
		line := `document.querySelector("[data-search-wait]")`
		if typed {
			line = `document.querySelector("[data-search-count]")`
			tb.visit("/zoeken/")
			tb.until(`document.querySelector("[data-search-ready]").checkVisibility()`)
			tb.script(`((later) => { window.setTimeout = (run, ms) => ms === 400 ? 0 : later(run, ms); })(setTimeout)`) // it says so at once
			tb.script(`window.said = []; new MutationObserver(() => said.push(` + line + `.textContent)).observe(` + line + `, { childList: true })`)
			tb.click("[data-search-page] input")
			tb.press(strings.Split("grooming", "")...)
		} else {
			tb.visit("/zoeken/?q=grooming")
		}
		tb.until(line + `.checkVisibility() && ` + line + `.textContent === "Bezig met zoeken …" && !` + line + `.closest("[aria-busy=true]")`)
		if typed {
			tb.until(`document.querySelector("[data-search-page] input").value === "grooming"`)
		}
		close(arrived)
		tb.until(ownLinks + `.length > 0 && document.querySelector("[data-search-wait]").textContent === ""`)
		if typed {
			tb.until(`said.length === 2 && /^\d+ resultaten$/.test(said[1])`)
		}
		if shift := tb.shift(); shift != 0 {
			t.Errorf("typed %v: layout shift %v", typed, shift)
		}
	}
}

// A result opens at its section, and back leads to the query, its filters and as many results, with the focus on the one that was followed.
func TestBackLeadsToTheResults(t *testing.T) {
	t.Parallel()
	tb := open(t, "/zoeken/?q=slachtoffers&section=netwerk", 1280, 900)
	tb.until(ownLinks + `.length === 5`)
	tb.click(`.results-own [data-search-more]`)
	tb.until(ownLinks + `.length > 5`)
	shown := eval[int](tb, ownLinks+`.length`)
	followed := eval[string](tb, `(() => {
		const link = [...document.querySelectorAll(".result__part a")].at(-1); // far down
		link.focus();
		return link.getAttribute("href") + " " + scrollY;
	})()`)
	tb.press(kb.Enter)
	tb.until(`!location.pathname.startsWith("/zoeken/") && location.hash && document.getElementById(location.hash.slice(1))`)
	tb.script(`history.back()`)
	tb.until(`location.pathname === "/zoeken/" && document.querySelector(".results-own")?.ariaBusy === "false" && ` + ownLinks + `.length > 0`)
	there := `document.activeElement.getAttribute("href") + " " + scrollY === ` + quote(followed) // one tabs on from there
	tb.until(there)
	if n := eval[int](tb, ownLinks+`.length`); n != shown {
		t.Errorf("%d results after back, %d before", n, shown)
	}
	if !eval[bool](tb, `document.querySelector("input[value=netwerk]").checked && document.title.startsWith("slachtoffers ")`) {
		t.Error("the filter or the title is not as it was")
	}
	tb.do(chromedp.Reload()) // as back does where the browser kept no page
	tb.until(there)
}

// Who reloads the results stands where they stood, with as many.
func TestReloadKeepsThePlace(t *testing.T) {
	t.Parallel()
	tb := open(t, "/zoeken/?q=slachtoffers", 1280, 900)
	tb.until(ownLinks + `.length === 5`)
	tb.click(`.results-own [data-search-more]`)
	tb.until(ownLinks + `.length > 5`)
	shown := eval[int](tb, ownLinks+`.length`)
	tb.script(`scrollTo({ top: 900, behavior: "instant" })`)
	tb.do(chromedp.Reload())
	tb.until(ownLinks + `.length === ` + strconv.Itoa(shown) + ` && scrollY === 900`)
}

// A cry for help is answered above all results.
func aCryComesFirst(t *testing.T, tb *tab) {
	tb.do(chromedp.EmulateViewport(360, 740))
	for _, query := range []string{"ik word gechanteerd", "ik kan er niet meer tegen", "help"} {
		tb.results(query)
		tb.until(`["a[href='tel:113']", "a[href='/handelen/jongeren/']"].every((link) => document.querySelector("[data-search-cry=own] " + link)?.checkVisibility())`)
		tb.until(ownLinks + `[0]?.closest("li").querySelector(".result__part a")?.hash.startsWith("#wat-nu")`)
	}
}

// It is first in the suggestions too.
func TestACryComesFirstInSuggestions(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	tb.click("[data-search] input")
	tb.press(strings.Split("ik word gechanteerd", "")...)
	tb.until(`document.querySelector("[role=option]")?.dataset.href === "/handelen/jongeren/" && document.querySelector("[role=option]").textContent.includes("113")`)
}

// Above the results of a cry, or of a question that touches on harm, stand whom to call and the page for each role, and on a small telephone the
// first result is seen below it.
func helpShowsTheFirstResult(t *testing.T, tb *tab) {
	const block = `document.querySelector("[data-search-cry]")`
	tb.do(chromedp.EmulateViewport(360, 640))
	for query, cry := range map[string]map[string]string{
		"/zoeken/": {
			"ik zoek cijfers over zelfmoord": "other", "letters in arm gesneden": "other", "mijn dochter wordt gechanteerd": "other", "ik word gechanteerd": "own",
		},
		"/en/search/": {"figures on suicide": "other", "my daughter is being blackmailed": "other", "i am being blackmailed": "own"},
	}[tb.path()] {
		tb.results(query)
		for _, height := range []int64{640, 800} {
			tb.do(chromedp.EmulateViewport(360, height))
			for what, holds := range map[string]string{
				"it is not shown as " + cry:    block + `.checkVisibility() && ` + block + `.dataset.searchCry === "` + cry + `"`,
				"parents have no page":         `!!` + block + `.querySelector("a[href$='/ouders/'], a[href$='/parents/']")?.checkVisibility()`,
				"it does not call 113":         block + `.querySelector("a[href='tel:113']").checkVisibility()`,
				"a target is small":            `[...` + block + `.querySelectorAll(":is(a, summary):not(details > span a)")].every((one) => one.getBoundingClientRect().height >= 44)`,
				"the first result is not seen": ownLinks + `[0].getBoundingClientRect().bottom <= document.querySelector(".quick-exit").getBoundingClientRect().top`,
			} {
				if !eval[bool](tb, holds) {
					t.Errorf("%s, %d high: %s", query, height, what)
				}
			}
		}
	}
}

// Who asks for a figure of a place does not get that of another, and still gets it when that other place is named.
func TestFiguresAreOfThePlaceThatIsNamed(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for lang, list := range map[string][2]string{
		"nl": {"aantal meldingen in nederland", "hoeveel meldingen verenigde staten"},
		"en": {"how many reports in the netherlands", "number of reports in the united kingdom"},
	} {
		for n, found := range ask(t, lang, []tuned{{Q: list[0]}, {Q: list[1]}}) {
			counts := slices.ContainsFunc(found.Results[:3-2*n], func(r result) bool { return strings.HasSuffix(r.Passage, "#meldingen") }) // figures of other countries
			if counts != (n == 1) {
				t.Errorf("%q: figures of other countries: %v", list[n], counts)
			}
		}
	}
}

// Who sees it done to somebody else gets help above the results, and first what a bystander can do, for a class what a teacher can too.
func TestABystanderFindsHowToHelp(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for lang, list := range map[string][2][]string{
		"nl": {{"ik ken iemand die gechanteerd wordt", "iemand die ik ken moet dingen doen op camera"}, {"iemand in mijn klas wordt gechanteerd"}},
		"en": {{"i know someone who is being blackmailed", "someone i know has to do things on camera"}, {"someone in my class is being blackmailed"}},
	} {
		questions := []tuned{{Q: map[string]string{"nl": "iemand die ik ken chanteert mij", "en": "someone i know is blackmailing me"}[lang]}}
		for _, q := range slices.Concat(list[0], list[1]) {
			questions = append(questions, tuned{Q: q})
		}
		found := ask(t, lang, questions)
		if found[0].Cry != "own" {
			t.Errorf("%s: who is blackmailed by somebody they know raises %q", lang, found[0].Cry)
		}
		for i, found := range found[1:] {
			at := slices.IndexFunc(found.Results, func(r result) bool { return strings.HasSuffix(r.Passage, "#vriend") })
			if found.Cry != "other" || at < 0 || i < len(list[0]) && at > 0 {
				t.Errorf("%q raises %q, and what a bystander can do is at %d", questions[i+1].Q, found.Cry, at)
			}
		}
	}
}

// What is asked in plain words opens at the section that answers it, a cry too; what to do about something not at what it is.
func TestPlainQuestionsOpenAtTheirAnswer(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for lang, sections := range map[string]map[string][]string{
		"nl": {
			"#betalen":          {"moet ik betalen", "betalen of niet", "moeten wij betalen", "moet ik hem blokkeren"},
			"#politie-sturen":   {"ze sturen de politie naar mijn huis", "hij dreigt met swatting"},
			"#zelf-gedaan":      {"ben ik strafbaar", "krijg ik straf voor wat ik moest doen"},
			"/grooming/#wat-nu": {"wat te doen bij grooming"},
		},
		"en": {
			"#betalen":          {"should we pay", "pay or not", "should i block him"},
			"#politie-sturen":   {"they will send the police to my house"},
			"#zelf-gedaan":      {"did i break the law", "am i in trouble for what they made me do"},
			"/grooming/#wat-nu": {"what should i do about grooming"},
		},
	} {
		for section, queries := range sections {
			var questions []tuned
			for _, q := range queries {
				questions = append(questions, tuned{Q: q})
			}
			for n, found := range ask(t, lang, questions) {
				if found.Outside || len(found.Results) == 0 || !strings.HasSuffix(found.Results[0].Passage, section) {
					t.Errorf("%q opens not at %s: %v", queries[n], section, found.Results)
				}
			}
		}
	}
}

// Danger to the life of somebody else raises help too, and what a teacher asks about a lesson does not.
func TestDangerToSomebodyElseRaisesHelp(t *testing.T) {
	t.Parallel()
	if err := buildSite(); err != nil {
		t.Fatal(err)
	}
	for lang, lists := range map[string][2][]string{
		"nl": {{
			"mijn zus heeft pillen ingenomen", "een jongen in de chat staat met een mes in zijn hand", "mijn leerling reageert niet meer na een raar berichtje",
			"vriendin stuurde een afscheidsbericht", "ze bloedt hevig en wil niemand bellen",
		}, {"les over online druk voor groep 7", "wat zet ik in een brief aan ouders"}},
		"en": {{
			"my sister took pills", "boy on the stream is holding a knife", "pupil is not responding after a strange message",
			"a friend sent a goodbye message", "she is bleeding badly and will not call anyone",
		}, {"a lesson on online pressure for year 7", "what do i write in a letter to the parents"}},
	} {
		var questions []tuned
		for _, q := range slices.Concat(lists[0], lists[1]) {
			questions = append(questions, tuned{Q: q})
		}
		for n, found := range ask(t, lang, questions) {
			if raised := found.Cry != ""; raised != (n < len(lists[0])) {
				t.Errorf("%q raises %q", questions[n].Q, found.Cry)
			}
		}
	}
}
