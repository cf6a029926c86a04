package host

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// A store is object storage on loopback, which can stop answering.
type store struct {
	t *testing.T
	http.Handler
	left    atomic.Int64 // requests that it still answers
	status  int          // what it answers then; 0: it hangs up
	cut     chan bool    // hears of the first that it does not answer
	copying func()       // is called before it copies

	mu      sync.Mutex
	caching map[string]string // what it was told, which this one forgets
}

func startStore(t *testing.T) *store {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("site"); err != nil {
		t.Fatal(err)
	}
	s := &store{t: t, Handler: gofakes3.New(backend).Server(), caching: map[string]string{}}
	s.left.Store(1 << 40)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	t.Setenv("HOME", t.TempDir())
	t.Setenv("AWS_ENDPOINT_URL", server.URL)
	t.Setenv("AWS_REGION", "us-east-1")
	t.Setenv("AWS_ACCESS_KEY_ID", "key")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	return s
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.copying != nil && r.Header.Get("X-Amz-Copy-Source") != "" {
		s.copying()
	}
	if s.left.Add(-1) >= 0 {
		s.mu.Lock()
		s.caching[strings.TrimPrefix(r.URL.Path, "/site/")] = r.Header.Get("Cache-Control")
		s.mu.Unlock()
		s.Handler.ServeHTTP(w, r)
		return
	}
	select {
	case s.cut <- true:
	default:
	}
	if s.status == 0 {
		panic(http.ErrAbortHandler)
	}
	w.WriteHeader(s.status)
	io.WriteString(w, "<Error><Code>AccessDenied</Code></Error>")
}

// get returns what readers get at an address.
func (s *store) get(name string) (text string, header http.Header) {
	w := httptest.NewRecorder()
	s.Handler.ServeHTTP(w, httptest.NewRequest("GET", "/site/"+name, nil))
	if w.Code != http.StatusOK {
		return "", nil
	}
	return w.Body.String(), w.Header()
}

// answers returns what readers get at all addresses.
func (s *store) answers(target Target) map[string]string {
	s.t.Helper()
	b := target.(bucket)
	names, err := b.list(s.t.Context(), b.prefix)
	if err != nil {
		s.t.Fatal(err)
	}
	texts := map[string]string{}
	for name := range names {
		if !strings.HasPrefix(name, ours) {
			texts[name], _ = s.get(b.prefix + name)
		}
	}
	return texts
}

func TestS3(t *testing.T) {
	s := startStore(t)
	target := open(t, "s3://site")
	if first := published(t, target, oldSite); first.Mixed != 0 {
		t.Errorf("before there was anything to mix with, mixed for %v", first.Mixed)
	}
	r := published(t, target, newSite)
	if r.Sent != int64(len("new"+"new style"+"added"+"new index")) || r.Mixed <= 0 {
		t.Errorf("sent %d bytes, mixed for %v", r.Sent, r.Mixed)
	}
	isOf(t, s.answers(target), newSite)
	if _, header := s.get("index.html"); header.Get("Content-Type") != "text/html; charset=utf-8" || s.caching["index.html"] != "no-cache" {
		t.Errorf("a page: %v, %q", header, s.caching["index.html"])
	}
	sheet := "css/sheet." + sumOf([]byte("old style")) + ".css"
	if style, _ := s.get(sheet); style != "old style" || !strings.Contains(s.caching[sheet], "immutable") {
		t.Errorf("the style sheet of pages that readers have open: %q %q", style, s.caching[sheet])
	}
	if _, err := Rollback(t.Context(), target, 0, us); err != nil {
		t.Fatal(err)
	}
	isOf(t, s.answers(target), oldSite)
	if _, err := take(t.Context(), target, Publisher{Token: "theirs", Who: "anna"}, false); err != nil {
		t.Fatal(err)
	}
	if _, err := Publish(t.Context(), target, newSite, us); err == nil || !strings.Contains(err.Error(), "anna is publishing") {
		t.Errorf("two at a time: %v", err)
	}
}

// Below a folder of the bucket, beside what others have there.
func TestS3Folder(t *testing.T) {
	s := startStore(t)
	published(t, open(t, "s3://site/one"), oldSite)
	two := open(t, "s3://site/two/")
	published(t, two, newSite)
	isOf(t, s.answers(two), newSite)
	isOf(t, s.answers(open(t, "s3://site/one")), oldSite)
	if _, err := Publish(t.Context(), open(t, "s3://site"), newSite, us); err == nil || !strings.Contains(err.Error(), "did not put there") {
		t.Errorf("a folder with objects of others: %v", err)
	}
	if _, err := Publish(t.Context(), open(t, "s3://none"), newSite, us); err == nil || !strings.Contains(err.Error(), `no bucket "none"`) {
		t.Errorf("no bucket: %v", err)
	}
}

// Wherever the store stops answering, what readers get at each address is of the old
// release or of the new one, and the next run makes it one.
func TestS3CutAtEveryStep(t *testing.T) {
	for n := int64(0); ; n++ {
		s := startStore(t)
		s.status = http.StatusForbidden
		target := open(t, "s3://site")
		published(t, target, oldSite)
		s.left.Store(n)
		_, err := Publish(t.Context(), target, newSite, us)
		done := s.left.Load() >= 0
		s.left.Store(1 << 40)
		old, next := oldSite.texts(), newSite.texts()
		for name, text := range s.answers(target) {
			if text != old[name] && text != next[name] {
				t.Errorf("cut at %d: %q is of neither release: %q", n, name, text)
			}
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("a secret is told: %v", err)
		}
		again := newSite
		if n%2 == 1 { // or readers are to get the old one after all
			again = oldSite
		}
		published(t, target, again)
		isOf(t, s.answers(target), again)
		if done {
			return
		}
	}
}
