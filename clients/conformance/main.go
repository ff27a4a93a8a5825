// Command conformance proves that the clients of all languages behave alike: it starts the real broker, a proxy in front of it
// and the driver of each client, performs the scenarios of the folder scenarios with each, and prints the matrix.
//
// Run it in the root of the repository. PROTOCOL.md is for those who write a driver.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// root is the repository.
var root string

// options are what the command line says.
type options struct {
	Driver   []string `help:"Languages to test, with commas between them; all that have a driver unless set." placeholder:"LANGUAGE"`
	Scenario []string `help:"Scenarios to perform: names as topic/name, or parts of names." placeholder:"NAME"`
	Broker   string   `help:"The broker to test with." default:"bin/parley" type:"path"`
	Root     string   `help:"The root of the repository." default:"." type:"path"`
	Folder   string   `help:"The folder of the scenarios." default:"clients/conformance/scenarios" type:"path"`
	Times    int      `help:"How often to perform everything, to find what fails now and then." default:"1"`
	List     bool     `help:"List the scenarios and what each proves, and do nothing."`
	Verbose  bool     `short:"v" help:"Show the conversation with the drivers."`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("conformance"), kong.Description("Performs the scenarios with the client of every language, and prints the matrix."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := o.run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var errFailed = errors.New("not all scenarios succeed with all clients")

func (o options) run(ctx context.Context) error {
	root = o.Root
	all, err := loadScenarios(o.Folder)
	if err != nil {
		return err
	}
	if all, err = o.choose(all); err != nil {
		return err
	}
	if o.List {
		return list(all)
	}
	languages := o.Driver
	if len(languages) == 0 {
		if languages, err = drivers(o.Root); err != nil {
			return err
		}
	}
	work, err := os.MkdirTemp("", "parley-conformance-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }()
	t := &test{options: o, work: work, scenarios: all, matrix: newMatrix(all, languages)}
	defer t.close()
	for range o.Times {
		for _, language := range languages {
			t.language(ctx, language)
		}
	}
	t.matrix.write(os.Stdout)
	if t.matrix.failed() || ctx.Err() != nil {
		return errFailed
	}
	return nil
}

// choose keeps the scenarios that the command line names.
func (o options) choose(all []*scenario) ([]*scenario, error) {
	if len(o.Scenario) == 0 {
		return all, nil
	}
	chosen := slices.DeleteFunc(slices.Clone(all), func(s *scenario) bool {
		return !slices.ContainsFunc(o.Scenario, func(part string) bool { return strings.Contains(s.name, part) })
	})
	if len(chosen) == 0 {
		return nil, fmt.Errorf("no scenario has %s in its name; --list shows them all", strings.Join(o.Scenario, " or "))
	}
	return chosen, nil
}

func list(all []*scenario) error {
	for _, s := range all {
		if _, err := fmt.Fprintf(os.Stdout, "%-40s %s\n", s.name, s.about); err != nil {
			return err
		}
	}
	return nil
}

// test is one run of the program.
type test struct {
	options   options
	work      string
	scenarios []*scenario
	matrix    *matrix

	shared *broker
	count  int
}

func (t *test) close() {
	if t.shared != nil {
		_ = t.shared.stop()
	}
}

// language performs all scenarios with one client.
func (t *test) language(ctx context.Context, language string) {
	var d *driver
	c := &conversation{echo: t.options.Verbose}
	for _, s := range t.scenarios {
		if ctx.Err() != nil {
			break
		}
		var err error
		c.clear()
		if d == nil {
			d, err = startDriver(ctx, t.options.Root, language, c.show)
		}
		if err == nil {
			err = t.scenario(ctx, s, d)
		}
		t.matrix.record(s, language, err)
		if err != nil {
			report(language, s, err, c, d)
			if d != nil {
				d.kill()
				d = nil
			}
		}
	}
	if d != nil {
		if err := d.stop(); err != nil {
			t.matrix.note(language, err)
		}
	}
}

func report(language string, s *scenario, err error, c *conversation, d *driver) {
	fmt.Fprintf(os.Stderr, "\n%s: %s fails: %v\n", language, s.name, err)
	if !c.echo {
		fmt.Fprintln(os.Stderr, c)
	}
	if d != nil && d.stderr.String() != "" {
		fmt.Fprintf(os.Stderr, "standard error of the driver: %s\n", d.stderr)
	}
}

// scenario performs one scenario with one client, on a broker that suits it.
func (t *test) scenario(ctx context.Context, s *scenario, d *driver) (err error) {
	b := t.shared
	if b == nil || s.broker.own {
		t.count++
		dir := filepath.Join(t.work, fmt.Sprint("broker-", t.count))
		if err := os.Mkdir(dir, 0o700); err != nil {
			return err
		}
		if b, err = newBroker(t.options.Broker, dir, s.broker); err != nil {
			return err
		}
		if err := b.start(ctx); err != nil {
			return err
		}
	}
	if s.broker.own {
		defer func() {
			// A broker that has to end streams says so with an exit code; what matters is what the client saw.
			_ = b.stop()
			_ = os.RemoveAll(b.dir)
		}()
	} else {
		t.shared = b
	}
	p, err := startProxy(ctx)
	if err != nil {
		return err
	}
	defer p.stop()
	r, err := newRun(ctx, s, d, b, p)
	if err != nil {
		return err
	}
	return r.do()
}
