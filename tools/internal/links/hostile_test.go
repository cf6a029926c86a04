package links

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// What the names of the tests stand for.
type names struct{}

func (names) LookupNetIP(ctx context.Context, _, host string) ([]netip.Addr, error) {
	loopback, private, public := netip.MustParseAddr("127.0.0.1"), netip.MustParseAddr("10.1.2.3"), netip.MustParseAddr("9.9.9.9")
	switch host {
	case "localhost", "dicht.test", "xn--bcher-kva.test":
		return []netip.Addr{loopback}, nil
	case "binnen.test":
		return []netip.Addr{private}, nil
	case "gemengd.test":
		return []netip.Addr{public, private}, nil
	case "leeg.test":
		return nil, nil
	case "stuk.test":
		return nil, &net.DNSError{Err: "server misbehaving", Name: host, IsTemporary: true}
	case "traag.test":
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
}

// Authorities and certificates of the tests.
var (
	authority, authorityKey = certificate(nil, nil, "CA", time.Hour)
	good                    = pair("127.0.0.1", time.Hour)
	expired                 = pair("127.0.0.1", -time.Hour)
	others                  = pair("elders.test", time.Hour)
	strangers               = func() tls.Certificate {
		c, key := certificate(nil, nil, "127.0.0.1", time.Hour)
		return tls.Certificate{Certificate: [][]byte{c.Raw}, PrivateKey: key}
	}()
)

func pair(name string, left time.Duration) tls.Certificate {
	c, key := certificate(authority, authorityKey, name, left)
	return tls.Certificate{Certificate: [][]byte{c.Raw}, PrivateKey: key}
}

func certificate(parent *x509.Certificate, parentKey *ecdsa.PrivateKey, name string, left time.Duration) (*x509.Certificate, *ecdsa.PrivateKey) {
	key, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Now().Add(-24 * time.Hour), NotAfter: time.Now().Add(left),
		IsCA: parent == nil, BasicConstraintsValid: true,
	}
	if ip := net.ParseIP(name); ip != nil {
		c.IPAddresses = []net.IP{ip}
	} else {
		c.DNSNames = []string{name}
	}
	if parent == nil {
		parent, parentKey = c, key
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, &key.PublicKey, parentKey)
	if err != nil {
		panic(err)
	}
	c, _ = x509.ParseCertificate(der)
	return c, key
}

func quick() Options {
	roots := x509.NewCertPool()
	roots.AddCert(authority)
	return Options{
		Version: "test", Home: "https://example.org/",
		Pace: time.Millisecond, RequestLimit: time.Second, AddressLimit: 5 * time.Second,
		BackOff: 5 * time.Millisecond, MaxWait: 1500 * time.Millisecond, HeaderLimit: 32 << 10,
		Resolver: names{}, Roots: roots, AllowLoopback: true,
	}
}

// start runs the server of a behaviour and gives its address and the number
// of requests for anything but robots.txt and the page that is not there.
func (b behaviour) start(t *testing.T) (base string, hits *atomic.Int64) {
	hits = new(atomic.Int64)
	serve := func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/robots.txt" && r.URL.Path != missingPath {
			hits.Add(1)
		}
		switch {
		case b.whole != nil:
			b.whole(w, r)
		case r.URL.Path == "/robots.txt" && strings.HasPrefix(r.Host, "dicht.test"):
			fmt.Fprint(w, "User-agent: *\nDisallow: /\n")
		case r.URL.Path == "/robots.txt", r.URL.Path == missingPath:
			w.WriteHeader(404)
		case b.raw != nil:
			b.hijack(w, r)
		case b.tls != nil:
			htmlPage(w, article)
		default:
			b.http(w, r)
		}
	}
	server := httptest.NewUnstartedServer(http.HandlerFunc(serve))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	if b.tls == nil {
		server.Start()
	} else {
		server.TLS = &tls.Config{MinVersion: tls.VersionTLS10}
		b.tls(server.TLS)
		server.StartTLS()
	}
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	return server.URL, hits
}

func (b behaviour) hijack(w http.ResponseWriter, r *http.Request) {
	conn, rw, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(8 * time.Second))
	b.raw(conn, r)
	discard(rw.Reader)
}

func discard(r *bufio.Reader) { r.Discard(r.Buffered()) }

func TestHostileServers(t *testing.T) {
	before := runtime.NumGoroutine()
	var wg sync.WaitGroup // most of them wait: t.Parallel would let one per core do so
	turns := make(chan bool, 16)
	for _, b := range behaviours {
		turns <- true
		wg.Go(func() { t.Run(b.name, b.test); <-turns })
	}
	wg.Wait()
	noLeak(t, before)
}

func (b behaviour) test(t *testing.T) {
	address := b.address
	hits := new(atomic.Int64)
	base := ""
	if !b.none {
		base, hits = b.start(t)
		host := base[strings.LastIndex(base, "/")+1:]
		address = strings.NewReplacer("{host}", host, "{port}", port(host)).Replace(address)
	}
	if address == "" {
		address = base + "/page"
	}
	opts := quick()
	began := time.Now()
	var got []Entry
	Run(context.Background(), []string{address}, opts, func(e Entry) { got = append(got, e) })
	if took := time.Since(began); took > opts.AddressLimit+2*time.Second {
		t.Errorf("took %v", took)
	}
	if len(got) != 1 || got[0].Address != address {
		t.Fatalf("got %+v", got)
	}
	e := got[0]
	if e.Verdict != b.want || !strings.Contains(e.Reason, b.reason) || (e.MovedTo == "") != (b.moved == "") || !strings.Contains(e.MovedTo, b.moved) {
		t.Errorf("got %+v, want %s, reason %q, moved to %q", e, b.want, b.reason, b.moved)
	}
	if b.hits > 0 && int(hits.Load()) != b.hits {
		t.Errorf("%d requests, want %d", hits.Load(), b.hits)
	}
	if strings.ContainsAny(e.Reason+e.MovedTo, "\x1b\n\r\x9b") {
		t.Errorf("control characters in %+v", e)
	}
}

// noLeak waits for the goroutines to end that were not there before.
func noLeak(t *testing.T, before int) {
	t.Helper()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	stacks := make([]byte, 1<<20)
	t.Errorf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
}

func TestIPv6Literal(t *testing.T) {
	listener, err := net.Listen("tcp6", "[::1]:0")
	if err != nil {
		t.Skip("no IPv6 on this machine")
	}
	server := &http.Server{Handler: robots(status(404))}
	go server.Serve(listener)
	defer server.Close()
	Run(t.Context(), []string{"http://" + listener.Addr().String() + "/page"}, quick(), func(e Entry) {
		if e.Verdict != Alive {
			t.Errorf("got %+v", e)
		}
	})
}
