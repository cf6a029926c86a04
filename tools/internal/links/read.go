package links

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"golang.org/x/net/html/charset"
)

// Request is something to read.
type Request struct {
	Address string
	Header  http.Header // besides the usual ones
	API     bool        // its host offers it to programs: robots.txt is for crawlers
}

// Document is what stands at an address. When the headers of the request
// say which version is known and it still stands, the status is 304 and
// there is no body.
type Document struct {
	Entry  // how the address fares
	Header http.Header
	Body   []byte
}

// Read returns what stands at an address, after redirects, up to the bound
// on a body. It returns false when there is no verdict, as for Run.
func (c *Client) Read(ctx context.Context, r Request) (Document, bool) {
	what := errand{method: http.MethodGet, header: r.Header, whole: true}
	if u, problem := parse(r.Address); r.API && problem == "" {
		what.open = u.Host
	}
	e, last, ok := c.run(ctx, r.Address, what)
	if e.Status == http.StatusNotModified && r.Header != nil {
		e.Verdict, e.Reason = Alive, ""
	}
	return Document{e, last.header, last.body}, ok
}

// IsHTML reports whether the document is a page.
func (d Document) IsHTML() bool { return isHTML(d.Header.Get("Content-Type"), d.Body) }

// Text returns the body in UTF-8.
func (d Document) Text() io.Reader { return decoded(d.Body, d.Header.Get("Content-Type")) }

// decoded reads text in whatever encoding it declares or seems to have.
func decoded(body []byte, contentType string) io.Reader {
	if r, err := charset.NewReader(bytes.NewReader(body), contentType); err == nil {
		return r
	}
	return bytes.NewReader(body)
}
