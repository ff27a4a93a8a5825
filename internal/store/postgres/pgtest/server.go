// Package pgtest runs real PostgreSQL servers for tests: each on a free port of the loopback interface, with a temporary
// directory, and with fsync on. It also has a proxy that harms the connections to a server in chosen places.
//
// PostgreSQL does not run as root; then it runs as the user postgres or nobody.
package pgtest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// superuser is who every test connects as, unless it makes another user. There are no passwords.
const superuser = "parley"

// Server is a PostgreSQL server in a directory of its own.
type Server struct {
	dir      string
	port     int
	settings []string
	command  *exec.Cmd
	silent   chan struct{} // closed when no process of the server is left
	said     *tail
}

// New starts a server of its own for a test, with settings like "max_connections=10" besides the usual ones. It ends with the test.
func New(t testing.TB, settings ...string) *Server {
	t.Helper()
	s, err := create(settings)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.remove)
	return s
}

var shared struct {
	sync.Mutex
	server *Server
	err    error
}

// Shared returns the server that all tests of a binary share. The first caller starts it; TestMain calls Stop at the end.
func Shared(t testing.TB) *Server {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil && shared.err == nil {
		shared.server, shared.err = create(nil)
	}
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.server
}

// Stop ends the shared server, if there is one, and removes what servers have left.
func Stop() {
	shared.Lock()
	defer shared.Unlock()
	if shared.server != nil {
		shared.server.remove()
		shared.server = nil
	}
	template.remove()
}

// create makes a directory from the template and starts a server in it.
func create(settings []string) (*Server, error) {
	from, err := template.get()
	if err != nil {
		return nil, err
	}
	dir, err := copyDirectory(from)
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir, settings: settings}
	if err := s.start(); err != nil {
		s.remove()
		return nil, err
	}
	return s, nil
}

// DSN returns the address of a database.
func (s *Server) DSN(database string) string {
	return fmt.Sprintf("postgres://%s@%s/%s?sslmode=disable", superuser, s.address(), database)
}

func (s *Server) address() string { return "127.0.0.1:" + strconv.Itoa(s.port) }

var databases atomic.Int64

// Database creates an empty database and returns its name. It stays until the server is removed.
func (s *Server) Database(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("cell_%d", databases.Add(1))
	s.Exec(t, "postgres", "create database "+name)
	return name
}

// Exec runs SQL in a database.
func (s *Server) Exec(t testing.TB, database, statements string) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context()) // also at the end of a test
	conn, err := pgx.Connect(ctx, s.DSN(database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(ctx) }()
	if _, err := conn.PgConn().Exec(ctx, statements).ReadAll(); err != nil {
		t.Fatalf("%s: %v", statements, err)
	}
}

// Kill ends the server as the loss of its machine does: all processes stop at once, and nothing is written any more. If the first
// of them went alone, the others would live on for a moment, and show commits that have not reached the standby. It returns when
// all of them are gone.
func (s *Server) Kill() {
	processes := s.processes()
	signal(processes, syscall.SIGSTOP)
	signal(processes, syscall.SIGKILL)
	s.await()
}

// Halt ends the server in the orderly way that cuts its connections.
func (s *Server) Halt() {
	_ = s.command.Process.Signal(syscall.SIGINT) // it may be gone already
	s.await()
}

// Revive starts the server again if it has ended by itself, or is about to, and waits until it accepts connections.
func (s *Server) Revive(t testing.TB) {
	t.Helper()
	for deadline := time.After(startPatience); ; {
		select {
		case <-s.silent:
			s.await()
			s.Start(t)
			return
		case <-deadline:
			t.Fatalf("PostgreSQL neither ends nor lets clients in: %s", s.Log())
		case <-time.After(10 * time.Millisecond):
		}
		if conn, err := pgx.Connect(t.Context(), s.DSN("postgres")); err == nil {
			_ = conn.Close(t.Context()) // it was only to see
			return
		}
	}
}

// MoveLog moves the server's write-ahead log into an empty directory, as one does to give it a disk of its own. It restarts the server.
func (s *Server) MoveLog(t testing.TB, directory string) {
	t.Helper()
	s.Halt()
	log := filepath.Join(s.dir, "pg_wal")
	err := copyInto(directory, log)
	if err == nil {
		err = os.RemoveAll(log)
	}
	if err == nil {
		err = os.Symlink(directory, log)
	}
	if err == nil {
		err = own(log)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Start(t)
}

// await waits until the server has ended. The processes of a server share a pipe, so its end is the end of the last one.
func (s *Server) await() {
	<-s.silent
	_ = s.command.Wait() // it was killed
}

// Start starts the server again after Kill or Halt, on the same port, and waits until it accepts connections.
func (s *Server) Start(t testing.TB) {
	t.Helper()
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
}

// startAttempts is how often a port is tried: another process may take a free one away.
const startAttempts = 5

func (s *Server) start() (err error) {
	for range startAttempts {
		port := s.port
		if port == 0 {
			if port, err = freePort(); err != nil {
				return err
			}
		}
		if err = s.launch(port); err == nil {
			s.port = port
			return nil
		}
	}
	return err
}

// readyMark is in the line that says that a server, or a standby, lets clients in.
const readyMark = "database system is ready to accept"

// startPatience bounds the start of a server.
const startPatience = time.Minute

// launch starts the server and waits until it says that it is ready.
func (s *Server) launch(port int) error {
	arguments := []string{"-D", s.dir}
	for _, setting := range append([]string{
		"listen_addresses=127.0.0.1", "port=" + strconv.Itoa(port), "unix_socket_directories=", "max_connections=200",
		"shared_buffers=32MB", "max_wal_size=1GB", "logging_collector=off", "log_destination=stderr", "lc_messages=C",
	}, s.settings...) {
		arguments = append(arguments, "-c", setting)
	}
	s.command = unprivileged("postgres", arguments...)
	output, input, err := os.Pipe()
	if err != nil {
		return err
	}
	s.command.Stderr = input
	err = s.command.Start()
	if err = errors.Join(err, input.Close()); err != nil {
		return errors.Join(err, output.Close())
	}
	ready := make(chan struct{})
	s.silent, s.said = make(chan struct{}), &tail{}
	go s.said.follow(output, readyMark, ready, s.silent)
	select {
	case <-ready:
		return nil
	case <-s.silent:
		_ = s.command.Wait() // what it said says more
		return fmt.Errorf("PostgreSQL does not start: %s", s.said)
	case <-time.After(startPatience):
		s.Kill()
		return fmt.Errorf("PostgreSQL is not ready after %v: %s", startPatience, s.said)
	}
}

// Log returns the last lines that the server has written.
func (s *Server) Log() string { return s.said.String() }

// remove ends the server and deletes its directory.
func (s *Server) remove() {
	if s.command != nil && s.command.Process != nil && s.command.ProcessState == nil {
		_ = s.command.Process.Signal(syscall.SIGQUIT) // ends it at once; it may be gone already
		s.await()
	}
	_ = os.RemoveAll(s.dir) // a temporary directory
}

// freePort returns a port that nobody listens on.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // it does not wait
	if err != nil {
		return 0, err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(port)
}

// tail keeps the last lines of an output.
type tail struct {
	mu    sync.Mutex
	lines []string
}

// follow reads until the end. It closes ready when a line has a mark, and silent at the end.
func (l *tail) follow(output *os.File, mark string, ready, silent chan<- struct{}) {
	defer close(silent)
	defer output.Close()
	for scanner, seen := bufio.NewScanner(output), false; scanner.Scan(); {
		l.add(scanner.Text())
		if !seen && strings.Contains(scanner.Text(), mark) {
			seen = true
			close(ready)
		}
	}
}

func (l *tail) add(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line)
	l.lines = l.lines[max(0, len(l.lines)-50):]
}

// String returns the lines.
func (l *tail) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(l.lines, "\n")
}

// template is a directory that initdb has made; servers begin with a copy of it.
var template directory

// directory is made when it is first needed.
type directory struct {
	mu   sync.Mutex
	path string
}

func (d *directory) get() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.path != "" {
		return d.path, nil
	}
	if _, err := Program("initdb"); err != nil {
		return "", err
	}
	path, err := makeDirectory()
	if err != nil {
		return "", err
	}
	said, err := unprivileged("initdb", "-D", path, "-U", superuser, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--wal-segsize=4").
		CombinedOutput()
	if err != nil {
		return "", errors.Join(fmt.Errorf("initdb: %w: %s", err, said), os.RemoveAll(path))
	}
	d.path = path
	return path, nil
}

func (d *directory) remove() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.path != "" {
		_ = os.RemoveAll(d.path) // a temporary directory
		d.path = ""
	}
}

// Program finds a program of PostgreSQL: on the path, or where Debian has it.
func Program(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name) // the pattern is right
	if len(found) == 0 {
		return "", fmt.Errorf("PostgreSQL is not installed (no %s): run make postgresql", name)
	}
	return found[len(found)-1], nil
}

// Directory makes an empty directory that the server may use.
func (s *Server) Directory(t testing.TB) string {
	t.Helper()
	dir, err := makeDirectory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) }) // a temporary directory
	return dir
}
