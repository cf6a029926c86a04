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
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
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
	authority, authorityKey = certificate(nil, nil, "CA", 2100)
	good                    = pair("127.0.0.1", 2100)
	expired                 = pair("127.0.0.1", 1999)
	others                  = pair("elders.test", 2100)
	strangers               = func() tls.Certificate {
		c, key := certificate(nil, nil, "127.0.0.1", 2100)
		return tls.Certificate{Certificate: [][]byte{c.Raw}, PrivateKey: key}
	}()
)

func pair(name string, until int) tls.Certificate {
	c, key := certificate(authority, authorityKey, name, until)
	return tls.Certificate{Certificate: [][]byte{c.Raw}, PrivateKey: key}
}

func certificate(parent *x509.Certificate, parentKey *ecdsa.PrivateKey, name string, until int) (*x509.Certificate, *ecdsa.PrivateKey) {
	key, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name},
		NotBefore: time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC), NotAfter: time.Date(until, 1, 1, 0, 0, 0, 0, time.UTC),
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

// trusting are the options of all tests, with the limits that users have.
func trusting() Options {
	roots := x509.NewCertPool()
	roots.AddCert(authority)
	return Options{
		Version: "test", Home: "https://example.org/", HeaderLimit: 32 << 10,
		Resolver: names{}, Roots: roots, AllowLoopback: true,
	}
}

// quick are the options of tests over sockets, whose time is that of the
// machine: nothing in them comes near a limit.
func quick() Options {
	opts := trusting()
	opts.Pace, opts.BackOff = time.Millisecond, time.Millisecond
	opts.RequestLimit, opts.AddressLimit = time.Hour, time.Hour
	return opts
}

// A wire is a network in memory with one server on it. The clock of synctest
// runs when all that happens on it waits; with a socket it would stand still.
type wire struct {
	calls  chan net.Conn
	closed chan struct{}
	close  func()
}

func newWire() *wire {
	w := &wire{calls: make(chan net.Conn), closed: make(chan struct{})}
	w.close = sync.OnceFunc(func() { close(w.closed) })
	return w
}

func (w *wire) Accept() (net.Conn, error) {
	select {
	case c := <-w.calls:
		return c, nil
	case <-w.closed:
		return nil, net.ErrClosed
	}
}

func (w *wire) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080} }

func (w *wire) Close() error { w.close(); return nil }

func (w *wire) dial(ctx context.Context, _, address string) (net.Conn, error) {
	if address != w.Addr().String() {
		return nil, fmt.Errorf("%s is not on this wire", address)
	}
	here, there := net.Pipe()
	select {
	case w.calls <- there:
		return here, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// start runs a server on the wire, for tests of their own, and returns its address.
func (w *wire) start(t *testing.T, h http.Handler) string {
	server := httptest.NewUnstartedServer(h)
	server.Listener.Close()
	server.Listener = w
	server.Start()
	t.Cleanup(server.Close)
	return server.URL
}

// start runs the server of a behaviour and returns its address and the number
// of requests for anything but robots.txt and the page that is not there.
func (b behaviour) start(t *testing.T, on net.Listener) (base string, hits *atomic.Int64) {
	hits = new(atomic.Int64)
	var serving sync.WaitGroup
	serve := func(w http.ResponseWriter, r *http.Request) {
		serving.Add(1)
		defer serving.Done()
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
	server.Listener.Close()
	server.Listener = on
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	if b.tls == nil {
		server.Start()
	} else {
		server.TLS = &tls.Config{MinVersion: tls.VersionTLS10}
		b.tls(server.TLS)
		server.StartTLS()
	}
	t.Cleanup(func() { server.CloseClientConnections(); server.Close(); serving.Wait() })
	return server.URL, hits
}

func (b behaviour) hijack(w http.ResponseWriter, r *http.Request) {
	conn, rw, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	b.raw(conn, r)
	discard(rw.Reader)
}

func discard(r *bufio.Reader) { r.Discard(r.Buffered()) }

// Every behaviour ends in a verdict, in time, and leaves no goroutine: synctest
// sees to that.
func TestHostileServers(t *testing.T) {
	for _, b := range behaviours {
		t.Run(b.name, func(t *testing.T) {
			t.Parallel()
			if b.socket || b.tls != nil {
				b.onSocket(t)
			} else {
				synctest.Test(t, b.onWire)
			}
		})
	}
}

func (b behaviour) onWire(t *testing.T) {
	opts := trusting()
	base, hits := "", new(atomic.Int64)
	if !b.none {
		w := newWire()
		opts.connect = w.dial
		base, hits = b.start(t, w)
	}
	began := time.Now()
	b.judge(t, base, hits, opts)
	if took := time.Since(began); took > opts.withDefaults().AddressLimit {
		t.Errorf("took %v", took)
	}
}

func (b behaviour) onSocket(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	base, hits := b.start(t, listener)
	b.judge(t, base, hits, quick())
}

// judge asks the address of a behaviour and compares the verdict.
func (b behaviour) judge(t *testing.T, base string, hits *atomic.Int64, opts Options) {
	host := base[strings.LastIndex(base, "/")+1:]
	address := strings.NewReplacer("{host}", host, "{port}", port(host)).Replace(b.address)
	if address == "" {
		address = base + "/page"
	}
	var got []Entry
	Run(context.Background(), []string{address}, opts, func(e Entry) { got = append(got, e) })
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
