package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/mem"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"
)

// proxy stands between a client and the broker. It passes every call on, counts them, and does what scenarios ask for: it cuts
// connections, delays, loses answers, and pretends to be an older or a newer broker.
type proxy struct {
	listener *wire
	server   *grpc.Server

	mu       sync.Mutex
	upstream *grpc.ClientConn
	// former are the connections to brokers that were there before. What still goes on over them ends with those brokers.
	former []*grpc.ClientConn
	calls  []*passage
	faults []*fault
	// changed is closed, and made anew, whenever something above changes.
	changed chan struct{}
}

// passage is one call that came through.
type passage struct {
	method   string
	metadata metadata.MD
	began    time.Time
	// deadline is how long the client gave it; 0 for none.
	deadline time.Duration
	requests [][]byte
	// unanswered is how many requests had no answer yet at most.
	unanswered int
	// answers counts the messages that were passed to the client.
	answers int
	// waiting is since when an answer waits for the client to take it; zero if none does.
	waiting time.Time
	ended   bool
	code    codes.Code
}

func startProxy(ctx context.Context) (*proxy, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &proxy{changed: make(chan struct{}), listener: &wire{Listener: listener, open: map[string]net.Conn{}}}
	p.server = grpc.NewServer(grpc.ForceServerCodecV2(rawCodec{}), grpc.UnknownServiceHandler(p.handle), grpc.MaxRecvMsgSize(maxFrame))
	go func() { _ = p.server.Serve(p.listener) }()
	return p, nil
}

const maxFrame = 64 << 20

func (p *proxy) address() string { return p.listener.Addr().String() }

// connect sends what comes from now on to a broker.
func (p *proxy) connect(address string) error {
	conn, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.ForceCodecV2(rawCodec{}), grpc.MaxCallRecvMsgSize(maxFrame)))
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.upstream != nil {
		p.former = append(p.former, p.upstream)
	}
	p.upstream = conn
	return nil
}

// reset forgets what came through and what was asked for, before the next scenario.
func (p *proxy) reset() {
	p.listener.setOpen(true)
	p.change(func() { p.calls, p.faults = nil, nil })
}

func (p *proxy) stop() {
	p.server.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, conn := range append(p.former, p.upstream) {
		if conn != nil {
			_ = conn.Close()
		}
	}
}

func (p *proxy) change(do func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	do()
	close(p.changed)
	p.changed = make(chan struct{})
}

// until waits until something holds; it is asked under the lock after each change.
func (p *proxy) until(ctx context.Context, holds func() error) error {
	for {
		p.mu.Lock()
		err, changed := holds(), p.changed
		p.mu.Unlock()
		if err == nil {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return err
		}
	}
}

// seen returns the calls of a method so far. The caller holds the lock.
func (p *proxy) seen(method string) []*passage {
	var some []*passage
	for _, c := range p.calls {
		if c.method == method {
			some = append(some, c)
		}
	}
	return some
}

// handle passes one call on.
func (p *proxy) handle(_ any, client grpc.ServerStream) error {
	full, ok := grpc.MethodFromServerStream(client)
	if !ok {
		return status.Error(codes.Internal, "the proxy does not know the method")
	}
	fields, _ := metadata.FromIncomingContext(client.Context())
	c := &passage{method: full, metadata: fields.Copy(), began: time.Now()}
	if deadline, ok := client.Context().Deadline(); ok {
		c.deadline = time.Until(deadline)
	}
	var f *fault
	var upstream *grpc.ClientConn
	p.change(func() {
		p.calls = append(p.calls, c)
		f, upstream = p.faultFor(full), p.upstream
	})
	err := p.pass(client, upstream, c, f)
	p.change(func() { c.ended, c.code = true, status.Code(err) })
	return err
}

func (p *proxy) pass(client grpc.ServerStream, upstream *grpc.ClientConn, c *passage, f *fault) error {
	if err := f.before(client.Context(), p); err != nil {
		return err
	}
	x := &exchange{proxy: p, passage: c, fault: f, client: client, upstream: upstream}
	return x.run()
}

// cut breaks the connection of one call as a failing network does.
func (p *proxy) cut(ctx context.Context) {
	if from, ok := peer.FromContext(ctx); ok {
		p.listener.cut(from.Addr.String())
	}
}

// wire is a listener that can break its connections and refuse new ones.
type wire struct {
	net.Listener

	mu     sync.Mutex
	open   map[string]net.Conn
	closed bool
}

// Accept returns the next connection, unless the wire is down: then it is broken at once.
func (w *wire) Accept() (net.Conn, error) {
	for {
		conn, err := w.Listener.Accept()
		if err != nil {
			return nil, err
		}
		w.mu.Lock()
		down := w.closed
		if !down {
			w.open[conn.RemoteAddr().String()] = conn
		}
		w.mu.Unlock()
		if !down {
			return conn, nil
		}
		snap(conn)
	}
}

// snap breaks a connection without a word of farewell.
func snap(conn net.Conn) {
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}

func (w *wire) cut(address string) {
	w.mu.Lock()
	conn := w.open[address]
	delete(w.open, address)
	w.mu.Unlock()
	if conn != nil {
		snap(conn)
	}
}

// cutAll breaks every connection.
func (w *wire) cutAll() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for address, conn := range w.open {
		snap(conn)
		delete(w.open, address)
	}
}

func (w *wire) setOpen(open bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = !open
}

// rawCodec passes messages as the bytes that they are.
type rawCodec struct{}

// Name is that of the codec of protobuf, whose bytes they are.
func (rawCodec) Name() string { return "proto" }

// Marshal returns the bytes.
func (rawCodec) Marshal(v any) (mem.BufferSlice, error) {
	frame, ok := v.(*[]byte)
	if !ok {
		return nil, fmt.Errorf("%T is no frame", v)
	}
	return mem.BufferSlice{mem.SliceBuffer(*frame)}, nil
}

// Unmarshal keeps the bytes.
func (rawCodec) Unmarshal(data mem.BufferSlice, v any) error {
	frame, ok := v.(*[]byte)
	if !ok {
		return errors.New("no frame")
	}
	*frame = data.Materialize()
	return nil
}

var _ encoding.CodecV2 = rawCodec{}
