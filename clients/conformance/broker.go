package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// broker is a broker process on a data directory of its own. It can be ended and started again.
type broker struct {
	program string
	dir     string
	args    []string
	tls     *certificates

	command *exec.Cmd
	stderr  *tail
	ended   chan error
	address string
	keys    keyFile
}

// keyFile is what the first start of a broker writes.
type keyFile struct {
	OperatorKey string `json:"operator_key"`
}

func newBroker(program, dir string, wanted brokerWanted) (*broker, error) {
	b := &broker{program: program, dir: dir, args: wanted.args}
	if wanted.tls {
		var err error
		if b.tls, err = makeCertificates(dir); err != nil {
			return nil, err
		}
		b.args = append(slices.Clone(b.args), "--tls-cert", b.tls.certificate, "--tls-key", b.tls.key)
	}
	return b, nil
}

// start starts the broker on a free port and waits until it serves.
func (b *broker) start(ctx context.Context) error {
	data := filepath.Join(b.dir, "data")
	args := append([]string{"--listen", "127.0.0.1:0", "--data-dir", data, "--drain-timeout", "5s"}, b.args...)
	b.command = exec.CommandContext(ctx, b.program, args...) //nolint:gosec // The program is the one to be tested.
	b.command.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "PARLEY_") })
	b.stderr = &tail{}
	b.command.Stderr = b.stderr
	output, err := b.command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := b.command.Start(); err != nil {
		return fmt.Errorf("the broker %s does not start; build it with make build: %w", b.program, err)
	}
	first, err := bufio.NewReader(output).ReadString('\n')
	_, address, found := strings.Cut(strings.TrimSpace(first), "serves gRPC on ")
	if !found {
		return fmt.Errorf("the broker does not say where it serves (%q, %w): %s", first, err, b.stderr)
	}
	b.address = address
	b.ended = make(chan error, 1)
	command, ended := b.command, b.ended
	go func() {
		_, _ = io.Copy(io.Discard, output)
		ended <- command.Wait()
	}()
	content, err := os.ReadFile(filepath.Join(data, "credentials.json"))
	if err != nil {
		return err
	}
	return json.Unmarshal(content, &b.keys)
}

// stop ends the broker in good order: it drains.
func (b *broker) stop() error { return b.end(syscall.SIGTERM) }

// kill ends the broker as a loss of its machine would.
func (b *broker) kill() error {
	var exit *exec.ExitError
	if err := b.end(syscall.SIGKILL); err != nil && !errors.As(err, &exit) {
		return err
	}
	return nil
}

func (b *broker) end(s syscall.Signal) error {
	if b.command == nil {
		return nil
	}
	if err := b.command.Process.Signal(s); err != nil {
		return err
	}
	b.command = nil
	limit := time.NewTimer(patience)
	defer limit.Stop()
	select {
	case err := <-b.ended:
		return err
	case <-limit.C:
		return fmt.Errorf("the broker did not end within %s", patience)
	}
}
