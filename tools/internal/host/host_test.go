package host

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var trial = flag.Bool("trial", false, "cut and kill at many more moments")

var us = Options{Publisher: Publisher{Token: "ours", Who: "we"}}

// siteOf makes a site in memory. A name with # gets the hash of what the file holds
// in its place.
func siteOf(files map[string]string) *Site {
	s := &Site{Files: map[string]File{}, places: map[string]func() ([]byte, error){}}
	for name, text := range files {
		s.Add(strings.ReplaceAll(name, "#", sumOf([]byte(text))), []byte(text))
	}
	return s
}

// texts returns what a site answers at each address.
func (s *Site) texts() map[string]string {
	texts := map[string]string{}
	for name, f := range s.Files {
		text, _ := s.read(f.Sum)
		texts[name] = string(text)
	}
	return texts
}

var (
	oldSite = siteOf(map[string]string{"index.html": "old", "a/index.html": "same", "css/sheet.#.css": "old style",
		"gone/index.html": "gone", "search-nl/index.json": "old index", "robots.txt": "same"})
	newSite = siteOf(map[string]string{"index.html": "new", "a/index.html": "same", "css/sheet.#.css": "new style",
		"added/index.html": "added", "search-nl/index.json": "new index", "robots.txt": "same"})
)

// answers returns what a web server with the root TARGET/current answers.
func answers(t *testing.T, target string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	root := filepath.Join(target, currentLink) + "/"
	if _, err := os.Stat(root); errors.Is(err, fs.ErrNotExist) {
		return texts
	}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(root + name)
		texts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// isOf demands that readers get one of sites whole, and besides it nothing but files
// whose names hold their hash. It returns which.
func isOf(t *testing.T, got map[string]string, sites ...*Site) *Site {
	t.Helper()
	for _, s := range sites {
		want, rest := s.texts(), maps.Clone(got)
		same := true
		for name, text := range want {
			same = same && rest[name] == text
			delete(rest, name)
		}
		for name, text := range rest {
			same = same && strings.Contains(name, sumOf([]byte(text)))
		}
		if same {
			return s
		}
	}
	t.Fatalf("what readers get is of no single release: %q", got)
	return nil
}

func published(t *testing.T, target Target, s *Site) Result {
	t.Helper()
	r, err := Publish(t.Context(), target, s, us)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func open(t *testing.T, address string) Target {
	t.Helper()
	target, err := Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { target.Close() })
	if tree, ok := target.(tree); ok && strings.HasPrefix(address, "/") {
		tree.disk = unsettled{tree.disk}
		return tree
	}
	return target
}

func TestPublishAndGoBack(t *testing.T) {
	dir := t.TempDir()
	target := open(t, dir)
	if r := published(t, target, oldSite); r.Release.Number != 1 || len(r.Changes.Added) != len(oldSite.Files) {
		t.Errorf("first release: %+v", r)
	}
	r := published(t, target, newSite)
	if want := int64(len("new" + "new style" + "added" + "new index")); r.Sent != want {
		t.Errorf("sent %d bytes, changed are %d", r.Sent, want)
	}
	if want := []string{"gone/index.html"}; !slices.Contains(r.Changes.Removed, want[0]) {
		t.Errorf("removed: %v", r.Changes.Removed)
	}
	got := answers(t, dir)
	isOf(t, got, newSite)
	if got["css/sheet."+sumOf([]byte("old style"))+".css"] != "old style" {
		t.Error("the style sheet of pages that readers have open is gone")
	}
	if r := published(t, target, newSite); r.Release.Number != 2 || !r.Changes.None() {
		t.Errorf("publishing the same: %+v", r)
	}
	if _, err := Rollback(t.Context(), target, 0, us); err != nil {
		t.Fatal(err)
	}
	got = answers(t, dir)
	isOf(t, got, oldSite)
	if got["css/sheet."+sumOf([]byte("new style"))+".css"] != "new style" {
		t.Error("after going back the newer style sheet is gone")
	}
	if r := published(t, target, newSite); r.Release.Number != 3 || r.Sent != 0 {
		t.Errorf("publishing after going back: %+v", r)
	}
	if _, err := Rollback(t.Context(), target, 9, us); err == nil || !strings.Contains(fmt.Sprint(err), "no such release") {
		t.Errorf("going back to a release that there is not: %v", err)
	}
}

// Unchanged files are one file on the disk, and keep their time: browsers need not
// load them again.
func TestUnchangedFilesAreLinks(t *testing.T) {
	dir := t.TempDir()
	target := open(t, dir)
	published(t, target, oldSite)
	before, _ := os.Stat(filepath.Join(dir, "current/a/index.html"))
	published(t, target, newSite)
	after, _ := os.Stat(filepath.Join(dir, "current/a/index.html"))
	if !os.SameFile(before, after) {
		t.Error("an unchanged file was copied")
	}
}

func TestFiveReleasesStay(t *testing.T) {
	dir := t.TempDir()
	target := open(t, dir)
	for i := range 8 {
		published(t, target, siteOf(map[string]string{"index.html": fmt.Sprint("release ", i+1)}))
	}
	releases, shown, err := Releases(t.Context(), target)
	if err != nil || !slices.Equal(shown, []int{8}) || len(releases) != 5 || releases[4].Number != 4 {
		t.Fatalf("%d releases, shown %v, %v", len(releases), shown, err)
	}
	if objects, _ := target.List(t.Context(), "objects"); len(objects) != 5 {
		t.Errorf("%d objects for five releases of one file", len(objects))
	}
	if _, err := Rollback(t.Context(), target, 4, us); err != nil {
		t.Fatal(err)
	}
	for i := range 6 { // the one that is shown outlives its turn
		published(t, target, siteOf(map[string]string{"index.html": fmt.Sprint("later ", i)}))
	}
	if got := answers(t, dir)["index.html"]; got != "later 5" {
		t.Errorf("shown: %q", got)
	}
}

// A dry run tells what would change and writes nothing, not even a lock.
func TestCompareWritesNothing(t *testing.T) {
	dir := t.TempDir()
	target := open(t, dir)
	published(t, target, oldSite)
	before, _ := os.ReadDir(dir)
	c, bytes, err := Compare(t.Context(), target, newSite)
	if err != nil || bytes == 0 {
		t.Fatal(bytes, err)
	}
	added := "css/sheet." + sumOf([]byte("new style")) + ".css"
	want := Changes{Added: []string{added, "added/index.html"}, Changed: []string{"index.html", "search-nl/index.json"},
		Removed: []string{"css/sheet." + sumOf([]byte("old style")) + ".css", "gone/index.html"}}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	if after, _ := os.ReadDir(dir); len(after) != len(before) {
		t.Errorf("a dry run wrote: %v", after)
	}
}

func TestFoldersOfOthersAreRefused(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "holiday.jpg"), nil, 0o600)
	if _, err := Publish(t.Context(), open(t, dir), oldSite, us); err == nil || !strings.Contains(err.Error(), `"holiday.jpg"`) {
		t.Errorf("%v", err)
	}
	if _, err := Rollback(t.Context(), open(t, dir), 0, us); !errors.Is(err, ErrNothing) {
		t.Errorf("going back there: %v", err)
	}
	if there, _ := os.ReadDir(dir); len(there) != 1 {
		t.Errorf("left there: %v", there)
	}
}

func TestTwoPublishersDoNotInterleave(t *testing.T) {
	target := open(t, t.TempDir())
	other := Publisher{Token: "theirs", Who: "anna on a laptop"}
	if _, err := take(t.Context(), target, other, false); err != nil {
		t.Fatal(err)
	}
	_, err := Publish(t.Context(), target, oldSite, us)
	if err == nil || !strings.Contains(err.Error(), "anna on a laptop is publishing") || !strings.Contains(err.Error(), "0s ago") {
		t.Fatalf("%v", err)
	}
	over := us
	over.TakeOver = true
	target = stepped{target.(tree), func(name string) error { // the other one is alive after all, and comes to its next step
		if name == "manifests/1.json" {
			return holds(t.Context(), target, other)
		}
		return nil
	}}
	if _, err := Publish(t.Context(), target, oldSite, over); err == nil || !strings.Contains(err.Error(), "we took over") {
		t.Errorf("whoever lost the lock goes on: %v", err)
	}
	if _, err := Publish(t.Context(), target.(stepped).tree, oldSite, us); err != nil {
		t.Errorf("after that: %v", err)
	}
}

// stepped asks before each file that it writes.
type stepped struct {
	tree
	ask func(name string) error
}

func (s stepped) Write(ctx context.Context, name string, text []byte) error {
	if err := s.ask(name); err != nil {
		return err
	}
	return s.tree.Write(ctx, name, text)
}

// A broken disk does so many things, and fails at all that follow.
type broken struct {
	disk
	left *atomic.Int64
	err  error
	late time.Duration // of its clock
}

func (b broken) fails() error {
	if b.left.Add(-1) < 0 {
		if b.err == errKilled {
			self, _ := os.FindProcess(os.Getpid())
			self.Kill()
		}
		return b.err
	}
	return nil
}

func (b broken) Read(ctx context.Context, name string) ([]byte, error) {
	if err := b.fails(); err != nil {
		return nil, err
	}
	return b.disk.Read(ctx, name)
}

func (b broken) Write(ctx context.Context, name string, text []byte) error {
	if err := b.fails(); err != nil {
		b.disk.Write(ctx, scratch(name), text[:len(text)/2]) // half of it arrived
		return err
	}
	return b.disk.Write(ctx, name, text)
}

func (b broken) Claim(ctx context.Context, name string, text []byte) error {
	return cmpOr(b.fails(), func() error { return b.disk.Claim(ctx, name, text) })
}

func (b broken) Written(ctx context.Context, name string) (time.Time, error) {
	if err := b.fails(); err != nil {
		return time.Time{}, err
	}
	at, err := b.disk.Written(ctx, name)
	return at.Add(b.late), err
}

func (b broken) List(ctx context.Context, dir string) (map[string]int64, error) {
	if err := b.fails(); err != nil {
		return nil, err
	}
	return b.disk.List(ctx, dir)
}

func (b broken) Remove(ctx context.Context, name string) error {
	return cmpOr(b.fails(), func() error { return b.disk.Remove(ctx, name) })
}

func (b broken) MakeDir(ctx context.Context, dir string) error {
	return cmpOr(b.fails(), func() error { return b.disk.MakeDir(ctx, dir) })
}

func (b broken) RemoveDir(ctx context.Context, dir string) error {
	return cmpOr(b.fails(), func() error { return b.disk.RemoveDir(ctx, dir) })
}

func (b broken) Link(ctx context.Context, object, name string) error {
	return cmpOr(b.fails(), func() error { return b.disk.Link(ctx, object, name) })
}

func (b broken) Point(ctx context.Context, link, to string) error {
	return cmpOr(b.fails(), func() error { return b.disk.Point(ctx, link, to) })
}

func cmpOr(err error, do func() error) error {
	if err != nil {
		return err
	}
	return do()
}

// steps returns what a command does and how many steps it takes.
var steps = map[string]func(ctx context.Context, target Target) error{
	"publish": func(ctx context.Context, target Target) error {
		_, err := Publish(ctx, target, newSite, us)
		return err
	},
	"rollback": func(ctx context.Context, target Target) error { _, err := Rollback(ctx, target, 1, us); return err },
}

// unsettled does not wait for the disk.
type unsettled struct{ disk }

func (unsettled) Settle(context.Context) error { return nil }

// prepared makes a target that shows oldSite, or for going back newSite after it.
func prepared(t *testing.T, command string) (dir string, target tree) {
	t.Helper()
	dir = t.TempDir()
	target = open(t, dir).(tree)
	published(t, target, oldSite)
	if command == "rollback" {
		published(t, target, newSite)
	}
	return dir, target
}

// Whatever fails at whichever step, readers get the old release or the new one, and
// the next run does what this one could not.
func TestCutAtEveryStep(t *testing.T) {
	faults := []error{errors.New("connection lost"), syscall.ENOSPC, fs.ErrPermission}
	for command, do := range steps {
		for n := int64(0); ; n++ {
			dir, target := prepared(t, command)
			fault := faults[n%3]
			var left atomic.Int64
			left.Store(n)
			err := do(t.Context(), tree{broken{target.disk, &left, fault, 0}})
			isOf(t, answers(t, dir), oldSite, newSite)
			if left.Load() >= 0 {
				break
			}
			if err != nil && !errors.Is(err, fault) {
				t.Errorf("%s, step %d: the cause %q is not told: %v", command, n, fault, err)
			}
			if err := do(t.Context(), target); err != nil {
				t.Fatalf("%s after it was cut off at step %d: %v", command, n, err)
			}
			tidy(t, dir)
		}
	}
}

// tidy demands that nothing is left of runs that were cut off.
func tidy(t *testing.T, dir string) {
	t.Helper()
	target := open(t, dir)
	releases, _, err := Releases(t.Context(), target)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]bool{}
	for _, r := range releases {
		for _, f := range r.Files {
			sums[f.Sum] = true
		}
	}
	objects, _ := target.List(t.Context(), "objects")
	folders, _ := target.List(t.Context(), "releases")
	manifests, _ := target.List(t.Context(), "manifests")
	if len(objects) != len(sums) || len(folders) != len(releases) || len(manifests) != len(releases) {
		t.Errorf("left behind: %d objects for %d, folders %v and manifests %v for %d releases", len(objects), len(sums), folders, manifests, len(releases))
	}
}

// Who only looks makes no folder.
func TestLookingMakesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	target, err := Open(t.Context(), dir)
	if err == nil {
		_, _, err = Releases(t.Context(), target)
	}
	if _, absent := os.Stat(dir); err != nil || absent == nil {
		t.Errorf("the folder is there: %v (%v)", absent == nil, err)
	}
}

// late is a disk on which something comes into a folder while it is removed.
type late struct {
	disk
	times int
}

func (l *late) RemoveDir(ctx context.Context, dir string) error {
	if l.times--; l.times < 0 {
		return l.disk.RemoveDir(ctx, dir)
	}
	return errors.Join(l.disk.RemoveDir(ctx, dir), l.MakeDir(ctx, dir+"/late"), syscall.ENOTEMPTY)
}

// A server whose connection was cut may still do what it was asked, while the next run mends.
func TestWhatComesLateIsRemoved(t *testing.T) {
	dir := t.TempDir()
	target := open(t, dir).(tree)
	published(t, target, oldSite)
	if err := target.MakeDir(t.Context(), folderOf(2)+"/begun"); err != nil { // by a run that was cut off
		t.Fatal(err)
	}
	if r := published(t, tree{&late{target.disk, 3}}, newSite); r.Release.Number != 3 {
		t.Errorf("release %d, whose folder may still be filled", r.Release.Number)
	}
	isOf(t, answers(t, dir), newSite)
	tidy(t, dir)
}

// A clock that is wrong, there or here, loses nothing: the files of a release are
// kept a day by the clock of the target, which never goes back.
func TestWrongClocks(t *testing.T) {
	style := "css/sheet." + sumOf([]byte("old style")) + ".css"
	for late, stays := range map[time.Duration]bool{-10 * 365 * 24 * time.Hour: true, 23 * time.Hour: true, 25 * time.Hour: false} {
		dir, target := prepared(t, "publish")
		published(t, target, newSite)
		var left atomic.Int64
		left.Store(1 << 40)
		r := published(t, tree{broken{target.disk, &left, nil, late}}, siteOf(map[string]string{"index.html": "third"}))
		if _, kept := answers(t, dir)[style]; kept != stays {
			t.Errorf("clock %v late: kept is %v", late, kept)
		}
		if releases, _, _ := Releases(t.Context(), target); r.Release.Number != 3 || releases[0].Made.Before(releases[1].Made) {
			t.Errorf("clock %v late: releases out of order", late)
		}
	}
}
