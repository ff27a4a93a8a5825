package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync"
)

// gateway stands in front of the proxy as a load balancer of HTTP/2 does, which knows nothing of gRPC: when it ends a call, the client hears
// no word of the broker.
type gateway struct {
	server *http.Server
	// address is where clients connect.
	address string

	mu sync.Mutex
	// answers are the answers that are passed on now.
	answers map[*passedAnswer]struct{}
	// changed is closed, and made anew, whenever there is another one.
	changed chan struct{}
}

// startGateway starts one in front of an address.
func startGateway(ctx context.Context, behind string) (*gateway, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	g := &gateway{address: listener.Addr().String(), answers: map[*passedAnswer]struct{}{}, changed: make(chan struct{})}
	protocols := &http.Protocols{}
	protocols.SetUnencryptedHTTP2(true)
	target := &url.URL{Scheme: "http", Host: behind}
	g.server = &http.Server{Protocols: protocols, Handler: &httputil.ReverseProxy{ //nolint:gosec // Streams have no end.
		ErrorLog:       slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
		Rewrite:        func(r *httputil.ProxyRequest) { r.SetURL(target) },
		Transport:      &http.Transport{Protocols: protocols},
		FlushInterval:  -1,
		ModifyResponse: g.pass,
	}}
	go func() { _ = g.server.Serve(listener) }()
	return g, nil
}

func (g *gateway) stop() { _ = g.server.Close() }

// pass keeps an answer in sight.
func (g *gateway) pass(response *http.Response) error {
	answer := &passedAnswer{ReadCloser: response.Body, gateway: g}
	response.Body = answer
	g.mu.Lock()
	defer g.mu.Unlock()
	g.answers[answer] = struct{}{}
	close(g.changed)
	g.changed = make(chan struct{})
	return nil
}

// end ends all calls that are being answered, and waits for one if there is none. With io.EOF it closes their streams without a status,
// with another error it resets them.
func (g *gateway) end(ctx context.Context, why error) error {
	for {
		g.mu.Lock()
		count, changed := len(g.answers), g.changed
		for answer := range g.answers {
			answer.ended = why
			answer.drop()
		}
		clear(g.answers)
		g.mu.Unlock()
		if count > 0 {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return errors.New("no call goes through the gateway")
		}
	}
}

// passedAnswer is an answer on its way through the gateway.
type passedAnswer struct {
	io.ReadCloser

	gateway *gateway
	// ended is why the gateway has ended it.
	ended error
}

// Read reads what the server answers, until the gateway ends it.
func (a *passedAnswer) Read(p []byte) (int, error) {
	n, err := a.ReadCloser.Read(p)
	if err == nil {
		return n, nil
	}
	a.gateway.mu.Lock()
	defer a.gateway.mu.Unlock()
	if a.ended != nil {
		return n, a.ended
	}
	return n, err
}

// Close is called when the call is over.
func (a *passedAnswer) Close() error {
	a.gateway.mu.Lock()
	delete(a.gateway.answers, a)
	a.gateway.mu.Unlock()
	a.drop()
	return nil
}

// drop lets go of the call behind the gateway. That may last until the client has heard of the end, so nobody waits for it.
func (a *passedAnswer) drop() { go func() { _ = a.ReadCloser.Close() }() }
