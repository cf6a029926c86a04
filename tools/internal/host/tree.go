package host

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"comwijzer/tools/internal/failure"
)

// A tree is a target with folders. Each release is a folder releases/N of
// hard links to objects, and the link current leads to the one that readers
// get: the root of a web server is TARGET/current.
type tree struct{ disk }

// A disk is what a tree needs of a file system, here or elsewhere. Files
// can be read by all, whatever a umask says.
type disk interface {
	storage

	// MakeDir makes a folder and those around it.
	MakeDir(ctx context.Context, dir string) error
	// RemoveDir removes a folder with all in it.
	RemoveDir(ctx context.Context, dir string) error
	// Link makes name another name of object, or a copy where that cannot be.
	Link(ctx context.Context, object, name string) error
	// Point has a symbolic link lead elsewhere, in one step.
	Point(ctx context.Context, link, to string) error
	// Pointed returns where a symbolic link leads, "" when there is none.
	Pointed(ctx context.Context, link string) (string, error)
	// Settle has the disk hold what was written, through a power cut.
	Settle(ctx context.Context) error
}

const currentLink = "current"

func folderOf(number int) string { return "releases/" + strconv.Itoa(number) }

// shapes are the names of what is ours in the folders of a target.
var shapes = map[string]*regexp.Regexp{
	"manifests": regexp.MustCompile(`^[1-9]\d*\.json$`),
	"objects":   sum,
	"releases":  regexp.MustCompile(`^[1-9]\d*$`),
}

// Strange returns a name that is not ours. Objects come before anything
// else: folders of releases without them are of others.
func (t tree) Strange(ctx context.Context) (string, error) {
	there, err := t.List(ctx, ".")
	for _, ours := range []string{currentLink, lockName, asked} {
		delete(there, ours)
	}
	var strange []string
	filled := map[string]bool{}
	for dir, shape := range shapes {
		delete(there, dir)
		names, err := t.List(ctx, dir)
		if err != nil {
			return "", err
		}
		for name := range names {
			if filled[dir] = true; !shape.MatchString(name) && !strings.HasSuffix(name, part) {
				strange = append(strange, path.Join(dir, name))
			}
		}
	}
	if filled["releases"] && !filled["objects"] {
		strange = append(strange, "releases")
	}
	for name := range there {
		if !strings.HasSuffix(name, part) {
			strange = append(strange, name)
		}
	}
	if len(strange) == 0 {
		return "", err
	}
	return slices.Min(strange), err
}

// Prepare links the files of a release into its folder.
func (t tree) Prepare(ctx context.Context, r *Release, has map[string]File) error {
	lacking := maps.Clone(r.Files)
	maps.DeleteFunc(lacking, func(name string, f File) bool { return has[name].Sum == f.Sum })
	made := map[string]bool{}
	for name := range lacking {
		dir := path.Join(folderOf(r.Number), path.Dir(name))
		if !made[dir] {
			if err := t.MakeDir(ctx, dir); err != nil {
				return err
			}
		}
		made[dir] = true
	}
	err := each(ctx, maps.Keys(lacking), func(within context.Context, name string) error {
		return t.Link(within, "objects/"+lacking[name].Sum, path.Join(folderOf(r.Number), name))
	})
	if err != nil {
		return err
	}
	return t.Settle(ctx)
}

// Prepared returns the numbers of the folders that there are.
func (t tree) Prepared(ctx context.Context) (numbers []int, err error) {
	there, err := t.List(ctx, "releases")
	for name := range there {
		if number, err := strconv.Atoi(name); err == nil {
			numbers = append(numbers, number)
		}
	}
	slices.Sort(numbers)
	return numbers, err
}

// Shown returns the release that the link leads to.
func (t tree) Shown(ctx context.Context) ([]int, error) {
	to, err := t.Pointed(ctx, currentLink)
	if err != nil || to == "" {
		return nil, err
	}
	number, err := strconv.Atoi(path.Base(to))
	if err != nil || folderOf(number) != to {
		return nil, fmt.Errorf("%s leads to %q, which is no release", currentLink, to)
	}
	return []int{number}, nil
}

// noLink says that something stands where the link is to be.
func noLink(name string) error {
	return failure.Usage("move it elsewhere, or choose an empty or new folder", "%q in the target is no link that wijzer made", name)
}

// Show turns the link: whatever is answered is of the release before or of this one.
func (t tree) Show(ctx context.Context, _ []int, next *Release, _ func(context.Context) error) (time.Duration, error) {
	return 0, errors.Join(t.Point(ctx, currentLink, folderOf(next.Number)), t.Settle(ctx))
}

// Whole looks whether the folder has the files, in their sizes.
func (t tree) Whole(ctx context.Context, r *Release) (bool, error) {
	dirs := map[string]map[string]int64{} // sizes by name
	for name, f := range r.Files {
		dir := path.Join(folderOf(r.Number), path.Dir(name))
		if dirs[dir] == nil {
			dirs[dir] = map[string]int64{}
		}
		dirs[dir][path.Base(name)] = f.Size
	}
	var lacks atomic.Bool
	err := each(ctx, maps.Keys(dirs), func(within context.Context, dir string) error {
		there, err := t.List(within, dir)
		for name, size := range dirs[dir] {
			if has, ok := there[name]; !ok || has != size {
				lacks.Store(true)
			}
		}
		return err
	})
	return !lacks.Load(), err
}

// Drop removes the folder of a release. A server whose connection was cut does what it was asked before: what comes while
// the folder is removed is removed by another try.
func (t tree) Drop(ctx context.Context, number int) (err error) {
	for range 5 {
		if err = t.RemoveDir(ctx, folderOf(number)); err == nil || ctx.Err() != nil {
			break
		}
	}
	return err
}

// part is how the names of files end that are not whole yet.
const part = ".part"

// scratch returns the name that a file has until it is whole. No two are alike: what a
// host still does of a run that was cut off is not to meet the next.
func scratch(name string) string { return name + "." + rand.Text()[:8] + part }
