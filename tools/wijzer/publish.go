package main

import (
	"context"
	"flag"
	"fmt"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"regexp"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"comwijzer/tools/internal/build"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/host"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
)

const targets = `
TARGET is where the site is published:

  a folder                       ../www, /srv/site
  a host with SSH                sftp://user@host:22/srv/site (/~/site: from
                                 the folder where one comes in)
  object storage that talks S3   s3://bucket/folder

The root of a web server is TARGET/current: a link to the folder of one whole
release, which is turned in one step. Object storage has no such step; there
wijzer tells for how long readers got files of two releases, and root is the
bucket, or the folder in it. Keep .wijzer/ there from being read by others.

SSH uses known_hosts, the agent and the keys in ~/.ssh that have no
passphrase. Object storage uses AWS_ENDPOINT_URL, AWS_REGION, and
AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY or ~/.aws/credentials. Nothing
of it is stored or shown.
`

var _ = register(command{
	name:  "publish",
	args:  "TARGET [--dry-run] [--take-over] [--headers KIND] [--base-url URL]",
	title: "check, build, and bring the site to where readers get it",
	doc: `
Builds the site, as wijzer build does, and makes it a release at TARGET. Only
what changed travels: new files first, what leads to them last. Files with a hash in
their name stay a day longer, for pages that readers have open. The last five
releases stay there: wijzer rollback goes back to one. A run that was cut off
leaves readers what they had; the next one goes on where it stopped.
` + targets + `
  --dry-run        tell what would change, and change nothing there
  --headers KIND   publish a file for the web server with it: apache
                   (.htaccess) or files (_headers and _redirects); for nginx
                   and Caddy see wijzer headers
  --base-url URL   the address of the site, instead of baseURL in config.toml
  --take-over      take the lock of another publisher who is dead; the message
                   about the lock tells whose it is and how old
`,
	setup: setupPublish,
})

type publishing struct {
	dryRun  bool
	headers string
	baseURL string
	options host.Options
}

func setupPublish(flags *flag.FlagSet) runner {
	var p publishing
	flags.BoolVar(&p.dryRun, "dry-run", false, "")
	flags.StringVar(&p.headers, "headers", "", "")
	flags.StringVar(&p.baseURL, "base-url", "", "")
	flags.BoolVar(&p.options.TakeOver, "take-over", false, "")
	return func(ctx context.Context, t *terminal, args []string) error {
		if len(args) == 0 {
			return noTarget("publish")
		}
		if err := noArguments("publish", args[1:]); err != nil {
			return err
		}
		if _, known := headerFiles[p.headers]; !known {
			return failure.Usage("apache or files; see wijzer help headers", "no such kind of headers to publish: %q", p.headers)
		}
		return p.run(ctx, t, args[0])
	}
}

func noTarget(name string) error {
	return failure.Usage("see wijzer help "+name, "%s where? no target given", name)
}

func (p publishing) run(ctx context.Context, t *terminal, address string) error {
	start := time.Now()
	o := build.Options{Today: time.Now(), Status: t.status}
	if err := fillOptions(&o, t, "", p.baseURL); err != nil {
		return err
	}
	if built := filepath.Join(o.Root, site.Published); isBelow(address, built) {
		return failure.Usage("choose a folder outside of it", "%q is in the folder that each build replaces", address)
	}
	target, done, err := openTarget(ctx, t, o.Root, address, &p.options)
	if err != nil {
		return err
	}
	defer done()
	if err := host.Refused(ctx, target); err != nil { // before the minutes that a build takes
		return err
	}
	r, err := build.Run(ctx, o)
	t.report(r.Findings)
	if err != nil {
		return err
	}
	t.status("comparing with what is published")
	s, err := toPublish(o.Root, r.Out, address)
	if err != nil {
		return err
	}
	if base := r.Site.Config.BaseURL; isExample(base) {
		t.say("pages say that their address is " + base + ": write yours in config.toml, or give --base-url")
	}
	addHeaders(s, p.headers, served(r.Site))
	if p.dryRun {
		return wouldChange(ctx, t, target, s)
	}
	t.status("")
	p.options.Progress = t.sending()
	result, err := host.Publish(ctx, target, s, p.options)
	return tell(t, "published release", address, result, err, start)
}

// isBelow reports whether a path is a folder or in it.
func isBelow(path, dir string) bool {
	at, err := filepath.Abs(path)
	rest, unrelated := filepath.Rel(dir, at)
	return err == nil && unrelated == nil && filepath.IsLocal(rest)
}

// isExample reports whether an address is of a name that nobody can have (RFC 2606).
func isExample(base string) bool {
	u, err := url.Parse(base)
	return err == nil && example.MatchString(u.Hostname())
}

var example = regexp.MustCompile(`(^|\.)(example(\.(com|net|org))?|test|invalid)$`)

// sending returns what shows how many bytes have travelled.
func (t *terminal) sending() func(done, total int64) {
	var bar *progressbar.ProgressBar
	var showing sync.Mutex
	return func(done, total int64) {
		showing.Lock()
		defer showing.Unlock()
		if bar == nil {
			bar = t.bar(total, "sending", progressbar.OptionShowBytes(true))
		}
		bar.Set64(done)
	}
}

// openTarget connects with a target, for the one run of this working copy
// that may publish at a time.
func openTarget(ctx context.Context, t *terminal, root, address string, o *host.Options) (host.Target, func(), error) {
	held, err := publish.Acquire(ctx, root, "publishing", "publish", time.Second)
	if err != nil {
		return nil, nil, err
	}
	if o.Publisher, err = publisher(root); err != nil {
		held.Release()
		return nil, nil, err
	}
	t.status("connecting")
	target, err := host.Open(ctx, address)
	if err != nil {
		held.Release()
		return nil, nil, err
	}
	return target, func() { target.Close(); held.Release() }, nil
}

// publisher says who we are: the same for every run from this working copy.
func publisher(root string) (host.Publisher, error) {
	who, machine := "somebody", "a machine without a name"
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	if name, err := os.Hostname(); err == nil {
		machine = name
	}
	token, err := host.Token(root, filepath.Join(site.Generated, "publisher"))
	return host.Publisher{Token: token, Who: who + " on " + machine}, err
}

// toPublish reads the built site, with what the kind of target needs beside it.
func toPublish(root, out, address string) (*host.Site, error) {
	s, err := host.ReadSite(out, publish.Marker)
	if err == nil && host.ServesCompressed(address) {
		err = s.Compress(filepath.Join(root, site.Generated, "compressed"))
	}
	return s, err
}

func wouldChange(ctx context.Context, t *terminal, target host.Target, s *host.Site) error {
	c, bytes, err := host.Compare(ctx, target, s)
	if err != nil {
		return err
	}
	t.status("")
	c = c.Addresses()
	for _, list := range []struct {
		mark  string
		names []string
	}{{"+", c.Added}, {"~", c.Changed}, {"-", c.Removed}} {
		for _, name := range list.names {
			fmt.Fprintln(t.out, list.mark, name)
		}
	}
	t.printf("would send %s: %s\n", kilobytes(bytes), changed(c))
	return nil
}

// tell prints what became of a run.
func tell(t *terminal, did, address string, r host.Result, err error, start time.Time) error {
	t.status("")
	if err != nil {
		return err
	}
	if r.Mended {
		t.printf("published release %d at %s: files of the site had gone there, or were changed\n", r.Release.Number, address)
	} else if r.Changes.None() {
		t.printf("readers get release %d at %s already: nothing changed\n", r.Release.Number, address)
	} else {
		c := r.Changes.Addresses()
		t.printf("%s %d at %s: %d new, %d changed, %d removed, %s sent, in %s\n", did, r.Release.Number, address,
			len(c.Added), len(c.Changed), len(c.Removed), kilobytes(r.Sent), seconds(start))
	}
	if r.Mixed > 0 {
		t.printf("for %.1f s readers could get files of both releases\n", r.Mixed.Seconds())
	}
	if r.Untidy != nil {
		t.say("it is what readers get, but cleaning up failed, which the next run does again: " + r.Untidy.Error())
	}
	return nil
}

func changed(c host.Changes) string {
	return fmt.Sprintf("%d new, %d changed, %d removed", len(c.Added), len(c.Changed), len(c.Removed))
}

func kilobytes(n int64) string { return fmt.Sprintf("%d kB", (n+999)/1000) }
