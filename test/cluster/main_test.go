// Package cluster_test proves what a cell of several brokers promises: it starts the program that `go build ./server` makes,
// several times on one PostgreSQL, harms the brokers, the database and the network between them, and judges by nothing but
// what clients have seen: acknowledgements, deliveries and refusals.
package cluster_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/parley-interop/parley/internal/store/postgres/pgtest"
)

// root is the repository, seen from the folder that tests run in.
const root = "../.."

// long makes every fault last longer and come again and again; make faults sets it.
var long = flag.Bool("faults", false, "tell each fault at length, and print a report")

// parley is the program that TestMain has built.
var parley string

func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		fmt.Fprintln(os.Stderr, "tests of several brokers run without -short only")
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
	folder, err := os.MkdirTemp("", "parley-cluster-*")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	parley = filepath.Join(folder, "parley")
	build := exec.CommandContext(context.Background(), "go", "build", "-o", parley, "./server")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", build, err, out)
	}
	defer pgtest.Stop()
	code = m.Run()
	if *long {
		report.print(os.Stdout)
	}
	return code, nil
}
