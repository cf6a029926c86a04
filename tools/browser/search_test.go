package browser

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// typed are tests that type on the page of search of a language and look at what it shows, one after another: to open it, with its index, costs more
// than ten queries.
var typed = map[string]map[string]func(t *testing.T, tb *tab){
	"/zoeken/": {
		"ThePageShowsWhatIsFound": thePageShowsWhatIsFound, "ResultsShowTheirFacts": resultsShowTheirFacts, "AliasesFindTheTerm": aliasesFindTheTerm, "NothingFoundStillHelps": nothingFoundStillHelps,
		"FragmentsFitTheirSection": fragmentsFitTheirSection, "SearchMendsSpelling": searchMendsSpelling, "SearchKnowsCompounds": searchKnowsCompounds,
		"SearchRelaxes": searchRelaxes, "ExactNameComesFirst": exactNameComesFirst, "FilterCountsAreTrue": filterCountsAreTrue,
		"WhatPeopleAskFindsTheSection": whatPeopleAskFindsTheSection, "SearchMendsNothingInTheOtherLanguage": searchMendsNothingInTheOtherLanguage,
		"ResultsOnPaper": resultsOnPaper, "ACryComesFirst": aCryComesFirst,
		"WhatIsWrittenByEarIsUnderstood": whatIsWrittenByEarIsUnderstood, "NothingIsSaidOfWordsThatAreUnderstood": nothingIsSaidOfWordsThatAreUnderstood,
		"AFormIsNoOtherWord": aFormIsNoOtherWord, "ADoubtfulAnswerSaysSo": aDoubtfulAnswerSaysSo, "HelpShowsTheFirstResult": helpShowsTheFirstResult,
	},
	"/en/search/": {
		"ThePageShowsWhatIsFound": thePageShowsWhatIsFound, "AResultBeginsAsItsPage": aResultBeginsAsItsPage, "SearchKeepsWordsOfTheOtherLanguage": searchKeepsWordsOfTheOtherLanguage,
		"SearchAsksTheOtherLanguageForWhatMatters": searchAsksTheOtherLanguageForWhatMatters, "ACryIsToldNothingAboutWords": aCryIsToldNothingAboutWords,
		"WhatIsWrittenByEarIsUnderstood": whatIsWrittenByEarIsUnderstood, "NothingIsSaidOfWordsThatAreUnderstood": nothingIsSaidOfWordsThatAreUnderstood,
		"AFormIsNoOtherWord": aFormIsNoOtherWord, "ADoubtfulAnswerSaysSo": aDoubtfulAnswerSaysSo, "HelpShowsTheFirstResult": helpShowsTheFirstResult,
	},
}

func TestTypedOnThePageOfSearch(t *testing.T) {
	t.Parallel()
	for path, tests := range typed {
		tb := open(t, path, 1280, 900)
		tb.until(`document.querySelector("[data-search-ready]").checkVisibility()`)
		for _, name := range slices.Sorted(maps.Keys(tests)) { // each as the last one left the page: always the same
			tb.part(name, func(t *testing.T) { tests[name](t, tb) })
			tb.do(chromedp.EmulateViewport(1280, 900))
		}
	}
}

func TestSearchByKeyboard(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ start, query, wants, folder string }{
		{"/", "afpersing", "sextortion", "/"},
		{"/en/", "extortion", "sextortion", "/en/"},
		{article, "slachtoffers", "", "/"},
	} {
		t.Run(c.query, func(t *testing.T) {
			tb := open(t, c.start, 1280, 900)
			if tb.asked("/search-") {
				t.Error("search was loaded before it was used")
			}
			tb.click("[data-search] input")
			tb.until(`document.activeElement.getAttribute("role") === "combobox" || document.activeElement.type === "search"`)
			tb.press(strings.Split(c.query, "")...)
			tb.until(`document.activeElement.getAttribute("aria-expanded") === "true"`)
			tb.until(`document.querySelectorAll("[role=option]").length > 1`)
			tb.until(`/\d/.test(document.querySelector("[data-search-status]").textContent)`)
			tb.press(kb.ArrowDown)
			if !eval[bool](tb, `document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.getAttribute("aria-selected") === "true"`) {
				t.Error("the arrow marks no option")
			}
			tb.press(kb.Enter)
			tb.until(`location.pathname !== "` + c.start + `" && document.querySelector("main h1")`)
			if got := tb.path(); !strings.HasPrefix(got, c.folder) || strings.HasPrefix(got, "/en/") != (c.folder == "/en/") {
				t.Errorf("Enter led to %s", got)
			}
		})
	}
}

func TestEscapeClosesThenClears(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	tb.click("[data-search] input")
	tb.press(strings.Split("grooming", "")...)
	tb.until(`document.activeElement.getAttribute("aria-expanded") === "true"`)
	tb.press(kb.Escape)
	tb.until(`document.activeElement.getAttribute("aria-expanded") === "false" && document.activeElement.value === "grooming"`)
	tb.press(kb.Escape)
	tb.until(`document.activeElement.value === ""`)
}

func TestSearchPage(t *testing.T) {
	t.Parallel()
	tb := open(t, "/zoeken/?q=grooming", 1280, 900)
	tb.until(`document.querySelectorAll("[data-search-results=own] a").length > 2`)
	if tb.asked("/search-en/") {
		t.Error("the other language was asked before anybody wanted it")
	}
	tb.click("[data-search-ask]")
	tb.until(`document.querySelectorAll("[data-search-results=other] [lang=en] a").length > 0`)
	if n := eval[int](tb, `document.querySelectorAll("[data-search-results=own] a[href^='/en/']").length`); n > 0 {
		t.Errorf("%d English hits among the Dutch ones", n)
	}
	before := eval[string](tb, `document.querySelector("[data-search-count]").textContent`)
	tb.click(`input[name=section][value=begrippen]`)
	tb.until(`document.querySelector("[data-search-count]").textContent !== ` + quote(before))
	tb.until(`[...document.querySelectorAll("[data-search-results=own] a")].every(a => a.pathname.startsWith("/begrippen/"))`)
	if got := eval[string](tb, "location.search"); !strings.Contains(got, "section=begrippen") {
		t.Errorf("the filter is not in the address: %s", got)
	}
}

// Of more languages than two each has results of its own; those that have nothing make way for the next.
func TestOtherLanguagesAreAskedInTurn(t *testing.T) {
	t.Parallel()
	tb := open(t, "/en/", 1280, 900)
	tb.script(`const form = document.querySelector("[data-search]"), [dutch] = JSON.parse(form.dataset.others);
		form.dataset.others = JSON.stringify([JSON.parse(form.dataset.own), dutch])`)
	tb.click("[data-search] input")
	tb.press(strings.Split("leeftijdsverificatie", "")...)
	tb.until(`document.querySelector("[role=group] [role=option][lang=nl]")?.dataset.href.startsWith("/beleid/leeftijdsverificatie/")`)
}

// A record is a result of its own kind, which says what one looks for: value and date, what else it may be, number and
// hours, what a word means.
func resultsShowTheirFacts(t *testing.T, tb *tab) {
	for _, c := range []struct{ query, href, says string }{
		{"ncmec meldingen 2025", "/cijfers/ncmec-2025/", `^Meldingen.*Cijfer.*1\.093 · juni 2025`},
		{"meldingen in het buitenland", "/cijfers/meldingen/", `Cijfers .*eerste helft van 2025`},
		{"huisdier met letsel", "/signalen/huisdier/", `Signaal .*Volgende stap: Is er nu gevaar\? Bel 112.*Kan hierbij horen: .*Kan ook iets anders zijn: .*; `},
		{"slaapt en eet ineens anders", "/signalen/verandering/", `Signaal .*Volgende stap: .*Kan hierbij horen: .*Kan ook iets anders zijn: `},
		{"wat is grooming", "/begrippen/grooming/", `Begrip .*vertrouwen`},
		{"veilig thuis telefoonnummer", "/over/nummers/#contact-veilig-thuis", `Veilig Thuis Contact.*0800`},
		{"anoniem praten", "/over/nummers/#contact-kindertelefoon", `De Kindertelefoon.*Contact.*Bereikbaar.*0800`},
		{"politie bellen geen spoed", "/over/nummers/#contact-politie", `Politie.*Contact.*0900`},
		{"zaak hamburg", "/recht/zaken/#case-de-hamburg", `Zaak.*stand per`},
		{"begrippen tabel voor een rekenblad csv", "/begrippen/#download-download_csv", `Download.*kB`},
	} {
		tb.results(c.query)
		tb.until(`[...document.querySelectorAll("[data-search-results=own] .result")].some((result) => [...result.querySelectorAll("a")]
			.some((a) => a.getAttribute("href").startsWith("` + c.href + `")) && /` + c.says + `/s.test(result.textContent))`)
	}
}

// How a page begins stands before what is found in it, and only words that matter are marked.
func aResultBeginsAsItsPage(t *testing.T, tb *tab) {
	tb.results("warning signs at school")
	if !eval[bool](tb, `!!document.querySelector(".result__text + .result__part")`) {
		t.Error("no result with how its page begins and a part: choose another query")
	}
	if after := eval[string](tb, `document.querySelector(".result__part + .result__text")?.textContent ?? ""`); after != "" {
		t.Errorf("below the parts: %q", after)
	}
	if marked := eval[[]string](tb, `[...document.querySelectorAll(".result mark")].map((mark) => mark.textContent)`); slices.Contains(marked, "of") || len(marked) == 0 {
		t.Errorf("marked: %q", marked)
	}
}

// The count says what it means: nothing in this language and so many in the other, or nothing that the filters let pass.
func TestTheCountSaysWhatThereIs(t *testing.T) {
	t.Parallel()
	tb := open(t, "", 1280, 900)
	const count = `document.querySelector("[data-search-count]").textContent`
	tb.visit("/zoeken/?q=grooming&section=beleid&audience=jongeren")
	tb.until(`/^Geen van de \d+ resultaten past/.test(` + count + `)`)
	tb.click(`input[value=beleid]`)
	tb.click(`input[value=jongeren]`)
	tb.results("neighbourhood")
	tb.until(`/^In het Nederlands is niets gevonden voor “neighbourhood”\. Resultaten in het Engels: \d+$/.test(` + count + `)`)
	for query, says := range map[string]string{"grooming": `^\d+ resultaten$`, "xqzvw": `^Niets gevonden voor “xqzvw”\.$`} {
		tb.results(query)
		tb.until(`/` + says + `/.test(` + count + `)`)
	}
}

// Where a query is little like what people ask here the page says that it may have no answer, and shows what comes nearest.
func aDoubtfulAnswerSaysSo(t *testing.T, tb *tab) {
	for query, doubtful := range map[string]map[string]bool{
		"/zoeken/": {"hoe verwijder ik een tatoeage": true, "grooming": false}, "/en/search/": {"free robux": true, "grooming": false},
	}[tb.path()] {
		tb.results(query)
		tb.until(ownLinks + `.length > 0`)
		says := eval[bool](tb, `/geen antwoord op|no answer to/.test(document.querySelector("[data-search-notice]").textContent)`)
		if says != doubtful || eval[bool](tb, `document.querySelector("[data-search-empty]").checkVisibility()`) {
			t.Errorf("%s: says that there may be no answer: %v, want %v", query, says, doubtful)
		}
	}
}

// From the search field the first result is three keys away, whatever can be ticked between.
func TestResultsAreThreeKeysAway(t *testing.T) {
	t.Parallel()
	tb := open(t, "/zoeken/?q=grooming", 360, 900)
	tb.until(ownLinks + `.length > 0`)
	for _, width := range []int64{360, 1280} {
		tb.do(chromedp.EmulateViewport(width, 900))
		tb.script(`document.querySelector("[data-search-page] input[type=search]").focus()`)
		tb.press(kb.Tab, kb.Tab, kb.Enter)
		tb.until(`document.activeElement === ` + ownLinks + `[0]`)
	}
}

func nothingFoundStillHelps(t *testing.T, tb *tab) {
	tb.results("xqzvw")
	tb.until(`document.querySelector("[data-search-empty]").checkVisibility()`)
	tb.until(`document.querySelector("[data-search-empty] a[href='tel:112']")`)
}

// A form of a term that the page itself does not use finds the page.
func aliasesFindTheTerm(t *testing.T, tb *tab) {
	for query, term := range map[string]string{"schuilnaam": "/begrippen/alias/", "doxxing": "/begrippen/doxing/", "NGE": "/begrippen/nge/"} {
		tb.results(query)
		tb.until(`[...document.querySelectorAll("[data-search-results=own] a")].some(a => a.pathname === "` + term + `")`)
	}
}

// Browsers take the first place on a page that a text fragment fits: none fits above the section of its result.
func fragmentsFitTheirSection(t *testing.T, tb *tab) {
	for _, query := range []string{"nederlandse slachtoffers", "wonden zonder verklaring", "cijfer aanhalen", "aantal", "wat klaarleggen"} {
		tb.results(query)
		wrong := eval[[]string](tb, `(async () => {
			`+fetched+`
			const wrong = [];
			for (const link of document.querySelectorAll("[data-search-results=own] a[href*=':~:text=']")) {
				const [, id, text] = link.getAttribute("href").match(/#(.*?):~:text=([^,&]*)/);
				const page = await fetched(link.pathname);
				const above = page.createRange(), section = page.getElementById(id);
				if (!section) continue;
				above.setStart(page.querySelector("main"), 0);
				above.setEndBefore(section);
				if (above.toString().replace(/\s+/g, " ").includes(decodeURIComponent(text))) wrong.push(link.getAttribute("href"));
			}
			return wrong;
		})()`, chromedp.EvalAwaitPromise)
		if len(wrong) > 0 {
			t.Errorf("%s: above their sections fit %q", query, wrong)
		}
	}
}

// Where the words of a result stand close below the heading of their section, a telephone shows both; so it does to who cries for help.
func TestAResultOpensWithItsHeadingOnTheScreen(t *testing.T) {
	t.Parallel()
	const seen = `((one) => { const { top, bottom } = one.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })`
	tb := open(t, "/zoeken/", 360, 640)
	tb.until(`document.querySelector("[data-search-ready]").checkVisibility()`)
	links := []string{}
	for _, c := range []struct{ query, link string }{
		{"hoe praat ik met een jongere die gechanteerd wordt", "/handelen/sociaal-werk/#gesprek"},
		{"slachtoffers nederland", "/daders-en-slachtoffers/wie-worden-geraakt/#nederland"},
		{"ik word gechanteerd", "/handelen/jongeren/#wat-nu"},
	} {
		tb.results(c.query)
		links = append(links, eval[string](tb, `document.querySelector('.result__heading a[href^="`+c.link+`:~:text="]').getAttribute("href")`))
	}
	for _, link := range links {
		tb.visit(link)
		tb.until(`location.hash && ` + seen + `(document.getElementById(location.hash.slice(1)))`)
		// What holds the marked words is the target of the address.
		tb.until(`document.querySelector(":target") !== document.getElementById(location.hash.slice(1)) && document.querySelector(":target").getBoundingClientRect().top < innerHeight * 0.6`)
		tb.until(seen + `(document.getElementById(location.hash.slice(1)))`)
	}
}

func quote(text string) string { return "`" + strings.ReplaceAll(text, "`", "\\`") + "`" }
