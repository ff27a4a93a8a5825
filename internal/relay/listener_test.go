package relay

import (
	"errors"
	"io"
	"net"
	"os"
	"testing"
	"testing/synctest"
	"time"
)

// pipes is a listener whose clients are pipes, with addresses of their own.
type pipes chan net.Conn

func (p pipes) Accept() (net.Conn, error) {
	if c, ok := <-p; ok {
		return c, nil
	}
	return nil, net.ErrClosed
}

func (p pipes) Close() error   { close(p); return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

type pipe struct {
	net.Conn

	port int
}

func (p pipe) RemoteAddr() net.Addr { return &net.TCPAddr{IP: net.IPv4(8, 8, 8, 8), Port: p.port} }

// accept makes a client, and takes it.
func accept(t *testing.T, l *listener, in pipes, port int) (client, server net.Conn) {
	t.Helper()
	a, b := net.Pipe()
	go func() { in <- pipe{b, port} }()
	server, err := l.Accept()
	must(t, err)
	return a, server
}

// A client that says nothing is cut off: soon while it has no allocation, and late when it has one.
func TestSilentClients(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := make(pipes)
		l := newListener(in, nil)
		_, stranger := accept(t, l, in, 1)
		speaker, known := accept(t, l, in, 2)
		started := time.Now()
		wait := func(c net.Conn) time.Duration {
			_, err := c.Read(make([]byte, 10))
			if !errors.Is(err, os.ErrDeadlineExceeded) {
				t.Errorf("got %v, want a deadline that has passed", err)
			}
			return time.Since(started)
		}
		if got := wait(stranger); got != strangerPatience {
			t.Errorf("the stranger was cut off after %v", got)
		}
		go func() { _, _ = speaker.Write([]byte{1}) }()
		_, err := io.ReadFull(known, make([]byte, 1))
		must(t, err)
		l.settle(pipe{nil, 2}.RemoteAddr(), true)
		started = time.Now()
		if got := wait(known); got != allocationLife {
			t.Errorf("who has an allocation was cut off after %v", got)
		}
		l.settle(pipe{nil, 2}.RemoteAddr(), false)
		started = time.Now()
		if got := wait(known); got != strangerPatience {
			t.Errorf("who had an allocation was cut off after %v", got)
		}
		if _, err := known.Write([]byte{1}); !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("a client that takes nothing holds the relay up: %v", err)
		}
		l.closeAll()
		must(t, l.Close())
		if len(l.open) != 0 {
			t.Errorf("%d connections are open", len(l.open))
		}
	})
}

func TestConnectionsAreBounded(t *testing.T) {
	l := newListener(make(pipes), nil)
	for port := range maxConnections {
		if !l.keep(&connection{Conn: pipe{nil, port}, listener: l}) {
			t.Fatalf("connection %d is refused", port)
		}
	}
	if l.keep(&connection{Conn: pipe{nil, maxConnections}, listener: l}) {
		t.Error("there is no end of connections")
	}
}
