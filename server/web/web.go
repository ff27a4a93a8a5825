// Package web serves the contract to browsers and to whoever speaks plain HTTP: as gRPC-Web, as Connect (binary or JSON)
// and as gRPC, over HTTP/1.1 and HTTP/2. Every request passes through the gRPC server itself, so whoever is refused there
// is refused here with the same words; nothing of the broker's rules is in this package.
package web

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"connectrpc.com/vanguard"
	"google.golang.org/grpc"
)

const (
	// maxMessage is the largest message in bytes, as in gRPC.
	maxMessage = 4 << 20
	// maxHeader bounds the header fields of a request in bytes.
	maxHeader = 64 << 10
	// maxRequests bounds the requests of one HTTP/2 connection at one time.
	maxRequests = 1000

	headerTimeout = 10 * time.Second
	idleTimeout   = 2 * time.Minute
	// pingInterval is how long an HTTP/2 connection may be silent before it is asked whether it is still there.
	pingInterval = 30 * time.Second
	pingTimeout  = 15 * time.Second
)

// Options of a server.
type Options struct {
	// Origins are the web pages that a browser lets in, each as scheme://host[:port] or `*` for all. Empty lets none in but
	// those that the broker's own address serves.
	Origins []string
	// TLS is what to serve TLS with; nil serves plaintext.
	TLS *tls.Config
	// Logger gets what goes wrong with connections.
	Logger *slog.Logger
}

// Server serves the contract over HTTP. Its methods may be called from any goroutine.
type Server struct {
	http    *http.Server
	running sync.WaitGroup
}

// ServerOption must be among the options of the gRPC server that NewServer is given: it tells how much of a stream of
// requests has been taken, so that no more of it is read than fits.
func ServerOption() grpc.ServerOption {
	return grpc.ChainStreamInterceptor(takeStream)
}

// NewServer returns a server in front of a gRPC server, all of whose services it serves.
func NewServer(to *grpc.Server, o Options) (*Server, error) {
	transcoder, err := newTranscoder(to)
	if err != nil {
		return nil, err
	}
	s := &Server{}
	protocols := &http.Protocols{}
	protocols.SetHTTP1(true)
	protocols.SetHTTP2(true)
	protocols.SetUnencryptedHTTP2(true)
	s.http = &http.Server{
		Handler:           s.count(allow(o.Origins, hurry(clientStreams(to), plain(transcoder)))),
		TLSConfig:         o.TLS,
		Protocols:         protocols,
		HTTP2:             &http.HTTP2Config{MaxConcurrentStreams: maxRequests, SendPingTimeout: pingInterval, PingTimeout: pingTimeout},
		ReadHeaderTimeout: headerTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(o.Logger.Handler(), slog.LevelDebug),
	}
	return s, nil
}

// newTranscoder turns what comes in into gRPC, and the answers back. Binary messages pass as they are.
func newTranscoder(to *grpc.Server) (*vanguard.Transcoder, error) {
	var services []*vanguard.Service
	for name := range to.GetServiceInfo() {
		services = append(services, vanguard.NewService(name, paced(to)))
	}
	return vanguard.NewTranscoder(services, vanguard.WithCodec(newJSON), vanguard.WithDefaultServiceOptions(
		vanguard.WithTargetCodecs(vanguard.CodecProto),
		vanguard.WithTargetProtocols(vanguard.ProtocolGRPC),
		vanguard.WithMaxMessageBufferBytes(maxMessage),
	))
}

// plain takes a request that does not name its protocol for one of Connect, so a person with curl can leave that out.
func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		const version = "Connect-Protocol-Version"
		if r.Method == http.MethodPost && r.Header.Get(version) == "" && r.Header.Get("Content-Type") == "application/json" {
			r.Header.Set(version, "1")
		}
		next.ServeHTTP(w, r)
	})
}

// clientStreams returns the paths of the methods that take a stream of requests.
func clientStreams(to *grpc.Server) map[string]bool {
	paths := map[string]bool{}
	for name, service := range to.GetServiceInfo() {
		for _, method := range service.Methods {
			if method.IsClientStream {
				paths["/"+name+"/"+method.Name] = true
			}
		}
	}
	return paths
}

// count counts the requests under way.
func (s *Server) count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.running.Add(1)
		defer s.running.Done()
		next.ServeHTTP(w, r)
	})
}

// Serve serves on a listener until Shutdown is called or the listener fails.
func (s *Server) Serve(l net.Listener) error {
	var err error
	if s.http.TLSConfig == nil {
		err = s.http.Serve(l)
	} else {
		err = s.http.ServeTLS(l, "", "")
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Shutdown takes no new requests and waits for those under way; those that outlast the context are broken off. It
// returns when none is left, so the gRPC server may be stopped then.
func (s *Server) Shutdown(ctx context.Context) error {
	err := s.http.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		err = s.http.Close()
	}
	s.running.Wait()
	return err
}
