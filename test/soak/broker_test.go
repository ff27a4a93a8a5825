package soak_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
	"github.com/parley-interop/parley/test/soak/journal"
)

// patience is how long the soak waits for something that must come. It bounds a hanging test and measures nothing.
const patience = 2 * time.Minute

// settings are what the broker is started with, beside its address and its folder. The reserve is as small as it goes, so that a
// full disk is full; devices that are lost come back soon or never.
var settings = []string{
	"--reserve-mib", "1", "--messages-per-second", "1000000", "--message-burst", "1000000", "--lost-grace", "5s", "--store-cache-mib", "16",
}

// broker is the program under fire: one process after the other, at one address and on one folder, or one database.
type broker struct {
	t       testing.TB
	address string
	dir     string
	store   string // the address of the database, if there is one
	log     *journal.Writer
	folder  *journal.Folder
	// calm says that samples count.
	calm        atomic.Bool
	credentials credentialsFile

	mu      sync.Mutex
	process *process
}

// process is one life of the broker.
type process struct {
	cmd    *exec.Cmd
	stderr tail
	// meant says that its end is wanted.
	meant atomic.Bool
	ended chan struct{}
}

// credentialsFile is what the first start writes, as an operator reads it.
type credentialsFile struct {
	OperatorKey    string    `json:"operator_key"`
	ResourceID     string    `json:"resource_id"`
	ResourceKeys   [2]string `json:"resource_keys"`
	TenantAdminKey string    `json:"tenant_admin_key"`
}

// startBroker starts a broker on an empty folder, or on an empty database where enginetest says so, at a free port that it keeps.
func startBroker(t testing.TB, folder *journal.Folder, log *journal.Writer, dir string) *broker {
	t.Helper()
	b := &broker{t: t, address: "127.0.0.1:0", dir: dir, store: enginetest.Database(t), folder: folder, log: log}
	if err := b.start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.end(syscall.SIGKILL) })
	content, err := os.ReadFile(filepath.Join(dir, "credentials.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &b.credentials); err != nil {
		t.Fatal(err)
	}
	return b
}

// start starts a process and waits until it serves.
func (b *broker) start() error {
	p := &process{cmd: exec.Command(parley, append([]string{"--listen", b.address, "--data-dir", b.dir, "--store", b.store}, settings...)...), ended: make(chan struct{})} //nolint:noctx // it ends with the test
	// The runtime of Go says by itself what lives after each collection, and each second what goroutines there are.
	p.cmd.Env = append(cleanEnvironment(), "GODEBUG=gctrace=1,schedtrace=1000,scheddetail=1")
	p.cmd.Stderr = &meter{broker: b, next: &p.stderr}
	stdout, err := p.cmd.StdoutPipe()
	if err == nil {
		err = p.cmd.Start()
	}
	if err != nil {
		return err
	}
	serves := make(chan string, 1)
	go func() {
		defer close(p.ended)
		for scan := bufio.NewScanner(stdout); scan.Scan(); {
			if _, address, ok := strings.Cut(scan.Text(), "serves gRPC on "); ok {
				serves <- address
			}
		}
		_, _ = io.Copy(io.Discard, stdout)
		_ = p.cmd.Wait() // ProcessState has what there is to know
		if !p.meant.Load() {
			b.log.Write(journal.Entry{Kind: journal.Trouble, Who: "the broker", Text: fmt.Sprintf("it ended by itself: %v; %s", p.cmd.ProcessState, p.stderr.String())})
		}
	}()
	b.mu.Lock()
	b.process = p
	b.mu.Unlock()
	select {
	case b.address = <-serves:
		return nil
	case <-p.ended:
		return fmt.Errorf("the broker does not start: %s", p.stderr.String())
	case <-time.After(patience):
		return fmt.Errorf("the broker is not ready: %s", p.stderr.String())
	}
}

// end ends the process with a signal, and returns its exit code.
func (b *broker) end(s syscall.Signal) int {
	p := b.current()
	p.meant.Store(true)
	_ = p.cmd.Process.Signal(s) // it may have ended
	select {
	case <-p.ended:
	case <-time.After(patience):
		b.t.Errorf("the broker does not end")
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
	return p.cmd.ProcessState.ExitCode()
}

func (b *broker) current() *process {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.process
}

// cleanEnvironment is the environment without the settings of a broker that the test may have been started with.
func cleanEnvironment() []string {
	return slices.DeleteFunc(os.Environ(), func(variable string) bool {
		return strings.HasPrefix(variable, "PARLEY_") || strings.HasPrefix(variable, "GODEBUG=")
	})
}

// tail keeps the last of what is written to it.
type tail struct {
	mu    sync.Mutex
	lines []string
}

func (k *tail) add(line string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.lines = append(k.lines, line); len(k.lines) > 40 {
		k.lines = k.lines[1:]
	}
}

func (k *tail) String() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	return strings.Join(k.lines, "\n")
}
