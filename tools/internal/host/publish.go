package host

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
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
	Mended  bool          // files that readers were to get had gone
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
	shown    []int    // the releases that readers get files of, the newest last
	damaged  []int    // the releases whose manifests cannot be read
	debris   []string // files among the manifests that are none
	last     int      // the highest number that was given, also to a run that was cut off
}

// Publish makes the site a release, and what readers get.
func Publish(ctx context.Context, t Target, s *Site, o Options) (r Result, err error) {
	if err := Refused(ctx, t); err != nil {
		return r, err
	}
	run, err := begin(ctx, t, o)
	if err != nil {
		return r, explained(ctx, err)
	}
	defer release(ctx, t, o.Publisher)
	next := run.next(s)
	r.Release, r.Changes = next, changes(run.current(), next)
	if r.Changes.None() && len(run.shown) == 1 {
		if r.Mended, err = run.isDamaged(ctx); err != nil || !r.Mended {
			r.Release, r.Untidy = run.current(), run.tidy(ctx)
			return r, explained(ctx, err)
		}
	}
	if r.Sent, err = run.send(ctx, s, next); err == nil {
		err = run.show(ctx, &r, nil)
	}
	return r, run.failed(ctx, err)
}

// Rollback has readers get an earlier release: when number is 0 the one
// that they had before the one that they get.
func Rollback(ctx context.Context, t Target, number int, o Options) (r Result, err error) {
	if releases, _, err := Releases(ctx, t); err != nil || len(releases) == 0 {
		return r, cmp.Or(err, ErrNothing)
	}
	run, err := begin(ctx, t, o)
	if err != nil {
		return r, explained(ctx, err)
	}
	defer release(ctx, t, o.Publisher)
	old, err := run.earlier(number)
	if err != nil {
		return r, err
	}
	next := old.from(run.current(), run.now)
	r.Release, r.Changes = next, changes(run.current(), next)
	has, err := run.intact(ctx, old)
	if err == nil {
		err = run.show(ctx, &r, has)
	}
	return r, run.failed(ctx, err)
}

// Compare returns what publishing the site would change, and the bytes that
// would travel. It writes nothing.
func Compare(ctx context.Context, t Target, s *Site) (c Changes, bytes int64, err error) {
	r, err := look(ctx, t)
	if err != nil {
		return c, 0, explained(ctx, err)
	}
	next := &Release{Files: s.Files}
	lacking, err := r.lacking(ctx, next)
	for _, size := range lacking {
		bytes += size
	}
	return changes(r.current(), next), bytes, explained(ctx, err)
}

// ErrNothing says that a target has no releases.
var ErrNothing = failure.Usage("look at the address; wijzer publish makes the first release", "nothing is published there")

// Refused returns an error when a target holds what is not ours.
func Refused(ctx context.Context, t Target) error {
	strange, err := t.Strange(ctx)
	if err != nil || strange == "" {
		return explained(ctx, err)
	}
	hint := "choose an empty or new folder: what is published there is wijzer's alone"
	if there, err := t.List(ctx, "manifests"); err == nil && len(there) > 0 {
		hint = "move it elsewhere: what is published there is wijzer's alone"
	}
	return failure.Usage(hint, "refusing to publish: the target holds %q, which wijzer did not put there", strange)
}

// Releases returns the releases in a target, the newest first, and the numbers of those
// that readers get files of: of one, but where a change was cut off.
func Releases(ctx context.Context, t Target) (releases []*Release, shown []int, err error) {
	r, err := look(ctx, t)
	if err != nil {
		return nil, nil, explained(ctx, err)
	}
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(r.releases))) {
		releases = append(releases, r.releases[number])
	}
	return releases, r.shown, nil
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
			if known.Made.After(r.now) {
				r.now = known.Made
			}
		}
		err = r.sweep(ctx)
	}
	if err != nil {
		release(ctx, t, o.Publisher)
	}
	return r, err
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
		r.last = max(r.last, number)
		if known, err := readRelease(number, text); err == nil {
			r.releases[number] = known
		} else {
			r.damaged = append(r.damaged, number)
		}
	}
	r.shown, err = t.Shown(ctx)
	for _, number := range r.shown {
		r.last = max(r.last, number)
	}
	return r, err
}

// current returns what readers get, nil for nothing or for what is not known.
func (r *run) current() *Release {
	if len(r.shown) == 0 {
		return nil
	}
	return r.releases[r.shown[len(r.shown)-1]]
}

func (r *run) next(s *Site) *Release {
	next := &Release{Number: r.last + 1, Made: r.now, Files: s.Files}
	if len(r.shown) > 0 {
		next.Before = r.shown[0]
	}
	return next.from(r.current(), r.now)
}

// earlier returns the release to go back to: that with a number, or the one
// that readers had before.
func (r *run) earlier(number int) (*Release, error) {
	number = cmp.Or(number, r.before())
	if old := r.releases[number]; old != nil {
		return old, nil
	}
	there := fmt.Sprintf("there are: %v", slices.Sorted(maps.Keys(r.releases)))
	if number == 0 {
		return nil, failure.Usage(there, "nothing that readers had before is there")
	}
	return nil, failure.Usage(there, "no such release to go back to")
}

// before returns the number of the release that readers had before, 0 for
// none: where a change was cut off, it is the one that was to be replaced.
func (r *run) before() (number int) {
	current := r.current()
	switch {
	case len(r.shown) == 0:
		return 0
	case len(r.shown) > 1 && r.releases[r.shown[0]] != nil:
		return r.shown[0]
	case current != nil && current.Before > 0:
		return current.Before
	}
	for known := range r.releases { // as earlier programs did
		if known < r.shown[len(r.shown)-1] {
			number = max(number, known)
		}
	}
	return number
}

// intact returns the files that the target has ready of a release to go
// back to: all, or none when somebody meddled with them.
func (r *run) intact(ctx context.Context, old *Release) (map[string]File, error) {
	lacking, err := r.lacking(ctx, old)
	if err == nil && len(lacking) > 0 {
		err = failure.Environment("go back to another, or publish", "release %d is no longer whole: %d files lack", old.Number, len(lacking))
	}
	whole, unknown := r.t.Whole(ctx, old)
	if err = cmp.Or(err, unknown); err != nil || whole || slices.Contains(r.shown, old.Number) {
		return old.Files, err
	}
	return nil, r.t.Drop(ctx, old.Number)
}

// isDamaged reports whether readers lack something of what they are to get.
func (r *run) isDamaged(ctx context.Context) (bool, error) {
	lacking, err := r.lacking(ctx, r.current())
	if err != nil || len(lacking) > 0 {
		return true, err
	}
	whole, err := r.t.Whole(ctx, r.current())
	return !whole, err
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
	for name, f := range next.Files { // of earlier releases, and gone
		if _, lacks := lacking[f.Sum]; lacks && s.places[f.Sum] == nil {
			delete(next.Files, name)
		}
	}
	var total int64
	for sum, size := range lacking {
		if s.places[sum] != nil {
			total += size
		}
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

// show readies the release of done, but for the files that it has, records
// it, has readers get it and tidies up.
func (r *run) show(ctx context.Context, done *Result, has map[string]File) error {
	next := done.Release
	held := func(ctx context.Context) error { return holds(ctx, r.t, r.Publisher) }
	text, err := json.Marshal(next)
	if err = errors.Join(err, r.t.Prepare(ctx, next, has)); err == nil {
		err = held(ctx)
	}
	if err == nil {
		err = r.t.Write(ctx, manifest(next.Number), text)
	}
	if err == nil {
		done.Mixed, err = r.t.Show(ctx, r.shown, next, held)
	}
	if err != nil {
		return err
	}
	r.releases[next.Number], r.shown = next, []int{next.Number}
	done.Untidy = r.tidy(ctx)
	return nil
}

// tidy removes the releases that do not stay, and what only they had.
func (r *run) tidy(ctx context.Context) error {
	stay := r.stay()
	for _, number := range slices.Concat(r.damaged, slices.Sorted(maps.Keys(r.releases))) {
		if stay[number] {
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
	r.damaged = nil
	return r.collect(ctx)
}

// stay returns which releases are kept: what readers get, what they had
// before it, and then the newest. One that was shown by mistake goes before
// one that was good.
func (r *run) stay() map[int]bool {
	stay := map[int]bool{}
	for one := r.current(); one != nil && !stay[one.Number] && len(stay) < kept; one = r.releases[one.Before] {
		stay[one.Number] = true
	}
	for _, number := range slices.Backward(slices.Sorted(maps.Keys(r.releases))) {
		if len(stay) < kept {
			stay[number] = true
		}
	}
	return stay
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
	return each(ctx, maps.Keys(there), func(within context.Context, name string) error { return r.t.Remove(within, "objects/"+name) })
}

// each asks a target for several things at once, as many as it may be.
func each(ctx context.Context, names iter.Seq[string], do func(ctx context.Context, name string) error) error {
	group, within := errgroup.WithContext(ctx)
	group.SetLimit(atATime)
	for name := range names {
		group.Go(func() error { return do(within, name) })
	}
	return group.Wait()
}

// sweep removes what a run that was cut off had prepared. Its objects stay:
// they need not travel again.
func (r *run) sweep(ctx context.Context) error {
	prepared, err := r.t.Prepared(ctx)
	for _, number := range prepared {
		r.last = max(r.last, number) // of which a host may still make files
		if r.releases[number] == nil && !slices.Contains(r.shown, number) && err == nil {
			err = r.t.Drop(ctx, number)
		}
	}
	for _, name := range r.debris {
		err = errors.Join(err, r.t.Remove(ctx, name))
	}
	return err
}

// failed explains why a run failed: first of all that somebody took over
// its lock, because of which much else fails.
func (r *run) failed(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil {
		return explained(ctx, err)
	}
	if other, unknown := heldBy(ctx, r.t, r.Publisher); unknown == nil && other != "" {
		return lost(other)
	}
	return explained(ctx, err)
}

// goOn is what to do when a run ended before its time.
const goOn = "run the command again: it goes on where this one stopped"

// explained says what is the case after a fault, and what to do.
func explained(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	err = failure.File("publishing", err)
	known, ok := err.(*failure.Error)
	if ctx.Err() != nil && !(ok && known.Code == failure.ExitInterrupted) {
		return ctx.Err()
	}
	if ok && known.Hint == "" {
		known.Hint = goOn
	}
	return err
}
