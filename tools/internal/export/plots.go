package export

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"comwijzer/tools/internal/cite"
	"comwijzer/tools/internal/plot"
	"comwijzer/tools/internal/site"
)

var _ = register(Export{
	Path: "data/plots.json",
	Doc:  "the drawings of figures, by topic or by the ids that a block names, and of timelines",
	Make: byLanguage(func(s *site.Site, lang string) map[string]drawing {
		out, guard := map[string]drawing{}, newGuard(s, lang)
		for _, t := range s.Topics() {
			if figures := figuresOf(s, t.ID); len(figures) > 0 {
				out[t.ID] = guard.draw("plot-"+t.ID, t.Title.In(lang), panelsOf(s, lang, figures), numbersIn(lang))
			}
		}
		for _, ids := range plotted(s, lang) {
			id := strings.Join(ids, "-")
			out[id] = guard.draw("plot-"+id, s.Interface(lang)["figures_of"], panelsOf(s, lang, recordsOf(s, ids)), numbersIn(lang))
		}
		addTimelines(s, lang, guard, out)
		return out
	}),
})

// numbersIn returns what writes a number as a language does.
func numbersIn(lang string) func(float64) string {
	printer := message.NewPrinter(language.Make(lang))
	return func(n float64) string { return printer.Sprint(number.Decimal(n)) }
}

// plotted lists the ids of figures that blocks ask to be drawn.
func plotted(s *site.Site, lang string) (lists [][]string) {
	for _, p := range s.Pages {
		for i, block := range p.Doc.Blocks {
			var asked struct{ IDs []string }
			if p.Lang == lang && block.Kind == "plot" && p.Blocks[i] != nil && p.Blocks[i].Decode("", &asked) == nil && len(asked.IDs) > 0 {
				lists = append(lists, asked.IDs)
			}
		}
	}
	return lists
}

func recordsOf(s *site.Site, ids []string) (records []*site.Record) {
	for _, id := range ids {
		if r := s.Record("figure", id); r != nil {
			records = append(records, r)
		}
	}
	return records
}

// panelsOf lists figures in a panel per unit, by date.
func panelsOf(s *site.Site, lang string, records []*site.Record) (panels []plot.Panel) {
	texts := s.Interface(lang)
	for _, f := range byDate(s, records) {
		unit := cmp.Or(f.Unit.In(lang), texts["plot_no_unit"])
		i := slices.IndexFunc(panels, func(p plot.Panel) bool { return p.Title == unit })
		if i < 0 {
			i = len(panels)
			panels = append(panels, plot.Panel{Title: unit})
		}
		if f.Share {
			panels[i].Whole = 100
		}
		panels[i].Rows = append(panels[i].Rows, rowOf(s, lang, f))
	}
	return panels
}

// byDate sorts figures by their date and then as they were; those without come last.
func byDate(s *site.Site, records []*site.Record) (figures []*site.Figure) {
	for _, r := range records {
		figures = append(figures, s.Figure(r.ID))
	}
	slices.SortStableFunc(figures, func(a, b *site.Figure) int {
		return cmp.Compare(cmp.Or(a.AsOf, "~"), cmp.Or(b.AsOf, "~"))
	})
	return figures
}

func rowOf(s *site.Site, lang string, f *site.Figure) plot.Row {
	texts := s.Interface(lang)
	row := plot.Row{
		Value: f.Value.In(lang), Counts: f.Counts.In(lang), Link: s.RecordURL(lang, "figure", f.ID),
		Origin:  cite.Joined(", ", sourceLabel(s, lang, f.Source), day(s, lang, f.AsOf)),
		Instead: texts["plot_no_number"],
	}
	if f.SameAs != "" {
		row.Counts += " (" + texts["same_count"] + ")"
	}
	if r := f.Range; r != nil {
		row.From, row.To, row.About = r.From, r.To, r.About
	}
	return row
}
