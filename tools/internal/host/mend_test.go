package host

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"comwijzer/tools/internal/failure"
)

var third = siteOf(map[string]string{"index.html": "third"})

func back(t *testing.T, target Target, number int) Result {
	t.Helper()
	r, err := Rollback(t.Context(), target, number, us)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Going back leads to what readers had, not to a release that somebody went back from.
func TestGoingBackLeadsToWhatReadersHad(t *testing.T) {
	dir := t.TempDir()
	target := open(t, dir)
	published(t, target, oldSite)
	published(t, target, newSite) // a mistake
	back(t, target, 0)
	published(t, target, third) // another
	back(t, target, 0)
	isOf(t, answers(t, dir), oldSite)
	if _, err := Rollback(t.Context(), target, 0, us); err == nil || !strings.Contains(err.Error(), "nothing that readers had before") {
		t.Errorf("before the first: %v", err)
	}
}

// A release that no reader got, because the run was cut off before its last step, is
// none to go back to.
func TestGoingBackPassesWhatNobodyGot(t *testing.T) {
	dir, target := prepared(t, "publish")
	for range 6 { // more than releases are kept
		unshown := tree{unpointed{target.disk}}
		if _, err := Publish(t.Context(), unshown, newSite, us); err == nil {
			t.Fatal("the link was turned")
		}
	}
	published(t, target, newSite)
	back(t, target, 0)
	isOf(t, answers(t, dir), oldSite)
}

// unpointed fails where the link is turned.
type unpointed struct{ disk }

func (unpointed) Point(context.Context, string, string) error { return errors.New("cut off") }

// What was good stays, when releases after it were not.
func TestWhatReadersHadStays(t *testing.T) {
	target := open(t, t.TempDir())
	for i := range kept {
		published(t, target, siteOf(map[string]string{"index.html": fmt.Sprint("release ", i+1)}))
	}
	back(t, target, 1)
	published(t, target, third)
	if r := back(t, target, 0); r.Release.Number != 1 {
		t.Errorf("back at %d", r.Release.Number)
	}
}

// Folders of somebody else may have the names of ours.
func TestFoldersWithOurNamesAreRefused(t *testing.T) {
	for _, theirs := range [][]string{{"releases/2025/index.html"}, {"manifests/notes.txt"}, {"objects/mine"}, {"objects/" + strings.Repeat("a", 64), "releases/v1/index.html"}} {
		dir := t.TempDir()
		for _, name := range theirs {
			os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755)
			put(t, filepath.Join(dir, name), "theirs")
		}
		if _, err := Publish(t.Context(), open(t, dir), oldSite, us); err == nil || !strings.Contains(err.Error(), "did not put there") {
			t.Errorf("%v: %v", theirs, err)
		}
		for _, name := range theirs {
			if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
				t.Error(err)
			}
		}
	}
	dir := t.TempDir()
	os.Mkdir(filepath.Join(dir, currentLink), 0o755)
	if _, err := Publish(t.Context(), open(t, dir), oldSite, us); err == nil || !strings.Contains(err.Error(), "is no link") {
		t.Errorf("a folder where the link is to be: %v", err)
	}
}

// What came into a target that is in use is to be moved, not the target.
func TestAStrayFileIsToBeMoved(t *testing.T) {
	dir, target := prepared(t, "publish")
	put(t, filepath.Join(dir, ".DS_Store"), "")
	var told *failure.Error
	if _, err := Publish(t.Context(), target, newSite, us); !errors.As(err, &told) || !strings.Contains(told.Hint, "move it") {
		t.Errorf("%v (%v)", err, told)
	}
}

// Publishing the same again mends what was changed in the target.
func TestPublishingMends(t *testing.T) {
	for _, damage := range []func(at string) error{
		func(at string) error { return os.Remove(filepath.Join(at, "index.html")) },
		func(at string) error {
			return os.WriteFile(filepath.Join(at, "a/index.html"), []byte("other words"), 0o644)
		},
		os.RemoveAll,
	} {
		dir, target := prepared(t, "publish")
		at, _ := filepath.EvalSymlinks(filepath.Join(dir, currentLink))
		if err := damage(at); err != nil {
			t.Fatal(err)
		}
		if r := published(t, target, oldSite); !r.Mended {
			t.Errorf("not mended: %+v", r)
		}
		isOf(t, answers(t, dir), oldSite)
		if r := published(t, target, oldSite); r.Mended {
			t.Error("mended again")
		}
		back(t, target, 1) // of which the folder may have gone
		isOf(t, answers(t, dir), oldSite)
		tidy(t, dir)
	}
}

// What pages that readers have open may ask for cannot be sent again.
func TestWhatIsGoneOfEarlierReleases(t *testing.T) {
	dir, target := prepared(t, "rollback")
	sum := sumOf([]byte("old style"))
	if err := os.Remove(filepath.Join(dir, "objects", sum)); err != nil {
		t.Fatal(err)
	}
	published(t, target, third)
	if got := answers(t, dir); got["index.html"] != "third" || got["css/sheet."+sum+".css"] != "" {
		t.Errorf("readers get %v", got)
	}
}

// A manifest that cannot be read is in nobody's way.
func TestADamagedManifestIsPassed(t *testing.T) {
	for _, text := range []string{"{", `{"release":7}`, `{"release":2,"files":{"../../etc/passwd":{"sum":"x"}}}`} {
		dir, target := prepared(t, "rollback")
		put(t, filepath.Join(dir, manifest(2)), text)
		back(t, target, 0)
		isOf(t, answers(t, dir), oldSite)
		tidy(t, dir)

		dir, target = prepared(t, "rollback")
		os.Remove(filepath.Join(dir, manifest(2)))
		published(t, target, third)
		isOf(t, answers(t, dir), third)
		back(t, target, 1)
		tidy(t, dir)
	}
}

// A copy of a working copy is another publisher.
func TestACopyIsAnotherPublisher(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	token, err := Token(one, "publisher")
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := Token(one, "publisher"); again != token {
		t.Error("not the same in the next run")
	}
	text, _ := os.ReadFile(filepath.Join(one, "publisher"))
	put(t, filepath.Join(two, "publisher"), string(text))
	if copied, _ := Token(two, "publisher"); copied == token {
		t.Error("a copy is taken for the same")
	}
}

// Who is stopped by Ctrl-C is not told that something broke.
func TestInterruptedIsNoFault(t *testing.T) {
	h := startSSH(t, "Subsystem sftp internal-sftp")
	ctx, stop := context.WithCancel(t.Context())
	o := us
	o.Progress = func(int64, int64) { stop() }
	target, err := Open(ctx, h.target(filepath.Join(t.TempDir(), "site")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Publish(ctx, target, oldSite, o); !errors.Is(err, context.Canceled) {
		t.Errorf("over SFTP: %v", err)
	}
	s := startStore(t)
	ctx, stop = context.WithCancel(t.Context())
	s.copying = stop
	var told *failure.Error
	if _, err := Publish(ctx, open(t, "s3://site"), oldSite, us); !errors.As(err, &told) || told.Code != failure.ExitInterrupted {
		t.Errorf("in a store: %v", err)
	}
}

// A machine that slept while another took over its lock and published stops, and what
// it still did is mended by the next run.
func TestWhoSleptStops(t *testing.T) {
	s := startStore(t)
	target := open(t, "s3://site")
	published(t, target, oldSite)
	var once atomic.Bool
	other := Options{Publisher: Publisher{Token: "theirs", Who: "anna"}, TakeOver: true}
	s.copying = func() {
		if once.CompareAndSwap(false, true) {
			if _, err := Publish(t.Context(), target, third, other); err != nil {
				t.Error(err)
			}
		}
	}
	if _, err := Publish(t.Context(), target, newSite, us); err == nil || !strings.Contains(err.Error(), "took over") {
		t.Errorf("whoever lost the lock: %v", err)
	}
	if _, err := Publish(t.Context(), target, third, other); err != nil {
		t.Fatal(err)
	}
	isOf(t, s.answers(target), third)
}

// In a store too publishing the same mends.
func TestPublishingMendsAStore(t *testing.T) {
	s := startStore(t)
	target := open(t, "s3://site")
	published(t, target, oldSite)
	b := target.(bucket)
	if err := b.remove(t.Context(), "index.html"); err != nil {
		t.Fatal(err)
	}
	if err := b.copy(t.Context(), oldSite.Files["robots.txt"].Sum, "gone/index.html"); err != nil {
		t.Fatal(err)
	}
	if r := published(t, target, oldSite); !r.Mended {
		t.Errorf("not mended: %+v", r)
	}
	isOf(t, s.answers(target), oldSite)
}
