package e2e_test

import (
	"bufio"
	"bytes"
	"errors"
	"os/exec"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long a test waits for something that must come. It bounds a hanging test and measures nothing.
const patience = 45 * time.Second

// program is a program that a test has started. It ends with the test at the latest.
type program struct {
	t      testing.TB
	cmd    *exec.Cmd
	stderr journal

	lines chan string
	deaf  chan struct{} // closed when nobody listens any more
	hush  func()
	ended chan struct{}
}

// launch starts a program, and reads the lines of its standard output for line.
func launch(t testing.TB, cmd *exec.Cmd) *program {
	t.Helper()
	p := &program{t: t, cmd: cmd, lines: make(chan string), deaf: make(chan struct{}), ended: make(chan struct{})}
	p.hush = sync.OnceFunc(func() { close(p.deaf) })
	cmd.Stderr = &p.stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
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
		_ = cmd.Wait() // ProcessState has what there is to know
	}()
	t.Cleanup(func() {
		p.signal(syscall.SIGKILL)
		p.exitCode()
		if t.Failed() {
			t.Logf("%s wrote to its standard error:\n%s", cmd.Args[0], p.stderr.String())
		}
	})
	return p
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

// exitCode waits for the end and returns the exit code; -1 after a signal. What the program still writes is not read.
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

// finish runs a program to its end and returns what it wrote.
func finish(t testing.TB, cmd *exec.Cmd) (stdout, stderr string, exitCode int) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s: %v", cmd, err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}
