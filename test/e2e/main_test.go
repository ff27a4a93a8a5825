// Package e2e_test drives the broker from outside: the program that `go build ./server` makes, started as an operator
// starts it, and clients that know the contract and nothing of the code: grpcurl by reflection alone, and a Node program
// that reads the proto files. What needs many requests at once is sent with the generated Go stubs.
package e2e_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/parley-interop/parley/internal/store/engine/enginetest"
)

// root is the repository, seen from the folder that tests run in.
const root = "../.."

// Programs that TestMain has built.
var parley, grpcurl string

func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		fmt.Fprintln(os.Stderr, "end-to-end tests run without -short only")
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
	folder, err := os.MkdirTemp("", "parley-e2e-*")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	parley, grpcurl = filepath.Join(folder, "parley"), filepath.Join(folder, "grpcurl")
	if err := goBuild("-o", parley, "./server"); err != nil {
		return 0, err
	}
	if err := goBuild("-modfile=tools/grpcurl/go.mod", "-o", grpcurl, "github.com/fullstorydev/grpcurl/cmd/grpcurl"); err != nil {
		return 0, err
	}
	if err := installNode(); err != nil {
		return 0, err
	}
	return enginetest.Run(m), nil
}

func goBuild(args ...string) error {
	return inFolder(root, "go", append([]string{"build"}, args...)...)
}

// inFolder runs a program in a folder; its output is shown where it fails.
func inFolder(folder, name string, args ...string) error {
	cmd := exec.CommandContext(context.Background(), name, args...)
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", cmd, err, out)
	}
	return nil
}
