package preview

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/headers"
)

// pulse keeps a connection alive through proxies and notices browsers that left.
const pulse = 20 * time.Second

// serveEvents tells a browser of every change of state, as server-sent
// events: the version of the page at ?path=, at which the browser reloads
// when it shows another, and a serial number, at which it asks for the
// findings.
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
	Summary   string          `json:"summary"`   // how the page stands, in a line
	Source    string          `json:"source"`    // the file of the page that asks
	Here      json.RawMessage `json:"here"`      // findings in that file
	Elsewhere json.RawMessage `json:"elsewhere"` // the other findings

	Lang  string            `json:"lang"`
	Words map[string]string `json:"words"` // of the panel, by what they are in English
}

// panelWords are the words that the panel shows.
var panelWords = []string{"Findings", "wijzer preview", "Close", "Hide", "Show", "On this page", "On other pages", "hint:", "error:", "warning:", "info:"}

// say translates for the panel.
func (p *Preview) say(english string) string {
	if p.Translate == nil {
		return english
	}
	return p.Translate(english)
}

func (p *Preview) words() map[string]string {
	words := map[string]string{}
	for _, word := range panelWords {
		words[word] = p.say(word)
	}
	return words
}

// summary says in one line how a page stands.
func (p *Preview) summary(now state, here, all int) string {
	found := fmt.Sprintf("%d findings", all)
	if all == 1 {
		found = "1 finding"
	}
	if now.failed {
		return p.say(fmt.Sprintf("not built: %s. You see the last good pages", cmp.Or(now.failure, found)))
	}
	return p.say(fmt.Sprintf("%s, of which %d on this page", found, here))
}

// serveFindings answers with the findings, those of the page at ?path= apart.
func (p *Preview) serveFindings(w http.ResponseWriter, r *http.Request) {
	now := p.get()
	address := r.URL.Query().Get("path")
	here, elsewhere := now.split(address)
	text, err := json.Marshal(liveState{
		Version: p.version(p.page(address)), Failed: now.failed, Failure: p.say(now.failure),
		Summary: p.summary(now, len(here), len(here)+len(elsewhere)),
		Source:  now.source(address), Here: p.asJSON(here), Elsewhere: p.asJSON(elsewhere), Lang: p.Lang, Words: p.words(),
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, r, http.StatusOK, headers.Type(".json"), text)
}

// source returns the file that the page at an address was made from.
func (s state) source(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		address = plain
	}
	return s.sources[address].File
}

// split separates the findings about the page at an address, in its source
// or in the page itself, from the others.
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

// pageFile returns the file that an address is served from, as findings in
// built pages name it.
func pageFile(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// asJSON returns findings in the format of wijzer check --format json, in
// the language of the panel.
func (p *Preview) asJSON(findings []diag.Diagnostic) json.RawMessage {
	var b bytes.Buffer
	said := slices.Clone(findings)
	for i := range said {
		said[i].Message, said[i].Hint = p.say(said[i].Message), p.say(said[i].Hint)
	}
	if err := diag.Print(&b, "json", said, diag.Options{}); err != nil {
		return json.RawMessage("[]")
	}
	return b.Bytes()
}
