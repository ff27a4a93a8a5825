package relay

import (
	"net/netip"
	"testing"
)

func TestPublicAddresses(t *testing.T) {
	tests := []struct {
		name, ip string
		want     bool
	}{
		{"the internet", "8.8.8.8", true},
		{"the internet, IPv6", "2606:4700:4700::1111", true},
		{"the internet, mapped", "::ffff:8.8.8.8", true},
		{"beside private", "172.32.0.1", true},
		{"beside shared", "100.128.0.1", true},
		{"this network", "0.1.2.3", false},
		{"unspecified", "0.0.0.0", false},
		{"unspecified, IPv6", "::", false},
		{"loopback", "127.0.0.1", false},
		{"loopback, anywhere", "127.255.0.3", false},
		{"loopback, IPv6", "::1", false},
		{"loopback, mapped", "::ffff:127.0.0.1", false},
		{"loopback, compatible", "::127.0.0.1", false},
		{"loopback, NAT64", "64:ff9b::127.0.0.1", false},
		{"loopback, 6to4", "2002:7f00:1::", false},
		{"the internet, NAT64", "64:ff9b::8.8.8.8", false},
		{"local NAT64", "64:ff9b:1::1", false},
		{"Teredo", "2001::1", false},
		{"private 10", "10.1.2.3", false},
		{"private 172", "172.31.255.255", false},
		{"private 192", "192.168.0.1", false},
		{"private, mapped", "::ffff:10.0.0.1", false},
		{"unique local", "fd12:3456::1", false},
		{"metadata", "169.254.169.254", false},
		{"metadata, mapped", "::ffff:169.254.169.254", false},
		{"metadata, IPv6", "fd00:ec2::254", false},
		{"metadata, Azure", "168.63.129.16", false},
		{"metadata, Alibaba", "100.100.100.200", false},
		{"metadata, Oracle", "192.0.0.192", false},
		{"link-local", "169.254.0.1", false},
		{"link-local, IPv6", "fe80::1", false},
		{"link-local with a zone", "fe80::1%eth0", false},
		{"site-local", "fec0::1", false},
		{"shared", "100.64.0.1", false},
		{"multicast", "224.0.0.1", false},
		{"multicast, global", "239.1.1.1", false},
		{"multicast, IPv6", "ff0e::1", false},
		{"broadcast", "255.255.255.255", false},
		{"reserved", "240.0.0.1", false},
		{"benchmarks", "198.18.0.1", false},
		{"documentation", "192.0.2.1", false},
		{"documentation, IPv6", "2001:db8::1", false},
		{"documentation, new", "3fff::1", false},
		{"discard", "100::1", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := newGuard(Options{}).permits(netip.MustParseAddr(tt.ip)); got != tt.want {
				t.Errorf("%s: got %t", tt.ip, got)
			}
		})
	}
}

func TestGuard(t *testing.T) {
	g := newGuard(Options{
		Listen: netip.MustParseAddrPort("10.0.0.5:3478"), PublicIP: netip.MustParseAddr("8.8.4.4"), Allow: prefixes("10.1.0.0/16"),
	})
	g.own[netip.MustParseAddr("1.1.1.1")] = true
	g.ports.set(5000, true)
	tests := []struct {
		name, address   string
		out, in         string
		sends, receives bool
	}{
		{"the internet", "8.8.8.8:1", "8.8.8.8:1", "8.8.8.8:1", true, true},
		{"mapped", "[::ffff:8.8.8.8]:1", "8.8.8.8:1", "8.8.8.8:1", true, true},
		{"allowed", "10.1.2.3:1", "10.1.2.3:1", "10.1.2.3:1", true, true},
		{"private", "10.2.2.3:1", "", "", false, false},
		{"a relayed address", "8.8.4.4:5000", "10.0.0.5:5000", "8.8.4.4:5000", true, true},
		{"a relayed address, mapped", "[::ffff:8.8.4.4]:5000", "10.0.0.5:5000", "8.8.4.4:5000", true, true},
		{"a relayed address from inside", "10.0.0.5:5000", "", "8.8.4.4:5000", false, true},
		{"another port of the relay", "8.8.4.4:5001", "", "", false, false},
		{"another port of the relay from inside", "10.0.0.5:5001", "", "", false, false},
		{"another address of the machine", "1.1.1.1:5000", "", "", false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			address := netip.MustParseAddrPort(tt.address)
			if got, ok := g.outwards(address); ok != tt.sends || ok && got.String() != tt.out {
				t.Errorf("out: got %s, %t", got, ok)
			}
			if got, ok := g.inwards(address); ok != tt.receives || ok && got.String() != tt.in {
				t.Errorf("in: got %s, %t", got, ok)
			}
		})
	}
}
