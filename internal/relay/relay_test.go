package relay

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"math/big"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/reason"
)

func certificate(t *testing.T) *tls.Config {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	must(t, err)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{signed}, PrivateKey: private}}}
}

// Two legs talk whichever way each of them reaches the relay, and their relayed addresses are all that they see of each other.
func TestTwoLegsTalk(t *testing.T) {
	ways := []string{"turn udp", "turn tcp", "turns tcp"}
	for _, one := range ways {
		for _, other := range ways {
			t.Run(one+" and "+other, func(t *testing.T) {
				r := start(t, newLegs("1", "2"), func(o *Options) { o.TLS = certificate(t) })
				a := allocate(t, client(t, r.grant(t, "1", "anna"), one))
				b := allocate(t, client(t, r.grant(t, "2", "ben"), other))
				converse(t, a, b)
			})
		}
	}
}

// A relay behind NAT is known by an address that none of its sockets has, and its legs talk all the same.
func TestBehindNAT(t *testing.T) {
	for _, listen := range []string{"0.0.0.0:0", "127.0.0.1:0"} {
		t.Run(listen, func(t *testing.T) {
			r := start(t, newLegs("1", "2"), func(o *Options) {
				o.Listen, o.PublicIP, o.Host = netip.MustParseAddrPort(listen), netip.MustParseAddr("198.51.100.7"), "127.0.0.1"
			})
			a := allocate(t, client(t, r.grant(t, "1", "anna"), "turn udp"))
			b := allocate(t, client(t, r.grant(t, "2", "ben"), "turn udp"))
			if !strings.HasPrefix(a.LocalAddr().String(), "198.51.100.7:") {
				t.Errorf("the relayed address is %s", a.LocalAddr())
			}
			converse(t, a, b)
		})
	}
}

func TestIPv6(t *testing.T) {
	if l, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp6", "[::1]:0"); err != nil {
		t.Skip("this machine has no IPv6")
	} else {
		must(t, l.Close())
	}
	r := start(t, newLegs("1", "2"), func(o *Options) { o.Listen = netip.MustParseAddrPort("[::1]:0") })
	a := allocate(t, client(t, r.grant(t, "1", "anna"), "turn udp"))
	b := allocate(t, client(t, r.grant(t, "2", "ben"), "turn tcp"))
	if !strings.HasPrefix(a.LocalAddr().String(), "[::1]:") {
		t.Errorf("the relayed address is %s", a.LocalAddr())
	}
	converse(t, a, b)
}

func TestGrant(t *testing.T) {
	now := time.Unix(1_800_000_000, 5)
	r := start(t, newLegs("1"), func(o *Options) {
		o.Host, o.Only, o.TLS, o.Clock = "turn.example", true, certificate(t), func() time.Time { return now }
	})
	g := r.grant(t, "1", "anna")
	if got := g.GetExpireTime().AsTime(); !got.Equal(time.Unix(1_800_003_600, 0)) || !g.GetRelayOnly() {
		t.Errorf("granted %v", g)
	}
	var ways []string
	for _, u := range g.GetUrls() {
		scheme, rest, _ := strings.Cut(u, ":turn.example:")
		_, transport, _ := strings.Cut(rest, "?")
		ways = append(ways, scheme+" "+transport)
	}
	if want := []string{"turn transport=udp", "turn transport=tcp", "turns transport=tcp"}; !slices.Equal(ways, want) {
		t.Errorf("the URLs are %v", g.GetUrls())
	}
	if strings.Contains(g.GetUsername(), "anna") {
		t.Errorf("the user name %s tells who it is", g.GetUsername())
	}
}

func TestWhoMayAllocate(t *testing.T) {
	now := time.Now()
	l := newLegs("1", "2")
	r := start(t, l, func(o *Options) { o.Clock = func() time.Time { return now } })
	one, two, gone := r.grant(t, "1", "anna"), r.grant(t, "2", "ben"), r.grant(t, "3", "cleo")
	foreign := start(t, l, func(o *Options) { o.Key = []byte(strings.Repeat("x", keySize)) }).grant(t, "1", "anna")
	forged := userName{holder: holder{callID: callID, legID: "1"}, expire: now.Add(time.Hour)}.encode([]byte("guessed"))
	tests := []struct {
		name, user, password string
	}{
		{"a wrong secret", one.GetUsername(), "wrong"},
		{"the secret of another leg", one.GetUsername(), two.GetCredential()},
		{"the name of another leg", two.GetUsername(), one.GetCredential()},
		{"a leg that is not there", gone.GetUsername(), gone.GetCredential()},
		{"another key", foreign.GetUsername(), foreign.GetCredential()},
		{"a forged name", forged, password([]byte("guessed"), forged)},
		{"no name of the relay", "anna", "secret"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := r.grant(t, "1", "anna")
			g.Username, g.Credential = tt.user, tt.password
			if _, err := client(t, g, "turn udp").Allocate(); err == nil || !strings.Contains(err.Error(), "401") {
				t.Errorf("got %v, want 401", err)
			}
		})
	}
	allocate(t, client(t, one, "turn udp"))
	if n := r.legs.allocations(); n != 1 {
		t.Errorf("%d allocations were made, want 1", n)
	}
}

// After its time a credential makes nothing new. What was made with it goes on.
func TestAnExpiredCredential(t *testing.T) {
	var passed atomic.Int64
	began := time.Now()
	r := start(t, newLegs("1", "2"), func(o *Options) {
		o.Clock = func() time.Time { return began.Add(time.Duration(passed.Load())) }
	})
	old := r.grant(t, "1", "anna")
	c := client(t, old, "turn udp")
	a := allocate(t, c)
	b := allocate(t, client(t, r.grant(t, "2", "ben"), "turn udp"))
	passed.Store(int64(time.Hour))
	if _, err := client(t, old, "turn udp").Allocate(); err == nil || !strings.Contains(err.Error(), "401") {
		t.Errorf("after its time it allocates: %v", err)
	}
	converse(t, a, b) // asks for a permission, with the old credential
	must(t, a.Close())
	allocate(t, client(t, r.grant(t, "1", "anna"), "turn udp"))
}

// With a leg everything that was allocated for it ends, and nothing else.
func TestTheEndOfALeg(t *testing.T) {
	l := newLegs("1", "2", "3")
	r := start(t, l)
	one := r.grant(t, "1", "anna")
	allocate(t, client(t, one, "turn udp"))
	allocate(t, client(t, one, "turn tcp"))
	b := allocate(t, client(t, r.grant(t, "2", "ben"), "turn udp"))
	c := allocate(t, client(t, r.grant(t, "3", "cleo"), "turn udp"))
	l.end("1")
	late, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	for c := client(t, one, "turn udp"); r.legs.allocations() > 2; {
		_, err := c.SendBindingRequest() // a way to the relay and back, over and over
		must(t, errors.Join(err, late.Err()))
	}
	if _, err := client(t, one, "turn udp").Allocate(); err == nil || !strings.Contains(err.Error(), "401") {
		t.Errorf("with the credential of a leg that has ended: got %v, want 401", err)
	}
	if n := r.legs.allocations(); n != 2 {
		t.Errorf("of the other legs, %d allocations are left, want 2", n)
	}
	converse(t, b, c)
	l.end("2")
	l.end("3")
	quiet(t, r)
}

// A leg ends between the question whether it lives and its allocation: the allocation ends at once.
func TestALegThatEndsWhileItAllocates(t *testing.T) {
	r := start(t, newLegs())
	h, err := newHolder(callID, "1", "anna")
	must(t, err)
	s, _ := r.users.take(h.user)
	a, err := r.bind(h, s)
	must(t, err)
	r.legs.add(a)
	quiet(t, r)
}

// Where it cannot be known whether a leg lives, nothing is allocated, and what there is goes on and is asked for again.
func TestAStoreThatFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLegs("1")
		l.fault = errStore
		ended := make(chan struct{})
		r := newRegistry(l, Options{}.withDefaults().Log)
		r.log = discard
		relay := &Relay{users: newUsers(5, 0), legs: r, guard: newGuard(Options{})}
		a := &allocation{relay: relay, UDPConn: &net.UDPConn{}, holder: holder{callID: callID, legID: "1"}}
		a.release = func() error { close(ended); r.remove(a); return nil }
		r.add(a)
		time.Sleep(10 * retryDelay) //nolint:forbidigo // in a bubble, sleeping is free
		select {
		case <-ended:
			t.Fatal("a fault ended the allocation")
		default:
		}
		l.mu.Lock()
		l.fault = nil
		l.mu.Unlock()
		l.end("1")
		<-ended
		r.close()
	})
	l := newLegs("1")
	r := start(t, l)
	g := r.grant(t, "1", "anna")
	l.mu.Lock()
	l.fault = errStore
	l.mu.Unlock()
	if _, err := client(t, g, "turn udp").Allocate(); err == nil {
		t.Error("it allocates for a leg that is not known to live")
	}
}

func TestQuota(t *testing.T) {
	r := start(t, newLegs("1", "2", "3"), func(o *Options) { o.MaxAllocations = 2 })
	one, two := r.grant(t, "1", "anna"), r.grant(t, "2", "anna")
	first, err := client(t, one, "turn udp").Allocate()
	must(t, err)
	three := r.grant(t, "3", "ben")
	back := r.grant(t, "1", "anna")
	allocate(t, client(t, two, "turn tcp"))
	if _, err := client(t, two, "turn udp").Allocate(); err == nil || !strings.Contains(err.Error(), "486") {
		t.Errorf("the third allocation: got %v, want 486", err)
	}
	if _, err := r.Grant(callID, "1", "anna"); !reason.Is(err, typev1.Reason_REASON_QUOTA_EXCEEDED) {
		t.Errorf("got %v, want QUOTA_EXCEEDED", err)
	}
	allocate(t, client(t, three, "turn udp"))
	must(t, first.Close()) // returns when the relay has answered
	allocate(t, client(t, back, "turn udp"))
}

// Two ways to the relay may ask at the same moment, after both were told that there is room.
func TestSharesAreCounted(t *testing.T) {
	u := newUsers(2, 0)
	user := [16]byte{1}
	for n := range 4 {
		if _, ok := u.take(user); ok != (n < 2) {
			t.Errorf("take %d is %t", n, ok)
		}
	}
	u.release(user)
	if _, ok := u.take(user); !ok || u.hasRoom(user) {
		t.Error("what is given back cannot be had")
	}
	u.release(user)
	u.release(user)
	if len(u.all) != 0 {
		t.Error("who has nothing takes memory")
	}
}

// Who asks for allocations again and again is refused before the store is asked.
func TestTooManyAttempts(t *testing.T) {
	now := time.Now()
	r := start(t, newLegs("1"), func(o *Options) { o.Clock = func() time.Time { return now } })
	n, err := decode(r.options.Key, r.grant(t, "1", "anna").GetUsername())
	must(t, err)
	for range attemptBurst {
		if !r.mayAllocate(n) {
			t.Fatal("it is refused too early")
		}
	}
	if r.mayAllocate(n) {
		t.Error("nothing stops it")
	}
}

func TestBandwidth(t *testing.T) {
	r := start(t, newLegs("1", "2"), func(o *Options) { o.BytesPerSecond = 1 })
	c := client(t, r.grant(t, "1", "anna"), "turn udp")
	a := allocate(t, c)
	b := allocate(t, client(t, r.grant(t, "2", "ben"), "turn udp"))
	const tried = 10
	for range tried {
		must(t, send(a, b.LocalAddr(), strings.Repeat("x", 1000)))
	}
	if _, err := c.SendBindingRequest(); err != nil { // the relay takes it after all that was sent before
		t.Fatal(err)
	}
	if sent, lost := r.figures.sent.Load(), r.figures.lost[lostBandwidth].Load(); sent != 1000 || lost < tried-1 {
		t.Errorf("of %d kB at 1 B/s with a burst of %d B, %d B were sent and %d datagrams lost", tried, maxDatagram, sent, lost)
	}
}

// Through the relay nobody reaches what stands beside it.
func TestNeighboursAreOutOfReach(t *testing.T) {
	for _, allowed := range []bool{false, true} {
		reachNeighbours(t, allowed)
	}
}

func reachNeighbours(t *testing.T, allowed bool) {
	t.Helper()
	neighbour, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp4", "127.0.0.1:0")
	must(t, err)
	defer neighbour.Close()
	r := start(t, newLegs("1"), func(o *Options) {
		if allowed {
			o.Allow = prefixes("127.0.0.0/8")
		}
	})
	c := client(t, r.grant(t, "1", "anna"), "turn udp")
	a := allocate(t, c)
	must(t, send(a, neighbour.LocalAddr(), "let me in"))
	if _, err := c.SendBindingRequest(); err != nil {
		t.Fatal(err)
	}
	if lost := r.figures.lost[lostAddress].Load(); (lost == 0) != allowed {
		t.Errorf("allowed is %t, and %d datagrams were lost", allowed, lost)
	}
	if allowed {
		receive(t, neighbour)
	}
	for _, forbidden := range []string{"10.0.0.1:9", "169.254.169.254:80", "100.64.0.1:9"} {
		if err := send(a, net.UDPAddrFromAddrPort(netip.MustParseAddrPort(forbidden)), "let me in"); err == nil || !strings.Contains(err.Error(), "403") {
			t.Errorf("%s: got %v, want 403", forbidden, err)
		}
	}
	if _, err := client(t, r.grant(t, "1", "anna"), "turn tcp").AllocateTCP(); err == nil {
		t.Error("it relays over TCP")
	}
}

// A relay that drains makes nothing new, and ends when the last has gone, or when it is told to.
func TestDrain(t *testing.T) {
	r := start(t, newLegs("1", "2"))
	a := allocate(t, client(t, r.grant(t, "1", "anna"), "turn udp"))
	b := allocate(t, client(t, r.grant(t, "2", "ben"), "turn tcp"))
	late := client(t, r.grant(t, "2", "ben"), "turn udp")
	r.Drain()
	closed := make(chan error, 1)
	go func() { closed <- r.Close(t.Context()) }()
	if _, err := late.Allocate(); err == nil || !strings.Contains(err.Error(), "508") {
		t.Errorf("got %v, want 508", err)
	}
	converse(t, a, b)
	must(t, a.Close())
	must(t, b.Close())
	must(t, <-closed)

	r = start(t, newLegs("1"))
	allocate(t, client(t, r.grant(t, "1", "anna"), "turn tcp"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	must(t, r.Close(ctx))
	quiet(t, r)
}

func TestFigures(t *testing.T) {
	reader := metric.NewManualReader()
	provider := metric.NewMeterProvider(metric.WithReader(reader))
	r := start(t, newLegs("1", "2"), func(o *Options) { o.Meter = provider.Meter("test") })
	c := client(t, r.grant(t, "1", "anna"), "turn udp")
	a := allocate(t, c)
	b := allocate(t, client(t, r.grant(t, "2", "ben"), "turn udp"))
	converse(t, a, b)
	wrong := r.grant(t, "1", "anna")
	wrong.Credential = "wrong"
	_, err := client(t, wrong, "turn udp").Allocate() // the name is right, so the TURN server refuses it by itself
	if err == nil {
		t.Fatal("a wrong secret allocates")
	}
	wrong.Username = "wrong"
	if _, err = client(t, wrong, "turn udp").Allocate(); err == nil {
		t.Fatal("a wrong name allocates")
	}
	var all metricdata.ResourceMetrics
	must(t, reader.Collect(t.Context(), &all))
	got := map[string]int64{}
	for _, m := range all.ScopeMetrics[0].Metrics {
		sum, ok := m.Data.(metricdata.Sum[int64])
		if !ok {
			t.Fatalf("%s is a %T", m.Name, m.Data)
		}
		for _, p := range sum.DataPoints {
			got[m.Name+" "+p.Attributes.Encoded(attribute.DefaultEncoder())] = p.Value
		}
	}
	for _, way := range []string{"to_peer", "to_client"} {
		if n := got["parley.relay.bytes direction="+way]; n < int64(len(ping+pong)) {
			t.Errorf("%d bytes were relayed %s", n, way)
		}
		delete(got, "parley.relay.bytes direction="+way)
	}
	want := map[string]int64{
		"parley.relay.allocations ": 2, "parley.relay.allocations.made ": 2, "parley.relay.refusals reason=credential": 1, "parley.relay.refusals reason=quota": 0,
		"parley.relay.refusals reason=ports": 0, "parley.relay.losses reason=address": 0, "parley.relay.losses reason=bandwidth": 0,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}

// Where there is no port left, the next one is refused, and a port that is given back can be had.
func TestPorts(t *testing.T) {
	free, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp4", "127.0.0.1:0")
	must(t, err)
	port := netip.MustParseAddrPort(free.LocalAddr().String()).Port()
	must(t, free.Close())
	r := start(t, newLegs("1"), func(o *Options) { o.Ports = [2]uint16{port, port} })
	g := r.grant(t, "1", "anna")
	a, err := client(t, g, "turn udp").Allocate()
	must(t, err)
	if _, err := client(t, g, "turn udp").Allocate(); err == nil || !strings.Contains(err.Error(), "508") {
		t.Errorf("got %v, want 508", err)
	}
	must(t, a.Close())
	allocate(t, client(t, g, "turn udp"))
}

func TestStartIsRefused(t *testing.T) {
	_, err := Start(t.Context(), Options{Listen: netip.MustParseAddrPort("0.0.0.0:0"), Legs: newLegs(), Log: discard})
	if err == nil {
		t.Error("a relay starts that nobody knows how to reach")
	}
	r := start(t, newLegs())
	taken := netip.MustParseAddrPort(strings.TrimSuffix(strings.TrimPrefix(url(t, r.grant(t, "1", "anna"), "turn tcp"), "turn:"), "?transport=tcp"))
	if _, err := Start(t.Context(), Options{Listen: taken, Legs: newLegs(), Log: discard}); err == nil {
		t.Error("a relay starts on a port that is taken")
	}
}
