package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	ics "github.com/arran4/golang-ical"

	"comwijzer/tools/internal/agenda"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/site"
)

var _ = register(command{
	name:  "due",
	bare:  true,
	args:  "[--within PERIOD] [--kind KIND] [--format table|json|ics]",
	title: "list what is to be looked at again, and by when",
	doc: `
Lists what editors are to look at again within a period from today, with what
is overdue: ` + strings.Join(agenda.Kinds(), ", ") + `. What was checked on one day
is planned on different days, always the same ones, and before the last day
that the rules set (review-overdue, contact-unchecked, allow-invalid).

  --within P  30d, 8w, 6m or 1y; 60d when it is left out
  --kind K    only these kinds; may be repeated, or list them with commas
  --format F  table, json, or ics: a calendar with a whole-day event for each
`,
	setup: setupDue,
})

var dueFormats = map[string]func(*terminal, *site.Site, []agenda.Item, time.Time) error{
	"table": dueTable, "json": dueJSON, "ics": dueCalendar,
}

// dueOptions say what of the agenda is printed, and how.
type dueOptions struct {
	within, format string
	kinds          []string
}

func setupDue(flags *flag.FlagSet) runner {
	var o dueOptions
	flags.StringVar(&o.within, "within", "60d", "")
	flags.StringVar(&o.format, "format", "table", "")
	flags.Func("kind", "", func(names string) error {
		o.kinds = append(o.kinds, strings.Split(names, ",")...)
		return nil
	})
	return func(_ context.Context, t *terminal, _ []string) error {
		return o.print(t, time.Now())
	}
}

func (o dueOptions) print(t *terminal, today time.Time) error {
	end, err := periodFrom(today, o.within)
	if err != nil {
		return err
	}
	if err := oneOf(slices.Sorted(maps.Keys(dueFormats)), "unknown format %q", o.format); err != nil {
		return err
	}
	if err := oneOf(agenda.Kinds(), "unknown kind %q", o.kinds...); err != nil {
		return err
	}
	_, s, err := t.readSite()
	if err != nil {
		return err
	}
	items := slices.DeleteFunc(agenda.Until(agenda.Items(s, today), end), func(i agenda.Item) bool {
		return len(o.kinds) > 0 && !slices.Contains(o.kinds, i.Kind)
	})
	t.say(fmt.Sprintf("%s until %s", count(len(items), "item"), end.Format(time.DateOnly)))
	return dueFormats[o.format](t, s, items, today)
}

var period = regexp.MustCompile(`^([0-9]{1,4})([dwmy])$`)

// periodFrom returns the day at the end of a period.
func periodFrom(day time.Time, written string) (time.Time, error) {
	m := period.FindStringSubmatch(written)
	if m == nil {
		return day, failure.Usage("write days, weeks, months or years: 30d, 8w, 6m, 1y", "%q is no period", written)
	}
	n, _ := strconv.Atoi(m[1])
	long := map[string][3]int{"d": {0, 0, n}, "w": {0, 0, 7 * n}, "m": {0, n, 0}, "y": {n, 0, 0}}[m[2]]
	return day.AddDate(long[0], long[1], long[2]), nil
}

func dueTable(t *terminal, _ *site.Site, items []agenda.Item, today time.Time) error {
	w := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', 0)
	for _, i := range items {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", i.On, t.words.Say(dueState(i, today)), i.Kind, i.ID, t.words.Say(i.Why))
	}
	return w.Flush()
}

// dueState says until when something that is planned may wait.
func dueState(i agenda.Item, today time.Time) string {
	switch {
	case i.Latest == "":
		return "now"
	case i.Latest < today.Format(time.DateOnly):
		return "overdue since " + i.Latest
	}
	return "latest " + i.Latest
}

func dueJSON(t *terminal, _ *site.Site, items []agenda.Item, _ time.Time) error {
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(append([]agenda.Item{}, items...))
}

// dueCalendar writes events rather than tasks: every calendar shows those.
func dueCalendar(t *terminal, s *site.Site, items []agenda.Item, today time.Time) error {
	host := "localhost"
	if base, err := url.Parse(s.Config.BaseURL); err == nil && base.Host != "" {
		host = base.Host
	}
	calendar := ics.NewCalendar()
	calendar.SetProductId("-//" + host + "//wijzer due//EN")
	calendar.SetMethod(ics.MethodPublish)
	for _, i := range items {
		day, err := time.Parse(time.DateOnly, i.On)
		if err != nil {
			return err
		}
		event := calendar.AddEvent(url.PathEscape(i.Kind+" "+i.ID) + "@" + host)
		event.SetDtStampTime(today.UTC().Truncate(24 * time.Hour))
		event.SetAllDayStartAt(day)
		event.SetAllDayEndAt(day.AddDate(0, 0, 1))
		event.SetSummary(i.Kind + " " + i.ID)
		event.SetDescription(fmt.Sprintf("%s (%s)\n%s", i.Why, dueState(i, today), i.File))
		event.SetTimeTransparency(ics.TransparencyTransparent)
	}
	return calendar.SerializeTo(t.out, ics.WithNewLineWindows) // RFC 5545, 3.1
}
