package broker

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"net"
	"path/filepath"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/health"
	healthv1 "google.golang.org/grpc/health/grpc_health_v1"

	"github.com/parley-interop/parley/internal/admin"
	"github.com/parley-interop/parley/internal/call"
	"github.com/parley-interop/parley/internal/chat"
	"github.com/parley-interop/parley/internal/directory"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/feed"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/identity"
	"github.com/parley-interop/parley/internal/ledger"
	"github.com/parley-interop/parley/internal/policy"
	"github.com/parley-interop/parley/internal/relay"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/timer"
	"github.com/parley-interop/parley/server/rpc"
	"github.com/parley-interop/parley/server/web"
)

// sweepInterval is how often what need not be kept any more is forgotten.
const sweepInterval = time.Hour

// CredentialsFile is the name of the file in the data directory that has the first credentials.
const CredentialsFile = "credentials.json"

// Broker is a running broker. Its methods may be called from any goroutine.
type Broker struct {
	config    Config
	log       *slog.Logger
	store     store.Store
	ledger    *ledger.Ledger
	hub       *feed.Hub
	calls     *call.Service
	health    *health.Server
	server    *grpc.Server
	web       *web.Server  // nil where none is served
	relay     *relay.Relay // nil where none is served
	telemetry *telemetry
	draining  chan struct{}

	background sync.WaitGroup
	stop       context.CancelFunc
}

// Open opens the store of a configuration and assembles a broker on it; Shutdown must be called when it is done with.
// The version is what it says of itself.
func Open(ctx context.Context, c Config, log *slog.Logger, version string) (*Broker, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	s, err := OpenStore(ctx, c, log)
	if err != nil {
		return nil, err
	}
	b, err := assemble(ctx, c, s, log, version)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return b, nil
}

// assemble makes a broker on a store, which it then owns.
func assemble(ctx context.Context, c Config, s store.Store, log *slog.Logger, version string) (*Broker, error) {
	b := &Broker{config: c, log: log, store: s, ledger: ledger.New(s, time.Now), health: health.NewServer(), draining: make(chan struct{})}
	b.hub = feed.NewHub(s, feed.Options{MaxSubscriptions: c.MaxStreams, Log: log})
	b.calls = call.New(b.ledger, b.hub, call.Options{Log: log, Times: call.Times{Ring: c.RingTimeout, Connect: c.ConnectTimeout, LostGrace: c.LostGrace}})
	err := b.firstStart(ctx)
	if err != nil {
		return nil, err
	}
	if err := b.calls.Recover(ctx); err != nil {
		return nil, err
	}
	if b.telemetry, err = newTelemetry(ctx, c, version); err != nil {
		return nil, err
	}
	certificate, err := openCertificate(c, log)
	if err != nil {
		return nil, err
	}
	validate, err := rpc.NewValidator()
	if err != nil {
		return nil, err
	}
	b.server, err = rpc.NewServer(rpc.Options{Ledger: b.ledger, Logger: log, Services: b.services(validate)}, b.serverOptions(certificate)...)
	if err != nil {
		return nil, err
	}
	if b.web, err = newWeb(b.server, certificate, c, log); err != nil {
		return nil, err
	}
	if err := b.startRelay(ctx, certificate); err != nil {
		return nil, err
	}
	b.start()
	return b, nil
}

// firstStart makes the credentials of a new cell.
func (b *Broker) firstStart(ctx context.Context) error {
	_, err := admin.Bootstrap(ctx, b.ledger, filepath.Join(b.config.DataDir, CredentialsFile))
	return err
}

func (b *Broker) services(validate rpc.Validator) rpc.Services {
	leave := func(tx *ledger.Tx, _ string, id identifier.ID) error {
		if err := call.Depart(tx, id); err != nil {
			return err
		}
		return chat.Depart(tx, id)
	}
	directories := directory.New(b.ledger, validate, leave)
	directories.OnChange(call.Revoke)
	return rpc.Services{
		Admin:     admin.New(b.ledger, call.Close),
		Identity:  identity.New(b.ledger, call.Depart, chat.Depart),
		Directory: directories,
		Policy:    policy.New(b.ledger, call.Revoke),
		Chat:      chat.New(b.ledger, b.hub, chat.Pace{PerSecond: b.config.MessagesPerSecond, Burst: b.config.MessageBurst}),
		Call:      b.calls,
		Hub:       b.hub,
		Draining:  b.draining,
		Health:    b.health,
	}
}

// openCertificate returns the certificate of a configuration; nil where it has none.
func openCertificate(c Config, log *slog.Logger) (*certificate, error) {
	if c.TLSCert == "" {
		return nil, nil
	}
	return newCertificate(c.TLSCert, c.TLSKey, log)
}

func (b *Broker) serverOptions(c *certificate) []grpc.ServerOption {
	options := append([]grpc.ServerOption{web.ServerOption()}, b.telemetry.options...)
	if c == nil {
		return options
	}
	return append(options, grpc.Creds(credentials.NewTLS(c.tlsConfig("h2"))))
}

// newWeb returns the server for browsers; nil where the configuration has none.
func newWeb(to *grpc.Server, certificate *certificate, c Config, log *slog.Logger) (*web.Server, error) {
	if c.HTTPListen == "" {
		return nil, nil
	}
	options := web.Options{Origins: c.HTTPAllowOrigin, Logger: log}
	if certificate != nil {
		options.TLS = certificate.tlsConfig("h2", "http/1.1")
	}
	return web.NewServer(to, options)
}

// start begins what runs beside the requests.
func (b *Broker) start() {
	ctx, stop := context.WithCancel(context.Background())
	b.stop = stop
	b.background.Go(func() { b.hub.Run(ctx) })
	b.background.Go(func() { b.calls.Run(ctx) })
	b.background.Go(func() { event.KeepIndex(ctx, b.ledger.Store(), b.log) })
	b.background.Go(func() { b.sweep(ctx) })
	b.background.Go(func() { timer.NewRunner(b.ledger, timers(), b.log).Run(ctx) })
}

// timers are the handlers of everything that can be due.
func timers() map[string]timer.Handler {
	all := map[string]timer.Handler{}
	maps.Copy(all, chat.Timers())
	maps.Copy(all, call.Timers())
	return all
}

// sweep forgets now and then what need not be kept any more.
func (b *Broker) sweep(ctx context.Context) {
	ticker := time.NewTicker(sweepInterval)
	defer ticker.Stop()
	for {
		if err := b.ledger.Sweep(ctx); err != nil && ctx.Err() == nil {
			b.log.Error("forgetting old idempotency keys failed", "error", err)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return
		}
	}
}

// Serve serves on a listener until Shutdown is called or the listener fails.
func (b *Broker) Serve(l net.Listener) error {
	b.health.SetServingStatus("", healthv1.HealthCheckResponse_SERVING)
	for name := range b.server.GetServiceInfo() {
		b.health.SetServingStatus(name, healthv1.HealthCheckResponse_SERVING)
	}
	if err := b.server.Serve(l); !errors.Is(err, grpc.ErrServerStopped) { // it may be told to stop before it has begun
		return err
	}
	return nil
}

// ServeWeb serves gRPC-Web and Connect on a listener until Shutdown is called or the listener fails. It is for
// configurations with an HTTPListen only.
func (b *Broker) ServeWeb(l net.Listener) error { return b.web.Serve(l) }

// Shutdown stops the broker: streams end with STREAM_RESUMABLE, requests under way are answered unless they outlast the
// drain timeout, as media is relayed until then, and the store is closed. Nothing that was acknowledged is lost.
func (b *Broker) Shutdown() error {
	b.health.Shutdown()
	b.hub.Drain()
	close(b.draining)
	ctx, cancel := context.WithTimeout(context.Background(), b.config.DrainTimeout)
	defer cancel()
	err := b.stopServers(ctx)
	b.stop()
	b.background.Wait()
	ctx, cancel = context.WithTimeout(context.Background(), b.config.DrainTimeout)
	defer cancel()
	return errors.Join(err, b.telemetry.stop(ctx), b.store.Close())
}

// stopServers stops to serve, the requests that come over HTTP first: the gRPC server would break them off.
func (b *Broker) stopServers(ctx context.Context) error {
	var err error
	if b.web != nil {
		err = b.web.Shutdown(ctx)
	}
	defer context.AfterFunc(ctx, b.server.Stop)()
	if b.relay != nil {
		b.relay.Drain()
	}
	b.server.GracefulStop()
	if b.relay != nil {
		err = errors.Join(err, b.relay.Close(ctx))
	}
	return err
}
