package verify

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/links"
	"comwijzer/tools/internal/site"
)

// A reference is a record, what the registries say, and what is to be found.
type reference struct {
	name   string
	record string // YAML, with NUMBER for the number of the case

	crossref string // the description
	csl      string // that of the resolver of DOIs
	updates  string // the notices that name the work
	book     string
	serve    http.HandlerFunc // instead of crossref, or book

	want string // "" for none; else severity, and what the message holds
}

// A registry serves what the references say, by the number in their address.
type registry struct {
	references []reference
	asked      atomic.Int64
}

func (g *registry) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.asked.Add(1)
	path, _ := url.PathUnescape(r.URL.RequestURI())
	n := -1
	for i := range g.references {
		if strings.HasSuffix(path, number(i)) || strings.HasSuffix(path, isbn(i)) {
			n = i
		}
	}
	if n < 0 {
		http.NotFound(w, r)
		return
	}
	ref, answer := g.references[n], ""
	switch {
	case strings.Contains(path, "filter=updates:"):
		answer = `{"message": {"items": [` + ref.updates + `]}}`
	case strings.HasPrefix(path, "/works/") || strings.HasPrefix(path, "/api/books"):
		if ref.serve != nil {
			ref.serve(w, r)
			return
		}
		if answer = ref.book; ref.crossref != "" {
			answer = `{"status": "ok", "message": ` + ref.crossref + `}`
		}
	case r.Header.Get("Accept") == cslType:
		answer = ref.csl
	}
	if answer == "" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprint(w, strings.NewReplacer("NUMBER", number(n), "BOOK", isbn(n)).Replace(answer))
}

func number(n int) string { return fmt.Sprintf("10.5555/case.%d", 100+n) }

// isbn is a number of thirteen digits that add up.
func isbn(n int) string {
	digits := fmt.Sprintf("978%09d", n)
	sum := 0
	for i, d := range digits {
		sum += int(d-'0') * (1 + i%2*2)
	}
	return digits + fmt.Sprint((10-sum%10)%10)
}

// recordsOf returns the records of references, as a site has them.
func recordsOf(t *testing.T, references []reference) []*site.Source {
	files := fstest.MapFS{"config.toml": {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\nweight = 1\n")}}
	for i, r := range references {
		text := strings.NewReplacer("NUMBER", number(i), "BOOK", isbn(i)).Replace(r.record)
		files[fmt.Sprintf("data/sources/case-%d.yaml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	s, findings := site.Load(files)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return s.Sources()
}

func client() *links.Client {
	return links.NewClient(links.Options{Pace: time.Nanosecond, BackOff: time.Nanosecond, RequestLimit: time.Hour, AddressLimit: time.Hour, AllowLoopback: true})
}

// verified asks a registry about all works of records, and returns what it said.
func verified(t *testing.T, s []*site.Source, g http.Handler, client *links.Client) []Entry {
	server := httptest.NewServer(g)
	t.Cleanup(server.Close)
	var entries []Entry
	Run(t.Context(), Works(s), client, Registries{server.URL, server.URL, server.URL}, func(e Entry) { entries = append(entries, e) })
	return entries
}

// try demands of every reference its findings, and no other.
func try(t *testing.T, references []reference) {
	s := recordsOf(t, references)
	entries := verified(t, s, &registry{references: references}, client())
	byFile := map[string][]diag.Diagnostic{}
	for _, d := range Findings(s, entries) {
		byFile[d.File] = append(byFile[d.File], d)
	}
	for i, r := range references {
		t.Run(r.name, func(t *testing.T) {
			var got []string
			for _, d := range byFile[fmt.Sprintf("data/sources/case-%d.yaml", i)] {
				got = append(got, d.Severity.String()+" "+d.Message)
				if d.Line == 0 || d.Hint == "" {
					t.Errorf("%+v has no place or no hint", d)
				}
			}
			wants := strings.Split(r.want, "\n")
			if r.want == "" {
				wants = nil
			}
			if len(got) != len(wants) {
				t.Fatalf("got %q, want %q", got, wants)
			}
			for n, want := range wants {
				severity, said, _ := strings.Cut(want, " ")
				if !strings.HasPrefix(got[n], severity+" ") || !strings.Contains(got[n], said) {
					t.Errorf("got %q, want %q", got[n], want)
				}
			}
		})
	}
}

func TestFaultyReferences(t *testing.T) {
	if len(faulty) < 40 {
		t.Errorf("%d references", len(faulty))
	}
	try(t, faulty)
}

func TestGoodReferences(t *testing.T) { try(t, good) }

// What a registry said is kept, in a file that people can read and edit.
func TestLedger(t *testing.T) {
	s := recordsOf(t, faulty)
	works := Works(s)
	g := &registry{references: faulty}
	found := verified(t, s, g, client())
	day := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	entries := Merge(works, nil, found, day)
	root := t.TempDir()
	if err := Ledger.Save(root, entries); err != nil {
		t.Fatal(err)
	}
	kept, err := Ledger.Load(root)
	if diff := cmp.Diff(entries, kept); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if diff := cmp.Diff(Findings(s, entries), Findings(s, kept)); diff != "" {
		t.Error(diff)
	}
	if due := Due(works, kept, day.Add(time.Hour), 24*time.Hour); len(due) != 0 {
		t.Errorf("asked again on the same day: %v", due)
	}
	if due := Due(works, kept, day.Add(24*time.Hour), 24*time.Hour); len(due) != len(works) {
		t.Errorf("asked the next day: %v", due)
	}
	if gone := Merge(works[1:], kept, nil, day); len(gone) != len(works)-1 {
		t.Error("a work that no record has stays")
	}
	os.WriteFile(root+"/"+Ledger.File, []byte(`[{"work": "doi:10.5555/1", "verdict": "fine"}]`), 0o666)
	if _, err := Ledger.Load(root); err == nil || !strings.Contains(err.Error(), `unknown verdict "fine"`) {
		t.Error(err)
	}
}

// A registry that hangs is one finding, and nobody waits for ever.
func TestRegistryThatHangs(t *testing.T) {
	references := []reference{{record: article + "DOI: NUMBER\n"}}
	s := recordsOf(t, references)
	hangs := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	impatient := links.NewClient(links.Options{Pace: time.Nanosecond, RequestLimit: time.Millisecond, BackOff: time.Nanosecond, AllowLoopback: true})
	findings := Findings(s, verified(t, s, hangs, impatient))
	if len(findings) != 1 || !strings.Contains(findings[0].Message, "could not be verified (timeout)") {
		t.Error(findings)
	}
}

// A registry that wants a long rest is left alone, and there is no verdict on
// what was not asked.
func TestRegistryThatWantsRest(t *testing.T) {
	references := []reference{{record: article + "DOI: NUMBER\n"}, {record: article + "DOI: NUMBER\n"}}
	s := recordsOf(t, references)
	asked := 0
	entries := verified(t, s, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
	}), client())
	if asked != 1 || len(entries) != 1 || entries[0].Verdict != Unread {
		t.Errorf("asked %d times: %+v", asked, entries)
	}
	if e := Merge(Works(s), nil, entries, time.Now())[1]; e.Verdict != NeverAsked {
		t.Errorf("%+v", e)
	}
}

// Loopback is forbidden to whoever does not ask for it, here too.
func TestLoopbackIsForbidden(t *testing.T) {
	g := &registry{references: good[:1]}
	entries := verified(t, recordsOf(t, good[:1]), g, links.NewClient(links.Options{}))
	if g.asked.Load() != 0 || len(entries) != 1 || entries[0].Verdict != Unread {
		t.Errorf("%+v", entries)
	}
}
