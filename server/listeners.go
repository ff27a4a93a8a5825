package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"

	"github.com/parley-interop/parley/server/broker"
)

// listeners are where the broker is reached; web is nil where it serves no browsers.
type listeners struct {
	grpc, web net.Listener
}

// listen opens the listeners of a configuration.
func listen(ctx context.Context, c broker.Config) (listeners, error) {
	var l listeners
	var err error
	if l.grpc, err = (&net.ListenConfig{}).Listen(ctx, "tcp", c.Listen); err != nil {
		return l, fmt.Errorf("listen: %w", err)
	}
	if c.HTTPListen == "" {
		return l, nil
	}
	if l.web, err = (&net.ListenConfig{}).Listen(ctx, "tcp", c.HTTPListen); err != nil {
		return l, errors.Join(fmt.Errorf("listen for HTTP: %w", err), l.grpc.Close())
	}
	return l, nil
}

func (l listeners) close() error {
	if l.web == nil {
		return l.grpc.Close()
	}
	return errors.Join(l.grpc.Close(), l.web.Close())
}

// serve serves a broker on all of them, and returns how each ended; the channel is closed after the last.
func (l listeners) serve(b *broker.Broker) <-chan error {
	ended := make(chan error, 2)
	var serving sync.WaitGroup
	serving.Go(func() { ended <- b.Serve(l.grpc) })
	if l.web != nil {
		serving.Go(func() { ended <- b.ServeWeb(l.web) })
	}
	go func() {
		serving.Wait()
		close(ended)
	}()
	return ended
}
