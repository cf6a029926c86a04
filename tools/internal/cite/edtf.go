package cite

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Date is a day, a month, a year or a stretch of those: the part of EDTF
// level 1 (ISO 8601-2) that the schemas allow. What they refuse is no date
// here either; this adds what a pattern cannot see: the calendar.
type Date struct {
	First, Last time.Time // its first and its last day, UTC
	Vague       bool      // about or uncertain: ~, ? or %

	from, to Point // what it begins and ends with; to is the zero Point of a single one
	ending   time.Time
}

// Point is a year, season, month or day as it is written.
type Point struct {
	Year, Month, Day int // 0 when it is not said
	Season           int // 1 to 4, spring first
	About, Uncertain bool
}

// After reports whether a date, or the end of a stretch, has not begun on a
// day. This year and this month have.
func (d Date) After(day time.Time) bool { return d.ending.After(day) }

// ErrNoDate is the error for text that is no EDTF at all.
var ErrNoDate = errors.New("not an EDTF date")

var dateLayouts = []string{"2006-01-02", "2006-01", "2006"}

// ParseDate reads 2025, 2025-03, 2025-03-10, 2025-21 (spring), 2025~,
// 2025-03? and 2024/2025-03.
func ParseDate(text string) (Date, error) {
	from, to, interval := strings.Cut(text, "/")
	first, err := oneDate(from)
	if err != nil || !interval {
		return first, err
	}
	last, err := oneDate(to)
	switch {
	case err != nil:
		return Date{}, err
	case last.Last.Before(first.First):
		return Date{}, fmt.Errorf("ends before it begins")
	}
	return Date{first.First, last.Last, first.Vague || last.Vague, first.from, last.from, last.First}, nil
}

func oneDate(text string) (Date, error) {
	plain := strings.TrimRight(text, "~?%")
	if len(text)-len(plain) > 1 || !isDateForm(plain) {
		return Date{}, ErrNoDate
	}
	point := pointOf(plain)
	layout := dateLayouts[2-strings.Count(plain, "-")]
	if point.Season > 0 { // its months depend on where one is
		layout, plain = dateLayouts[2], plain[:4]
	}
	first, err := time.Parse(layout, plain)
	if err != nil {
		return Date{}, fmt.Errorf("no such day in the calendar")
	}
	point.About = strings.ContainsAny(text, "~%")
	point.Uncertain = strings.ContainsAny(text, "?%")
	return Date{first, lastDay(first, layout), point.About || point.Uncertain, point, Point{}, first}, nil
}

// firstSeason is how EDTF counts the seasons: from 21.
const firstSeason = 21

// pointOf reads the numbers of a date of the right form.
func pointOf(plain string) (p Point) {
	fmt.Sscanf(plain, "%d-%d-%d", &p.Year, &p.Month, &p.Day)
	if p.Day == 0 && p.Month >= firstSeason && p.Month < firstSeason+4 {
		p.Season, p.Month = p.Month-firstSeason+1, 0
	}
	return p
}

// isDateForm tells digits and hyphens in the right places: 2025[-03[-10]].
func isDateForm(text string) bool {
	const shape = "dddd-dd-dd"
	if len(text) != 4 && len(text) != 7 && len(text) != 10 {
		return false
	}
	for i := range len(text) {
		digit := text[i] >= '0' && text[i] <= '9'
		if digit != (shape[i] == 'd') || !digit && text[i] != '-' {
			return false
		}
	}
	return true
}

func lastDay(first time.Time, layout string) time.Time {
	switch layout {
	case "2006":
		return first.AddDate(1, 0, -1)
	case "2006-01":
		return first.AddDate(0, 1, -1)
	}
	return first
}

// earliestZone is how far the day is ahead where it begins first.
const earliestZone = 14 * time.Hour

// LatestDay returns the day that a moment is in where days begin first:
// what lies after it has begun nowhere on earth.
func LatestDay(moment time.Time) time.Time { return Day(moment.UTC().Add(earliestZone)) }

// Day returns the day of a moment, as dates count them.
func Day(moment time.Time) time.Time {
	y, m, d := moment.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
