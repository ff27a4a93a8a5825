package api_test

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/pion/logging"
	"github.com/pion/turn/v5"
	"google.golang.org/grpc/codes"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	"github.com/parley-interop/parley/server/broker"
	"github.com/parley-interop/parley/server/brokertest"
)

// withRelay gives a broker a relay on loopback.
func withRelay(c *broker.Config) {
	c.RelayListen, c.RelayPorts, c.RelayAllocations = "127.0.0.1:0", "20000-60000", 50
}

func (c *caller) relay(call *callv1.Call) (*callv1.GetRelayConfigurationResponse, error) {
	return c.GetRelayConfiguration(c.ctx(), &callv1.GetRelayConfigurationRequest{CallId: call.GetCallId()})
}

func (c *caller) mustRelay(call *callv1.Call) *callv1.GetRelayConfigurationResponse {
	c.t.Helper()
	r, err := c.relay(call)
	must(c.t, err)
	return r
}

// allocate allocates a relayed address over TCP. The connection is the relay's to close, too.
func allocate(t *testing.T, g *callv1.GetRelayConfigurationResponse) (net.PacketConn, error) {
	t.Helper()
	address := strings.TrimSuffix(strings.TrimPrefix(g.GetUrls()[1], "turn:"), "?transport=tcp")
	raw, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
	must(t, err)
	conn := turn.NewSTUNConn(raw)
	c, err := turn.NewClient(&turn.ClientConfig{
		TURNServerAddr: address, STUNServerAddr: address, Conn: conn, Username: g.GetUsername(), Password: g.GetCredential(), Realm: "parley",
		LoggerFactory: &logging.DefaultLoggerFactory{DefaultLogLevel: logging.LogLevelDisabled},
	})
	must(t, err)
	must(t, c.Listen())
	t.Cleanup(func() {
		c.Close()
		_ = conn.Close()
	})
	relayed, err := c.Allocate()
	if err == nil {
		t.Cleanup(func() { _ = relayed.Close() }) // the relay may have ended it
	}
	return relayed, err
}

func mustAllocate(t *testing.T, g *callv1.GetRelayConfigurationResponse) net.PacketConn {
	t.Helper()
	conn, err := allocate(t, g)
	must(t, err)
	return conn
}

func TestRelayConfiguration(t *testing.T) {
	w := newWorld(t, withRelay, func(c *broker.Config) { c.RelayHost, c.RelayOnly = "localhost", true })
	a, b := w.caller(), w.ofTenant(ada)
	call := a.call(b)
	ringing := b.mustRelay(call)
	b.answer(call)
	own, again := a.mustRelay(call), a.mustRelay(call)
	if u := own.GetUrls(); len(u) != 2 || !strings.HasPrefix(u[0], "turn:localhost:") || !strings.HasSuffix(u[0], "?transport=udp") || !strings.HasSuffix(u[1], "?transport=tcp") {
		t.Errorf("the URLs are %v", u)
	}
	if left := time.Until(own.GetExpireTime().AsTime()); left < 59*time.Minute || left > time.Hour || !own.GetRelayOnly() {
		t.Errorf("got %v", own)
	}
	if own.GetUsername() == ringing.GetUsername() || own.GetCredential() == ringing.GetCredential() {
		t.Error("two legs have one credential")
	}
	mustAllocate(t, ringing)
	mustAllocate(t, again)
	stolen := a.mustRelay(call)
	stolen.Username = ringing.GetUsername()
	if _, err := allocate(t, stolen); err == nil {
		t.Error("the secret of one leg opens the relay to another")
	}
}

func TestRelayConfigurationIsRefused(t *testing.T) {
	w := newWorld(t, withRelay, func(c *broker.Config) { c.RelayAllocations = 1 })
	a, b, c, stranger := w.caller(), w.caller(), w.caller(), w.caller()
	group := a.call(b, c)
	b.answer(group)
	c.answer(group)
	b.hangUp(group)
	over := a.call(stranger)
	a.hangUp(over)
	_, left := b.relay(group)
	_, ended := a.relay(over)
	_, foreign := stranger.relay(group)
	_, unknown := a.relay(&callv1.Call{CallId: "99999999-0000-4000-8000-000000000001"})
	_, malformed := a.relay(&callv1.Call{CallId: "x"})
	_, nobody := callv1.NewCallServiceClient(w.backend).GetRelayConfiguration(t.Context(), &callv1.GetRelayConfigurationRequest{CallId: group.GetCallId()})
	mustAllocate(t, c.mustRelay(group))
	_, full := c.relay(group)
	var tooOften error
	for n := 0; tooOften == nil && n < 100_000; n++ {
		_, tooOften = a.relay(group)
	}
	wantRetry(t, tooOften)
	plain := newWorld(t)
	x, y := plain.caller(), plain.caller()
	_, disabled := x.relay(x.call(y))
	tests := []struct {
		name   string
		err    error
		code   codes.Code
		reason string
	}{
		{"a leg that has ended", left, codes.FailedPrecondition, "LEG_ENDED"},
		{"a call that has ended", ended, codes.FailedPrecondition, "CALL_ENDED"},
		{"somebody else's call", foreign, codes.NotFound, "CALL_NOT_FOUND"},
		{"no call", unknown, codes.NotFound, "CALL_NOT_FOUND"},
		{"no id", malformed, codes.InvalidArgument, "INVALID_FIELD"},
		{"a backend that acts as nobody", nobody, codes.FailedPrecondition, "ACT_AS_REQUIRED"},
		{"too many allocations", full, codes.ResourceExhausted, "QUOTA_EXCEEDED"},
		{"too many credentials", tooOften, codes.ResourceExhausted, "RATE_LIMITED"},
		{"no relay", disabled, codes.FailedPrecondition, "RELAY_DISABLED"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantReason(t, tt.err, tt.code, tt.reason) })
	}
}

// Whatever ends a leg ends what was relayed for it, and its credential.
func TestRelayedMediaEndsWithTheLeg(t *testing.T) {
	tests := []struct {
		name string
		end  func(w *world, own, other *caller, call *callv1.Call)
	}{
		{"hanging up", func(_ *world, own, _ *caller, call *callv1.Call) { own.hangUp(call) }},
		{"the other hanging up", func(_ *world, _, other *caller, call *callv1.Call) { other.hangUp(call) }},
		{"policy", func(w *world, _, _ *caller, _ *callv1.Call) { w.federate(false) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t, withRelay, func(c *broker.Config) { c.RelayAllocations = 1 })
			a, b := w.caller(), w.ofTenant(ada)
			call := a.call(b)
			b.answer(call)
			credential := a.mustRelay(call)
			relayed := mustAllocate(t, credential).LocalAddr().String()
			next := a.call(w.caller())
			_, err := a.relay(next)
			wantReason(t, err, codes.ResourceExhausted, "QUOTA_EXCEEDED")
			tt.end(w, a, b, call)
			// The quota is of one address, so there is room as soon as that one has gone.
			late, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			for err != nil && late.Err() == nil {
				_, err = a.relay(next)
			}
			must(t, err)
			free, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp4", relayed)
			if err != nil {
				t.Fatalf("the relayed address has outlived the leg: %v", err)
			}
			must(t, free.Close())
			if _, err := allocate(t, credential); err == nil {
				t.Error("the credential has outlived the leg")
			}
			mustAllocate(t, a.mustRelay(next))
		})
	}
}

// A credential outlives the broker: the next one on the same store knows it.
func TestRelayCredentialSurvivesARestart(t *testing.T) {
	dir := t.TempDir()
	w := &world{Broker: brokertest.StartIn(t, dir, withRelay), t: t}
	w.backend = w.Conn(t, w.Credentials.ResourceKeys[0])
	a := w.caller()
	call := a.call(w.caller())
	before := a.mustRelay(call)
	w.Shutdown(t)
	next := brokertest.StartIn(t, dir, withRelay)
	raw := callv1.NewCallServiceClient(next.As(t, a.id))
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	after, err := raw.GetRelayConfiguration(ctx, &callv1.GetRelayConfigurationRequest{CallId: call.GetCallId()})
	must(t, err)
	before.Urls = after.GetUrls()
	mustAllocate(t, before)
}
