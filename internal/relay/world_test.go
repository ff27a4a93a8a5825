package relay

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pion/logging"
	"github.com/pion/turn/v5"
	"go.uber.org/goleak"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience bounds a test that hangs, and measures nothing.
const patience = 30 * time.Second

const callID = "0193a2b0-0000-7000-8000-000000000001"

// legs are the legs that live, by call and leg.
type legs struct {
	mu    sync.Mutex
	live  map[string]chan struct{}
	fault error
}

func newLegs(ids ...string) *legs {
	l := &legs{live: map[string]chan struct{}{}}
	for _, id := range ids {
		l.live[callID+" "+id] = make(chan struct{})
	}
	return l
}

func (l *legs) LegLives(_ context.Context, callID, legID string) (bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.live[callID+" "+legID] != nil, l.fault
}

func (l *legs) AwaitLegEnd(ctx context.Context, callID, legID string) error {
	l.mu.Lock()
	ended, fault := l.live[callID+" "+legID], l.fault
	l.mu.Unlock()
	switch {
	case fault != nil:
		return fault
	case ended == nil:
		return nil
	}
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (l *legs) end(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	close(l.live[callID+" "+id])
	delete(l.live, callID+" "+id)
}

// start starts a relay on loopback for some legs. Each change is applied to its options.
func start(t testing.TB, l *legs, changes ...func(*Options)) *Relay {
	t.Helper()
	o := Options{
		Listen: netip.MustParseAddrPort("127.0.0.1:0"), Ports: [2]uint16{20000, 60000}, Key: []byte(strings.Repeat("k", keySize)),
		Legs: l, Log: slog.New(slog.DiscardHandler),
	}
	for _, change := range changes {
		change(&o)
	}
	r, err := Start(t.Context(), o)
	must(t, err)
	t.Cleanup(func() { // the context of the test has ended, so nothing is waited for
		if err := r.Close(t.Context()); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return r
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (r *Relay) grant(t testing.TB, legID, user string) *callv1.GetRelayConfigurationResponse {
	t.Helper()
	g, err := r.Grant(callID, legID, user)
	must(t, err)
	return g
}

// url returns the URL with some words in it.
func url(t testing.TB, g *callv1.GetRelayConfigurationResponse, words string) string {
	t.Helper()
	for _, u := range g.GetUrls() {
		if strings.HasPrefix(u, strings.Fields(words)[0]+":") && strings.HasSuffix(u, strings.Fields(words)[1]) {
			return u
		}
	}
	t.Fatalf("no URL of %s in %v", words, g.GetUrls())
	return ""
}

// dial connects to the relay in the way of a URL: "turn udp", "turn tcp" or "turns tcp".
func dial(t testing.TB, g *callv1.GetRelayConfigurationResponse, way string) (net.PacketConn, string) {
	t.Helper()
	address, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(url(t, g, way), "turns:"), "turn:"), "?")
	if way == "turn udp" {
		at := netip.AddrPortFrom(netip.MustParseAddrPort(address).Addr(), 0)
		conn, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp", at.String())
		must(t, err)
		return conn, address
	}
	var conn net.Conn
	var err error
	if strings.HasPrefix(way, "turns") {
		conn, err = (&tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true}}).DialContext(t.Context(), "tcp", address)
	} else {
		conn, err = (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
	}
	must(t, err)
	return turn.NewSTUNConn(conn), address
}

// client is a TURN client with a credential.
func client(t testing.TB, g *callv1.GetRelayConfigurationResponse, way string) *turn.Client {
	t.Helper()
	conn, address := dial(t, g, way)
	c, err := turn.NewClient(&turn.ClientConfig{
		TURNServerAddr: address, STUNServerAddr: address, Conn: conn, Username: g.GetUsername(), Password: g.GetCredential(), Realm: realm,
		LoggerFactory: &logging.DefaultLoggerFactory{DefaultLogLevel: logging.LogLevelDisabled},
	})
	must(t, err)
	must(t, c.Listen())
	t.Cleanup(func() {
		c.Close()
		_ = conn.Close()
	})
	return c
}

// allocate makes a relayed address that ends with the test.
func allocate(t testing.TB, c *turn.Client) net.PacketConn {
	t.Helper()
	conn, err := c.Allocate()
	must(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// send sends a text through a relayed address; a peer that is not permitted is an error.
func send(conn net.PacketConn, to net.Addr, text string) error {
	_, err := conn.WriteTo([]byte(text), to)
	return err
}

// receive returns the next text that comes to an address, and from where.
func receive(t *testing.T, conn net.PacketConn) (string, net.Addr) {
	t.Helper()
	must(t, conn.SetReadDeadline(time.Now().Add(patience)))
	b := make([]byte, maxDatagram)
	n, from, err := conn.ReadFrom(b)
	must(t, err)
	return string(b[:n]), from
}

// What is said. The TURN library holds back what is shorter than five bytes over TCP, which no media is.
const ping, pong = "do you hear me", "I hear you"

// converse makes two relayed addresses hear each other.
func converse(t *testing.T, a, b net.PacketConn) {
	t.Helper()
	// What a peer sends before the other has permitted it is lost, so both permit first: each sends, and that is lost or not.
	must(t, send(a, b.LocalAddr(), "hello"))
	must(t, send(b, a.LocalAddr(), "hello"))
	must(t, send(a, b.LocalAddr(), ping))
	for {
		text, from := receive(t, b)
		if from.String() != a.LocalAddr().String() {
			t.Fatalf("%q comes from %s, not from %s", text, from, a.LocalAddr())
		}
		if text == ping {
			break
		}
	}
	must(t, send(b, a.LocalAddr(), pong))
	for text := ""; text != pong; {
		text, _ = receive(t, a)
	}
}

// quiet waits until the relay has no allocations.
func quiet(t *testing.T, r *Relay) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	r.legs.idle(ctx)
	must(t, ctx.Err())
}

var errStore = errors.New("the store does not answer")

var discard = slog.New(slog.DiscardHandler)
