package preview

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"comwijzer/tools/internal/check"
	"comwijzer/tools/internal/diag"
)

// pulse keeps a connection alive through proxies and notices browsers that left.
const pulse = 20 * time.Second

// serveEvents tells a browser of every change of state, as server-sent events:
// the version of the page at ?path=, at which the browser reloads when it shows
// another, and a serial number, at which it asks for the findings.
func (p *Preview) serveEvents(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming here", http.StatusNotImplemented)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	address := r.URL.Query().Get("path")
	for {
		p.mu.Lock()
		now, changed := p.state, p.changed
		p.mu.Unlock()
		version := p.version(p.page(address))
		if _, err := fmt.Fprintf(w, "event: state\ndata: {\"version\":%q,\"serial\":%d}\n\n", version, now.serial); err != nil {
			return
		}
		flusher.Flush()
		select {
		case <-r.Context().Done():
			return
		case <-changed:
		case <-time.After(pulse):
		}
	}
}

// liveState is what the panel on a page shows.
type liveState struct {
	Version   string          `json:"version"`   // of the page that asks
	Failed    bool            `json:"failed"`    // the pages are older than the sources
	Failure   string          `json:"failure"`   // why, when it is not for the findings
	Source    string          `json:"source"`    // the file of the page that asks
	Here      json.RawMessage `json:"here"`      // findings in that file
	Elsewhere json.RawMessage `json:"elsewhere"` // the other findings
}

// serveFindings answers with the findings, those of the page at ?path= apart.
func (p *Preview) serveFindings(w http.ResponseWriter, r *http.Request) {
	now := p.get()
	address := r.URL.Query().Get("path")
	here, elsewhere := now.split(address)
	text, err := json.Marshal(liveState{
		Version: p.version(p.page(address)), Failed: now.failed, Failure: now.failure,
		Source: now.source(address), Here: asJSON(here), Elsewhere: asJSON(elsewhere),
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, r, http.StatusOK, types[".json"], text)
}

// source returns the file that the page at an address was made from.
func (s state) source(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	return s.sources[address].File
}

// split separates the findings about the page at an address, in its source or
// in the page itself, from the others.
func (s state) split(address string) (here, elsewhere []diag.Diagnostic) {
	source, page := s.source(address), pageFile(address)
	for _, d := range s.findings {
		if d.File == page || source != "" && d.File == source {
			here = append(here, d)
		} else {
			elsewhere = append(elsewhere, d)
		}
	}
	return here, elsewhere
}

// pageFile returns the file that an address is served from, as findings in built
// pages name it.
func pageFile(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// asJSON returns findings in the format of wijzer check --format json.
func asJSON(findings []diag.Diagnostic) json.RawMessage {
	var b bytes.Buffer
	if err := diag.Print(&b, "json", findings, check.Titles()); err != nil {
		return json.RawMessage("[]")
	}
	return b.Bytes()
}
