package export

import (
	"strconv"
	"strings"

	"comwijzer/tools/internal/plot"
	"comwijzer/tools/internal/site"
)

// A drawing stays on its page, where help is beside it, when it names a
// term that needs caution; otherwise it may be taken along.
type drawing struct {
	SVG   string   `json:"svg"`
	Parts []string `json:"parts,omitempty"` // the same as drawings of a sheet at most, where it is longer
	Stays bool     `json:"stays,omitempty"`
}

// draw makes a drawing, which says whom to call when it tells of a crisis.
func (g guard) draw(id, title string, panels []plot.Panel, numbers func(float64) string) drawing {
	told, foot := title, ""
	for _, p := range panels {
		for _, row := range p.Rows {
			told += ". " + row.Value + ". " + row.Counts + ". " + row.Origin
		}
	}
	if g.crisis.Has(told) {
		foot = g.help
	}
	return drawing{SVG: plot.SVG(id, title, foot, panels, numbers), Stays: g.caution.Has(told)}
}

// day says a date in words, as layouts/_partials/edtf.html does.
func day(s *site.Site, lang, edtf string) string {
	var words []string
	for date := range strings.SplitSeq(edtf, "/") {
		words = append(words, oneDay(s, lang, date))
	}
	return strings.Join(words, " "+s.Interface(lang)["until"]+" ")
}

func oneDay(s *site.Site, lang, date string) string {
	texts, parts := s.Interface(lang), strings.Split(strings.TrimRight(date, "~?%"), "-")
	words := parts[:1]
	if len(parts) > 1 {
		month, _ := strconv.Atoi(parts[1])
		if months := s.Lexicon(lang).Phrases("months"); month > 0 && month <= len(months) {
			words = []string{months[month-1], parts[0]}
		} else if season := texts["season_"+parts[1]]; season != "" {
			words = []string{season, parts[0]}
		}
	}
	if len(parts) > 2 {
		words = append([]string{strings.TrimPrefix(parts[2], "0")}, words...)
	}
	for _, doubt := range [][2]string{{"?%", "maybe_date"}, {"~%", "about_date"}} {
		if strings.ContainsAny(date, doubt[0]) {
			words = append([]string{texts[doubt[1]]}, words...)
		}
	}
	return strings.Join(words, " ")
}
