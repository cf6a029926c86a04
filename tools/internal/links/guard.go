package links

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/netip"
	"slices"
	"syscall"
)

// errForbidden says that a name or a number leads to where we never go.
var errForbidden = errors.New("loopback, private or reserved address")

// Where we never go: everything that IANA has set apart from the public
// internet. Of IPv6 only 2000::/3 is public at all.
var (
	reserved = prefixes(
		"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
		"192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
		"198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
		"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
	)
	public6 = netip.MustParsePrefix("2000::/3")
	nat64   = netip.MustParsePrefix("64:ff9b::/96") // an IPv4 address in its last four bytes
)

func prefixes(texts ...string) (out []netip.Prefix) {
	for _, text := range texts {
		out = append(out, netip.MustParsePrefix(text))
	}
	return out
}

// forbidden reports whether ip is one that is never contacted.
func forbidden(ip netip.Addr) bool {
	if ip.Zone() != "" || !ip.IsValid() {
		return true
	}
	ip = ip.Unmap()
	if nat64.Contains(ip) {
		b := ip.As16()
		ip = netip.AddrFrom4([4]byte(b[12:]))
	}
	if ip.Is6() && !public6.Contains(ip) {
		return true
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return true
		}
	}
	return false
}

// Resolver finds the numbers behind a name; *net.Resolver is one.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// A guard makes connections, and none to where we never go. It looks at the
// numbers that a name has at the moment of dialling, so that neither a
// redirect nor a changing answer of a name server gets past it.
type guard struct {
	resolver      Resolver
	connect       dial
	allowLoopback bool
}

// A dial makes a connection to a number.
type dial func(ctx context.Context, network, address string) (net.Conn, error)

// newGuard returns a guard that gives one number a quarter of the time of a request.
func newGuard(opts Options) *guard {
	g := &guard{resolver: opts.Resolver, connect: opts.connect, allowLoopback: opts.AllowLoopback}
	if g.connect == nil {
		g.connect = (&net.Dialer{Timeout: opts.RequestLimit / 4, Control: g.control}).DialContext
	}
	return g
}

func (g *guard) refuses(ip netip.Addr) bool {
	return forbidden(ip) && !(g.allowLoopback && ip.Unmap().IsLoopback())
}

// most numbers of one host that are tried.
const most = 4

// dial connects to the first number that answers. A name of which any
// number is forbidden is refused as a whole.
func (g *guard) dial(ctx context.Context, _, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	ips, err := g.lookup(ctx, host)
	if err == nil && slices.ContainsFunc(ips, g.refuses) {
		err = errForbidden
	}
	if err != nil {
		return nil, err
	}
	for _, ip := range ips[:min(most, len(ips))] {
		conn, fault := g.connect(ctx, "tcp", net.JoinHostPort(ip.Unmap().String(), port))
		if fault == nil {
			return conn, nil
		}
		err = cmp.Or(err, fault)
	}
	return nil, err
}

func (g *guard) lookup(ctx context.Context, host string) ([]netip.Addr, error) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{ip}, nil
	}
	ips, err := g.resolver.LookupNetIP(ctx, "ip", host)
	if err == nil && len(ips) == 0 {
		err = &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	return ips, err
}

// control looks once more, at the number that a socket is about to connect to.
func (g *guard) control(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || g.refuses(to.Addr()) {
		return errForbidden
	}
	return nil
}
