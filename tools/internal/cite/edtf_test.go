package cite

import (
	"errors"
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ text, first, last, fault string }{
		{"2025", "2025-01-01", "2025-12-31", ""},
		{"2025~", "2025-01-01", "2025-12-31", ""},
		{"2024-02", "2024-02-01", "2024-02-29", ""},
		{"2024-02-29?", "2024-02-29", "2024-02-29", ""},
		{"2024/2025-03", "2024-01-01", "2025-03-31", ""},
		{"2025-02-29", "", "", "no such day in the calendar"},
		{"2025-04-31", "", "", "no such day in the calendar"},
		{"2025-13", "", "", "no such day in the calendar"},
		{"2025-03/2025-01", "", "", "ends before it begins"},
		{"2025-02-30/2026", "", "", "no such day in the calendar"},
		{"", "", "", ErrNoDate.Error()},
		{"25-03", "", "", ErrNoDate.Error()},
		{"2025-3", "", "", ErrNoDate.Error()},
		{"2025~?", "", "", ErrNoDate.Error()},
		{"2025/", "", "", ErrNoDate.Error()},
		{"10-03-2025", "", "", ErrNoDate.Error()},
		{"２０２５", "", "", ErrNoDate.Error()},
	} {
		got, err := ParseDate(c.text)
		switch {
		case c.fault != "":
			if err == nil || err.Error() != c.fault {
				t.Errorf("%q: fault %v, want %s", c.text, err, c.fault)
			}
		case err != nil || got.First.Format(time.DateOnly) != c.first || got.Last.Format(time.DateOnly) != c.last:
			t.Errorf("%q: %v to %v (%v)", c.text, got.First, got.Last, err)
		}
	}
}

func TestVagueDatesSaySo(t *testing.T) {
	for text, want := range map[string]bool{"2025": false, "2025~": true, "2024?/2025": true, "2024/2025%": true} {
		if got, err := ParseDate(text); err != nil || got.Vague != want {
			t.Errorf("%q: vague %v, %v", text, got.Vague, err)
		}
	}
}

func TestAfter(t *testing.T) {
	day := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]bool{
		"2026": false, "2026-11": false, "2026-11-20": false, "2024/2026": false, "2026-11-21": true, "2026-12": true, "2027~": true, "2024/2027": true,
	} {
		if d, err := ParseDate(text); err != nil || d.After(day) != want {
			t.Errorf("%q: after is %v, %v", text, !want, err)
		}
	}
}

// Whatever the text, a date that is read begins no later than it ends.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"2025", "2025-03~", "2024-02-29?", "2024/2025-03", "0000", "9999-12-31", "----", "2025-03-10/", "/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDate(text)
		if err == nil && d.Last.Before(d.First) || err != nil && errors.Is(err, ErrNoDate) && isDateForm(text) {
			t.Errorf("%q: %v, %v", text, d, err)
		}
	})
}
