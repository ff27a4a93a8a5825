// Package relay carries the media of calls between parties that have no direct path: a TURN server inside the broker. A
// credential is of one leg of one call and is worth nothing without it: with the leg, everything that was allocated for it
// ends. What a leg is, and whether it lives, the package asks those who know.
package relay

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pion/turn/v5"
	"go.opentelemetry.io/otel/metric"
	"google.golang.org/protobuf/types/known/timestamppb"

	callv1 "github.com/parley-interop/parley/gen/go/parley/call/v1"
	typev1 "github.com/parley-interop/parley/gen/go/parley/type/v1"
	"github.com/parley-interop/parley/internal/limit"
	"github.com/parley-interop/parley/internal/reason"
)

const (
	// realm is what the credentials are for, in the words of TURN.
	realm = "parley"
	// allocationLife is how long an allocation lives that is not refreshed.
	allocationLife = 10 * time.Minute
	// DefaultLifetime is how long a credential is good for where the options do not say.
	DefaultLifetime = time.Hour
)

// Legs knows the legs of calls. Its methods may be called from any goroutine.
type Legs interface {
	// LegLives reports whether a leg lives.
	LegLives(ctx context.Context, callID, legID string) (bool, error)
	// AwaitLegEnd returns nil when a leg has ended, or was never there, and an error when it cannot be known any more.
	AwaitLegEnd(ctx context.Context, callID, legID string) error
}

// Options are how a relay works. Listen, Ports, Key, Legs and Log are required.
type Options struct {
	// Listen is where it is reached over UDP and over TCP; port 0 takes a free one for each.
	Listen netip.AddrPort
	// PublicIP is the address that clients and peers know it by; the zero one means that of Listen. It says of which
	// family all that is relayed is.
	PublicIP netip.Addr
	// Host is its name in URLs, as in the certificate; empty means PublicIP.
	Host string
	// Ports are the relayed ports, the first and the last.
	Ports [2]uint16
	// Allow are addresses that are relayed to although they are not public.
	Allow []netip.Prefix
	// Only says that the deployment wants all media relayed. The relay itself makes nothing of it.
	Only bool
	// MaxAllocations is how many allocations a user may have at one time; 0 means 50.
	MaxAllocations int
	// BytesPerSecond is how much is relayed for a user in a second, both ways together; 0 sets no bound. What is above it
	// is lost, as on a line that is too narrow.
	BytesPerSecond int
	// Lifetime is how long a credential is good for; 0 means DefaultLifetime.
	Lifetime time.Duration
	// TLS is the certificate for TLS on the TCP port; nil serves none.
	TLS *tls.Config
	// Key is what the credentials are made with, as Key returns it.
	Key []byte
	// Legs knows the legs of calls.
	Legs Legs
	// Meter takes the figures; nil takes none.
	Meter metric.Meter
	// Log is where faults go.
	Log *slog.Logger
	// Clock tells the time; nil means time.Now.
	Clock func() time.Time
}

func (o Options) withDefaults() Options {
	if !o.PublicIP.IsValid() {
		o.PublicIP = o.Listen.Addr()
	}
	o.PublicIP = o.PublicIP.Unmap()
	o.Host = cmp.Or(o.Host, o.PublicIP.String())
	o.MaxAllocations = cmp.Or(o.MaxAllocations, 50)
	o.Lifetime = cmp.Or(o.Lifetime, DefaultLifetime)
	if o.Clock == nil {
		o.Clock = time.Now
	}
	return o
}

// Relay is a running relay. Its methods may be called from any goroutine.
type Relay struct {
	options  Options
	guard    guard
	users    *users
	legs     *registry
	attempts *limit.Limiter
	urls     []string
	listener *listener
	server   *turn.Server
	figures  figures
	draining atomic.Bool
	close    func() error
}

// Start starts a relay; Close must be called when it is done with.
func Start(ctx context.Context, o Options) (*Relay, error) {
	o = o.withDefaults()
	if o.PublicIP.IsUnspecified() {
		return nil, errors.New("a relay that listens on every address must be told the one that others reach it at")
	}
	r := &Relay{options: o, guard: newGuard(o), users: newUsers(o.MaxAllocations, o.BytesPerSecond), attempts: limit.New(o.Clock)}
	r.legs = newRegistry(o.Legs, o.Log)
	r.close = sync.OnceValue(r.shut)
	packets, err := r.listen(ctx)
	if err != nil {
		return nil, err
	}
	r.server, err = turn.NewServer(r.configuration(ctx, packets))
	if err != nil {
		return nil, errors.Join(err, packets.Close(), r.listener.Close())
	}
	if err := r.figures.register(o.Meter, r.legs.allocations); err != nil {
		return nil, errors.Join(err, r.close())
	}
	return r, nil
}

// listen opens both ports, and names them in URLs.
func (r *Relay) listen(ctx context.Context) (net.PacketConn, error) {
	var config net.ListenConfig
	family := r.family()
	packets, err := config.ListenPacket(ctx, "udp"+family, r.options.Listen.String())
	if err != nil {
		return nil, err
	}
	stream, err := config.Listen(ctx, "tcp"+family, r.options.Listen.String())
	if err != nil {
		return nil, errors.Join(err, packets.Close())
	}
	r.listener = newListener(stream, r.options.TLS)
	url := func(scheme string, a net.Addr, transport string) {
		_, port, _ := net.SplitHostPort(a.String()) // an address that is listened on has a port
		r.urls = append(r.urls, scheme+":"+net.JoinHostPort(r.options.Host, port)+"?transport="+transport)
	}
	url("turn", packets.LocalAddr(), "udp")
	url("turn", stream.Addr(), "tcp")
	if r.options.TLS != nil {
		url("turns", stream.Addr(), "tcp")
	}
	return packets, nil
}

// family is the end of the names of networks of the relay's family of addresses.
func (r *Relay) family() string {
	if r.options.PublicIP.Is4() {
		return "4"
	}
	return "6"
}

func (r *Relay) configuration(ctx context.Context, packets net.PacketConn) turn.ServerConfig {
	permit := func(_ net.Addr, peer net.IP) bool {
		ip, ok := netip.AddrFromSlice(peer)
		return ok && r.guard.permits(ip)
	}
	return turn.ServerConfig{
		Realm: realm, AuthHandler: r.authenticate, QuotaHandler: r.withinQuota, LoggerFactory: logs(ctx, r.options.Log),
		AllocationLifetime: allocationLife,
		EventHandler: turn.EventHandler{
			OnAllocationCreated: func(from, _ net.Addr, _, _, _ string, _ net.Addr, _ int) { r.listener.settle(from, true) },
			OnAllocationDeleted: func(from, _ net.Addr, _, _, _ string) { r.listener.settle(from, false) },
		},
		PacketConnConfigs: []turn.PacketConnConfig{{PacketConn: packets, RelayAddressGenerator: r, PermissionHandler: permit}},
		ListenerConfigs:   []turn.ListenerConfig{{Listener: r.listener, RelayAddressGenerator: r, PermissionHandler: permit}},
	}
}

// Grant returns the relay and a credential for the leg of a user, whose raw id is given.
// An error is QUOTA_EXCEEDED where the user has as many allocations as it may have.
func (r *Relay) Grant(callID, legID, user string) (*callv1.GetRelayConfigurationResponse, error) {
	h, err := newHolder(callID, legID, user)
	if err != nil {
		return nil, err
	}
	if !r.users.hasRoom(h.user) {
		return nil, reason.New(typev1.Reason_REASON_QUOTA_EXCEEDED, "the user has %d allocations at the relay, as many as it may have at one time: close some", r.options.MaxAllocations).
			With("quota", "relay_allocations")
	}
	expire := r.options.Clock().Add(r.options.Lifetime).Truncate(time.Second)
	name := userName{holder: h, expire: expire}.encode(r.options.Key)
	return &callv1.GetRelayConfigurationResponse{
		Urls: r.urls, Username: name, Credential: password(r.options.Key, name), ExpireTime: timestamppb.New(expire), RelayOnly: r.options.Only,
	}, nil
}

// Drain lets no new allocations be made. Those that there are go on.
func (r *Relay) Drain() { r.draining.Store(true) }

// Close ends the relay. It makes no new allocations from now on, waits for those that there are as long as the context
// lives, and then ends them.
func (r *Relay) Close(ctx context.Context) error {
	r.Drain()
	r.legs.idle(ctx)
	return r.close()
}

func (r *Relay) shut() error {
	err := r.server.Close()
	r.listener.closeAll()
	r.legs.close()
	return errors.Join(err, r.figures.unregister())
}
