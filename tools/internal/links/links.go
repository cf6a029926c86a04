// Package links asks external addresses how they fare, with the manners
// that servers may expect, and returns a verdict on each; a Client also
// reads what stands there. Whatever a server does ends in a verdict, within
// a bound.
package links

import (
	"cmp"
	"context"
	"crypto/x509"
	"net"
	"slices"
	"sync"
	"time"
)

// agent is the name that servers and their robots.txt know us by.
const agent = "wijzer-links"

// Options are the bounds. The zero value of each stands for its default.
type Options struct {
	Version string // of the program, for servers
	Home    string // the site's own address, for people who wonder who asks

	Pace         time.Duration // between two requests to a host; 1 s
	RequestLimit time.Duration // for one request with its body; 20 s
	AddressLimit time.Duration // for one address with redirects and repeats; 2 min
	RunLimit     time.Duration // for everything; 1 h
	BackOff      time.Duration // before the first repeat, double before the next; 2 s
	MaxWait      time.Duration // the longest rest that a host may ask for; 30 s
	Tries        int           // of one request that may succeed later; 3
	Hosts        int           // asked side by side; 8
	BodyLimit    int64         // bytes read of one page; 1 MiB
	HeaderLimit  int64         // bytes of headers; 128 KiB
	Redirects    int           // followed in a row; 10

	Resolver      Resolver
	Roots         *x509.CertPool // who vouches for certificates; the system's
	AllowLoopback bool           // for tests only
	connect       dial           // likewise; to the kernel
}

func (o Options) withDefaults() Options {
	o.Version = cmp.Or(o.Version, "devel")
	o.Pace = cmp.Or(o.Pace, time.Second)
	o.RequestLimit = cmp.Or(o.RequestLimit, 20*time.Second)
	o.AddressLimit = cmp.Or(o.AddressLimit, 2*time.Minute)
	o.RunLimit = cmp.Or(o.RunLimit, time.Hour)
	o.BackOff = cmp.Or(o.BackOff, 2*time.Second)
	o.MaxWait = cmp.Or(o.MaxWait, 30*time.Second)
	o.Tries = cmp.Or(o.Tries, 3)
	o.Hosts = cmp.Or(o.Hosts, 8)
	o.BodyLimit = cmp.Or(o.BodyLimit, 1<<20)
	o.HeaderLimit = cmp.Or(o.HeaderLimit, 128<<10)
	o.Redirects = cmp.Or(o.Redirects, 10)
	if o.Resolver == nil {
		o.Resolver = net.DefaultResolver
	}
	return o
}

// Run asks the addresses and reports each verdict as it comes, one at a
// time and undated. What it did not get round to, because it was ended,
// time was up or a host asked for rest, is not reported.
func Run(ctx context.Context, addresses []string, opts Options, report func(Entry)) {
	c := NewClient(opts)
	var reporting sync.Mutex
	c.Each(ctx, addresses, func(ctx context.Context, address string) {
		if e, ok := c.check(ctx, address); ok {
			reporting.Lock()
			defer reporting.Unlock()
			report(e)
		}
	})
}

// Each calls do for every address, within the bound on a run: one at a time
// for each host, with several hosts side by side.
func (c *Client) Each(ctx context.Context, addresses []string, do func(ctx context.Context, address string)) {
	defer c.transport.CloseIdleConnections()
	ctx, cancel := context.WithTimeout(ctx, c.opts.RunLimit)
	defer cancel()
	queues := make(chan []string)
	var workers sync.WaitGroup
	for range c.opts.Hosts {
		workers.Go(func() {
			for queue := range queues {
				for _, address := range queue {
					do(ctx, address)
				}
			}
		})
	}
	for _, queue := range byHost(addresses) {
		queues <- queue
	}
	close(queues)
	workers.Wait()
}

// byHost puts the addresses of one host in one queue, the longest queue first.
func byHost(addresses []string) (queues [][]string) {
	byName := map[string][]string{}
	for _, address := range addresses {
		name := ""
		if u, problem := parse(address); problem == "" {
			name = u.Host
		}
		byName[name] = append(byName[name], address)
	}
	for _, queue := range byName {
		slices.Sort(queue)
		queues = append(queues, queue)
	}
	slices.SortFunc(queues, func(a, b []string) int {
		return cmp.Or(len(b)-len(a), cmp.Compare(a[0], b[0]))
	})
	return queues
}
