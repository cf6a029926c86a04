package verify

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
)

// cslType is how resolvers of DOIs are asked for a description.
const cslType = "application/vnd.citationstyles.csl+json"

// article asks Crossref about a DOI, and the resolver when Crossref does
// not know it: other agencies register DOIs too.
func (a asker) article(ctx context.Context, doi, address string) (Entry, bool) {
	e := Entry{Work: "doi:" + doi}
	var answer struct{ Message *csl }
	verdict, reason, ok := a.read(ctx, address, "application/json", &answer)
	if !ok {
		return e, false
	}
	if verdict == Unknown {
		verdict, reason, ok = a.read(ctx, a.at.DOI+"/"+url.PathEscape(doi), cslType, &answer.Message)
		e.describe(verdict, reason, answer.Message)
		return e, ok
	}
	e.describe(verdict, reason, answer.Message)
	if e.Verdict != Known {
		return e, true
	}
	e.status(doi, answer.Message)
	return e, a.notices(ctx, &e, doi)
}

// notices looks from the other side: for the notices that name this work.
// Older ones are not named in the description of the work itself.
func (a asker) notices(ctx context.Context, e *Entry, doi string) (ok bool) {
	var list struct{ Message struct{ Items []csl } }
	verdict, reason, ok := a.read(ctx, a.at.Crossref+"/works?rows=100&filter=updates:"+url.QueryEscape(doi), "application/json", &list)
	if verdict != Known {
		e.Reason = "its notices: " + reason
	}
	for _, notice := range list.Message.Items {
		for _, u := range notice.UpdateTo {
			if strings.EqualFold(u.DOI, doi) {
				e.notice(Notice{u.Type, strings.ToLower(notice.DOI), u.Updated.day()})
			}
		}
	}
	return ok
}

// csl is a description of a work: CSL as registries write it, with what
// Crossref adds.
type csl struct {
	DOI       string
	Title     texts
	Subtitle  texts
	Original  texts `json:"original-title"`
	Author    []name
	Editor    []name
	Issued    date
	Print     date     `json:"published-print"`
	Online    date     `json:"published-online"`
	UpdatedBy []update `json:"updated-by"`
	UpdateTo  []update `json:"update-to"`
	Relation  map[string][]struct{ ID string }
}

type update struct {
	DOI     string
	Type    string
	Updated date
}

type name struct{ Family, Literal, Name string }

// texts is one text or a list.
type texts []string

// UnmarshalJSON reads either; what is neither is no text.
func (t *texts) UnmarshalJSON(src []byte) error {
	var one string
	if json.Unmarshal(src, &one) == nil {
		*t = texts{one}
		return nil
	}
	_ = json.Unmarshal(src, (*[]string)(t))
	return nil
}

// date is a day, a month or a year, as far as its numbers go.
type date []int

// UnmarshalJSON reads the first of the date parts; numbers may be texts.
func (d *date) UnmarshalJSON(src []byte) error {
	var parts struct {
		Parts [][]json.Number `json:"date-parts"`
	}
	if json.Unmarshal(src, &parts) != nil || len(parts.Parts) == 0 {
		return nil
	}
	for _, text := range parts.Parts[0] {
		if n, err := text.Int64(); err == nil {
			*d = append(*d, int(n))
		}
	}
	return nil
}

func (d date) day() string {
	if len(d) < 3 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d[0], d[1], d[2])
}

// describe takes over what a registry says of a work.
func (e *Entry) describe(verdict Verdict, reason string, c *csl) {
	if verdict == Known && (c == nil || len(c.Title) == 0) {
		verdict, reason = Unread, "the registry gives no title"
	}
	if e.Verdict, e.Reason = verdict, reason; verdict != Known {
		return
	}
	e.Titles = slices.Concat(c.Title, c.Original)
	if len(c.Subtitle) > 0 {
		e.Titles[0] += ": " + c.Subtitle[0]
	}
	for _, n := range slices.Concat(c.Author, c.Editor) {
		e.Authors = append(e.Authors, n.Family+n.Literal+n.Name)
	}
	for _, d := range []date{c.Issued, c.Print, c.Online} {
		if len(d) > 0 && !slices.Contains(e.Years, d[0]) {
			e.Years = append(e.Years, d[0])
		}
	}
}

// status takes over what a description says of notices: about the work, and
// what it is a notice about itself. A work may update itself in place.
func (e *Entry) status(doi string, c *csl) {
	for _, u := range c.UpdatedBy {
		e.notice(Notice{u.Type, strings.ToLower(u.DOI), u.Updated.day()})
	}
	for _, kind := range slices.Sorted(maps.Keys(c.Relation)) {
		for _, other := range c.Relation[kind] {
			if by, ok := strings.CutSuffix(strings.TrimPrefix(kind, "is-"), "-by"); ok && statusOf(by) != Other {
				e.notice(Notice{Kind: by, DOI: strings.ToLower(other.ID)})
			}
		}
	}
	for _, u := range c.UpdateTo {
		n := Notice{u.Type, strings.ToLower(u.DOI), u.Updated.day()}
		if n.DOI == doi {
			e.notice(n)
		} else {
			e.NoticeOf = append(e.NoticeOf, n)
		}
	}
}

// notice adds a notice, unless it is known from the other side.
func (e *Entry) notice(n Notice) {
	same := func(o Notice) bool { return o.DOI == n.DOI && statusOf(o.Kind) == statusOf(n.Kind) }
	if !slices.ContainsFunc(e.Notices, same) {
		e.Notices = append(e.Notices, n)
	}
}
