package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"comwijzer/tools/internal/diag"
	"comwijzer/tools/internal/failure"
	"comwijzer/tools/internal/links"
	"comwijzer/tools/internal/passage"
	"comwijzer/tools/internal/publish"
	"comwijzer/tools/internal/site"
	"comwijzer/tools/internal/text"
	"comwijzer/tools/internal/toolchain"
)

var _ = register(command{
	name:  "links",
	bare:  true,
	args:  "[--all] [--max-age AGE] [--only HOST]",
	title: "ask the external addresses in the records how they fare",
	doc: `
Asks every address of a source or contact, politely and one at a time per host,
and keeps the verdicts in checks/links.json, to be committed. It never contacts
loopback, private or reserved addresses. Ctrl-C keeps what was found so far.
docs/links.md tells what the verdicts mean. Exit code 1 when any address is
gone, soft-404 or unreachable, in this run or according to the file, or when a
source no longer says what data/mistakes/ calls wrong in it, as wijzer sources
verify read it; 3 when none could be reached, in which case nothing is kept.

  --all          ask also what was asked within the age
  --max-age AGE  ask what was last asked longer ago, such as 30d (the default),
                 2w or 12h
  --only HOST    look at the addresses of this host and those below it
`,
	setup: setupLinks,
})

// allowLoopback lets the tests run a server; the program never sets it.
var allowLoopback bool

func setupLinks(flags *flag.FlagSet) runner {
	maxAge := ageFlags(flags, 30*24*time.Hour)
	only := flags.String("only", "", "")
	return func(ctx context.Context, t *terminal, _ []string) error {
		return t.surveying(ctx, "links", func(root string, s *site.Site) error {
			survey, err := newSurvey(root, s, *only)
			if err != nil {
				return err
			}
			return survey.run(ctx, t, *maxAge)
		})
	}
}

// surveying runs what asks other hosts and keeps their verdicts: one at a
// time, because each reads and writes what is known of all, and on the whole
// site, because what cannot be read would lose its verdict. The site is free
// meanwhile.
func (t *terminal) surveying(ctx context.Context, who string, run func(root string, s *site.Site) error) error {
	log.SetOutput(io.Discard) // where the HTTP library quotes what servers send
	root, err := t.site()
	if err != nil {
		return err
	}
	held, err := publish.Acquire(ctx, root, "verdicts.lock", who, 0)
	if err != nil {
		return err
	}
	defer held.Release()
	root, s, err := t.wholeSite()
	if err != nil {
		return err
	}
	return run(root, s)
}

// keeping writes what a program learned while nobody else changes the site, also after Ctrl-C.
func keeping(root, who string, save func() error) error {
	held, err := publish.Acquire(context.Background(), root, "lock", who, time.Minute)
	if err != nil {
		return err
	}
	defer held.Release()
	return save()
}

// A survey is one run over the addresses of a site.
type survey struct {
	root      string
	site      *site.Site
	addresses []links.Address // all that the records hold
	scope     []links.Address // those that this run is about
	known     []links.Entry   // verdicts of earlier runs
	found     []links.Entry
	started   time.Time
	saved     time.Time
}

func newSurvey(root string, s *site.Site, only string) (*survey, error) {
	known, err := links.Ledger.Load(root)
	if err != nil {
		return nil, failure.Environment("mend the file, or remove it to ask every address again", "cannot read the verdicts: %v", err)
	}
	now := time.Now()
	v := &survey{root: root, site: s, addresses: links.Addresses(s), known: known, started: now, saved: now}
	v.scope, err = ofHost(v.addresses, only)
	return v, err
}

// ofHost returns the addresses of a host and of those below it, all for "".
func ofHost(addresses []links.Address, host string) ([]links.Address, error) {
	if host == "" {
		return addresses, nil
	}
	name := site.Host("https://" + host)
	var out []links.Address
	var hosts []string
	for _, a := range addresses {
		h := a.Host()
		if h == name || strings.HasSuffix(h, "."+name) {
			out = append(out, a)
		}
		hosts = append(hosts, h)
	}
	if len(out) == 0 {
		slices.Sort(hosts)
		return nil, failure.Usage(text.DidYouMean(host, slices.Compact(hosts), "give the host of an address in data/"), "no record has an address of %q", host)
	}
	return out, nil
}

func (v *survey) run(ctx context.Context, t *terminal, maxAge time.Duration) error {
	due := links.Due(v.scope, v.known, v.started, maxAge)
	bar := t.bar(int64(len(due)), "asking")
	var failed error
	ctx, stop := context.WithCancel(ctx)
	links.Run(ctx, due, linkOptions(v.site.Config.BaseURL), func(e links.Entry) {
		v.found = append(v.found, e)
		bar.Add(1)
		if failed == nil {
			failed = v.saveNowAndThen()
		}
		if failed != nil {
			stop()
		}
	})
	bar.Finish()
	interrupted := ctx.Err() != nil
	stop()
	if failed == nil {
		failed = v.save()
	}
	switch {
	case failed != nil:
		return failed
	case interrupted:
		return &failure.Error{Code: failure.ExitInterrupted, Message: fmt.Sprintf("interrupted: %d of %s asked, and kept in %s", len(v.found), count(len(due), "link"), links.Ledger.File)}
	}
	return v.conclude(t, len(due))
}

// linkOptions are the manners of all who ask other hosts; home is the
// address of the site.
func linkOptions(home string) links.Options {
	return links.Options{Version: strings.Trim(toolchain.Versions()[0].Version, "()"), Home: home, AllowLoopback: allowLoopback}
}

// oftenEnough is how much work a power cut may cost.
const oftenEnough = 10 * time.Second

func (v *survey) saveNowAndThen() error {
	if time.Since(v.saved) < oftenEnough || v.offline() {
		return nil
	}
	v.saved = time.Now()
	return v.save()
}

func (v *survey) save() error {
	if len(v.found) > 0 && v.offline() {
		return failure.Environment("connect to the internet and run again", "no network: nothing could be reached; %s is as it was", links.Ledger.File)
	}
	if err := keeping(v.root, "links", func() error { return links.Ledger.Save(v.root, v.entries()) }); err != nil {
		return failure.Environment("look at the owner and the permissions of "+links.Ledger.File, "cannot keep the verdicts: %v", err)
	}
	return nil
}

func (v *survey) entries() []links.Entry {
	return links.Merge(v.addresses, v.known, v.found, v.started)
}

// fewHosts may all be out of reach on a day; more than these means that it is us.
const fewHosts = 2

// offline reports whether nothing answered so far, on hosts enough to know.
func (v *survey) offline() bool {
	hosts := map[string]bool{}
	for _, e := range v.found {
		if e.Status != 0 || e.Verdict != links.Unreachable {
			return false
		}
		hosts[links.Address{URL: e.Address}.Host()] = true
	}
	return len(hosts) > fewHosts
}

// conclude prints what to look at and the table, and returns the exit code.
func (v *survey) conclude(t *terminal, due int) error {
	inScope := map[string]bool{}
	for _, a := range v.scope {
		inScope[a.URL] = true
	}
	entries := slices.DeleteFunc(v.entries(), func(e links.Entry) bool { return !inScope[e.Address] })
	read, err := passage.Ledger.Load(v.root)
	if err != nil {
		return failure.Environment("mend the file; without it everything is asked again, and passages are recorded as they are now", "cannot read the verdicts: %v", err)
	}
	findings := diag.Sort(slices.Concat(links.Findings(v.scope, entries), passage.OfMistakes(passage.Findings(v.site, read))))
	if err := t.print("text", findings, nil); err != nil {
		return err
	}
	tabulate(t, entries)
	t.say(fmt.Sprintf("asked %d of %s in %s", len(v.found), count(len(v.scope), "link"), seconds(v.started)))
	if left := due - len(v.found); left > 0 {
		t.say(fmt.Sprintf("%d not asked: their hosts want rest, or time was up; run again later", left))
	}
	return verdict(findings)
}

func tabulate(t *terminal, entries []links.Entry) {
	numbers := map[links.Verdict]int{}
	for _, e := range entries {
		numbers[e.Verdict]++
	}
	w := tabwriter.NewWriter(t.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, verdict := range links.Verdicts {
		if numbers[verdict] > 0 {
			fmt.Fprintf(w, "%d\t  %s\n", numbers[verdict], verdict)
		}
	}
	w.Flush()
}

// ageFlags declares what says of which age an answer is asked again.
func ageFlags(flags *flag.FlagSet, usual time.Duration) *time.Duration {
	flags.BoolFunc("all", "", func(string) error { usual = 0; return nil })
	flags.Func("max-age", "", func(text string) (err error) {
		now := time.Now().UTC()
		end, none := periodFrom(now, text)
		if usual = end.Sub(now); none != nil {
			usual, err = time.ParseDuration(text)
		}
		if err != nil || usual < 0 {
			return fmt.Errorf("%q is no age, such as 30d, 2w or 12h", text)
		}
		return nil
	})
	return &usual
}
