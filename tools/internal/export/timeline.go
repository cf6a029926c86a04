package export

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/md"
	"comwijzer/tools/internal/plot"
	"comwijzer/tools/internal/site"
)

// event is one of a block timeline.
type event struct{ Date, Text, Source, Case string }

// addTimelines draws the timelines of a language, by what their blocks say.
func addTimelines(s *site.Site, lang string, guard guard, drawings map[string]drawing) {
	var cases map[string]string
	for _, p := range s.Pages {
		for i := range p.Doc.Blocks {
			block := &p.Doc.Blocks[i]
			var asked struct{ Events []event }
			if p.Lang != lang || block.Kind != "timeline" || p.Blocks[i] == nil || p.Blocks[i].Decode("", &asked) != nil {
				continue
			}
			if cases == nil {
				cases = showing(s, lang)
			}
			key, panel := timelineKey(block), plot.Panel{Years: true}
			for _, e := range asked.Events {
				panel.Rows = append(panel.Rows, e.row(s, lang, cases))
			}
			drawings[key] = guard.drawTimeline(key, s.Interface(lang)["timeline"], panel)
		}
	}
}

// drawTimeline draws a timeline whole, as a file is, and in parts that fit on paper.
func (g guard) drawTimeline(key, title string, panel plot.Panel) drawing {
	years := func(n float64) string { return decimal(&n) }
	whole, parts := g.draw(key, title, []plot.Panel{panel}, years), panel.Parts()
	for i, part := range parts {
		if n := len(parts); n > 1 {
			id, named := fmt.Sprintf("%s-%d", key, i+1), fmt.Sprintf("%s %d/%d", title, i+1, n)
			whole.Parts = append(whole.Parts, g.draw(id, named, []plot.Panel{part}, years).SVG)
		}
	}
	return whole
}

// timelineKey names a drawing as layouts/_partials/blocks/timeline.html does.
func timelineKey(block *md.Block) string {
	sum := sha256.Sum256([]byte(strings.TrimSpace(string(block.Body))))
	return fmt.Sprintf("timeline-%x", sum[:4])
}

// row links an event to the case that it is about, or to its source.
func (e *event) row(s *site.Site, lang string, cases map[string]string) plot.Row {
	row := plot.Row{Value: day(s, lang, e.Date), Counts: e.Text, Link: s.RecordURL(lang, "source", e.Source)}
	if s.Source(e.Source) != nil {
		row.Origin = sourceLabel(s, lang, e.Source)
	}
	if shown := s.Page(lang, cases["case:"+e.Case]); shown != nil {
		row.Link = s.URL(shown) + "#case-" + e.Case
		row.Origin = cite.Joined("; ", s.Record("case", e.Case).Text("/title/"+lang), row.Origin)
	}
	if date, err := cite.ParseDate(e.Date); err == nil {
		from, to := inYears(date.First), inYears(date.Last.AddDate(0, 0, 1))
		row.From, row.To, row.About = &from, &to, date.Vague
	}
	return row
}

// inYears returns a day as a year and the part of it that has passed.
func inYears(day time.Time) float64 {
	first := time.Date(day.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	return float64(day.Year()) + day.Sub(first).Hours()/first.AddDate(1, 0, 0).Sub(first).Hours()
}
