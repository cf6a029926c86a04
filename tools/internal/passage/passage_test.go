package passage

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/links"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/toolchain"
)

// The sections of a page that the tests cite.
const (
	risk = "De druk neemt toe zodra een kind iets heeft gestuurd. Daarna volgen nieuwe eisen, vaak met een dreigement erbij, en het kind durft er met niemand over te praten."
	help = "Wie dit vermoedt, belt met de instelling of vult het formulier in. Een medewerker neemt binnen twee werkdagen contact op en bespreekt samen met de melder wat er nodig is."
	law  = "De wet maakt het strafbaar om een kind tot zulke beelden te brengen. De rechter kan een gevangenisstraf van ten hoogste acht jaar opleggen, of een geldboete."
	last = "Deze pagina is bedoeld voor mensen die met jongeren werken en wordt door de redactie ieder half jaar nagekeken en waar nodig aangevuld."
)

func page(sections ...string) string {
	return `<!doctype html><html lang="nl"><title>Onder druk</title><nav><p>Naar de startpagina van deze mooie website en verder</p></nav><main><h1>Onder druk gezet</h1>` +
		strings.Join(sections, "\n") + `</main><footer><p>Alle rechten op deze teksten zijn voorbehouden aan ons</p></footer>`
}

func part(heading, text string) string { return "<h2>" + heading + "</h2><p>" + text + "</p>" }

var before = page(part("Risico’s", risk), part("2. Hulp", help), part("Wat de wet zegt", law), part("Over deze pagina", last))

// A world is a site whose one source stands on a server that the test controls.
type world struct {
	record string
	path   string   // of the page
	cites  []string // locators
	files  fstest.MapFS

	kind, body, etag string
	status           int
	robots           string
	pages            atomic.Int64 // bodies that were sent
	asked            atomic.Int64 // requests

	server *httptest.Server
	known  []Entry
	today  time.Time
	pdf    PDF
}

func newWorld(t *testing.T, body string, cites ...string) *world {
	w := &world{path: "/page", cites: cites, kind: "text/html; charset=utf-8", body: body, status: 200, today: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), pdf: toolchain.PDFPages}
	w.server = httptest.NewServer(w)
	t.Cleanup(w.server.Close)
	return w
}

func (w *world) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	w.asked.Add(1)
	if r.URL.Path == "/robots.txt" {
		fmt.Fprint(rw, w.robots)
		return
	}
	if w.etag != "" {
		rw.Header().Set("ETag", w.etag)
		if r.Header.Get("If-None-Match") == w.etag {
			rw.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.pages.Add(1)
	rw.Header().Set("Content-Type", w.kind)
	rw.WriteHeader(w.status)
	fmt.Fprint(rw, w.body)
}

func (w *world) site(t *testing.T) *site.Site {
	var claims strings.Builder
	for i, at := range w.cites {
		fmt.Fprintf(&claims, "Bewering %d. [%s](cite:bron)\n\n", i, at)
	}
	s, findings := site.Load(fstest.MapFS{
		"config.toml":            {Data: []byte("baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"nl\"\n[languages.nl]\nweight = 1\n")},
		"data/sources/bron.yaml": {Data: []byte("type: webpage\nURL: " + w.server.URL + w.path + "\n" + w.record)},
		"data/lexicon/nl.yaml":   {Data: []byte("locators: {chapter: [hfst], paragraph: [alinea], page: [p], heading: [kop], none: [z.p.]}\n")},
		"content/a.nl.md":        {Data: []byte("---\ntitle: A\ntype: explainer\n---\n" + claims.String())},
	})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return s
}

// look lets a day pass and looks at what is due.
func (w *world) look(t *testing.T) []Entry {
	w.today = w.today.Add(24 * time.Hour)
	return w.again(t)
}

// again looks on the same day.
func (w *world) again(t *testing.T) []Entry {
	watches := Watches(w.site(t))
	client := links.NewClient(links.Options{Pace: time.Nanosecond, BackOff: time.Nanosecond, RequestLimit: time.Hour, AddressLimit: time.Hour, BodyLimit: 1 << 16, AllowLoopback: true})
	var found []Entry
	Run(t.Context(), Due(watches, w.known, w.today, 24*time.Hour), w.known, client, w.pdf, w.today, func(e Entry) { found = append(found, e) })
	w.known = Merge(watches, w.known, found)
	decoded, err := Ledger.Decode(Ledger.Encode(w.known)) // as if from the file
	if diff := cmp.Diff(w.known, decoded); len(w.known) > 0 && (err != nil || diff != "") {
		t.Fatal(err, diff)
	}
	return w.known
}

// verdicts are what is known of the passages, by locator.
func verdicts(entries []Entry) string {
	var out []string
	for _, e := range entries {
		for _, p := range e.Passages {
			out = append(out, fmt.Sprintf("%s=%s", p.Locator, p.Verdict))
		}
	}
	return strings.Join(out, " ")
}

func demand(t *testing.T, what string, entries []Entry, want string) {
	t.Helper()
	if got := verdicts(entries); got != want {
		t.Errorf("%s: got %q, want %q (%+v)", what, got, want, entries)
	}
}

func TestPassagesOfAPage(t *testing.T) {
	const same = "=unchanged alinea 3=unchanged hfst. 2=unchanged kop 'Risico’s'=unchanged"
	for name, c := range map[string]struct{ after, want string }{
		"the same":           {before, same},
		"a typing error":     {strings.Replace(before, "vermoedt,", "vermoed,", 1), same},
		"other order":        {page(part("Over deze pagina", last), part("Wat de wet zegt", law), part("2. Hulp", help), part("Risico’s", risk)), same},
		"text added":         {page(part("Nieuw", strings.Repeat("Er staat nu nog veel meer op deze lange pagina dan eerst. ", 20)), part("Risico’s", risk), part("2. Hulp", help), part("Wat de wet zegt", law), part("Over deze pagina", last)), same},
		"another layout":     {`<html><body><div><div class=x>` + strings.NewReplacer("<p>", "<div><span>", "</p>", "</span></div>", "<main>", "", "</main>", "").Replace(before) + `</div></div>`, same},
		"links and emphasis": {strings.NewReplacer("medewerker", "<a href=/x><em>mede</em>werker</a>", "wet", "w&#101;t").Replace(before), same},
		"a sentence anew": {strings.Replace(before, "Een medewerker neemt binnen twee werkdagen contact op en bespreekt samen met de melder wat er nodig is.", "Wij bellen u binnen een maand terug om te bespreken of wij iets voor u kunnen doen.", 1),
			"=unchanged alinea 3=changed hfst. 2=changed kop 'Risico’s'=unchanged"},
		"a section gone": {page(part("Risico’s", risk), part("Wat de wet zegt", law), part("Over deze pagina", last)),
			"=changed alinea 3=changed hfst. 2=gone kop 'Risico’s'=unchanged"},
		"another page": {page(part("Tuinieren", strings.Repeat("Planten hebben in het voorjaar veel water en licht nodig om te groeien. ", 9))),
			"=gone alinea 3=gone hfst. 2=gone kop 'Risico’s'=gone"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, before, "z.p.", "hfst. 2", "alinea 3", "kop 'Risico’s'")
			demand(t, "first", w.look(t), same)
			w.body = c.after
			demand(t, "then", w.look(t), c.want)
		})
	}
}

func TestTheClaimsThatRestOnAPassageAreNamed(t *testing.T) {
	w := newWorld(t, before, "kop 'Risico’s'", "hfst. 2", "z.p.", "hfst. 2")
	w.look(t)
	w.body = page(part("Risico’s", risk), part("Wat de wet zegt", law), part("Over deze pagina", last), part("Meer", strings.ToUpper(risk)+strings.ToUpper(law)))
	var got []string
	for _, d := range Findings(w.site(t), w.look(t)) {
		if d.Severity == diag.Error {
			got = append(got, d.Position.String()+" "+d.Message)
		}
	}
	gone := `"hfst. 2" of source "bron" is gone: 0% of its word runs are left`
	want := []string{
		"content/a.nl.md:7:13 this rests on what changed: " + gone,
		"content/a.nl.md:11:13 this rests on what changed: " + gone,
		"data/sources/bron.yaml:2:6 " + gone,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Drift in small steps is measured from the start, and an editor who reads the
// page again makes a new start.
func TestVerifyingMakesANewStart(t *testing.T) {
	w := newWorld(t, before, "hfst. 2")
	w.look(t)
	w.body = strings.Replace(w.body, "met de instelling of vult het formulier in", "naar het meldpunt", 1)
	demand(t, "one step", w.look(t), "hfst. 2=changed")
	demand(t, "the same day", w.again(t), "hfst. 2=changed")
	w.record = "verified_on: 2026-03-03\n"
	demand(t, "read by an editor", w.again(t), "hfst. 2=unchanged")
	if day := w.known[0].Passages[0].RecordedOn; day != "2026-03-03" {
		t.Errorf("recorded on %s", day)
	}
	sent := w.pages.Load()
	demand(t, "once is enough", w.again(t), "hfst. 2=unchanged")
	if w.pages.Load() != sent {
		t.Error("asked again on the same day")
	}
}

// A server that can tell what changed is asked no more than that.
func TestAPageThatDidNotChangeIsNotSentAgain(t *testing.T) {
	w := newWorld(t, before, "hfst. 2")
	w.etag = `"1"`
	w.look(t)
	demand(t, "not modified", w.look(t), "hfst. 2=unchanged")
	if n := w.pages.Load(); n != 1 || w.known[0].CheckedOn != "2026-03-03" {
		t.Errorf("sent %d times, %+v", n, w.known)
	}
	w.cites = append(w.cites, "z.p.")
	demand(t, "a new citation needs the page", w.again(t), "=unchanged hfst. 2=unchanged")
	if n := w.pages.Load(); n != 2 {
		t.Errorf("sent %d times", n)
	}
	w.etag, w.body = `"2"`, page(part("2. Hulp", last))
	demand(t, "modified", w.look(t), "=changed hfst. 2=gone")
	w.cites = w.cites[1:]
	demand(t, "a citation that went", w.look(t), "=changed")
	w.path, w.body = "/elders", before
	demand(t, "another address with the same tag", w.look(t), "=unchanged")
}

// A page that cannot be read is not asked for again on the same day, whatever
// an editor has read.
func TestAWallIsLeftAlone(t *testing.T) {
	w := newWorld(t, before, "hfst. 2")
	w.status, w.record = 403, "verified_on: 2026-03-02\n"
	w.look(t)
	asked := w.asked.Load()
	demand(t, "the same day", w.again(t), "hfst. 2=unreadable")
	if w.asked.Load() != asked {
		t.Error("asked again")
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*world)
		want   string
	}{
		"robots.txt": {func(w *world) { w.robots = "User-agent: *\nDisallow: /\n" }, "robots.txt does not allow it"},
		"a pay-wall": {func(w *world) { w.status = 402 }, "402 Payment Required"},
		"a pay-wall in words": {func(w *world) {
			w.body = strings.Replace(before, "<main>", `<script type="application/ld+json">{"isAccessibleForFree": false}</script><main>`, 1)
		}, "subscribers"},
		"refused":       {func(w *world) { w.status = 403 }, "403 Forbidden"},
		"broken":        {func(w *world) { w.status = 500 }, "500 Internal Server Error"},
		"a robot check": {func(w *world) { w.body = "<title>Just a moment...</title>" }, "check for robots"},
		"only script":   {func(w *world) { w.body = "<title>App</title><div id=root></div><script>" + help + "</script>" }, "no text, or only for who runs scripts"},
		"a picture":     {func(w *world) { w.kind, w.body = "image/png", "\x89PNG\r\n" }, "neither a page nor a PDF"},
		"a long page":   {func(w *world) { w.body = strings.Repeat(before, 1<<16/len(before)+1) }, "longer than wijzer reads"},
		"a broken PDF":  {func(w *world) { w.kind, w.body = "application/pdf", "%PDF-1.7 that is none" }, "pdftotext cannot read it"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, before, "hfst. 2", "z.p.")
			c.change(w)
			demand(t, "from the start", w.look(t), "=unreadable hfst. 2=unreadable")
			w = newWorld(t, before, "hfst. 2")
			w.look(t)
			print := w.known[0].Passages[0].Print
			c.change(w)
			demand(t, "later", w.look(t), "hfst. 2=unreadable")
			if diff := cmp.Diff(print, w.known[0].Passages[0].Print); diff != "" {
				t.Error("the fingerprint is lost")
			}
			findings := Findings(w.site(t), w.known)
			if len(findings) != 1 || findings[0].Severity != diag.Info || !strings.Contains(findings[0].Message, c.want) {
				t.Errorf("got %v, want %q", findings, c.want)
			}
			w.body, w.kind, w.status, w.robots = before, "text/html", 200, ""
			demand(t, "readable again", w.look(t), "hfst. 2=unchanged")
		})
	}
}

func TestAPageThatIsGoneTakesItsPassages(t *testing.T) {
	for name, change := range map[string]func(*world){
		"404":      func(w *world) { w.status = 404 },
		"soft 404": func(w *world) { w.body = "<title>Pagina niet gevonden</title><p>" + help },
	} {
		w := newWorld(t, before, "hfst. 2")
		w.look(t)
		change(w)
		demand(t, name, w.look(t), "hfst. 2=gone")
	}
}

// No text can be read back: the file holds locators, which the site has
// anyway, and numbers.
func TestTheLedgerHoldsNoText(t *testing.T) {
	w := newWorld(t, before, "hfst. 2", "z.p.")
	file := string(Ledger.Encode(w.look(t)))
	for word := range strings.FieldsSeq(strings.ToLower(risk + help + law + last)) {
		if word = strings.Trim(word, ".,"); len(word) > 4 && strings.Contains(strings.ToLower(file), word) {
			t.Errorf("%q stands in the ledger", word)
		}
	}
	if longest := 2 * hashBytes * mostKept; len(w.known[0].Passages[0].Print) == 0 || len(file) > 2*longest+1000 {
		t.Errorf("%d bytes:\n%s", len(file), file)
	}
}

// The same words in two sources have nothing in common.
func TestFingerprintsAreOfOneSource(t *testing.T) {
	words := []block{{text: help}}
	if one := sample(hashes("one", words)); one.left(hashes("one", words)) != 100 || one.left(hashes("two", words)) != 0 {
		t.Errorf("%d, %d", one.left(hashes("one", words)), one.left(hashes("two", words)))
	}
}

// A source that was not read, or has no address, or that nobody cites, has no
// passages.
func TestWhatIsNotWatched(t *testing.T) {
	w := newWorld(t, before, "hfst. 2")
	w.record = "kind_of_use: cited-in\n"
	demand(t, "known through another work", w.look(t), "")
	w.record, w.cites = "", nil
	demand(t, "not cited", w.look(t), "")
	if w.pages.Load() != 0 {
		t.Error("asked all the same")
	}
}

func TestFaultsOfTheLedger(t *testing.T) {
	for text, want := range map[string]string{
		`[{"source": "a", "address": ""}]`:                                                             "no source or no address",
		`[{"source": "a", "address": "b", "passages": [{"verdict": "fine"}]}]`:                         `unknown verdict "fine"`,
		`[{"source": "a", "address": "b", "passages": [{"verdict": "gone", "print": "xyz"}]}]`:         "a print that is none",
		`[{"source": "a", "address": "b", "passages": [{"verdict": "gone", "recorded_on": "1 mei"}]}]`: "is no day",
		`[{"source": "a", "address": "b"}, {"source": "a", "address": "b"}]`:                           "stands twice",
	} {
		if _, err := Ledger.Decode([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
