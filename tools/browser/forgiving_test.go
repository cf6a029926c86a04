package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const (
	ownLinks    = `[...document.querySelectorAll("[data-search-results=own] .result__link")]`
	otherLinks  = `[...document.querySelectorAll("[data-search-results=other] .result__link")]`
	noticeText  = `document.querySelector("[data-search-notice]").textContent`
	noticeShown = `document.querySelector("[data-search-notice]").checkVisibility()`
)

// A slip is mended and said; the link repeats the search with the right word.
func searchMendsSpelling(t *testing.T, tb *tab) {
	tb.results("sextorsion")
	tb.until(ownLinks + `.some((a) => a.pathname === "/begrippen/sextortion/")`)
	tb.until(noticeShown + ` && ` + noticeText + `.includes("Getoond voor sextortion.")`)
	tb.click(`[data-search-notice] a`)
	tb.until(`location.search === "?q=sextortion" && ` + ownLinks + `.length > 0`)
	if eval[bool](tb, noticeShown) {
		t.Error("the right word is mended too")
	}
}

// Who writes by ear slips further than a few letters: a word is found by how it sounds, and the page says so. Everyday words stay what they are.
func whatIsWrittenByEarIsUnderstood(t *testing.T, tb *tab) {
	words := map[string]map[string]string{
		"/zoeken/":    {"sextorshun": "Getoond voor sextortion.", "sjantage": "Getoond voor chantage.", "zelvmoord": "Getoond voor zelfmoord.", "dogter": "Getoond voor dochter.", "vaccinatie": "", "paspoort": ""},
		"/en/search/": {"sextorshun": "Shown for sextortion.", "blakmale": "Shown for blackmail.", "dauter": "Shown for daughter.", "dishwasher": "", "lorebook": "", "insulation": ""},
	}[tb.path()]
	for word, says := range words {
		tb.results(word)
		if got := eval[string](tb, `document.querySelector(".search-page__meant")?.textContent ?? ""`); got != says {
			t.Errorf("%q: the page says %q, want %q", word, got, says)
		}
		if cry := eval[bool](tb, `[...document.querySelectorAll("[data-search-cry]")].some((one) => one.checkVisibility())`); word == "zelvmoord" && !cry {
			t.Errorf("%q raises no help", word)
		}
	}
}

// A word that people ask by is understood, an age is no subject, and stop words are no compound, nor is a word with one: of none of them the page says
// that it has nothing, or something else.
func nothingIsSaidOfWordsThatAreUnderstood(t *testing.T, tb *tab) {
	queries := map[string][]string{
		"/zoeken/":    {"mag ik een filmpje opslaan", "cliënt van 14 jaar", "leerkracht en leerling"},
		"/en/search/": {"should i take away the phone"},
	}[tb.path()]
	for _, query := range queries {
		tb.results(query)
		if said := eval[string](tb, `document.querySelector("[data-search-notice]").textContent`); strings.Contains(said, "opslaan") || strings.Contains(said, "14") || strings.Contains(said, "takeaway") || strings.Contains(said, "leerkracht en") {
			t.Errorf("%q: the page says %q", query, said)
		}
	}
}

// A form of a word that pages have, or the same written as one, is told to be no other word; another word that means the same is.
func aFormIsNoOtherWord(t *testing.T, tb *tab) {
	queries := map[string]map[string]bool{
		"/zoeken/":    {"meisje": false, "welke game": false, "procedure": false, "simswap": false, "meiden": true},
		"/en/search/": {"livestream": false, "bullies at school": false, "egirl": false, "leaflet": true},
	}[tb.path()]
	for query, other := range queries {
		tb.results(query)
		if said := eval[string](tb, `document.querySelector(".search-page__meant")?.textContent ?? ""`); (said != "") != other {
			t.Errorf("%q: the page says %q", query, said)
		}
	}
}

// Who cries for help reads help, and not that the site has nothing about a word of it.
func aCryIsToldNothingAboutWords(t *testing.T, tb *tab) {
	tb.results("i want to die")
	if eval[bool](tb, noticeShown) || !eval[bool](tb, `document.querySelector("[data-search-cry=own]").checkVisibility()`) {
		t.Errorf("the page says %q", eval[string](tb, noticeText))
	}
}

func TestSuggestionsMendSpelling(t *testing.T) {
	t.Parallel()
	tb := open(t, "/en/", 1280, 900)
	tb.click("[data-search] input")
	tb.press(strings.Split("extorsion", "")...)
	tb.until(`[...document.querySelectorAll("[role=option]")].at(-1)?.textContent.includes("“extorsion”")`) // the list for all that was typed
	tb.until(`document.querySelector("[role=option]").textContent === "Did you mean “extortion”?"`)
	tb.press(kb.ArrowDown)
	tb.until(`document.querySelector("[role=option]").getAttribute("aria-selected") === "true"`)
	tb.press(kb.Enter)
	tb.until(`location.pathname === "/en/search/" && location.search === "?q=extortion"`)
}

// A word finds the compounds that hold it, and a compound its parts.
func searchKnowsCompounds(t *testing.T, tb *tab) {
	for query, page := range map[string]string{
		"traumatisering":   "/begrippen/secundaire-traumatisering/",
		"groomingsignalen": "/daders-en-slachtoffers/grooming/",
		"naakt foto":       "/cijfers/leeftijd-en-achtergrond/",
	} {
		tb.results(query)
		tb.until(ownLinks + `.some((a) => a.pathname === "` + page + `")`)
	}
}

// When no page has all words, pages with some of them come, and the page says so.
func searchRelaxes(t *testing.T, tb *tab) {
	tb.results("swatting trilemma kindertelefoon")
	tb.until(ownLinks + `.length > 2`)
	tb.until(noticeShown + ` && ` + noticeText + `.startsWith("Geen pagina heeft alles")`)
	tb.results("swatting")
	tb.until(ownLinks + `.length > 0`)
	if eval[bool](tb, noticeShown) {
		t.Error("a page that has it all needs no remark")
	}
}

// A word of the other language is no slip: its pages are shown in that language.
func searchKeepsWordsOfTheOtherLanguage(t *testing.T, tb *tab) {
	tb.results("leeftijdsverificatie")
	tb.until(otherLinks + `.some((a) => a.pathname === "/beleid/leeftijdsverificatie/")`)
	if got := eval[string](tb, noticeText); got != "" {
		t.Errorf("notice: %s", got)
	}
}

// What no page has is sought in the other language without the words that say nothing in the reader's own: a page is no
// answer to "what is a" for having an "is".
func searchAsksTheOtherLanguageForWhatMatters(t *testing.T, tb *tab) {
	tb.results("what is a qxzbook")
	tb.until(`document.querySelector("[data-search-count]").textContent.includes("qxzbook")`)
	if got := eval[int](tb, otherLinks+`.length`); got != 0 {
		t.Errorf("%d results", got)
	}
}

// A language that nobody asked shows what it has in these very words: no pancakes to a receipt, no sleep to a sledge.
func searchMendsNothingInTheOtherLanguage(t *testing.T, tb *tab) {
	for _, query := range []string{"recept pannenkoeken", "slee", "molen"} {
		tb.results(query)
		tb.until(`document.querySelector("[data-search-count]").textContent.includes("` + query + `")`)
		if got := eval[int](tb, otherLinks+`.length`); got != 0 {
			t.Errorf("%q: %d results in the other language", query, got)
		}
	}
}

// A query that is what a term or page is called shows that first, abbreviations and forms included.
func exactNameComesFirst(t *testing.T, tb *tab) {
	for query, page := range map[string]string{
		"ATKM": "/begrippen/atkm/", "wat is grooming": "/begrippen/grooming/", "Wat is Com": "/netwerk/wat-is-com/",
		"zelfbeschadiging": "/begrippen/zelfbeschadiging/", "wie kunt u bellen?": "/handelen/wie-bellen/",
	} {
		if got := tb.results(query); len(got) == 0 || got[0] != page {
			t.Errorf("%q gives %v, not %s first", query, got, page)
		}
	}
}

// Ticking a value narrows the results to the number that stood beside it.
func filterCountsAreTrue(t *testing.T, tb *tab) {
	tb.results("slachtoffers")
	const told = `document.querySelector("input[value=recht]").closest("label").querySelector("[data-count]").textContent`
	tb.until(told + ` !== ""`)
	number := strings.Trim(eval[string](tb, told), "()")
	tb.click(`input[name=section][value=recht]`)
	tb.until(ownLinks + `.every((a) => a.pathname.startsWith("/recht/")) && document.querySelector("[data-search-count]").textContent.startsWith("` + number + ` ")`)
	tb.click(`input[name=section][value=recht]`) // the next looks at all
}

// The index is loaded when a reader first searches.
func TestTheIndexIsLoadedOnFirstUse(t *testing.T) {
	t.Parallel()
	tb := open(t, article, 1280, 900)
	if tb.asked("/search-nl/") {
		t.Error("the index was loaded before it was used")
	}
	tb.click("[data-search] input")
	tb.press(strings.Split("com", "")...)
	tb.until(`document.querySelectorAll("[role=option]").length > 1`)
	if !tb.asked("/search-nl/") || tb.asked("/search-en/") {
		t.Error("the index of the reader's own language is loaded, that of the other only when nothing is found")
	}
}

// Beside a suggestion about suicide or self-harm stands whom to call, and beside no other.
func TestSuggestionsHoldTheHelpLine(t *testing.T) {
	t.Parallel()
	tb := open(t, "/", 1280, 900)
	tb.click("[data-search] input")
	tb.press(strings.Split("zelfdoding", "")...)
	tb.until(`[...document.querySelectorAll("[role=option]")].at(-1)?.textContent.includes("zelfdoding")`)
	tb.until(`[...document.querySelectorAll("[role=option]")].some((o) => o.textContent.includes("112") && o.textContent.includes("113"))`)
	wrong := eval[string](tb, `[...document.querySelectorAll(".suggestion__title")].map((title) => title.parentElement)
		.filter((o) => /zelfdoding|zelfbeschadiging/i.test(o.textContent.replaceAll("Zelfmoordpreventie", "")) && !o.querySelector(".suggestion__help")).map((o) => o.textContent).join("; ")`)
	if wrong != "" {
		t.Errorf("without help line: %s", wrong)
	}
	tb.press(kb.Escape, kb.Escape)
	tb.press(strings.Split("hosting", "")...)
	tb.until(`[...document.querySelectorAll("[role=option]")].at(-1)?.textContent.includes("hosting")`)
	if eval[bool](tb, `!!document.querySelector(".suggestion__help")`) {
		t.Error("a help line beside suggestions that need none")
	}
}

// What people ask finds its section though the section has none of the words, and is shown nowhere.
func whatPeopleAskFindsTheSection(t *testing.T, tb *tab) {
	const asked = "mijn kleinkind wordt lastiggevallen op internet"
	if got := tb.results(asked); len(got) == 0 || got[0] != "/handelen/ouders/" {
		t.Errorf("%q gives %v", asked, got)
	}
	if holds(t, "/handelen/ouders/", "kleinkind wordt lastiggevallen") {
		t.Error("it stands on the page")
	}
}
