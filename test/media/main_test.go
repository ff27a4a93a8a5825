// Package media_test lets real WebRTC stacks talk through the program that `go build ./server` makes: the broker carries
// the signals, its relay the sound, and both sides count the audio packets that arrive. Nobody has a direct path: every peer
// uses the relay only.
package media_test

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

	"go.uber.org/goleak"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// patience is how long a test waits for something that must come. It bounds a hanging test and measures nothing.
const patience = 60 * time.Second

// parley is the program that TestMain has built.
var parley string

func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		fmt.Fprintln(os.Stderr, "tests of media run without -short only")
		os.Exit(0)
	}
	code, err := buildAndRun(m)
	if err == nil && code == 0 {
		err = goleak.Find()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

func buildAndRun(m *testing.M) (code int, err error) {
	folder, err := os.MkdirTemp("", "parley-media-*")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	parley = filepath.Join(folder, "parley")
	cmd := exec.CommandContext(context.Background(), "go", "build", "-o", parley, "./server")
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return enginetest.Run(m), nil
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
