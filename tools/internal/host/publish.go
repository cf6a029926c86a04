package host

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"comwijzer/tools/internal/failure"
)

// Options say how to publish or go back.
type Options struct {
	Publisher Publisher
	TakeOver  bool                    // the lock of somebody else is dead
	Progress  func(done, total int64) // bytes that travel; nil for silence
}

// Result is what became of a run.
type Result struct {
	Release *Release
	Changes Changes
	Sent    int64         // bytes
	Mixed   time.Duration // in which readers got files of two releases
	Untidy  error         // the release is shown, but what is no longer needed is still there
}

const (
	kept    = 5 // releases
	atATime = 8 // requests that one connection or store is asked at once
)

// A run is one command at work on a target, whose lock it holds.
type run struct {
	Options
	t        Target
	now      time.Time // by the clock of the target
	releases map[int]*Release
	shown    []*Release // what readers get, the newest last
	debris   []string   // manifests that are not whole
	cutOff   int        // the last number of a release that was prepared and is none
}

// Publish makes the site a release, and what readers get.
func Publish(ctx context.Context, t Target, s *Site, o Options) (r Result, err error) {
	if err := Refused(ctx, t); err != nil {
		return r, explained(err)
	}
	run, err := begin(ctx, t, o)
	if err != nil {
		return r, explained(err)
	}
	defer release(ctx, t, o.Publisher)
	next := run.next(s)
	r.Release, r.Changes = next, changes(run.current(), next)
	if r.Changes.None() && len(run.shown) == 1 {
		r.Release = run.current()
		r.Untidy = run.tidy(ctx)
		return r, nil
	}
	if r.Sent, err = run.send(ctx, s, next); err == nil {
		err = t.Prepare(ctx, next, nil)
	}
	if err == nil {
		err = run.show(ctx, &r)
	}
	return r, explained(err)
}

// Rollback has readers get an earlier release: the one before the one that they get
// when number is 0.
func Rollback(ctx context.Context, t Target, number int, o Options) (r Result, err error) {
	if releases, _, err := Releases(ctx, t); err != nil || len(releases) == 0 {
		return r, cmp.Or(err, ErrNothing)
	}
	run, err := begin(ctx, t, o)
	if err != nil {
		return r, explained(err)
	}
	defer release(ctx, t, o.Publisher)
	old, err := run.earlier(number)
	if err != nil {
		return r, err
	}
	next := old.from(run.current(), run.now)
	r.Release, r.Changes = next, changes(run.current(), next)
	if err = t.Prepare(ctx, next, old.Files); err == nil {
		err = run.show(ctx, &r)
	}
	return r, explained(err)
}

// Compare returns what publishing the site would change, and the bytes that would
// travel. It writes nothing.
func Compare(ctx context.Context, t Target, s *Site) (c Changes, bytes int64, err error) {
	r, err := look(ctx, t)
	if err != nil {
		return c, 0, explained(err)
	}
	next := &Release{Files: s.Files}
	lacking, err := r.lacking(ctx, next)
	for _, size := range lacking {
		bytes += size
	}
	return changes(r.current(), next), bytes, explained(err)
}

// ErrNothing says that a target has no releases.
var ErrNothing = failure.Usage("look at the address; wijzer publish makes the first release", "nothing is published there")

// Refused returns an error when a target without releases holds what is not ours.
func Refused(ctx context.Context, t Target) error {
	strange, err := t.Strange(ctx)
	if err != nil || strange == "" {
		return explained(err)
	}
	return failure.Usage("choose an empty or new folder: what is published there is wijzer's alone",
		"refusing to publish: the target holds %q, which wijzer did not put there", strange)
}

// Releases returns the releases in a target, the newest first, and the number of the
// one that readers get.
func Releases(ctx context.Context, t Target) (releases []*Release, shown int, err error) {
	r, err := look(ctx, t)
	if err != nil {
		return nil, 0, explained(err)
	}
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(r.releases))) {
		releases = append(releases, r.releases[number])
	}
	if current := r.current(); current != nil {
		shown = current.Number
	}
	return releases, shown, nil
}

// begin takes the lock and looks at what there is.
func begin(ctx context.Context, t Target, o Options) (r *run, err error) {
	now, err := take(ctx, t, o.Publisher, o.TakeOver)
	if err != nil {
		return nil, err
	}
	if r, err = look(ctx, t); err == nil {
		r.Options, r.now = o, now
		for _, known := range r.releases { // a clock that was set back
			r.now = later(r.now, known.Made)
		}
		err = r.sweep(ctx)
	}
	if err != nil {
		release(ctx, t, o.Publisher)
	}
	return r, err
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// look reads the releases of a target, and which of them readers get.
func look(ctx context.Context, t Target) (*run, error) {
	r := &run{t: t, releases: map[int]*Release{}}
	names, err := t.List(ctx, "manifests")
	if err != nil {
		return nil, err
	}
	for name := range names {
		number, err := strconv.Atoi(strings.TrimSuffix(name, ".json"))
		if err != nil {
			r.debris = append(r.debris, "manifests/"+name)
			continue
		}
		text, err := t.Read(ctx, manifest(number))
		if err != nil {
			return nil, err
		}
		if r.releases[number], err = readRelease(number, text); err != nil {
			return nil, err
		}
	}
	shown, err := t.Shown(ctx)
	for _, number := range shown {
		known := r.releases[number]
		if known == nil {
			return nil, failure.Environment(fmt.Sprintf("put %s back from a copy, or publish to another folder", manifest(number)),
				"readers get release %d, but its manifest is gone", number)
		}
		r.shown = append(r.shown, known)
	}
	return r, err
}

// current returns what readers get, nil for nothing.
func (r *run) current() *Release {
	if len(r.shown) == 0 {
		return nil
	}
	return r.shown[len(r.shown)-1]
}

// next makes the release that follows.
func (r *run) next(s *Site) *Release {
	last := r.cutOff // of which a host may still make files
	for number := range r.releases {
		last = max(last, number)
	}
	next := &Release{Number: last + 1, Made: r.now, Files: s.Files}
	return next.from(r.current(), r.now)
}

// earlier returns the release to go back to.
func (r *run) earlier(number int) (*Release, error) {
	current := r.current()
	for _, known := range slices.Backward(slices.Sorted(maps.Keys(r.releases))) {
		if number == 0 && current != nil && known < current.Number {
			number = known
		}
	}
	if old := r.releases[number]; old != nil {
		return old, nil
	}
	there := fmt.Sprintf("there are: %v", slices.Sorted(maps.Keys(r.releases)))
	if number == 0 && current != nil {
		return nil, failure.Usage(there, "readers get release %d already, the earliest that is there", current.Number)
	}
	return nil, failure.Usage(there, "no such release to go back to")
}

// lacking returns the sums that the target has not, or not whole, and their sizes.
func (r *run) lacking(ctx context.Context, next *Release) (map[string]int64, error) {
	there, err := r.t.List(ctx, "objects")
	if err != nil {
		return nil, err
	}
	lacking := next.sizes()
	maps.DeleteFunc(lacking, func(sum string, size int64) bool {
		has, ok := there[sum]
		return ok && has == size
	})
	return lacking, nil
}

// send brings what the target lacks, in the order in which it is needed.
func (r *run) send(ctx context.Context, s *Site, next *Release) (sent int64, err error) {
	lacking, err := r.lacking(ctx, next)
	if err != nil {
		return 0, err
	}
	var total int64
	for _, size := range lacking {
		total += size
	}
	var done atomic.Int64
	group, within := errgroup.WithContext(ctx)
	group.SetLimit(atATime)
	for _, name := range next.names() {
		sum := next.Files[name].Sum
		if _, lacks := lacking[sum]; !lacks {
			continue
		}
		delete(lacking, sum)
		group.Go(func() error {
			text, err := s.read(sum)
			if err == nil {
				err = r.t.Write(within, "objects/"+sum, text)
			}
			r.progress(done.Add(int64(len(text))), total)
			return err
		})
	}
	return total, group.Wait()
}

func (r *run) progress(done, total int64) {
	if r.Progress != nil {
		r.Progress(done, total)
	}
}

// show records the release of r, has readers get it and tidies up.
func (r *run) show(ctx context.Context, done *Result) error {
	next := done.Release
	text, err := json.Marshal(next)
	if err == nil {
		err = holds(ctx, r.t, r.Publisher)
	}
	if err == nil {
		err = r.t.Write(ctx, manifest(next.Number), text)
	}
	if err == nil {
		done.Mixed, err = r.t.Show(ctx, r.shown, next)
	}
	if err != nil {
		return err
	}
	r.releases[next.Number], r.shown = next, []*Release{next}
	done.Untidy = r.tidy(ctx)
	return nil
}

// tidy removes the releases before the last few, and what only they had.
func (r *run) tidy(ctx context.Context) error {
	numbers := slices.Sorted(maps.Keys(r.releases))
	for _, number := range numbers[:max(0, len(numbers)-kept)] {
		if number == r.current().Number {
			continue
		}
		if err := r.t.Remove(ctx, manifest(number)); err != nil {
			return err
		}
		if err := r.t.Drop(ctx, number); err != nil {
			return err
		}
		delete(r.releases, number)
	}
	return r.collect(ctx)
}

// collect removes the objects that no release has.
func (r *run) collect(ctx context.Context) error {
	there, err := r.t.List(ctx, "objects")
	if err != nil {
		return err
	}
	for _, known := range r.releases {
		for sum := range known.sizes() {
			delete(there, sum)
		}
	}
	group, within := errgroup.WithContext(ctx)
	group.SetLimit(atATime)
	for name := range there {
		group.Go(func() error { return r.t.Remove(within, "objects/"+name) })
	}
	return group.Wait()
}

// sweep removes what a run that was cut off had prepared. Its objects stay: they need
// not travel again.
func (r *run) sweep(ctx context.Context) error {
	prepared, err := r.t.Prepared(ctx)
	for _, number := range prepared {
		if r.releases[number] == nil && err == nil {
			r.cutOff = max(r.cutOff, number)
			err = r.t.Drop(ctx, number)
		}
	}
	for _, name := range r.debris {
		err = errors.Join(err, r.t.Remove(ctx, name))
	}
	return err
}

// explained says what is the case after a fault, and what to do.
func explained(err error) error {
	if err == nil {
		return nil
	}
	err = failure.File("publishing", err)
	const goOn = "run the command again: it goes on where this one stopped"
	if known, ok := err.(*failure.Error); ok && known.Hint == "" {
		known.Hint = goOn
	} else if ok && known.Err != nil {
		known.Hint += "; then " + goOn
	}
	return err
}
