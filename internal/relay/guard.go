package relay

import (
	"net"
	"net/netip"
	"sync"
)

// forbidden are what no address of the internet is, or what leads back into somebody's own network. What is neither global
// unicast nor public in the words of net/netip need not be named here.
var forbidden = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"168.63.129.16/32", // metadata of a large cloud, with an address that looks public
	"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
)

// internet is all of IPv6 that is given out; what embeds an IPv4 address outside of it is forbidden with the rest.
var internet = netip.MustParsePrefix("2000::/3")

func prefixes(texts ...string) []netip.Prefix {
	out := make([]netip.Prefix, 0, len(texts))
	for _, t := range texts {
		out = append(out, netip.MustParsePrefix(t))
	}
	return out
}

// public reports whether an address, which is unmapped, is one of the internet.
func public(ip netip.Addr) bool {
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.Is6() && !internet.Contains(ip) {
		return false
	}
	return !within(forbidden, ip)
}

func within(all []netip.Prefix, ip netip.Addr) bool {
	for _, p := range all {
		if p.Contains(ip) {
			return true
		}
	}
	return false
}

// guard says where may be relayed to: the internet, what is configured, and the relayed addresses of the relay itself, which
// two parties need who both have no direct path. All else of the relay's own machine is out of reach.
type guard struct {
	allow []netip.Prefix
	own   map[netip.Addr]bool
	// outer is the address by which others know the relay, and inner the one at which its own sockets reach each other.
	outer, inner netip.Addr
	ports        *ports
}

func newGuard(o Options) guard {
	g := guard{allow: o.Allow, own: map[netip.Addr]bool{}, outer: o.PublicIP, inner: o.Listen.Addr().Unmap(), ports: &ports{live: map[uint16]bool{}}}
	if g.inner.IsUnspecified() {
		g.inner = loopback(o.PublicIP)
	}
	addresses, _ := net.InterfaceAddrs() // without them, only public addresses of the machine are not seen as its own
	for _, a := range addresses {
		if p, err := netip.ParsePrefix(a.String()); err == nil {
			g.own[p.Addr().Unmap()] = true
		}
	}
	return g
}

func loopback(like netip.Addr) netip.Addr {
	if like.Is4() {
		return netip.AddrFrom4([4]byte{127, 0, 0, 1})
	}
	return netip.IPv6Loopback()
}

// permits reports whether anything at an address may be relayed to.
func (g guard) permits(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	return ip == g.outer || g.reachable(ip)
}

func (g guard) reachable(ip netip.Addr) bool {
	return within(g.allow, ip) || public(ip) && ip != g.outer && !g.own[ip]
}

// outwards returns where a datagram to an address is to be sent; false where it must not be.
func (g guard) outwards(to netip.AddrPort) (netip.AddrPort, bool) {
	to = netip.AddrPortFrom(to.Addr().Unmap().WithZone(""), to.Port())
	if to.Addr() == g.outer && g.ports.has(to.Port()) {
		return netip.AddrPortFrom(g.inner, to.Port()), true
	}
	return to, g.reachable(to.Addr())
}

// inwards returns the address by which the sender of a datagram is known; false where it must not be heard.
func (g guard) inwards(from netip.AddrPort) (netip.AddrPort, bool) {
	from = netip.AddrPortFrom(from.Addr().Unmap().WithZone(""), from.Port())
	if (from.Addr() == g.inner || from.Addr() == g.outer) && g.ports.has(from.Port()) {
		return netip.AddrPortFrom(g.outer, from.Port()), true
	}
	return from, g.reachable(from.Addr())
}

// ports are the relayed ports that are in use.
type ports struct {
	mu   sync.RWMutex
	live map[uint16]bool
}

func (p *ports) has(port uint16) bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.live[port]
}

func (p *ports) set(port uint16, live bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if live {
		p.live[port] = true
	} else {
		delete(p.live, port)
	}
}
