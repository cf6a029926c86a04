package verify

import (
	"context"
	"regexp"
	"strconv"
)

var year = regexp.MustCompile(`\b1[5-9]\d\d\b|\b20\d\d\b`)

// book asks Open Library about an ISBN.
func (a asker) book(ctx context.Context, isbn, address string) (Entry, bool) {
	e := Entry{Work: "isbn:" + isbn}
	var answer map[string]struct {
		Title, Subtitle string
		Authors         []name
		Published       string `json:"publish_date"`
	}
	verdict, reason, ok := a.read(ctx, address, "application/json", &answer)
	book, listed := answer["ISBN:"+isbn]
	if verdict == Known && !listed {
		verdict = Unknown
	}
	c := csl{Author: book.Authors}
	if book.Title != "" {
		c.Title = texts{book.Title}
	}
	if book.Subtitle != "" {
		c.Subtitle = texts{book.Subtitle}
	}
	if n, err := strconv.Atoi(year.FindString(book.Published)); err == nil {
		c.Issued = date{n}
	}
	e.describe(verdict, reason, &c)
	return e, ok
}
