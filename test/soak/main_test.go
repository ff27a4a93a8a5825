// Package soak_test puts the program that `go build ./server` makes under fire, for as long as one likes: people of both worlds chat
// and call, subscribers come and go, some are slow and some stand still, policy changes its mind, the broker is killed and started
// again, its disk fills up, its clock jumps. Each client keeps a journal of what it saw, and package judge, which knows nothing
// else, says whether the broker has kept its promises. `make soak` runs it for five minutes.
package soak_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// root is the repository, seen from the folder that tests run in.
const root = "../.."

var (
	length     = flag.Duration("soak", 30*time.Second, "how long the broker is under fire")
	rate       = flag.Int("rate", 200, "messages a second, all senders together")
	size       = flag.Int("size", 200, "bytes of a message, 100 to 28000")
	reportFile = flag.String("report", "", "file to write the report to, beside the log of the test")
	moveClock  = flag.Bool("clock", false, "let the clock of the broker jump, which takes some minutes to compile for the first time")
	keep       = flag.String("journals", "", "empty folder to keep the journals in; else they go with the test")
)

// parley is the program that TestMain has built. Its clock can be moved by what is at clockAt in its memory, unless clocked says why not.
var (
	parley  string
	clockAt int64
	clocked error
)

func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		fmt.Fprintln(os.Stderr, "the soak runs without -short only")
		os.Exit(0)
	}
	code, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

func buildAndRun(m *testing.M) (code int, err error) {
	folder, err := os.MkdirTemp("", "parley-soak-*")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	parley = filepath.Join(folder, "parley")
	if err := build(folder); err != nil {
		return 0, err
	}
	return enginetest.Run(m), nil
}

// build compiles the program with a clock that can be moved, or, where that cannot be, as it is.
func build(folder string) error {
	var overlay string
	err := errClockStays
	if *moveClock {
		overlay, err = clockOverlay(folder)
	}
	if err == nil {
		err = goBuild(overlay)
	}
	if err == nil {
		clockAt, err = offsetAddress(parley)
	}
	if clocked = err; err == nil {
		return nil
	}
	return goBuild()
}

func goBuild(args ...string) error {
	cmd := exec.CommandContext(context.Background(), "go", append(append([]string{"build"}, args...), "-o", parley, "./server")...)
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return nil
}
