package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"

	"github.com/parley-interop/parley/server/broker"
)

// listeners are where the broker is reached; web is nil where it serves no browsers, profiles where it shows none.
type listeners struct {
	grpc, web, profiles net.Listener
}

// listen opens the listeners of a configuration.
func listen(ctx context.Context, c broker.Config) (listeners, error) {
	var l listeners
	for _, one := range []struct {
		to          *net.Listener
		address, of string
	}{{&l.grpc, c.Listen, "listen"}, {&l.web, c.HTTPListen, "listen for HTTP"}, {&l.profiles, c.ProfileListen, "listen for profiles"}} {
		if one.address == "" {
			continue
		}
		opened, err := (&net.ListenConfig{}).Listen(ctx, "tcp", one.address)
		if err != nil {
			return l, errors.Join(fmt.Errorf("%s: %w", one.of, err), l.close())
		}
		*one.to = opened
	}
	return l, nil
}

func (l listeners) close() error {
	var errs []error
	for _, one := range []net.Listener{l.grpc, l.web, l.profiles} {
		if one != nil {
			errs = append(errs, one.Close())
		}
	}
	return errors.Join(errs...)
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
