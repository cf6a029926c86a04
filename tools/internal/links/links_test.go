package links

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestForbiddenNumbers(t *testing.T) {
	never := `0.0.0.0 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254
		172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1
		203.0.113.7 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
		:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:192.168.1.1 ::7f00:1 64:ff9b::10.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1
		100::1 2001::1 2001:db8::1 2002:7f00:1::1 3fff::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 2a00::1%eth0 fec0::1 ff02::1 5f00::1`
	for text := range strings.FieldsSeq(never) {
		if !forbidden(netip.MustParseAddr(text)) {
			t.Errorf("%s may be contacted", text)
		}
	}
	for text := range strings.FieldsSeq("1.1.1.1 9.9.9.9 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.167.1.1 223.255.255.255 2a00:1450::1 2606:4700::1111 ::ffff:9.9.9.9 64:ff9b::9.9.9.9") {
		if forbidden(netip.MustParseAddr(text)) {
			t.Errorf("%s may not be contacted", text)
		}
	}
	if !forbidden(netip.Addr{}) {
		t.Error("no number may be contacted")
	}
}

// Without the option of the tests nothing reaches this machine.
func TestLoopbackIsForbiddenByDefault(t *testing.T) {
	var hits atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits.Add(1) }))
	defer server.Close()
	opts := quick()
	opts.AllowLoopback = false
	port := port(strings.TrimPrefix(server.URL, "http://"))
	for _, host := range []string{"127.0.0.1", "127.1", "2130706433", "0x7f000001", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]", "127.0.0.1."} {
		Run(t.Context(), []string{"http://" + host + ":" + port + "/"}, opts, func(e Entry) {
			if e.Verdict != Unreachable || e.Status != 0 {
				t.Errorf("%s: %+v", host, e)
			}
		})
	}
	if hits.Load() > 0 {
		t.Errorf("%d requests came in", hits.Load())
	}
}

// The environment may name a proxy, which would get past the guard.
func TestNoProxyOfTheEnvironment(t *testing.T) {
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"} {
		t.Setenv(name, "http://127.0.0.1:1")
	}
	if NewClient(Options{}).transport.Proxy != nil {
		t.Error("uses a proxy")
	}
}

func TestManners(t *testing.T) { synctest.Test(t, testManners) }

func testManners(t *testing.T) {
	var times []time.Time
	var agents, robots []string
	var mu sync.Mutex
	opts, w := trusting(), newWire()
	opts.connect = w.dial
	base := w.start(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !mu.TryLock() {
			t.Error("two requests at a time")
			return
		}
		defer mu.Unlock()
		times = append(times, time.Now())
		agents = append(agents, r.UserAgent())
		if r.URL.Path == "/robots.txt" {
			robots = append(robots, r.URL.Path)
		}
		time.Sleep(10 * time.Millisecond)
		http.NotFound(w, r)
	}))
	var addresses []string
	for i := range 4 {
		addresses = append(addresses, fmt.Sprintf("%s/%d", base, i))
	}
	Run(t.Context(), addresses, opts, func(Entry) {})
	if len(times) != 9 || len(robots) != 1 {
		t.Errorf("%d requests, %d for robots.txt", len(times), len(robots))
	}
	for i := range len(times) - 1 {
		if gap := times[i+1].Sub(times[i]); gap < opts.withDefaults().Pace {
			t.Errorf("%v between two requests", gap)
		}
	}
	if want := "wijzer-links/test (+https://example.org/)"; agents[0] != want || agents[8] != want {
		t.Errorf("agent %q", agents[0])
	}
}

func TestCrawlDelayIsKept(t *testing.T) { synctest.Test(t, testCrawlDelay) }

func testCrawlDelay(t *testing.T) {
	opts, w := trusting(), newWire()
	opts.connect = w.dial
	base := w.start(t, robots(says200("User-agent: *\nCrawl-delay: 3\n")))
	began := time.Now()
	Run(t.Context(), []string{base + "/page"}, opts, func(e Entry) {
		if e.Verdict != Alive {
			t.Errorf("%+v", e)
		}
	})
	if took := time.Since(began); took < 6*time.Second {
		t.Errorf("took %v for three more requests", took)
	}
}

// A host that wants rest is left alone for the whole run.
func TestHostThatWantsRest(t *testing.T) {
	var hits atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		hits.Add(1)
		retryAfter(429, "3600")(w, r)
	}))
	defer server.Close()
	var got []Entry
	Run(t.Context(), []string{server.URL + "/a", server.URL + "/b", server.URL + "/c"}, quick(), func(e Entry) { got = append(got, e) })
	if len(got) != 1 || hits.Load() != 1 {
		t.Errorf("%d requests, got %+v", hits.Load(), got)
	}
}

// What was found before an interrupt is reported; what was under way is not.
// The server would let us wait for ever, and the limit is an hour.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/b" {
			cancel()
			<-r.Context().Done()
		}
		http.NotFound(w, r)
	}))
	defer server.Close()
	var got []Entry
	Run(ctx, []string{server.URL + "/a", server.URL + "/b", server.URL + "/c"}, quick(), func(e Entry) { got = append(got, e) })
	if len(got) != 1 || !strings.HasSuffix(got[0].Address, "/a") {
		t.Errorf("got %+v", got)
	}
}

func TestTimeIsUp(t *testing.T) { synctest.Test(t, testTimeIsUp) }

func testTimeIsUp(t *testing.T) {
	opts, w := trusting(), newWire()
	opts.connect, opts.RunLimit = w.dial, time.Second
	base := w.start(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	began := time.Now()
	Run(t.Context(), []string{base + "/a", base + "/b"}, opts, func(e Entry) { t.Errorf("got %+v", e) })
	if took := time.Since(began); took != opts.RunLimit {
		t.Errorf("took %v", took)
	}
}

// Many hosts at once, that redirect to one another, do not wait in a circle.
func TestHostsSideBySide(t *testing.T) {
	var addresses []string
	var bases []string
	for i := range 12 {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			switch r.URL.Path {
			case "/page":
				http.Redirect(w, r, bases[(i+1)%12]+"/elders", 302)
			case "/elders":
				htmlPage(w, article)
			default:
				http.NotFound(w, r)
			}
		}))
		defer server.Close()
		bases = append(bases, server.URL)
		addresses = append(addresses, server.URL+"/page", server.URL+"/elders")
	}
	n := 0
	Run(t.Context(), addresses, quick(), func(e Entry) {
		n++
		if e.Verdict != Alive {
			t.Errorf("%+v", e)
		}
	})
	if n != len(addresses) {
		t.Errorf("%d verdicts on %d addresses", n, len(addresses))
	}
}

func TestHTTP2(t *testing.T) {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ProtoMajor != 2 {
			t.Errorf("asked over %s", r.Proto)
		}
		robots(status(404))(w, r)
	}))
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	opts := quick()
	opts.Roots.AddCert(server.Certificate())
	Run(t.Context(), []string{server.URL + "/page"}, opts, func(e Entry) {
		if e.Verdict != Alive {
			t.Errorf("%+v", e)
		}
	})
}

// A panic in a library is a verdict, and not the end of the others.
func TestPanic(t *testing.T) {
	c := NewClient(quick())
	c.policies["http://a.test"] = nil // what no server can do
	if e, ok := c.check(t.Context(), "http://a.test/"); !ok || e.Verdict != Unreachable || !strings.Contains(e.Reason, "report") {
		t.Errorf("%+v, %v", e, ok)
	}
}
