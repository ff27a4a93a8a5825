// Bench measures the broker against a gRPC server that does nothing: the same messages, the same number of bytes, the same load
// generator, without authentication, validation, policy, storage or order. What it prints is how close the broker comes to
// what gRPC itself can do on this machine, in this run.
//
// Servers and load are processes of their own. Each round measures both servers, one after the other, in alternating order; what is
// printed is the median of the rounds and their spread. Every answer is checked: a benchmark that loses a message fails.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
)

// commandLine is what the program understands.
type commandLine struct {
	Run  runCommand  `cmd:"" default:"withargs" help:"Measure (the default)."`
	Page pageCommand `cmd:"" help:"Write figures into a page."`
	Bare bareCommand `cmd:"" hidden:"" help:"Serve without doing anything."`
	Load loadCommand `cmd:"" hidden:"" help:"Put the load on a server that the standard input describes."`
}

// runCommand says what is measured.
type runCommand struct {
	Broker    string        `help:"Program of the broker." default:"bin/parley"`
	Workloads []string      `help:"Workloads to run, by the beginning of their names. Default: all."`
	Rounds    int           `help:"Rounds of each workload." default:"5"`
	Duration  time.Duration `help:"How long each measurement takes." default:"3s"`
	Scale     float64       `help:"Make stores, threads and subscribers this much smaller, for a trial." default:"1"`
	Profiles  string        `help:"Directory for profiles of the broker, one of each kind for each workload, taken in the last round." placeholder:"DIR"`
	JSON      string        `name:"json" help:"File to write the figures to." placeholder:"FILE"`
	List      bool          `help:"List the workloads and exit."`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	var cli commandLine
	command := kong.Parse(&cli, kong.Name("bench"), kong.Description("Bench measures the broker against a gRPC server that does nothing."))
	command.BindTo(ctx, (*context.Context)(nil))
	command.BindTo(os.Stdout, (*io.Writer)(nil))
	return command.Run()
}

// Run measures what was asked for.
func (c runCommand) Run(ctx context.Context, out io.Writer) error {
	chosen, err := choose(c.Workloads)
	if err != nil {
		return err
	}
	if c.List {
		for _, w := range chosen {
			if _, err := fmt.Fprintf(out, "%-20s %s\n", w.name, w.about); err != nil {
				return err
			}
		}
		return nil
	}
	return c.measure(ctx, chosen, out)
}
