package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"comwijzer/tools/internal/cite"
)

// Source is a work that the site cites, and what the site says of it.
type Source struct {
	*Record `json:"-"`
	cite.Work
	Label        Text            `json:"label"`
	Unknown      []string        `json:"unknown"` // fields that could not be found out
	Parts        map[string]Part `json:"parts"`   // how the work is divided, by kind of part
	Grade        string          `json:"grade"`   // "primary", "secondary" or "press"
	Reliability  Judgement       `json:"reliability"`
	Credibility  Judgement       `json:"credibility"`
	Use          string          `json:"kind_of_use"`
	SupersededBy string          `json:"superseded_by"`
	Withdrawn    *Withdrawn      `json:"withdrawn"`
	VerifiedOn   string          `json:"verified_on"`
	Licence      Text            `json:"licence"`
	Withheld     bool            `json:"title_withheld"` // the title may stand in the reference only
}

// CitedIn is the Use of a work that is known only through another one.
const CitedIn = "cited-in"

// Judgement is what the editors make of a publisher or a work, with the
// reason: a grade of the Admiralty scale, "" where nobody judged yet.
type Judgement struct {
	Grade   Mark `json:"grade"`
	Because Text `json:"because"`
}

// Mark is a grade of that scale: "A" to "F" for a publisher, "1" to "6" for a work.
type Mark string

// UnmarshalJSON reads a letter or a number.
func (m *Mark) UnmarshalJSON(src []byte) error {
	*m = Mark(strings.Trim(string(src), `"`))
	return nil
}

// Doubted reports whether the editors hold what the work says for doubtful.
func (s *Source) Doubted() bool { return s.Credibility.Grade == "4" || s.Credibility.Grade == "5" }

// Withdrawn says that nobody should rely on a work any more.
type Withdrawn struct {
	On     string `json:"on"`
	Reason Text   `json:"reason"`
}

// Part is one way in which a work is divided: how far numbers run, or headings.
type Part struct {
	First, Last int
	Headings    []string
}

// UnmarshalJSON reads the number of the last part, the first and the last,
// or a list of headings.
func (p *Part) UnmarshalJSON(src []byte) error {
	var ends []int
	switch {
	case json.Unmarshal(src, &p.Last) == nil:
		p.First = 1
	case json.Unmarshal(src, &ends) == nil && len(ends) == 2:
		p.First, p.Last = ends[0], ends[1]
	default:
		_ = json.Unmarshal(src, &p.Headings)
	}
	return nil
}

// Division says in words how the work is divided: chapter 1 to 7, note 1 to
// 28, 3 headings.
func (s *Source) Division() string {
	var words []string
	for _, kind := range slices.Sorted(maps.Keys(s.Parts)) {
		if part := s.Parts[kind]; part.Last > 0 {
			words = append(words, fmt.Sprintf("%s %d to %d", kind, part.First, part.Last))
		}
	}
	if n := len(s.Parts["heading"].Headings); n > 0 {
		words = append(words, fmt.Sprintf("%d headings", n))
	}
	return strings.Join(words, ", ")
}
