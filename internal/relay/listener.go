package relay

import (
	"crypto/tls"
	"errors"
	"net"
	"sync"
	"time"
)

const (
	// strangerPatience is how long a connection without an allocation may be silent, and how long one may take to write.
	strangerPatience = 30 * time.Second
	// maxConnections is how many connections there may be at one time.
	maxConnections = 10_000
	// tlsHandshake is the first byte of TLS. Neither STUN nor a TURN channel begins so (RFC 7983).
	tlsHandshake = 22
)

// listener takes connections over TCP, with and without TLS on one port. It ends those that are silent for too long, and all
// when it is done with, which the TURN server leaves to it.
type listener struct {
	net.Listener

	config *tls.Config

	mu     sync.Mutex
	closed bool
	open   map[string]*connection
}

func newListener(l net.Listener, config *tls.Config) *listener {
	return &listener{Listener: l, config: config, open: map[string]*connection{}}
}

// Accept returns the next connection; there are no more when it fails.
func (l *listener) Accept() (net.Conn, error) {
	for {
		raw, err := l.Listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil, err
		}
		if err != nil { // as when there are too many open files, which passes
			time.Sleep(acceptPause)
			continue
		}
		c := &connection{Conn: raw, listener: l, stream: raw}
		if l.keep(c) {
			return c, nil
		}
		_ = raw.Close() // there is nobody to tell
	}
}

// acceptPause is how long the listener waits after a failure.
const acceptPause = 100 * time.Millisecond

func (l *listener) keep(c *connection) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed || len(l.open) >= maxConnections {
		return false
	}
	l.open[c.RemoteAddr().String()] = c
	return true
}

func (l *listener) forget(c *connection) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if name := c.RemoteAddr().String(); l.open[name] == c {
		delete(l.open, name)
	}
}

// settle notes whether the client at an address has an allocation. An address of UDP is none of its business.
func (l *listener) settle(from net.Addr, settled bool) {
	if _, ok := from.(*net.TCPAddr); !ok {
		return
	}
	l.mu.Lock()
	c := l.open[from.String()]
	l.mu.Unlock()
	if c != nil {
		c.settle(settled)
	}
}

// closeAll ends all connections, and takes no more.
func (l *listener) closeAll() {
	l.mu.Lock()
	l.closed = true
	all := make([]*connection, 0, len(l.open))
	for _, c := range l.open {
		all = append(all, c)
	}
	l.mu.Unlock()
	for _, c := range all {
		_ = c.Close() // it is gone, whatever it says
	}
}

// connection is a client's. Its first byte says whether it speaks TLS, so nothing is written before something was read, which
// TURN never does. It is read by one goroutine and written to by any.
type connection struct {
	net.Conn // as it was accepted

	listener *listener
	stream   net.Conn // what is read and written: the same, or TLS on it
	begun    bool

	mu      sync.Mutex
	settled bool
}

func (c *connection) Read(p []byte) (int, error) {
	c.extend()
	if !c.begun {
		if err := c.begin(); err != nil {
			return 0, err
		}
	}
	return c.stream.Read(p)
}

// begin reads the first byte.
func (c *connection) begin() error {
	first := make([]byte, 1)
	if _, err := c.Conn.Read(first); err != nil {
		return err
	}
	c.begun = true
	again := &prefixed{Conn: c.Conn, prefix: first}
	c.stream = again
	if first[0] == tlsHandshake && c.listener.config != nil {
		c.stream = tls.Server(again, c.listener.config)
	}
	return nil
}

// Write gives up on a client that takes nothing; the TURN server drops a datagram that cannot be written.
func (c *connection) Write(p []byte) (int, error) {
	_ = c.Conn.SetWriteDeadline(time.Now().Add(strangerPatience)) // what is wrong, Write says
	return c.stream.Write(p)
}

// Close closes the connection.
func (c *connection) Close() error {
	c.listener.forget(c)
	return c.Conn.Close()
}

// extend gives the client time anew.
func (c *connection) extend() {
	c.mu.Lock()
	defer c.mu.Unlock()
	patience := strangerPatience
	if c.settled {
		patience = allocationLife
	}
	_ = c.Conn.SetReadDeadline(time.Now().Add(patience)) // what is wrong, Read says
}

func (c *connection) settle(settled bool) {
	c.mu.Lock()
	c.settled = settled
	c.mu.Unlock()
	c.extend()
}

// prefixed is a connection of which something was read already.
type prefixed struct {
	net.Conn

	prefix []byte
}

func (p *prefixed) Read(b []byte) (int, error) {
	if len(p.prefix) == 0 {
		return p.Conn.Read(b)
	}
	n := copy(b, p.prefix)
	p.prefix = p.prefix[n:]
	return n, nil
}
