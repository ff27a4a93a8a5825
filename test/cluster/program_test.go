package cluster_test

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long a test waits for something that must come. It bounds a hanging test and measures nothing.
const patience = time.Minute

// program is a process. It ends with the test at the latest.
type program struct {
	t      testing.TB
	cmd    *exec.Cmd
	stderr journal
	lines  chan string   // of its standard output, up to the first that nobody wants
	deaf   chan struct{} // closed when nobody listens any more
	hush   func()
	ended  chan struct{}
}

// launch starts the broker's program.
func launch(t testing.TB, args ...string) *program {
	t.Helper()
	return launchProgram(t, parley, args...)
}

// launchProgram starts any program.
func launchProgram(t testing.TB, path string, args ...string) *program {
	t.Helper()
	p := &program{
		t: t, cmd: exec.Command(path, args...), //nolint:noctx // it ends with the test
		lines: make(chan string), deaf: make(chan struct{}), ended: make(chan struct{}),
	}
	p.hush = sync.OnceFunc(func() { close(p.deaf) })
	p.cmd.Env, p.cmd.Stderr = cleanEnvironment(), &p.stderr
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(p.ended)
		defer close(p.lines)
		for scan := bufio.NewScanner(stdout); scan.Scan(); {
			select {
			case p.lines <- scan.Text():
			case <-p.deaf:
			}
		}
		_ = p.cmd.Wait() // ProcessState has what there is to know
	}()
	t.Cleanup(p.remove)
	return p
}

func (p *program) remove() {
	p.signal(syscall.SIGKILL)
	p.exitCode()
	if p.t.Failed() {
		p.t.Logf("%s wrote to its standard error:\n%s", strings.Join(p.cmd.Args[1:], " "), p.stderr.String())
	}
}

// line returns the next line of the standard output; false when there is none any more.
func (p *program) line() (string, bool) {
	p.t.Helper()
	select {
	case l, ok := <-p.lines:
		return l, ok
	case <-time.After(patience):
		p.t.Fatalf("%s is silent", p.cmd)
		return "", false
	}
}

// signal sends a signal. A program that has ended gets none.
func (p *program) signal(s syscall.Signal) {
	select {
	case <-p.ended:
	default:
		_ = p.cmd.Process.Signal(s) // it may end in this moment
	}
}

// exitCode waits for the end and returns the exit code; -1 after a signal.
func (p *program) exitCode() int {
	p.t.Helper()
	p.hush()
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.t.Fatalf("%s does not end", p.cmd)
	}
	return p.cmd.ProcessState.ExitCode()
}

// cleanEnvironment is the environment without the settings of a broker that the tests may have been started with.
func cleanEnvironment() []string {
	return slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "PARLEY_") })
}

// journal keeps what is written to it.
type journal struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (j *journal) Write(b []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.buf.Write(b)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.buf.String()
}

// finish runs the program to its end and returns what it wrote.
func finish(t testing.TB, args ...string) (stdout, stderr string, exitCode int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), parley, args...)
	var out, errs bytes.Buffer
	cmd.Env, cmd.Stdout, cmd.Stderr = cleanEnvironment(), &out, &errs
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s: %v", cmd, err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}
