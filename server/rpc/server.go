// Package rpc serves the contract over gRPC. It authenticates, authorizes and validates each request in one place, turns the
// errors of the domain into statuses in another, and has one handler per method that calls the domain and nothing else.
package rpc

import (
	"log/slog"

	"google.golang.org/grpc"
	"google.golang.org/grpc/reflection"

	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/ledger"
)

// Options of a server.
type Options struct {
	// Ledger is what callers are looked up in, and whose clock tells whether a token has expired.
	Ledger *ledger.Ledger
	// Logger gets a line for each call, and the causes of what callers are not told.
	Logger *slog.Logger
	// Services are what is served.
	Services Services
}

// streamWorkers are goroutines that serve one request after the other. A new one for each request would grow its stack each time,
// which was 8 percent of the processor time of a send; where all of them are busy, new ones come.
const streamWorkers = 512

// NewServer returns a server of the contract and of reflection, ready to serve; further gRPC options come after its own. It
// fails where a method does not declare who may call it.
func NewServer(o Options, further ...grpc.ServerOption) (*grpc.Server, error) {
	validate, err := NewValidator()
	if err != nil {
		return nil, err
	}
	door := &guard{store: o.Ledger.Store(), authenticator: access.NewAuthenticator(o.Ledger.Now)}
	way := &passage{journal: journal{o.Logger}, logger: o.Logger, guard: door, validate: validate}
	server := grpc.NewServer(append([]grpc.ServerOption{
		grpc.ForceServerCodecV2(newCodec()),
		grpc.NumStreamWorkers(streamWorkers),
		grpc.ChainUnaryInterceptor(way.unary),
		grpc.ChainStreamInterceptor(way.stream),
	}, further...)...)
	Register(server, o.Services, o.Logger)
	reflection.Register(server)
	if err := door.learn(server.GetServiceInfo()); err != nil {
		return nil, err
	}
	return server, nil
}
