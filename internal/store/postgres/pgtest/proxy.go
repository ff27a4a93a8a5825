package pgtest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgproto3"
)

// Step is a place in which a proxy asks what to do.
type Step int

// The steps of a connection.
const (
	// Connect is a new connection.
	Connect Step = iota + 1
	// Commit is a commit that is about to reach the server.
	Commit
)

// Verdict is what happens in a step.
type Verdict int

// The verdicts.
const (
	// Pass lets it happen.
	Pass Verdict = iota
	// Cut breaks the connection before it happens.
	Cut
	// Swallow lets it happen, and breaks the connection before the client hears of it. Only a commit can be swallowed.
	Swallow
)

// Proxy stands between clients and a server.
type Proxy struct {
	server   *Server
	listener net.Listener
	group    sync.WaitGroup

	mu     sync.Mutex
	judge  func(application string, step Step) Verdict
	open   map[net.Conn]struct{}
	held   chan struct{} // closed when nothing is held up
	let    func()        // closes it
	delay  time.Duration // of each answer
	closed bool
}

// NewProxy starts a proxy that lets everything pass. It ends with the test.
func NewProxy(t testing.TB, server *Server) *Proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // it does not wait
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{server: server, listener: l, open: make(map[net.Conn]struct{}), held: make(chan struct{})}
	close(p.held)
	p.let = func() {}
	p.Judge(func(string, Step) Verdict { return Pass })
	p.group.Go(p.accept)
	t.Cleanup(p.close)
	return p
}

// DSN returns the address of a database behind the proxy.
func (p *Proxy) DSN(database string) string {
	return fmt.Sprintf("postgres://%s@%s/%s?sslmode=disable", superuser, p.listener.Addr(), database)
}

// Judge sets who decides about each step. It gets the name that the client gives to its connection.
func (p *Proxy) Judge(judge func(application string, step Step) Verdict) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.judge = judge
}

// CutAll breaks all connections.
func (p *Proxy) CutAll() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.open {
		_ = c.Close() // it may be closed already
	}
}

// Hold keeps back all bytes in both directions, as a network that is cut does, until the function that it returns is called.
func (p *Proxy) Hold() (release func()) {
	held := make(chan struct{})
	p.mu.Lock()
	defer p.mu.Unlock()
	p.held, p.let = held, sync.OnceFunc(func() { close(held) })
	return p.let
}

// Delay makes every answer of the server come later, as a slow disk or network does.
func (p *Proxy) Delay(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.delay = d
}

// linger waits as long as answers are delayed.
func (p *Proxy) linger() {
	p.mu.Lock()
	d := p.delay
	p.mu.Unlock()
	if d > 0 {
		<-time.After(d)
	}
}

func (p *Proxy) verdict(application string, step Step) Verdict {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.judge(application, step)
}

// pass waits while bytes are held back.
func (p *Proxy) pass() {
	p.mu.Lock()
	held := p.held
	p.mu.Unlock()
	<-held
}

func (p *Proxy) close() {
	p.mu.Lock()
	p.closed = true
	p.let() // a test that has failed meanwhile has not
	p.mu.Unlock()
	_ = p.listener.Close() // ends accept
	p.CutAll()
	p.group.Wait()
}

func (p *Proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		p.group.Go(func() { p.serve(client) })
	}
}

// track makes a connection one that CutAll breaks. It tells whether the proxy is open.
func (p *Proxy) track(c net.Conn) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open[c] = struct{}{}
	return !p.closed
}

func (p *Proxy) drop(c net.Conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.open, c)
	_ = c.Close() // it may be closed already
}

// serve connects a client with the server until one of them ends.
func (p *Proxy) serve(client net.Conn) {
	defer p.drop(client)
	if !p.track(client) {
		return
	}
	server, err := net.Dial("tcp", p.server.address()) //nolint:noctx // the loopback interface answers at once
	if err != nil {
		return
	}
	defer p.drop(server)
	if !p.track(server) {
		return
	}
	s := &session{proxy: p, client: client, server: server, queries: make(map[string]string)}
	p.group.Go(s.answer)
	s.ask()
}

// session is one connection through a proxy.
type session struct {
	proxy          *Proxy
	client, server net.Conn
	application    string
	queries        map[string]string // of the prepared statements, by name
	bound          string            // the query that runs next

	mu       sync.Mutex
	swallows bool
}

// ask passes what the client says on to the server.
func (s *session) ask() {
	defer s.server.Close()
	client := pgproto3.NewBackend(s.client, io.Discard)
	start, err := client.ReceiveStartupMessage()
	if err != nil || s.begin(start) != nil {
		return
	}
	if _, cancel := start.(*pgproto3.CancelRequest); cancel {
		return
	}
	for {
		message, err := client.Receive()
		if err != nil || s.pass(message) != nil {
			return
		}
	}
}

var errCut = errors.New("the proxy cuts the connection")

func (s *session) begin(start pgproto3.FrontendMessage) error {
	if m, ok := start.(*pgproto3.StartupMessage); ok {
		s.application = m.Parameters["application_name"]
	}
	s.proxy.pass()
	if s.proxy.verdict(s.application, Connect) != Pass {
		_ = s.client.Close() // that is the point
		return errCut
	}
	return s.send(start)
}

// pass sends a message on, unless it is a commit that must not arrive.
func (s *session) pass(message pgproto3.FrontendMessage) error {
	s.proxy.pass()
	switch m := message.(type) {
	case *pgproto3.Parse:
		s.queries[m.Name] = m.Query
	case *pgproto3.Bind:
		s.bound = s.queries[m.PreparedStatement]
	case *pgproto3.Execute:
		if strings.EqualFold(s.bound, "commit") {
			return s.commit(message)
		}
	}
	return s.send(message)
}

func (s *session) commit(message pgproto3.FrontendMessage) error {
	switch s.proxy.verdict(s.application, Commit) {
	case Pass:
	case Cut:
		_ = s.client.Close() // that is the point
		return errCut
	case Swallow:
		s.mu.Lock()
		s.swallows = true
		s.mu.Unlock()
	}
	return s.send(message)
}

func (s *session) send(message pgproto3.FrontendMessage) error {
	encoded, err := message.Encode(nil)
	if err != nil {
		return err
	}
	_, err = s.server.Write(encoded)
	return err
}

// answer passes what the server says on to the client.
func (s *session) answer() {
	defer s.client.Close()
	buffer := make([]byte, 1<<16)
	var swallowed []byte
	for {
		n, err := s.server.Read(buffer)
		if err != nil {
			return
		}
		s.proxy.pass()
		s.proxy.linger()
		if s.deaf() {
			if swallowed = append(swallowed, buffer[:n]...); bytes.Contains(swallowed, []byte("COMMIT\x00")) {
				return // it has happened, and nobody will know
			}
			continue
		}
		if _, err := s.client.Write(buffer[:n]); err != nil {
			return
		}
	}
}

func (s *session) deaf() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.swallows
}
