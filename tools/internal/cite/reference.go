package cite

import (
	"cmp"
	"strings"

	"comwijzer/tools/internal/text"
)

// Work is what a reference says of a work, with the field names of CSL.
type Work struct {
	Type       string `json:"type"`
	Title      string `json:"title"`
	Author     []Name `json:"author"`
	Editor     []Name `json:"editor"`
	Publisher  string `json:"publisher"`
	Container  string `json:"container-title"`
	Collection string `json:"collection-title"`
	Edition    string `json:"edition"`
	Volume     string `json:"volume"`
	Issue      string `json:"issue"`
	Number     string `json:"number"`
	Page       string `json:"page"`
	Genre      string `json:"genre"`
	Issued     string `json:"issued"` // EDTF
	Accessed   string `json:"accessed"`
	Language   string `json:"language"`
	URL        string `json:"URL"`
	DOI        string `json:"DOI"`
	ISBN       string `json:"ISBN"`
	ECLI       string `json:"ECLI"`
	Authority  string `json:"authority"` // of a legal case: the court
}

// Reference is a work as a list of sources names it (APA 7), in HTML. The
// address is apart: not every list shows it.
type Reference struct {
	Text    string `json:"text"`
	Address string `json:"address"` // a link, "" for a work without address
}

// What types of works have in common, by the names of CSL.
var (
	serial = text.Set([]string{"article-journal", "article-magazine", "article-newspaper"})
	legal  = text.Set([]string{"legal_case", "legislation"})
	dated  = text.Set([]string{"article-magazine", "article-newspaper", "broadcast", "webpage"}) // to the day
)

// Reference makes the reference of a work in the language of the words.
func (w *Words) Reference(work Work) Reference {
	if legal[work.Type] {
		return Reference{w.law(work), w.address(work)}
	}
	maker, title, about := w.maker(work), w.title(work), w.description(work)
	named := words(title, w.identifier(work))
	if maker == "" {
		maker, named = named, ""
	}
	var out []string
	for _, part := range []string{maker, "(" + w.date(work) + ")", words(named, about), w.origin(work)} {
		if part != "" {
			out = append(out, end(part, w.MarkWithin))
		}
	}
	return Reference{strings.Join(out, " "), w.address(work)}
}

// maker names who a work is filed under: authors, editors, or whose page it
// is.
func (w *Words) maker(work Work) string {
	switch {
	case len(work.Author) > 0:
		return people(work.Author)
	case len(work.Editor) > 0 && !w.within(work):
		return people(work.Editor) + " (" + w.editors(work) + ")"
	case work.Type == "webpage":
		return plainHTML(work.Publisher)
	}
	return ""
}

func (w *Words) editors(work Work) string {
	return text.Capitalised(pick(len(work.Editor) == 1, w.Editor, w.Editors))
}

// within reports whether a work is part of one that the reference names
// after it: a chapter of a book.
func (w *Words) within(work Work) bool {
	return work.Container != "" && !serial[work.Type] && work.Type != "webpage"
}

// title is in italics when the work stands by itself.
func (w *Words) title(work Work) string {
	tag := pick(work.Container == "" || work.Type == "webpage", "i", "span")
	return w.marked(tag, work)
}

// marked returns the title in an element that says its language, and that
// it is literal: what rules ask of our own words does not hold in it.
func (w *Words) marked(tag string, work Work) string {
	lang := ""
	if work.Language != "" {
		lang = ` lang="` + plainHTML(work.Language) + `"`
	}
	return "<" + tag + lang + " data-literal-title>" + titleHTML(work.Title) + "</" + tag + ">"
}

// identifier is what tells editions of a work apart, in parentheses after
// its title.
func (w *Words) identifier(work Work) string {
	switch {
	case serial[work.Type], w.within(work) && work.Type != "broadcast":
		return ""
	case work.Type == "broadcast", work.Type == "webpage":
		return parentheses(w.bylines(work), w.numbered(work))
	}
	return parentheses(w.bylines(work), w.numbered(work), w.edition(work))
}

// bylines names the editors of a work that has authors as well.
func (w *Words) bylines(work Work) string {
	if len(work.Author) == 0 || len(work.Editor) == 0 || w.within(work) {
		return ""
	}
	return byline(work.Editor) + ", " + w.editors(work)
}

func (w *Words) numbered(work Work) string {
	if work.Number == "" {
		return ""
	}
	return words(plainHTML(text.Capitalised(work.Genre)), w.number(work.Number))
}

// edition says which edition, series, volume and pages.
func (w *Words) edition(work Work) string {
	series := ""
	if work.Type == "report" {
		series = titleHTML(work.Collection)
	}
	return Joined(", ", w.ordinal(work.Edition), series, w.volume(work.Volume), w.pages(work.Page))
}

// description says in brackets what a work is, where its type does not.
func (w *Words) description(work Work) string {
	if work.Type == "report" && w.within(work) || work.Genre != "" && work.Number != "" {
		return ""
	}
	return w.kind(work)
}

func (w *Words) kind(work Work) string {
	kind := cmp.Or(work.Genre, w.Types[work.Type])
	if kind == "" {
		return ""
	}
	return "[" + plainHTML(text.Capitalised(kind)) + "]"
}

// origin says where a work is to be found: the periodical, the book that it
// is part of, its publisher. A publisher that is the maker is not named
// again.
func (w *Words) origin(work Work) string {
	switch {
	case serial[work.Type]:
		return w.periodical(work)
	case work.Type == "webpage":
		return sentences(w.publisher(work), titleHTML(work.Container))
	case w.within(work):
		return sentences(w.container(work), w.publisher(work))
	}
	return w.publisher(work)
}

func (w *Words) publisher(work Work) string {
	if same := plainHTML(work.Publisher); same != w.maker(work) && work.Publisher != work.Container {
		return same
	}
	return ""
}

func (w *Words) periodical(work Work) string {
	container := italic(Joined(", ", titleHTML(work.Container), titleHTML(work.Collection)))
	volume := italic(plainHTML(work.Volume))
	if work.Issue != "" {
		volume += "(" + rangeDash(work.Issue, w.Dash) + ")"
	}
	place := rangeDash(work.Page, w.Dash)
	if work.Number != "" {
		place = words(w.Article, plainHTML(work.Number))
	}
	return Joined(", ", container, volume, place)
}

// container names what a work is part of: In B. Bos (Ed.), Book (2nd ed.).
func (w *Words) container(work Work) string {
	in := italic(titleHTML(work.Container))
	if len(work.Editor) > 0 {
		in = byline(work.Editor) + " (" + w.editors(work) + "), " + in
	}
	switch {
	case work.Type == "broadcast":
		return words(w.In, in)
	case work.Type == "report" && work.Number == "":
		return words(w.In, in, parentheses(w.edition(work)), w.kind(work))
	}
	return words(w.In, in, parentheses(w.numbered(work), w.edition(work)))
}

// law refers to a judgment or a law: its name, number, court and day.
func (w *Words) law(work Work) string {
	name := Joined(", ", w.marked("span", work), w.lawNumber(work), words(plainHTML(work.Volume), titleHTML(work.Container), firstPage(work.Page)))
	if when := words(court(work), w.judged(work)); when != "" {
		name += " (" + when + ")"
	}
	return end(name, w.MarkWithin)
}

// lawNumber is left out when the name holds it.
func (w *Words) lawNumber(work Work) string {
	number := cmp.Or(work.Number, work.ECLI)
	switch {
	case strings.Contains(work.Title, number):
		return ""
	case work.Type == "legislation":
		return words(plainHTML(text.Capitalised(work.Genre)), w.number(number))
	}
	return plainHTML(number)
}

func court(work Work) string {
	switch {
	case work.Type != "legal_case":
		return ""
	case work.Authority == "" && len(work.Author) > 0:
		return plainHTML(work.Author[0].Literal)
	}
	return plainHTML(work.Authority)
}

func (w *Words) judged(work Work) string {
	if work.Type == "legal_case" && work.Container == "" {
		return w.fullDay(work.Issued)
	}
	return w.year(work.Issued)
}

// address links to a work: its DOI, or else where it is on the web.
func (w *Words) address(work Work) string {
	switch {
	case work.DOI != "":
		return link(DOIAddress(work.DOI))
	case work.URL == "":
		return ""
	case work.Issued == "" && work.Accessed != "" && !legal[work.Type]:
		return w.retrieved(work.Accessed) + " " + link(work.URL)
	}
	return link(work.URL)
}

func link(address string) string {
	shown := attribute.Replace(address)
	return `<a class="nl-link" href="` + shown + `" rel="noopener noreferrer" data-literal-title>` + shown + `</a>`
}

var attribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// sentences joins parts that each end in a mark, the last without.
func sentences(first, second string) string {
	if first == "" || second == "" {
		return first + second
	}
	return end(first, false) + " " + second
}

func parentheses(parts ...string) string {
	if inner := Joined("; ", parts...); inner != "" {
		return "(" + inner + ")"
	}
	return ""
}

func italic(html string) string {
	if html == "" {
		return ""
	}
	return "<i>" + html + "</i>"
}

func pick(one bool, yes, no string) string {
	if one {
		return yes
	}
	return no
}
