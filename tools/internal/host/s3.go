package host

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/headers"
)

// A bucket is object storage: the site stands in the folder prefix of it,
// and what is ours below .wijzer/ there. It has no step that changes all at
// once, so a change is many copies within the store: first what pages need,
// then pages, and removals last.
type bucket struct {
	store        *minio.Client
	name, prefix string
}

// ours is the folder that is no part of the site.
const ours = ".wijzer/"

func openS3(u *url.URL) (Target, error) {
	endpoint, err := url.Parse(cmp.Or(os.Getenv("AWS_ENDPOINT_URL_S3"), os.Getenv("AWS_ENDPOINT_URL"), "https://s3.amazonaws.com"))
	if err != nil || endpoint.Host == "" || strings.Trim(endpoint.Path, "/") != "" {
		return nil, failure.Usage("such as https://s3.nl-ams.scw.cloud", "AWS_ENDPOINT_URL is no address")
	}
	store, err := minio.New(endpoint.Host, &minio.Options{
		Secure: endpoint.Scheme == "https", Region: cmp.Or(os.Getenv("AWS_REGION"), os.Getenv("AWS_DEFAULT_REGION")),
		Creds: credentials.NewChainCredentials([]credentials.Provider{&credentials.EnvAWS{}, &credentials.FileAWSCredentials{}}),
	})
	if err != nil {
		return nil, failure.Usage("see wijzer help publish", "no store at %s: %v", endpoint.Host, err)
	}
	prefix := strings.Trim(u.Path, "/")
	if prefix != "" {
		prefix += "/"
	}
	return bucket{store, u.Host, prefix}, nil
}

// Close does nothing: there is no connection that stays.
func (b bucket) Close() error { return nil }

func (b bucket) own(name string) string { return b.prefix + ours + name }

// Read reads one of our files.
func (b bucket) Read(ctx context.Context, name string) ([]byte, error) {
	object, err := b.store.GetObject(ctx, b.name, b.own(name), minio.GetObjectOptions{})
	if err != nil {
		return nil, b.explained(name, err)
	}
	defer object.Close()
	text, err := io.ReadAll(object)
	return text, b.explained(name, err)
}

// Write writes one of our files; a store keeps it whole or not at all.
func (b bucket) Write(ctx context.Context, name string, text []byte) error {
	return b.put(ctx, name, text, minio.PutObjectOptions{})
}

func (b bucket) put(ctx context.Context, name string, text []byte, o minio.PutObjectOptions) error {
	o.SendContentMd5 = true
	_, err := b.store.PutObject(ctx, b.name, b.own(name), bytes.NewReader(text), int64(len(text)), o)
	return b.explained(name, err)
}

// Claim writes one of our files if there is none. A store that knows no conditions
// writes it anyhow: whoever wrote last then has it, as the next step sees.
func (b bucket) Claim(ctx context.Context, name string, text []byte) error {
	if _, err := b.Written(ctx, name); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, fs.ErrExist)
	}
	var o minio.PutObjectOptions
	o.SetMatchETagExcept("*")
	return b.put(ctx, name, text, o)
}

// Written returns when a file of ours was written, by the clock of the store.
func (b bucket) Written(ctx context.Context, name string) (time.Time, error) {
	info, err := b.store.StatObject(ctx, b.name, b.own(name), minio.StatObjectOptions{})
	return info.LastModified, b.explained(name, err)
}

// List lists a folder of ours.
func (b bucket) List(ctx context.Context, dir string) (map[string]int64, error) {
	return b.list(ctx, b.own(dir)+"/")
}

func (b bucket) list(ctx context.Context, prefix string) (map[string]int64, error) {
	sizes := map[string]int64{}
	objects, err := b.objects(ctx, prefix)
	for name, object := range objects {
		sizes[name] = object.Size
	}
	return sizes, err
}

// objects lists what the store knows of objects, by what follows a prefix.
func (b bucket) objects(ctx context.Context, prefix string) (map[string]minio.ObjectInfo, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	all := map[string]minio.ObjectInfo{}
	for object := range b.store.ListObjects(ctx, b.name, minio.ListObjectsOptions{Prefix: prefix, Recursive: true}) {
		if object.Err != nil {
			return nil, b.explained(prefix, object.Err)
		}
		all[strings.TrimPrefix(object.Key, prefix)] = object
	}
	return all, nil
}

// served lists the sums of what readers get, "" for what is none of our
// objects. A store names what an object holds by its ETag, and a copy has
// that of what was copied (where it does not, as with keys of one's own,
// all is copied each time).
func (b bucket) served(ctx context.Context) (map[string]string, error) {
	all, err := b.objects(ctx, b.prefix)
	sums, served := map[string]string{}, map[string]string{}
	for name, object := range all {
		if sum, ok := strings.CutPrefix(name, ours+"objects/"); ok {
			sums[object.ETag] = sum
		}
	}
	for name, object := range all {
		if !strings.HasPrefix(name, ours) {
			served[name] = sums[object.ETag]
		}
	}
	return served, err
}

// Whole compares what readers get with what a release says.
func (b bucket) Whole(ctx context.Context, r *Release) (bool, error) {
	served, err := b.served(ctx)
	for name, f := range r.Files {
		if served[name] != f.Sum {
			return false, err
		}
	}
	return len(served) == len(r.Files), err
}

// Remove removes one of our files.
func (b bucket) Remove(ctx context.Context, name string) error { return b.remove(ctx, b.own(name)) }

func (b bucket) remove(ctx context.Context, key string) error {
	return b.explained(key, b.store.RemoveObject(ctx, b.name, key, minio.RemoveObjectOptions{}))
}

// Strange returns an object that was there before us.
func (b bucket) Strange(ctx context.Context) (string, error) {
	if there, err := b.List(ctx, "manifests"); err != nil || len(there) > 0 {
		return "", err
	}
	there, err := b.list(ctx, b.prefix)
	maps.DeleteFunc(there, func(name string, _ int64) bool { return strings.HasPrefix(name, ours) })
	if len(there) == 0 {
		return "", err
	}
	return slices.Sorted(maps.Keys(there))[0], err
}

// Prepare has nothing to do: the objects are there.
func (b bucket) Prepare(context.Context, *Release, map[string]File) error { return nil }

// Prepared is of nothing.
func (b bucket) Prepared(context.Context) ([]int, error) { return nil, nil }

// Drop has nothing to do.
func (b bucket) Drop(context.Context, int) error { return nil }

// shown is our file with the numbers of the releases that readers get files of.
const shown = "shown.json"

// Shown reads which releases readers get files of.
func (b bucket) Shown(ctx context.Context) (numbers []int, err error) {
	text, err := b.Read(ctx, shown)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil {
		err = json.Unmarshal(text, &numbers)
	}
	return numbers, err
}

func (b bucket) say(ctx context.Context, numbers ...int) error {
	slices.Sort(numbers)
	text, err := json.Marshal(slices.Compact(numbers))
	return errors.Join(err, b.Write(ctx, shown, text))
}

// Show copies what differs to where readers ask for it, and removes the
// rest. Each of these steps looks first whether the lock is still held: a
// machine that slept may wake when another has published.
func (b bucket) Show(ctx context.Context, was []int, next *Release, held func(context.Context) error) (mixed time.Duration, err error) {
	if err := b.say(ctx, append(slices.Clone(was), next.Number)...); err != nil {
		return 0, err
	}
	start := time.Now()
	there, err := b.served(ctx)
	if err != nil {
		return 0, err
	}
	step := func(do func(context.Context, string) error) func(context.Context, string) error {
		return func(within context.Context, name string) error {
			if err := held(within); err != nil {
				return err
			}
			return do(within, name)
		}
	}
	for wave := range 4 { // see order
		names := slices.DeleteFunc(next.names(), func(name string) bool { return order(name) != wave || there[name] == next.Files[name].Sum })
		err := each(ctx, slices.Values(names), step(func(within context.Context, name string) error { return b.copy(within, next.Files[name].Sum, name) }))
		if err != nil {
			return 0, b.halfway(ctx, err)
		}
	}
	gone := slices.Sorted(maps.Keys(there))
	gone = slices.DeleteFunc(gone, func(name string) bool { _, stays := next.Files[name]; return stays })
	err = each(ctx, slices.Values(gone), step(func(within context.Context, name string) error { return b.remove(within, b.prefix+name) }))
	if err == nil {
		err = held(ctx)
	}
	if err != nil {
		return 0, b.halfway(ctx, err)
	}
	if len(was) > 0 { // at first there is nothing to be mixed with
		mixed = time.Since(start)
	}
	return mixed, b.say(ctx, next.Number)
}

// copy puts an object where readers ask for it, with what they are told about it.
func (b bucket) copy(ctx context.Context, sum, name string) error {
	_, err := b.store.CopyObject(ctx,
		minio.CopyDestOptions{Bucket: b.name, Object: b.prefix + name, ReplaceMetadata: true,
			ContentType: headers.Type(path.Ext(name)), CacheControl: headers.Caching(name)},
		minio.CopySrcOptions{Bucket: b.name, Object: b.own("objects/" + sum)})
	return b.explained(name, err)
}

func (b bucket) halfway(ctx context.Context, err error) error {
	f := &failure.Error{Code: failure.ExitEnvironment, Message: fmt.Sprintf("the change was cut off: %v", err),
		Hint: "run the command again now: until it ends well, readers get files of both releases"}
	if ctx.Err() != nil {
		f.Code = failure.ExitInterrupted
	}
	return f
}

// explained says what a store means.
func (b bucket) explained(name string, err error) error {
	var known *failure.Error
	if err == nil || errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	answer := minio.ToErrorResponse(err)
	switch {
	case answer.Code == minio.NoSuchBucket:
		return failure.Environment("make the bucket with the tools of the store", "there is no bucket %q", b.name)
	case answer.StatusCode == http.StatusNotFound || answer.Code == minio.NoSuchKey:
		return fs.ErrNotExist
	case answer.StatusCode == http.StatusPreconditionFailed:
		return fs.ErrExist
	case answer.StatusCode == http.StatusForbidden:
		return failure.Environment("look at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or ~/.aws/credentials), AWS_REGION, the clock of this machine, and what the key may do",
			"the store refuses %q: %s", name, answer.Code)
	case answer.Code == "AuthorizationHeaderMalformed" || answer.Code == "PermanentRedirect" || answer.Code == "TemporaryRedirect" || answer.Code == "IllegalLocationConstraintException":
		return failure.Environment("look at AWS_REGION and AWS_ENDPOINT_URL: they are to be those of the bucket", "the bucket is elsewhere: %s", answer.Code)
	case answer.StatusCode == http.StatusInsufficientStorage || strings.Contains(answer.Code, "Full") || strings.Contains(answer.Code, "Quota"):
		return failure.Environment("make room in the store, and run the command again", "the store is full at %q: %s", name, answer.Code)
	case answer.Code != "":
		return failure.Environment("", "the store fails at %q: %s", name, answer.Code)
	}
	return failure.Environment("look whether AWS_ENDPOINT_URL ("+b.store.EndpointURL().String()+" here) is the address of the store, and whether that is up; then run the command again",
		"no answer about %q from the store: %v", name, err)
}
