// Package host brings a built site to where readers get it, release by
// release: a folder, a host over SFTP, or object storage. Its promise is
// that a host with folders always answers with one whole release, and that
// the next run goes on where one was cut off. (Package publish is about the
// folder public/ here.)
package host

import (
	"context"
	"net/url"
	"strings"
	"time"

	"comwijzer/tools/internal/failure"
)

// A Target is where a site is published. What files hold stands there once,
// by its hash, in the folder objects; what a release is made of, in the
// folder manifests. Names have slashes.
type Target interface {
	storage

	// Strange returns something in a target that is not ours.
	Strange(ctx context.Context) (string, error)
	// Prepare readies the files of a release, but for those that it has already.
	Prepare(ctx context.Context, r *Release, has map[string]File) error
	// Shown returns the releases that readers get files of: none at first,
	// one, or more where a change that takes a while was cut off.
	Shown(ctx context.Context) ([]int, error)
	// Show has readers get a release in the place of others, as long as the
	// lock is held. It returns how long they got files of both.
	Show(ctx context.Context, was []int, next *Release, held func(context.Context) error) (mixed time.Duration, err error)
	// Whole reports whether readers get the files of a release that they are
	// to get, as far as can be told without reading them.
	Whole(ctx context.Context, r *Release) (bool, error)
	// Drop removes what Prepare made for a release.
	Drop(ctx context.Context, number int) error
	// Prepared returns the numbers of the releases that Prepare made anything for.
	Prepared(ctx context.Context) ([]int, error)
}

// A storage holds files.
type storage interface {
	// Read returns a file, or an error that is fs.ErrNotExist.
	Read(ctx context.Context, name string) ([]byte, error)
	// Write makes or replaces a file, whole or not at all.
	Write(ctx context.Context, name string, text []byte) error
	// Claim makes a file, or returns an error that is fs.ErrExist.
	Claim(ctx context.Context, name string, text []byte) error
	// Written returns when a file was written, by the clock of the target.
	Written(ctx context.Context, name string) (time.Time, error)
	// List returns the sizes of what is in a folder, by name.
	List(ctx context.Context, dir string) (map[string]int64, error)
	// Remove removes a file when it is there.
	Remove(ctx context.Context, name string) error
	// Close ends the connection.
	Close() error
}

// Open returns the target at an address.
func Open(ctx context.Context, address string) (Target, error) {
	scheme, _, isURL := strings.Cut(address, "://")
	if !isURL {
		return openFolder(address)
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, failure.Usage("see wijzer help publish", "the target is no address")
	}
	if _, secret := u.User.Password(); secret {
		return nil, failure.Usage("use a key file or an agent for SSH, the environment for object storage, and change that password: others can see command lines",
			"a password in the address of a target (%s)", u.Redacted())
	}
	switch scheme {
	case "sftp":
		return openSFTP(ctx, u)
	case "s3":
		return openS3(u)
	}
	return nil, failure.Usage("a folder, sftp://user@host/folder or s3://bucket/folder", "no such kind of target: %q", scheme+"://")
}

// ServesCompressed reports whether a web server can choose a compressed
// file beside another in the target at an address.
func ServesCompressed(address string) bool { return !strings.HasPrefix(address, "s3://") }
