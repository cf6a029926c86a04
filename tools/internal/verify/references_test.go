package verify

import (
	"io"
	"net/http"
)

// article is the start of the record of most cases, and work what a registry
// says of it when all is well.
const (
	article = `type: article-journal
title: How young people are drawn in
author: [{family: Vries, given: Anna, non-dropping-particle: de}, {family: Okoye, given: B.}]
issued: "2020-03"
`
	work1 = `{"DOI": "NUMBER", "title": ["How young people are drawn in"], "author": [{"family": "de Vries", "given": "Anna"}, {"family": "Okoye"}], "issued": {"date-parts": [[2020, 3, 1]]}`
	work2 = `{"DOI": "NUMBER", "title": ["On something else entirely"], "author": [{"family": "Jansen"}], "issued": {"date-parts": [[1999]]}}`
	book1 = `type: book
title: "The long road: A history"
author: [{family: Smith, given: A.}]
issued: "2009"
ISBN: "BOOK"
`
)

// updated is a notice in the description of a work.
func updated(kind string) string {
	return work1 + `, "updated-by": [{"DOI": "10.5555/Notice", "type": "` + kind + `", "updated": {"date-parts": [[2021, 5, 6]]}}]}`
}

// updates is a notice that names a work.
func updates(kind string) string {
	return `{"DOI": "10.5555/notice", "update-to": [{"DOI": "10.5555/another", "type": "erratum"}, {"DOI": "NUMBER", "type": "` + kind + `", "updated": {"date-parts": [[2021, 5, 6]]}}]}`
}

func answers(status int, kind, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.WriteHeader(status)
		io.WriteString(w, body)
	}
}

// refers sends a client on, as a resolver does for a number that was reused.
func refers(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

const landing = `<!doctype html><html lang="en"><title>How young people are drawn in</title><h1>How young people are drawn in</h1>`

var faulty = []reference{
	// The number.
	{name: "a DOI that does not exist", record: article + "DOI: NUMBER\n", want: `error DOI "10.5555/case.100" does not exist`},
	{name: "a DOI with a digit too many", record: article + "DOI: NUMBER0\n", want: "error does not exist"},
	{name: "an ISBN that is in no catalogue", record: book1, book: `{}`, want: "warning is not in the catalogue"},
	{name: "an ISBN that the catalogue answers with 404", record: book1, want: "warning is not in the catalogue"},

	// Another work.
	{name: "another work", record: article + "DOI: NUMBER\n", crossref: work2, want: `error leads to "On something else entirely", not to "How young people are drawn in"`},
	{name: "another work, of another agency", record: article + "DOI: NUMBER\n", csl: work2, want: "error leads to"},
	{name: "another work by the same author in the same year", record: article + "DOI: NUMBER\n", crossref: `{"title": ["How young people get out"], "author": [{"family": "de Vries"}, {"family": "Okoye"}], "issued": {"date-parts": [[2020]]}}`, want: "error leads to"},
	{name: "the first part of two", record: "type: report\ntitle: 'Threat assessment: part 2'\nissued: '2020'\nDOI: NUMBER\n", crossref: `{"title": ["Threat assessment"], "subtitle": ["Part 1"], "issued": {"date-parts": [[2020]]}}`, want: "error"},
	{name: "the assessment of another year", record: "type: report\ntitle: Threat assessment 2021\nDOI: NUMBER\n", crossref: `{"title": "Threat assessment 2020"}`, want: "error"},
	{name: "a review of the work", record: article + "DOI: NUMBER\n", crossref: `{"title": ["Review of How young people are drawn in"]}`, want: "error"},
	{name: "a title of our own translation", record: "type: article-journal\ntitle: Hoe jongeren erin worden getrokken\nDOI: NUMBER\n", crossref: work1 + "}", want: "error"},
	{name: "a word left out of the title", record: "type: article-journal\ntitle: How people are drawn in\nDOI: NUMBER\n", crossref: work1 + "}", want: "error"},
	{name: "the journal instead of the article", record: article + "DOI: NUMBER\n", crossref: `{"title": ["Journal of Youth"], "ISSN": ["1234-5678"]}`, want: "error"},
	{name: "a redirect to another work", record: article + "DOI: NUMBER\n", serve: refers("/works/10.5555%2Fcase.104"), want: "error leads to"},
	{name: "an ISBN of another book", record: book1, book: `{"ISBN:BOOK": {"title": "Gardening", "authors": [{"name": "J. Green"}], "publish_date": "May 2009"}}`, want: "error leads to"},
	{name: "an ISBN of another volume", record: book1, book: `{"ISBN:BOOK": {"title": "The long road", "subtitle": "A journey", "authors": [{"name": "A. Smith"}], "publish_date": "2009"}}`, want: "error leads to"},
	{name: "a chapter in another book", record: "type: chapter\ntitle: First steps\ncontainer-title: The long road\nISBN: \"BOOK\"\n", book: `{"ISBN:BOOK": {"title": "The short road"}}`, want: "error leads to"},
	{name: "a title that is kept to the reference", record: "type: report\ntitle: Lurid\ntitle_withheld: true\nDOI: NUMBER\n", crossref: work2, want: "error leads to a work with another title"},

	// Authors and years.
	{name: "another author", record: "type: article-journal\ntitle: How young people are drawn in\nauthor: [{family: Jansen}]\nissued: '2020'\nDOI: NUMBER\n", crossref: work1 + "}", want: `warning is by "de Vries", "Okoye", not by "Jansen"`},
	{name: "an author too many", record: "type: article-journal\ntitle: How young people are drawn in\nauthor: [{family: Okoye}, {family: Jansen}]\nDOI: NUMBER\n", crossref: work1 + "}", want: `warning not by "Jansen"`},
	{name: "another body", record: "type: report\ntitle: How young people are drawn in\nauthor: [{literal: Ministry of Health}]\nDOI: NUMBER\n", csl: `{"title": "How young people are drawn in", "author": [{"literal": "Ministry of Justice"}]}`, want: "warning not by"},
	{name: "the given name as the family name", record: "type: article-journal\ntitle: How young people are drawn in\nauthor: [{family: Anna}]\nDOI: NUMBER\n", crossref: work1 + "}", want: "warning not by"},
	{name: "another author of a book", record: book1, book: `{"ISBN:BOOK": {"title": "The long road", "authors": [{"name": "Adam Smithers"}], "publish_date": "2009"}}`, want: "warning not by"},
	{name: "another year", record: "type: article-journal\ntitle: How young people are drawn in\nissued: '2017'\nDOI: NUMBER\n", crossref: work1 + "}", want: `warning is of 2020, not of "2017"`},
	{name: "two years too late", record: "type: article-journal\ntitle: How young people are drawn in\nissued: '2022-01'\nDOI: NUMBER\n", crossref: work1 + `, "published-online": {"date-parts": [[2019]]}}`, want: "warning is of 2019 or 2020"},
	{name: "a stretch of other years", record: "type: dataset\ntitle: How young people are drawn in\nissued: 2012/2015\nDOI: NUMBER\n", csl: work1 + "}", want: "warning is of 2020"},
	{name: "another year of a book", record: book1, book: `{"ISBN:BOOK": {"title": "The Long Road", "publish_date": "October 10, 1987"}}`, want: "warning is of 1987"},
	{name: "another author and another year", record: "type: article-journal\ntitle: How young people are drawn in\nauthor: [{family: Jansen}]\nissued: '2001'\nDOI: NUMBER\n", crossref: work1 + "}", want: "warning not by\nwarning is of 2020"},

	// What befell the work, from both sides.
	{name: "retracted, says the work", record: article + "DOI: NUMBER\n", crossref: updated("retraction"), want: `error was retracted on 2021-05-06 (notice "10.5555/notice")`},
	{name: "retracted, says the notice", record: article + "DOI: NUMBER\n", crossref: work1 + "}", updates: updates("retraction"), want: "error was retracted on 2021-05-06"},
	{name: "retracted, say both", record: article + "DOI: NUMBER\n", crossref: updated("retraction"), updates: updates("retraction"), want: "error was retracted"},
	{name: "retracted, says its title", record: article + "DOI: NUMBER\n", crossref: `{"title": ["RETRACTED ARTICLE: How young people are drawn in"]}`, want: "error was retracted"},
	{name: "retracted in part", record: article + "DOI: NUMBER\n", crossref: updated("partial_retraction"), want: "warning was retracted in part"},
	{name: "withdrawn", record: article + "DOI: NUMBER\n", crossref: updated("withdrawal"), want: "error was withdrawn"},
	{name: "withdrawn, says its title", record: article + "DOI: NUMBER\n", csl: `{"title": "[Withdrawn] How young people are drawn in"}`, want: "error was withdrawn"},
	{name: "removed", record: article + "DOI: NUMBER\n", crossref: work1 + "}", updates: updates("removal"), want: "error was withdrawn"},
	{name: "under concern", record: article + "DOI: NUMBER\n", crossref: updated("expression_of_concern"), want: "warning is under an expression of concern"},
	{name: "corrected", record: article + "DOI: NUMBER\n", crossref: updated("correction"), want: "info was corrected"},
	{name: "an erratum, says the notice", record: article + "DOI: NUMBER\n", crossref: work1 + "}", updates: updates("erratum"), want: "info was corrected"},
	{name: "corrected, says a relation", record: article + "DOI: NUMBER\n", crossref: work1 + `, "relation": {"is-corrected-by": [{"id-type": "doi", "id": "10.5555/c"}], "references": [{"id": "10.5555/d"}]}}`, want: `info was corrected (notice "10.5555/c")`},
	{name: "corrected in place", record: article + "DOI: NUMBER\n", crossref: work1 + `, "update-to": [{"DOI": "NUMBER", "type": "corrigendum"}]}`, want: "info was corrected"},
	{name: "corrected, and then retracted", record: article + "DOI: NUMBER\n", crossref: updated("correction"), updates: updates("retraction"), want: "info was corrected\nerror was retracted"},
	{name: "followed by a newer version", record: article + "DOI: NUMBER\n", crossref: work1 + `, "relation": {"is-replaced-by": [{"id": "10.5555/c"}]}}`, want: "info was followed by a newer version"},
	{name: "a kind of notice that we do not know", record: article + "DOI: NUMBER\n", crossref: updated("reinstatement"), want: "info was updated"},
	{name: "only the notice", record: "type: article-journal\ntitle: 'Retraction: Something'\nDOI: NUMBER\n", crossref: `{"title": ["Retraction: Something"], "update-to": [{"DOI": "10.5555/W", "type": "retraction"}]}`, want: `warning is only the notice that "10.5555/w" was retracted`},
	{name: "withdrawn on record, and under concern", record: article + "withdrawn: {on: 2021-06-01, reason: x}\nDOI: NUMBER\n", crossref: updated("expression_of_concern"), want: "warning is under"},

	// Registries that fail.
	{name: "HTML instead of JSON", record: article + "DOI: NUMBER\n", serve: answers(200, "text/html", landing), want: "warning could not be verified (the registry answers with something else"},
	{name: "HTML where another agency refers to", record: article + "DOI: NUMBER\n", csl: landing, want: "warning could not be verified"},
	{name: "JSON of another kind", record: article + "DOI: NUMBER\n", serve: answers(200, "application/json", `["no"]`), want: "warning could not be verified (the registry gives no title)"},
	{name: "half an answer", record: article + "DOI: NUMBER\n", serve: answers(200, "application/json", `{"message": {"title": ["How`), want: "warning could not be verified"},
	{name: "an empty answer", record: article + "DOI: NUMBER\n", serve: answers(200, "application/json", ""), want: "warning could not be verified"},
	{name: "no title", record: article + "DOI: NUMBER\n", crossref: `{"DOI": "NUMBER"}`, want: "warning the registry gives no title"},
	{name: "500", record: article + "DOI: NUMBER\n", serve: answers(500, "text/plain", "x"), want: "warning could not be verified (500"},
	{name: "429", record: article + "DOI: NUMBER\n", serve: answers(429, "text/plain", "x"), want: "warning could not be verified (429"},
	{name: "403", record: article + "DOI: NUMBER\n", serve: answers(403, "text/plain", "x"), want: "warning could not be verified (403"},
	{name: "503 at the catalogue", record: book1, serve: answers(503, "text/plain", "x"), want: "warning could not be verified (503"},
	{name: "broken off", record: article + "DOI: NUMBER\n", serve: func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, want: "warning could not be verified (the connection was broken off"},
	{name: "round in a circle", record: article + "DOI: NUMBER\n", serve: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.String(), 302) }, want: "warning could not be verified (redirects in a circle"},
	{name: "the list of notices fails", record: article + "DOI: NUMBER\n", crossref: work1 + "}", updates: `{`, want: "warning could not be verified in full (its notices: "},
}

var good = []reference{
	{name: "all as it should be", record: article + "DOI: NUMBER\n", crossref: work1 + "}"},
	{name: "of another agency", record: article + "DOI: NUMBER\n", csl: work1 + "}"},
	{name: "a DOI in capitals", record: "type: report\ntitle: A\nDOI: 10.5555/CASE.102\n", crossref: `{"title": "A"}`},
	{name: "a source without number", record: article},
	{name: "a number that is none, of which a rule tells", record: article + "DOI: none\n"},
	{name: "capitals and punctuation", record: article + "DOI: NUMBER\n", crossref: `{"title": ["HOW YOUNG PEOPLE, ARE DRAWN-IN."]}`},
	{name: "markup", record: "type: article-journal\ntitle: Effects of H<sub>2</sub>O on E. coli\nDOI: NUMBER\n", crossref: `{"title": ["Effects of H&lt;sub&gt;2&lt;/sub&gt;O on <i>E. coli</i>"]}`},
	{name: "markup escaped twice", record: "type: article-journal\ntitle: Law & order\nDOI: NUMBER\n", crossref: `{"title": ["&lt;b&gt;Law&lt;/b&gt; &amp;amp; order"]}`},
	{name: "accents", record: "type: article-journal\ntitle: Über die Straße nach Łódź\nauthor: [{family: Jørgensen}, {family: Müller}]\nDOI: NUMBER\n", crossref: `{"title": ["Uber die Strasse nach Lodz"], "author": [{"family": "Jorgensen"}, {"family": "MULLER"}]}`},
	{name: "other quotation marks and hyphens", record: "type: article-journal\ntitle: ‘Grooming’ by e-mail\nDOI: NUMBER\n", crossref: `{"title": ["\"Grooming\" by e‑mail"]}`},
	{name: "a subtitle that the record lacks", record: article + "DOI: NUMBER\n", crossref: `{"title": ["How young people are drawn in: A study of five countries"]}`},
	{name: "a subtitle apart", record: "type: report\ntitle: 'Drawn in: A study'\nDOI: NUMBER\n", crossref: `{"title": ["Drawn in"], "subtitle": ["A study"]}`},
	{name: "a subtitle that the registry lacks", record: "type: report\ntitle: Drawn in? – A study\nDOI: NUMBER\n", crossref: `{"title": ["Drawn in?"]}`},
	{name: "a subtitle in both fields", record: "type: report\ntitle: 'Drawn in: A study'\nDOI: NUMBER\n", crossref: `{"title": ["Drawn in: A study"], "subtitle": ["A study"]}`},
	{name: "a translated title beside the original", record: "type: report\ntitle: Hoe jongeren erin raken\nDOI: NUMBER\n", crossref: work1 + `, "original-title": ["Hoe jongeren erin raken"]}`},
	{name: "online a year before print", record: "type: article-journal\ntitle: How young people are drawn in\nissued: '2021'\nDOI: NUMBER\n", crossref: work1 + "}"},
	{name: "online years before print", record: "type: article-journal\ntitle: How young people are drawn in\nissued: '2018-12-31'\nDOI: NUMBER\n", crossref: work1 + `, "published-online": {"date-parts": [[2018, 12]]}}`},
	{name: "a stretch of years", record: "type: dataset\ntitle: How young people are drawn in\nissued: 2018/2022\nDOI: NUMBER\n", csl: work1 + "}"},
	{name: "about a year", record: "type: report\ntitle: How young people are drawn in\nissued: 2020~\nDOI: NUMBER\n", crossref: work1 + "}"},
	{name: "a year in letters, and none", record: article + "DOI: NUMBER\n", csl: `{"title": "How young people are drawn in", "issued": {"date-parts": [["2020"]]}, "published-print": {"date-parts": [[null]]}}`},
	{name: "fewer authors than there are", record: "type: article-journal\ntitle: How young people are drawn in\nauthor: [{family: Okoye}]\nDOI: NUMBER\n", crossref: work1 + "}"},
	{name: "a particle and a double name", record: "type: article-journal\ntitle: A\nauthor: [{family: Berg, non-dropping-particle: van den}, {family: Garcia Lopez}]\nDOI: NUMBER\n", crossref: `{"title": "A", "author": [{"family": "van den Berg"}, {"family": "García-López"}]}`},
	{name: "a body with its acronym", record: "type: report\ntitle: A\nauthor: [{literal: World Health Organization (WHO)}]\nDOI: NUMBER\n", csl: `{"title": "A", "author": [{"literal": "World Health Organization"}]}`},
	{name: "a body under name", record: "type: report\ntitle: A\nauthor: [{literal: Europol}]\nDOI: NUMBER\n", crossref: `{"title": "A", "author": [{"name": "Europol"}]}`},
	{name: "editors", record: "type: book\ntitle: A\nauthor: [{family: Jansen}]\nDOI: NUMBER\n", crossref: `{"title": "A", "editor": [{"family": "Jansen"}]}`},
	{name: "no authors at the registry", record: article + "DOI: NUMBER\n", crossref: `{"title": ["How young people are drawn in"], "author": []}`},
	{name: "fields of other types", record: article + "DOI: NUMBER\n", crossref: `{"title": ["How young people are drawn in"], "author": "x", "issued": [], "relation": [], "updated-by": {}}`},
	{name: "retracted, and withdrawn on record", record: article + "withdrawn: {on: 2021-06-01, reason: x}\nDOI: NUMBER\n", crossref: updated("retraction")},
	{name: "a word of a mark as part of the title", record: "type: report\ntitle: 'Withdrawn: a study of lonely youth'\nDOI: NUMBER\n", crossref: `{"title": ["Withdrawn"], "subtitle": ["A Study of Lonely Youth"]}`},
	{name: "an article on corrections", record: "type: report\ntitle: 'Correction: how institutions learn'\nDOI: NUMBER\n", crossref: `{"title": ["Correction: how institutions learn"]}`},
	{name: "a new edition of another work", record: article + "DOI: NUMBER\n", crossref: work1 + `, "update-to": [{"DOI": "10.5555/old", "type": "new_edition"}]}`},
	{name: "notices of other works", record: article + "DOI: NUMBER\n", crossref: work1 + "}", updates: `{"DOI": "10.5555/n", "update-to": [{"DOI": "10.5555/other", "type": "retraction"}]}`},
	{name: "relations of other kinds", record: article + "DOI: NUMBER\n", crossref: work1 + `, "relation": {"is-preprint-of": [{"id": "10.5555/p"}], "is-cited-by": [{"id": "10.5555/q"}], "has-review": [{"id": "10.5555/r"}]}}`},
	{name: "a book", record: book1, book: `{"ISBN:BOOK": {"title": "The long road", "subtitle": "a history", "authors": [{"name": "Adam Smith"}], "publish_date": "March 3, 2009"}}`},
	{name: "a book without subtitle, printed again", record: book1, book: `{"ISBN:BOOK": {"title": "The Long Road", "authors": [{"name": "Smith, Adam"}], "publish_date": "2010"}}`},
	{name: "a chapter in a book", record: "type: chapter\ntitle: First steps\ncontainer-title: The long road\nauthor: [{family: Jansen}]\nISBN: \"BOOK\"\n", book: `{"ISBN:BOOK": {"title": "The long road", "authors": [{"name": "Adam Smith"}]}}`},
}
