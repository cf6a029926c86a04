package cite

import (
	"fmt"
	"strconv"
	"strings"

	"comwijzer/tools/internal/text"
)

// Words are what references in one language are made with: the list
// reference of its word list. Without words a reference has numbers and
// names only.
type Words struct {
	NoDate     string            `json:"no_date"`
	About      string            `json:"about"`     // before a date that is near: c.
	Uncertain  string            `json:"uncertain"` // before a date that may be wrong
	Day        string            `json:"day"`       // "{day} {month}"
	FullDay    string            `json:"full_day"`  // "{day} {month} {year}"
	Retrieved  string            `json:"retrieved"` // "Retrieved {date}, from"
	In         string            `json:"in"`        // before the book of a chapter
	Editor     string            `json:"editor"`
	Editors    string            `json:"editors"`
	Edition    string            `json:"edition"`  // after its number
	Ordinals   map[string]string `json:"ordinals"` // what makes a number an ordinal, by its last two digits, its last, or none
	Volume     string            `json:"volume"`
	Number     string            `json:"number"`
	Article    string            `json:"article"` // before its number in a periodical
	Page       string            `json:"page"`
	Pages      string            `json:"pages"`
	Dash       string            `json:"dash"`  // between the ends of a range of pages
	Types      map[string]string `json:"types"` // what a work of a type is called in brackets
	Seasons    []string          `json:"seasons"`
	MarkWithin bool              `json:"mark_within"` // a full stop goes before a closing quotation mark

	Months []string `json:"-"` // the list of that name
}

// date says in full, as the type of the work asks, when it was published.
func (w *Words) date(work Work) string {
	date, err := ParseDate(work.Issued)
	if err != nil {
		return w.NoDate
	}
	year := w.years(date)
	if !dated[work.Type] {
		return year
	}
	return Joined(", ", year, w.days(date))
}

func (w *Words) year(issued string) string {
	date, err := ParseDate(issued)
	if err != nil {
		return ""
	}
	return w.years(date)
}

// years says in which year or years, and how sure that is.
func (w *Words) years(d Date) string { return words(w.doubt(d), d.span()) }

func (d Date) span() string {
	if d.to.Year > d.from.Year {
		return fmt.Sprintf("%d–%d", d.from.Year, d.to.Year)
	}
	return strconv.Itoa(d.from.Year)
}

func (w *Words) doubt(d Date) string {
	var out []string
	if d.from.Uncertain || d.to.Uncertain {
		out = append(out, w.Uncertain)
	}
	if d.from.About || d.to.About {
		out = append(out, w.About)
	}
	return words(out...)
}

// days says the season, month or day. Of a stretch it says both ends when
// they are as exact, and the month once when it is the same.
func (w *Words) days(d Date) string {
	from, to := w.part(d.from), w.part(d.to)
	if d.to.Year == 0 {
		return from
	}
	switch {
	case d.from.exactness() != d.to.exactness():
		return ""
	case from == to:
		return from
	case d.from.Day > 0 && d.from.Month == d.to.Month && d.from.Year == d.to.Year:
		return w.fill(w.Day, fmt.Sprintf("%d–%d", d.from.Day, d.to.Day), d.from)
	}
	return from + "–" + to
}

// exactness tells years, seasons, months and days apart.
func (p Point) exactness() int {
	switch {
	case p.Day > 0:
		return 3
	case p.Month > 0:
		return 2
	case p.Season > 0:
		return 1
	}
	return 0
}

func (w *Words) part(p Point) string {
	switch p.exactness() {
	case 3:
		return w.fill(w.Day, strconv.Itoa(p.Day), p)
	case 2:
		return w.month(p)
	case 1:
		return nth(w.Seasons, p.Season)
	}
	return ""
}

func (w *Words) month(p Point) string { return nth(w.Months, p.Month) }

func nth(list []string, n int) string {
	if n < 1 || n > len(list) {
		return ""
	}
	return list[n-1]
}

func (w *Words) fill(pattern, day string, p Point) string {
	return strings.NewReplacer("{day}", day, "{month}", w.month(p), "{year}", strconv.Itoa(p.Year)).Replace(pattern)
}

// fullDay says a day, or what is known of it, as a sentence does: 4 March
// 2012.
func (w *Words) fullDay(text string) string {
	date, err := ParseDate(text)
	switch {
	case err != nil:
		return ""
	case date.to.Year == 0 && date.from.Day > 0:
		return words(w.doubt(date), w.fill(w.FullDay, strconv.Itoa(date.from.Day), date.from))
	}
	return words(w.doubt(date), w.days(date), date.span())
}

func (w *Words) retrieved(day string) string {
	return strings.ReplaceAll(w.Retrieved, "{date}", w.fullDay(day))
}

// ordinal says which edition: 2nd ed. An edition that is no number is said
// as it is.
func (w *Words) ordinal(edition string) string {
	n, err := strconv.Atoi(edition)
	if err != nil || n < 0 {
		return plainHTML(edition)
	}
	suffix := w.Ordinals[""]
	for _, key := range []string{strconv.Itoa(n % 10), fmt.Sprintf("%02d", n%100)} {
		if s, ok := w.Ordinals[key]; ok {
			suffix = s
		}
	}
	return words(edition+suffix, w.Edition)
}

func (w *Words) volume(volume string) string {
	if _, err := strconv.Atoi(volume); err != nil {
		return plainHTML(volume)
	}
	return words(text.Capitalised(w.Volume), volume)
}

// number says which one of a series. What is no number says that itself.
func (w *Words) number(number string) string {
	if number != "" && number[0] >= '0' && number[0] <= '9' {
		return words(text.Capitalised(w.Number), plainHTML(number))
	}
	return plainHTML(text.Capitalised(number))
}

func (w *Words) pages(pages string) string {
	if pages == "" {
		return ""
	}
	several := strings.ContainsAny(pages, "-–,&")
	return words(pick(several, w.Pages, w.Page), rangeDash(pages, w.Dash))
}

// rangeDash writes ranges of pages as the language does.
func rangeDash(pages, dash string) string {
	return plainHTML(strings.NewReplacer("--", dash, "-", dash, "–", dash).Replace(pages))
}

func firstPage(pages string) string {
	first, _, _ := strings.Cut(strings.ReplaceAll(pages, "–", "-"), "-")
	return plainHTML(first)
}
